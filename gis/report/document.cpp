#include "gis/report/document.h"

#include "gis/report/html.h"
#include "gis/report/leaflet.h"
#include "gis/report/live_map.h"
#include "gis/report/policy.h"
#include "gis/report/script.h"
#include "gis/report/sections.h"
#include "gis/text/catalogue.h"

#include <fmt/format.h>

namespace raquette::report {

namespace {

using model::Language;
using text::say;

/// Leaflet's licence asks to stand wherever it goes.
std::string leafletWithLicence() {
    return fmt::format("/*!\nLeaflet {}\n{}*/\n{}", leafletVersion(), pageFile("leaflet-licence.txt"), leafletScript());
}

/// The scripts in their order: page.js for every page, Leaflet and map.js where there is a map to move.
std::vector<std::string> scriptsOf(bool hasLiveMap) {
    std::vector<std::string> scripts{pageFile("page.js")};
    if (!hasLiveMap) return scripts;
    scripts.push_back(leafletWithLicence());
    scripts.push_back(pageFile("map.js"));
    return scripts;
}

}  // namespace

std::string documentOf(const store::StudyState& state, const MapScope& scope, const DocumentParts& parts, Language language) {
    const bool hasLiveMap = !leafletScript().empty() && !scope.windows.empty() && !scope.services.empty();
    const std::vector<std::string> scripts = scriptsOf(hasLiveMap);
    std::vector<std::string> styles{styleSheet()};
    if (hasLiveMap) styles.insert(styles.begin(), std::string(leafletStyle()));

    std::string head = "<meta charset=\"utf-8\">\n";
    head += fmt::format("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
                        contentPolicy({scripts.begin(), scripts.end()}, {styles.begin(), styles.end()}));
    head += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n";
    head += element("title", "", escaped(parts.title)) + "\n";
    for (const std::string& style : styles) head += element("style", "", style) + "\n";

    std::string body = element("a", "class=\"skip\" href=\"#content\"", escaped(say(language, "report.skip"))) + "\n";
    body += element("header", "", element("p", "class=\"study\"", escaped(parts.header))) + "\n";
    body += element("main", "id=\"content\" tabindex=\"-1\"", parts.main) + "\n";
    body += element("footer", "", element("p", "", escaped(say(language, "report.made-by", {{"version", RAQUETTE_VERSION}})))) + "\n";
    body += jsonIsland("page-words", scriptWords(language));
    if (hasLiveMap) body += jsonIsland("map-data", liveMapData(state, scope, language));
    for (const std::string& script : scripts) body += element("script", "", script) + "\n";
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n{}</head>\n<body>\n{}</body>\n</html>\n",
                       language == Language::French ? "fr" : "en", head, body);
}

}  // namespace raquette::report

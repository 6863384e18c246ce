#include "gis/report/page.h"

#include "gis/model/error.h"
#include "gis/report/html.h"
#include "gis/report/remarks.h"
#include "gis/report/sections.h"
#include "gis/report/svg_map.h"
#include "gis/store/sibling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>

namespace raquette::report {

namespace {

using model::Language;
using text::say;

std::string serviceSection(const store::StudyState& state, std::size_t service, Language language) {
    const analysis::ServiceResult& result = state.analysis.services[service];
    std::string out = element(service == 0 ? "h1" : "h2", "", escaped(findingTitle(result, language))) + "\n";
    out += figures(result, language) + svgMap(state, service, language) + legend(result, language);
    out += holesSection(state, service, language) + existsSection(state, service, language);
    return element("section", "", out) + "\n";
}

}  // namespace

std::string htmlPage(const store::StudyState& state, Language language) {
    const std::string& study = state.study.title.in(language);
    std::string body = element(
        "header", "", element("p", "class=\"study\"", escaped(fmt::format("{} · {}", study, text::date(language, state.study.date)))));
    std::string content;
    if (state.analysis.services.empty())
        content = element("h1", "", escaped(study)) + element("p", "", escaped(say(language, "report.no-service")));
    for (std::size_t i = 0; i < state.analysis.services.size(); ++i) content += serviceSection(state, i, language);
    content += debateSection(state, language);
    content += element("section", "", completenessSection(state, language)) + element("section", "", methodSection(state, language));
    body += element("main", "", content);
    body += element("footer", "", element("p", "", escaped(say(language, "report.made-by", {{"version", RAQUETTE_VERSION}}))));

    const std::string title =
        state.analysis.services.empty() ? study : findingTitle(state.analysis.services.front(), language) + " – " + study;
    const std::string head = "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                             element("title", "", escaped(title)) + "\n" + element("style", "", styleSheet());
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n{}\n</head>\n<body>\n{}\n</body>\n</html>\n",
                       language == Language::French ? "fr" : "en", head, body);
}

void writeHtmlPage(const store::StudyState& state, Language language, const std::filesystem::path& path) {
    store::writeWhole(path, htmlPage(state, language));
}

}  // namespace raquette::report

#include "gis/report/page.h"

#include "gis/report/document.h"
#include "gis/report/html.h"
#include "gis/report/remarks.h"
#include "gis/report/sections.h"
#include "gis/store/sibling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>

namespace raquette::report {

namespace {

using model::Language;
using text::say;

std::string serviceSection(const store::StudyState& state, const MapScope& scope, std::size_t service, Language language) {
    const analysis::ServiceResult& result = state.analysis.services[service];
    std::string out = element(service == 0 ? "h1" : "h2", "", escaped(findingTitle(result, language))) + "\n";
    out += figures(result, language) + mapSection(state, scope, service, language);
    out += holesSection(state, scope, service, language) + existsSection(state, service, language);
    return element("section", "", out) + "\n";
}

}  // namespace

std::string htmlPage(const store::StudyState& state, Language language) {
    const std::string& study = state.study.title.in(language);
    const MapScope scope = wholeStudy(state);
    std::string main;
    if (state.analysis.services.empty())
        main = element("h1", "", escaped(study)) + element("p", "", escaped(say(language, "report.no-service")));
    for (const std::size_t service : scope.services) main += serviceSection(state, scope, service, language);
    main += debateSection(state, language);
    main += element("section", "", completenessSection(state, language)) + element("section", "", methodSection(state, language));
    const std::string title =
        state.analysis.services.empty() ? study : findingTitle(state.analysis.services.front(), language) + " – " + study;
    return documentOf(state, scope, {title, fmt::format("{} · {}", study, text::date(language, state.study.date)), main}, language);
}

void writeHtmlPage(const store::StudyState& state, Language language, const std::filesystem::path& path) {
    store::writeWhole(path, htmlPage(state, language));
}

}  // namespace raquette::report

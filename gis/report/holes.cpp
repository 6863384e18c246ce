#include "gis/report/hole_words.h"
#include "gis/report/html.h"
#include "gis/report/sections.h"
#include "gis/report/svg_map.h"
#include "gis/report/table.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>

namespace raquette::report {

namespace {

using analysis::Gap;
using model::Language;
using text::say;

/// A cell that names its column, for the narrow layout where the header is out of sight, and what it is sorted by where that is not what
/// it says.
std::string labelled(std::string_view styleClass, const std::string& label, const std::string& words, std::string_view attributes = {}) {
    return fmt::format("<td role=\"cell\" class=\"{}\" data-label=\"{}\"{}>{}</td>", styleClass, escaped(label), attributes,
                       escaped(words));
}

std::string row(const std::string& service, const Gap& gap, bool isMore, Language language) {
    const auto head = [&](const char* key) { return say(language, std::string("report.holes.") + key); };
    const auto told = [&](const char* key) { return head(key) + (language == Language::French ? "\u00a0:" : ":"); };
    std::string cells = fmt::format("<td role=\"cell\" class=\"rank\">{}</td>", gap.rank);
    cells += fmt::format("<th role=\"rowheader\" scope=\"row\">{}</th>", escaped(gap.name));
    cells += fmt::format("<td role=\"cell\" class=\"people\" data-unit=\"{}\" data-value=\"{}\">{}</td>", escaped(head("people-unit")),
                         gap.population.value, escaped(text::rounded(language, gap.population)));
    cells += labelled("number", head("area"), areaWords(gap, language),
                      fmt::format(" data-value=\"{:.3f}\"", model::inSquareKilometres(gap.area)));
    cells += labelled("told", told("nearest"), nearestWords(gap, language),
                      gap.nearest ? fmt::format(" data-value=\"{:.0f}\"", gap.nearest->value) : " data-value=\"\"");
    cells += labelled("told", told("cause"), say(language, "cause." + std::string(name(gap.cause))));
    cells += labelled("told", told("certainty"), head(gap.certain ? "certain" : "uncertain"));
    return fmt::format("<tr role=\"row\" id=\"hole-{}-{}\" data-rank=\"{}\"{}>{}</tr>\n", escaped(service), gap.rank, gap.rank,
                       isMore ? " class=\"more\"" : "", cells);
}

std::string header(Language language) {
    std::string cells;
    const auto isNumber = [](std::string_view key) { return key != "name" && key != "cause" && key != "certainty"; };
    for (const char* key : {"rank", "name", "people", "area", "nearest", "cause", "certainty"}) {
        cells += element("th", "role=\"columnheader\" scope=\"col\" " + sortAttribute(isNumber(key)),
                         escaped(say(language, std::string("report.holes.") + key)));
    }
    return "<thead role=\"rowgroup\"><tr role=\"row\">" + cells + "</tr></thead>\n";
}

}  // namespace

std::string holesSection(const store::StudyState& state, const MapScope& scope, std::size_t service, Language language) {
    const std::string title = escaped(say(language, "report.holes.title"));
    std::string out = element("h2", "", title);
    const std::vector<const Gap*> holes = holesOf(state, service, scope);
    if (holes.empty())
        return out + element("p", "", escaped(say(language, scope.territory ? "report.holes.none-here" : "report.holes.none")));
    if (scope.territory) out += element("p", "", escaped(say(language, "report.holes.here")));
    std::string rows;
    for (std::size_t i = 0; i < holes.size(); ++i)
        rows += row(state.analysis.services[service].service.id, *holes[i], i >= numberedHoles, language);
    if (holes.size() > numberedHoles) {
        const std::string words =
            say(language, "report.holes.all", {{"n", text::number(language, static_cast<std::int64_t>(holes.size()))}});
        out += fmt::format("<input type=\"checkbox\" class=\"all\" id=\"all-{0}\"><label for=\"all-{0}\">{1}</label>\n", service,
                           escaped(words));
    }
    return out +
           fmt::format("<table role=\"table\" class=\"holes sortable\" data-service=\"{}\" data-first=\"{}\">", service, numberedHoles) +
           element("caption", "class=\"unseen\"", title) + "\n" + header(language) + "<tbody role=\"rowgroup\">\n" + rows +
           "</tbody></table>\n";
}

}  // namespace raquette::report

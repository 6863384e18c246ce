#include "gis/report/html.h"
#include "gis/report/sections.h"
#include "gis/report/svg_map.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::report {

namespace {

using analysis::Gap;
using model::Language;
using text::say;

/// A cell that names its column, for the narrow layout where the header is out of sight.
std::string labelled(std::string_view styleClass, const std::string& label, const std::string& words) {
    return fmt::format("<td role=\"cell\" class=\"{}\" data-label=\"{}\">{}</td>", styleClass, escaped(label), escaped(words));
}

std::string nearestWords(const Gap& gap, Language language) {
    if (!gap.nearest) return say(language, "report.holes.no-nearest");
    if (isBeyondReason(*gap.nearest)) return farWords(language);
    return fmt::format("{} ({})", gap.nearestName, text::distance(language, *gap.nearest));
}

std::string areaWords(const Gap& gap, Language language) {
    const double km2 = model::inSquareKilometres(gap.area);
    return text::decimal(language, km2, km2 < 10 ? 1 : 0) + " km²";
}

std::string row(const std::string& service, const Gap& gap, Language language) {
    const auto head = [&](const char* key) { return say(language, std::string("report.holes.") + key); };
    const auto told = [&](const char* key) { return head(key) + (language == Language::French ? "\u00a0:" : ":"); };
    std::string cells = fmt::format("<td role=\"cell\" class=\"rank\">{}</td>", gap.rank);
    cells += fmt::format("<th role=\"rowheader\" scope=\"row\">{}</th>", escaped(gap.name));
    cells += fmt::format("<td role=\"cell\" class=\"people\" data-unit=\"{}\">{}</td>", escaped(head("people-unit")),
                         escaped(text::rounded(language, gap.population)));
    cells += labelled("number", head("area"), areaWords(gap, language));
    cells += labelled("told", told("nearest"), nearestWords(gap, language));
    cells += labelled("told", told("cause"), say(language, "cause." + std::string(name(gap.cause))));
    cells += labelled("told", told("certainty"), head(gap.certain ? "certain" : "uncertain"));
    return fmt::format("<tr role=\"row\" id=\"hole-{}-{}\"{}>{}</tr>\n", escaped(service), gap.rank,
                       gap.rank > numberedHoles ? " class=\"more\"" : "", cells);
}

std::string header(Language language) {
    std::string cells;
    for (const char* key : {"rank", "name", "people", "area", "nearest", "cause", "certainty"}) {
        cells += element("th", "role=\"columnheader\" scope=\"col\"", escaped(say(language, std::string("report.holes.") + key)));
    }
    return "<thead role=\"rowgroup\"><tr role=\"row\">" + cells + "</tr></thead>\n";
}

}  // namespace

std::string holesSection(const store::StudyState& state, std::size_t service, Language language) {
    const analysis::ServiceResult& result = state.analysis.services[service];
    if (result.gaps.empty())
        return element("h2", "", escaped(say(language, "report.holes.title"))) +
               element("p", "", escaped(say(language, "report.holes.none")));
    std::string rows;
    for (const Gap& gap : result.gaps) rows += row(result.service.id, gap, language);
    std::string out = element("h2", "", escaped(say(language, "report.holes.title")));
    const bool many = std::ranges::any_of(result.gaps, [](const Gap& gap) { return gap.rank > numberedHoles; });
    if (many) {
        const std::string words =
            say(language, "report.holes.all", {{"n", text::number(language, static_cast<std::int64_t>(result.gaps.size()))}});
        out += fmt::format("<input type=\"checkbox\" class=\"all\" id=\"all-{0}\"><label for=\"all-{0}\">{1}</label>\n", service,
                           escaped(words));
    }
    return out + "<table role=\"table\" class=\"holes\">\n" + header(language) + "<tbody role=\"rowgroup\">\n" + rows +
           "</tbody></table>\n";
}

}  // namespace raquette::report

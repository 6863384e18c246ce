#include "gis/report/html.h"
#include "gis/report/sections.h"
#include "gis/report/svg_map.h"
#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"
#include "gis/text/palette.h"

#include <fmt/format.h>

namespace raquette::report {

namespace {

using analysis::ServiceResult;
using model::Language;
using text::say;

const analysis::Indicator* ofStudy(const ServiceResult& result) {
    for (const analysis::Indicator& indicator : result.indicators) {
        if (indicator.territory.level == model::Level::Study) return &indicator;
    }
    return nullptr;
}

std::string shareOf(Language language, model::Inhabitants part, model::Inhabitants whole) {
    return whole.value == 0 ? "–" : text::percent(language, {static_cast<double>(part.value) / static_cast<double>(whole.value)});
}

std::string moves(const ServiceResult& result, const analysis::Indicator& study, Language language) {
    if (!result.coveredAtShorter || !result.coveredAtLonger) return {};
    const auto uncovered = [&](model::Inhabitants covered) { return shareOf(language, study.population - covered, study.population); };
    return say(language, "report.moves",
               {{"shorter", text::movedReach(language, result.service.reach, -5)},
                {"at-shorter", uncovered(*result.coveredAtShorter)},
                {"longer", text::movedReach(language, result.service.reach, 5)},
                {"at-longer", uncovered(*result.coveredAtLonger)}});
}

std::string swatch(const std::string& styleClass, const std::string& words) {
    return fmt::format("<li><svg class=\"swatch\" viewBox=\"0 0 24 14\" aria-hidden=\"true\">{}</svg>{}</li>\n",
                       styleClass == "provider"
                           ? "<circle class=\"provider\" cx=\"12\" cy=\"7\" r=\"4\"/>"
                           : fmt::format("<rect class=\"{}\" x=\"0.5\" y=\"0.5\" width=\"23\" height=\"13\"/>", styleClass),
                       escaped(words));
}

std::string densityWords(const text::DensityClasses& classes, std::size_t rank, Language language) {
    const auto bound = [&](std::size_t at) { return text::decimal(language, classes.upperBounds[at], 0); };
    if (rank == 0) return say(language, "report.legend.density-first", {{"to", bound(0)}});
    if (rank == classes.upperBounds.size()) return say(language, "report.legend.density-last", {{"from", bound(rank - 1)}});
    return say(language, "report.legend.density-middle", {{"from", bound(rank - 1)}, {"to", bound(rank)}});
}

}  // namespace

std::string findingTitle(const ServiceResult& result, Language language) {
    const std::string what = inSentence(result.service.label.in(language).empty() ? result.service.id : result.service.label.in(language));
    return say(language, "report.finding", {{"service", what}, {"reach", reachWords(language, result.service.reach)}});
}

std::string figures(const ServiceResult& result, Language language) {
    const analysis::Indicator* study = ofStudy(result);
    if (study == nullptr) return {};
    const model::Inhabitants uncovered = study->population - study->coveredPopulation;
    std::string out = element("p", "class=\"figure\"",
                              element("strong", "", escaped(text::rounded(language, uncovered))) + " " +
                                  escaped(say(language, "report.figure", {{"share", shareOf(language, uncovered, study->population)}})));
    out += element("p", "class=\"moves\"", escaped(moves(result, *study, language)));
    const analysis::Dropped& few = result.fewPeople;
    if (few.count > 0 || result.slivers.population.value > 0) {
        const model::Inhabitants people = few.population + result.slivers.population;
        out += element("p", "class=\"moves\"", escaped(say(language, "report.dropped", {{"n", text::number(language, people.value)}})));
    }
    return out;
}

std::string legend(const ServiceResult& result, Language language) {
    const std::string reach = reachWords(language, result.service.reach);
    std::string items = swatch("covered", say(language, "report.legend.covered", {{"reach", reach}}));
    items += swatch("possible", say(language, "report.legend.possible"));
    items += swatch("hole hole-edge", say(language, "report.legend.hole", {{"reach", reach}}));
    const text::DensityClasses& classes = text::unservedPerKm2();
    for (std::size_t i = 0; i < classes.colours.size(); ++i)
        items += swatch(fmt::format("density-{}", i), densityWords(classes, i, language));
    items += swatch("provider", say(language, "report.legend.provider",
                                    {{"n", text::number(language, static_cast<std::int64_t>(result.providers.size()))}}));
    return element("ul", "class=\"legend\"", items);
}

std::string mapSection(const store::StudyState& state, const MapScope& scope, std::size_t service, Language language) {
    std::string credits;
    for (const std::string& attribution : state.reference.attributions) credits += (credits.empty() ? "" : " · ") + attribution;
    std::string out = element("div", "class=\"still\"", svgMap(state, scope, service, language));
    if (!credits.empty()) out += element("p", "class=\"credits\"", escaped(credits)) + "\n";
    out += element("p", "class=\"moves\"", escaped(say(language, "report.map.alternative"))) + "\n";
    return element("div", fmt::format("class=\"maps\" data-service=\"{}\"", service), out) + "\n" +
           legend(state.analysis.services[service], language);
}

}  // namespace raquette::report

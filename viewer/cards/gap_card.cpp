#include "gis/analysis/territory_units.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/wording.h"

#include <cmath>

namespace raquette::viewer {

namespace {

using model::Language;
using text::say;

std::string whyText(const analysis::Gap& gap, Language language) {
    std::string why = say(language, "cause." + std::string(analysis::name(gap.cause)));
    if (!gap.certain) why += ". " + say(language, "card.uncertain", {{"people", peopleText(language, gap.certainPopulation)}});
    return why;
}

std::string whereText(const analysis::Gap& gap, Language language) {
    std::string where;
    for (const analysis::GapPlace& place : gap.places) {
        where += (where.empty() ? "" : "\n") + place.name + ", " + peopleText(language, place.population);
    }
    return where;
}

/// The bodies whose people it holds: those to talk to.
void addBodies(const store::StudyState& state, const analysis::Gap& gap, Language language, Card& card) {
    constexpr std::size_t most = 4;
    Card::Answer answer{say(language, "card.bodies"), "", {}};
    std::size_t left = 0;
    const auto add = [&](model::Level level, const std::vector<std::string>& codes) {
        for (std::size_t i = 0; i < std::min(most, codes.size()); ++i) answer.links.push_back(linkTo(state, {level, codes[i]}, language));
        left += codes.size() - std::min(most, codes.size());
    };
    add(model::Level::Departement, gap.departements);
    add(model::Level::Epci, gap.epcis);
    if (answer.links.empty()) return;
    card.answers.push_back(std::move(answer));
    if (left > 0) card.answers.push_back({"", say(language, "card.bodies.more", {{"n", std::to_string(left)}})});
}

std::string whenceText(const store::StudyState& state, const analysis::ServiceResult& result, Language language) {
    std::string whence = say(language, "card.whence.gap",
                             {{"reach", reachText(language, result.service.reach)},
                              {"model", say(language, "population." + std::string(model::name(state.reference.populationModel)))}});
    if (!state.analysis.completenessStated) whence += " " + say(language, "note.completeness-not-stated");
    return whence;
}

}  // namespace

Card gapCard(const store::StudyState& state, const analysis::ServiceResult& result, const analysis::Gap& gap, Language language) {
    Card card;
    card.kicker = say(language, "card.gap", {{"rank", std::to_string(gap.rank)}});
    card.title = gap.name;
    card.answers.push_back({"", peopleText(language, gap.population) + ", " +
                                    text::number(language, std::llround(model::inSquareKilometres(gap.area))) + "\u00a0km²"});
    card.answers.push_back({say(language, "card.why"), whyText(gap, language)});
    if (!gap.places.empty()) card.answers.push_back({say(language, "card.people-where"), whereText(gap, language)});
    if (gap.nearest)
        card.answers.push_back({say(language, "card.nearest"), gap.nearestName + ", " + text::distance(language, *gap.nearest)});
    if (gap.deepest) card.answers.push_back({say(language, "card.deepest"), text::distance(language, *gap.deepest)});
    addBodies(state, gap, language, card);
    card.answers.push_back(
        {say(language, "card.whence"),
         whenceText(state, result, language),
         {{CardLink::Act::Explain, "gap:" + result.service.id + ":" + std::to_string(gap.rank), say(language, "card.explain")}}});
    if (std::holds_alternative<model::Metres>(result.service.reach)) {
        card.actions.push_back({CardLink::Act::OpenHere, "gap", say(language, "card.open-here")});
    }
    return card;
}

}  // namespace raquette::viewer

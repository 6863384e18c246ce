#include "gis/text/catalogue.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/wording.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

using model::Language;
using text::say;

/// What the service would lose without it.
std::string aloneText(const analysis::ServiceResult& result, const model::Actor& record, Language language) {
    for (std::size_t i = 0; i < std::min(result.providers.size(), result.onlyReached.size()); ++i) {
        if (result.providers[i].id != record.id) continue;
        if (result.onlyReached[i].value == 0) return say(language, "card.alone.nobody");
        return peopleText(language, result.onlyReached[i]);
    }
    return {};
}

std::string functionsText(const model::Actor& record) {
    std::string functions;
    for (const std::string& function : record.functions) functions += (functions.empty() ? "" : ", ") + function;
    return functions.empty() ? record.type.str() : functions;
}

}  // namespace

Card recordCard(const store::StudyState& state, const analysis::ServiceResult* result, const model::Actor& record, Language language) {
    Card card;
    card.kicker = say(language, "card.record");
    card.title = record.name;
    const auto add = [&](const std::string& key, const std::string& answer) {
        if (!answer.empty()) card.answers.push_back({say(language, key), answer});
    };
    add("card.functions", functionsText(record));
    if (result) add("card.alone", aloneText(*result, record, language));
    if (record.capacity) add("card.capacity", text::number(language, *record.capacity));
    add("card.network", record.network);
    if (!record.place.commune.empty()) {
        card.answers.push_back(
            {say(language, "card.commune"), "", {linkTo(state, {model::Level::Commune, record.place.commune}, language)}});
    }
    add("card.precision", say(language, "precision." + std::string(model::name(record.place.precision))));
    card.answers.push_back(
        {say(language, "card.whence"),
         say(language, "card.whence.record", {{"source", record.origin.source}, {"row", std::to_string(record.origin.row)}}),
         {{CardLink::Act::Explain, record.id, say(language, "card.explain")}}});
    const bool serves = result && std::holds_alternative<model::Metres>(result->service.reach) &&
                        std::ranges::find(result->providers, record.id.str(), &analysis::Provider::id) != result->providers.end();
    if (serves) card.actions.push_back({CardLink::Act::Close, record.id, say(language, "card.close")});
    return card;
}

}  // namespace raquette::viewer

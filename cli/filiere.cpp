#include "cli/filiere.h"

#include "cli/json.h"
#include "gis/analysis/filiere/words.h"
#include "gis/model/link.h"

#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using model::Level;
using nlohmann::ordered_json;

/// A store holds every territory and pair; a document shows the wide ones and the first.
constexpr std::size_t mostPairs = 50;

bool isWide(Level level) {
    return level != Level::Commune && level != Level::Epci;
}

ordered_json kilometres(const std::optional<model::Metres>& length) {
    return length ? ordered_json(tidy(model::inKilometres(*length))) : ordered_json(nullptr);
}

ordered_json presenceJson(const analysis::Filiere& filiere, const analysis::FunctionPresence& row) {
    ordered_json presence{{"territory", filiere.territories[row.territory].text()},
                          {"function", filiere.functions[row.function]},
                          {"structures", row.structures},
                          {"members", row.members},
                          {"not_members", row.notMembers},
                          {"poolable", row.poolable}};
    if (row.structures == 0) {
        presence["nearest_km"] = kilometres(row.nearest);
        presence["nearest_name"] = row.nearestName;
    }
    return presence;
}

ordered_json serviceIds(const store::StudyState& state, const std::vector<bool>& reached, bool wanted) {
    ordered_json ids = ordered_json::array();
    for (std::size_t i = 0; i < reached.size(); ++i) {
        if (reached[i] == wanted) ids.push_back(state.analysis.services[i].service.id);
    }
    return ids;
}

ordered_json basketJson(const store::StudyState& state, const analysis::Basket& basket) {
    return {{"territory", basket.territory.text()},
            {"reached", serviceIds(state, basket.reached, true)},
            {"lacking", serviceIds(state, basket.reached, false)},
            {"population", basket.population.value},
            {"all_population", basket.withAll.value},
            {"none_population", basket.withNone.value},
            {"type", basket.type + 1},
            {"differs", basket.differs}};
}

ordered_json typeJson(const store::StudyState& state, const analysis::BasketType& type) {
    ordered_json territories = ordered_json::object();
    for (std::size_t level = 0; level < type.territories.size(); ++level) {
        if (type.territories[level] > 0) territories[std::string(name(static_cast<Level>(level)))] = type.territories[level];
    }
    return {{"label", analysis::basketWords(state.analysis, type.reached, state.study.language)},
            {"reached", serviceIds(state, type.reached, true)},
            {"territories", territories},
            {"population", type.population.value}};
}

ordered_json intensitiesJson(const analysis::LinksByIntensity& links) {
    using enum model::Intensity;
    const auto count = [&](model::Intensity intensity) { return links[static_cast<std::size_t>(intensity)]; };
    return {{"simple", count(Simple)}, {"double", count(Double)}, {"triple", count(Triple)}, {"unknown", count(Unknown)}};
}

ordered_json groupJson(const analysis::CooperationGroup& group) {
    return {{"rank", group.rank},
            {"id", group.id},
            {"structures", group.structures},
            {"links", intensitiesJson(group.byIntensity)},
            {"not_found", group.notFound},
            {"bridge_structures", group.bridgeStructures},
            {"bridge_links", group.bridgeLinks}};
}

ordered_json bridgeJson(const analysis::Bridge& bridge) {
    return {{"kind", bridge.isLink ? "link" : "structure"},
            {"id", bridge.id},
            {"name", bridge.name},
            {"group", bridge.group},
            {"parts", bridge.parts},
            {"cut_off", bridge.cutOff}};
}

ordered_json pairJson(const analysis::Complementarity& pair) {
    return {{"ids", pair.ids}, {"names", pair.names}, {"brings", pair.brings}, {"distance_km", kilometres(pair.distance)}};
}

ordered_json linksJson(const analysis::Cooperation& found, const analysis::TerritoryLinks& row) {
    return {{"territory", found.territories[row.territory].text()},
            {"links", intensitiesJson(row.byIntensity)},
            {"inside", row.inside},
            {"across", row.across},
            {"unsure", row.unsure},
            {"ended", row.ended},
            {"to_come", row.toCome}};
}

}  // namespace

ordered_json filiereJson(const store::StudyState& state) {
    const analysis::Filiere& filiere = state.analysis.filiere;
    ordered_json document{{"structures", filiere.structures},
                          {"members", filiere.members},
                          {"not_members", filiere.notMembers},
                          {"without_function", filiere.withoutFunction},
                          {"nowhere", filiere.nowhere}};
    document["functions"] = document["baskets"] = document["types"] = document["unheard"] = ordered_json::array();
    for (const analysis::FunctionPresence& row : filiere.presences) {
        if (isWide(filiere.territories[row.territory].level)) document["functions"].push_back(presenceJson(filiere, row));
    }
    for (const std::uint32_t function : filiere.unheard) document["unheard"].push_back(filiere.functions[function]);
    for (const analysis::Basket& basket : filiere.baskets) {
        if (isWide(basket.territory.level)) document["baskets"].push_back(basketJson(state, basket));
    }
    for (const analysis::BasketType& type : filiere.types) document["types"].push_back(typeJson(state, type));
    return document;
}

ordered_json cooperationJson(const store::StudyState& state) {
    const analysis::Cooperation& found = state.analysis.cooperation;
    ordered_json document{
        {"links", intensitiesJson(found.byIntensity)}, {"ended", found.ended}, {"to_come", found.toCome}, {"undated", found.undated},
        {"parties_not_found", found.partiesNotFound},  {"alone", found.alone}};
    document["territories"] = document["groups"] = document["bridges"] = document["complementarities"] = ordered_json::array();
    for (const analysis::TerritoryLinks& row : found.links) {
        if (isWide(found.territories[row.territory].level)) document["territories"].push_back(linksJson(found, row));
    }
    for (const analysis::CooperationGroup& group : found.groups) document["groups"].push_back(groupJson(group));
    for (const analysis::Bridge& bridge : found.bridges) document["bridges"].push_back(bridgeJson(bridge));
    const std::size_t shown = std::min(mostPairs, found.complementarities.size());
    for (std::size_t i = 0; i < shown; ++i) document["complementarities"].push_back(pairJson(found.complementarities[i]));
    document["complementarities_left_out"] =
        found.complementarities.size() - shown + static_cast<std::size_t>(found.complementaritiesLeftOut);
    return document;
}

}  // namespace raquette::cli

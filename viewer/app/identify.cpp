#include "viewer/app/identify.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/map/scene_parts.h"
#include "viewer/sheets/figures.h"
#include "viewer/sheets/wording.h"

#include <cmath>

namespace raquette::viewer {

namespace {

using model::Language;
using text::say;

Card gapCard(const store::StudyState& state, const analysis::ServiceResult& result, const analysis::Gap& gap, Language language) {
    Card card;
    card.kicker = say(language, "card.gap", {{"rank", std::to_string(gap.rank)}});
    card.title = gap.name;
    card.answers.push_back({"", peopleText(language, gap.population) + ", " +
                                    text::number(language, std::llround(model::inSquareKilometres(gap.area))) + "\u00a0km²"});
    std::string why = say(language, "cause." + std::string(analysis::name(gap.cause)));
    if (!gap.certain) why += ". " + say(language, "card.uncertain", {{"people", peopleText(language, gap.certainPopulation)}});
    card.answers.push_back({say(language, "card.why"), why});
    if (gap.nearest)
        card.answers.push_back({say(language, "card.nearest"), gap.nearestName + ", " + text::distance(language, *gap.nearest)});
    if (gap.deepest) card.answers.push_back({say(language, "card.deepest"), text::distance(language, *gap.deepest)});
    std::string whence = say(language, "card.whence.gap",
                             {{"reach", reachText(language, result.service.reach)},
                              {"model", say(language, "population." + std::string(model::name(state.reference.populationModel)))}});
    if (!state.analysis.completenessStated) whence += " " + say(language, "note.completeness-not-stated");
    card.answers.push_back({say(language, "card.whence"), whence});
    return card;
}

const model::Actor* recordOf(const model::Dataset& dataset, const std::string& id) {
    for (const model::Venue& venue : dataset.venues) {
        if (venue.id == id) return &venue;
    }
    for (const model::Actor& actor : dataset.actors) {
        if (actor.id == id) return &actor;
    }
    return nullptr;
}

Card recordCard(const store::StudyState& state, const model::Actor& record, Language language) {
    Card card;
    card.kicker = say(language, "card.record");
    card.title = record.name;
    const auto add = [&](const std::string& key, const std::string& answer) {
        if (!answer.empty()) card.answers.push_back({say(language, key), answer});
    };
    const std::int32_t commune = indexOf(state.reference.communes, record.place.commune);
    if (commune != model::nowhere) add("card.commune", state.reference.communes[static_cast<std::size_t>(commune)].name);
    std::string functions;
    for (const std::string& function : record.functions) functions += (functions.empty() ? "" : ", ") + function;
    add("card.functions", functions.empty() ? record.type.str() : functions);
    if (record.capacity) add("card.capacity", text::number(language, *record.capacity));
    add("card.network", record.network);
    add("card.precision", say(language, "precision." + std::string(model::name(record.place.precision))));
    add("card.whence", say(language, "card.whence.record", {{"source", record.origin.source}, {"row", std::to_string(record.origin.row)}}));
    return card;
}

Card territoryCard(const store::StudyState& state, const MapScene& scene, const model::TerritoryId& id, Language language) {
    Card card;
    card.kicker = say(language, "level." + std::string(model::name(id.level)));
    const std::int32_t at = indexOf(state.reference.departements, id.code);
    if (at == model::nowhere) return card;
    const model::Unit& departement = state.reference.departements[static_cast<std::size_t>(at)];
    card.title = departement.name;
    card.answers.push_back(
        {say(language, "card.population"), say(language, "sheet.inhabitants", {{"n", text::rounded(language, departement.population)}})});
    if (!scene.service) return card;
    const Figures figures = figuresOf(state.reference, state.analysis.services[*scene.service], id);
    if (const auto share = figures.shareOf(figures.uncovered())) {
        card.answers.push_back({say(language, "card.uncovered-here"),
                                say(language, "sheet.figure",
                                    {{"people", peopleText(language, figures.uncovered())}, {"share", text::percent(language, *share)}})});
    }
    return card;
}

}  // namespace

bool contains(const geometry::PlaneShape& shape, geometry::PlanePoint point) {
    bool inside = false;
    for (std::size_t r = 0; r < shape.ringCount(); ++r) {
        const auto ring = shape.ring(r);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const geometry::PlanePoint& a = ring[i - 1];
            const geometry::PlanePoint& b = ring[i];
            if ((a.y > point.y) != (b.y > point.y) && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
        }
    }
    return inside;
}

Identified identify(const store::StudyState& state, const MapScene& scene, const LandScene& land, geometry::PlanePoint at, double reach) {
    Identified found;
    double nearest = reach;
    for (std::size_t i = 0; i < land.dots.size(); ++i) {
        const double distance = std::hypot(land.dots[i].at.x - at.x, land.dots[i].at.y - at.y);
        if (distance > nearest) continue;
        nearest = distance;
        found = {Identified::Kind::Dot, i, land.dots[i].id};
    }
    if (found.kind != Identified::Kind::Nothing) return found;
    if (scene.layer.kind == LayerKind::Gaps) {
        for (const HolePiece& hole : land.holes) {
            if (hole.piece.box.contains(at) && contains(hole.piece.shape, at)) return {Identified::Kind::Gap, hole.gap, {}};
        }
    }
    for (const model::Unit& departement : state.reference.departements) {
        const model::TerritoryId id{model::Level::Departement, departement.code};
        const auto pieces = byLand(departement.shape);
        const auto here = pieces.find(land.land);
        if (here != pieces.end() && contains(here->second, at)) return {Identified::Kind::Territory, 0, id.text()};
    }
    return found;
}

Card cardOf(const store::StudyState& state, const MapScene& scene, const Identified& found, Language language) {
    if (found.kind == Identified::Kind::Gap && scene.service) {
        const analysis::ServiceResult& result = state.analysis.services[*scene.service];
        if (found.index < result.gaps.size()) return gapCard(state, result, result.gaps[found.index], language);
    }
    if (found.kind == Identified::Kind::Dot) {
        if (const model::Actor* record = recordOf(state.dataset, found.id)) return recordCard(state, *record, language);
    }
    if (found.kind == Identified::Kind::Territory) {
        if (const auto id = model::TerritoryId::parse(found.id)) return territoryCard(state, scene, *id, language);
    }
    return {"", say(language, "card.nothing"), {}};
}

}  // namespace raquette::viewer

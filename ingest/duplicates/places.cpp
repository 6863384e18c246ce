#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"
#include "ingest/duplicates/decisions.h"
#include "ingest/duplicates/duplicates.h"
#include "ingest/duplicates/question.h"
#include "ingest/duplicates/records_by_row.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace raquette::ingest {

namespace {

using model::Actor;
using OriginKey = std::pair<std::string, long>;

/// Issues that leave open where a kept record stands.
constexpr std::array<std::string_view, 5> placeIssues{"far-position", "ambiguous-commune", "misplaced-commune", "commune-alone",
                                                      "unknown-commune"};
/// A position a person gave is where they say, within a house or two.
constexpr model::Metres givenUncertainty{50};

bool isAboutPlace(const model::Issue& issue) {
    return issue.effect == model::IssueEffect::Noted && std::ranges::find(placeIssues, issue.what) != placeIssues.end();
}

std::string departementAt(const model::Reference& reference, geometry::LonLat at) {
    for (const model::Unit& departement : reference.departements) {
        if (!departement.shape.empty() && contains(departement.shape, at)) return departement.code;
    }
    return {};
}

void placeAtCommune(const model::Reference& reference, const std::string& code, model::Place& place) {
    const model::Commune& commune = reference.communes[static_cast<std::size_t>(indexOf(reference.communes, code))];
    place = {};
    place.commune = code;
    place.method = "decision";
    if (commune.departement != model::nowhere)
        place.departement = reference.departements[static_cast<std::size_t>(commune.departement)].code;
    if (!commune.point) return;
    place.position = commune.point;
    place.precision = model::Precision::Commune;
    place.uncertainty = commune.uncertainty;
}

/// The commune it lies in where the reference has outlines; without them, its own while the position may be in it, else none.
void placeAtPosition(const model::Reference& reference, geometry::LonLat at, model::Place& place) {
    const std::string before = place.commune;
    const std::string departementBefore = place.departement;
    place = {at, model::Precision::Exact, givenUncertainty, "decision", "", departementAt(reference, at)};
    for (std::size_t i = 0; i < reference.communeShapes.size(); ++i) {
        if (!boxOf(reference.communeShapes[i]).contains(at.lon, at.lat) || !contains(reference.communeShapes[i], at)) continue;
        place.commune = reference.communes[i].code;
        return;
    }
    const std::int32_t index = indexOf(reference.communes, before);
    if (index == model::nowhere || reference.hasCommunePolygons()) return;
    const model::Commune& commune = reference.communes[static_cast<std::size_t>(index)];
    if (!commune.point || geodesicDistance(at, *commune.point) > commune.uncertainty) return;
    place.commune = before;
    if (place.departement.empty()) place.departement = departementBefore;
}

}  // namespace

void settlePlaces(const model::Study& study, const model::Reference& reference, model::Dataset& dataset) {
    NamedRecords<Actor*> byId(study, true);
    if (!byId.empty()) {
        for (Actor& actor : dataset.actors) byId.add(actor, &actor);
        for (model::Venue& venue : dataset.venues) byId.add(venue, &venue);
    }
    std::set<OriginKey> settled;
    for (const model::Decision& decision : study.decisions) {
        if (!decision.isPlace()) continue;
        const std::optional<Actor*> record = byId.find(decision.records.front());
        if (!record) {
            noteUnknownId(study, decision, decision.records.front(), dataset.issues);
            continue;
        }
        model::Place& place = (*record)->place;
        decision.position ? placeAtPosition(reference, *decision.position, place) : placeAtCommune(reference, decision.commune, place);
        settled.emplace((*record)->origin.source, (*record)->origin.row);
    }
    if (!settled.empty()) {
        std::erase_if(dataset.issues,
                      [&](const model::Issue& issue) { return isAboutPlace(issue) && settled.contains({issue.source, issue.row}); });
    }
    if (std::ranges::none_of(dataset.issues, isAboutPlace)) return;
    const RecordsByRow records(dataset);
    for (const model::Issue& issue : dataset.issues) {
        if (!isAboutPlace(issue)) continue;
        const Actor* record = records.at(issue.source, issue.row);
        // A name nobody could read does no harm where coordinates placed the row.
        if (record == nullptr || (issue.what != "far-position" && record->place.position)) continue;
        dataset.questions.push_back(placeQuestion(study, *record, issue));
    }
}

}  // namespace raquette::ingest

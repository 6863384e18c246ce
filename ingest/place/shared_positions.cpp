#include "gis/geometry/geodesic.h"
#include "ingest/place/georeference.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace raquette::ingest {

namespace {

/// A position this near to the commune's own point is that point, rounded.
constexpr model::Metres samePoint{20};

}  // namespace

void Georeferencer::downgradeSharedPositions(std::vector<model::Place*>& places) const {
    using Key = std::tuple<std::string, double, double>;
    std::map<Key, std::vector<model::Place*>> byPoint;
    for (model::Place* place : places) {
        if (place->precision != model::Precision::Exact || place->commune.empty()) continue;
        byPoint[{place->commune, place->position->lon, place->position->lat}].push_back(place);
    }
    for (auto& [key, sharing] : byPoint) {
        const std::int32_t index = model::indexOf(gazetteer_.reference().communes, std::get<0>(key));
        if (index == model::nowhere) continue;
        const model::Commune& commune = gazetteer_.commune(index);
        const geometry::LonLat at = *sharing.front()->position;
        const model::Metres fromPoint = commune.point ? geometry::geodesicDistance(at, *commune.point) : model::Metres{};
        if (sharing.size() == 1 && !(commune.point && fromPoint <= samePoint)) continue;
        for (model::Place* place : sharing) {
            place->precision = model::Precision::Commune;
            // Anywhere in the commune: its farthest border is no farther from here than from its own point plus the way between.
            place->uncertainty = commune.uncertainty + fromPoint;
        }
    }
}

}  // namespace raquette::ingest

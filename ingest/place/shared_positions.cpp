#include "gis/geometry/geodesic.h"
#include "ingest/place/georeference.h"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <tuple>

namespace raquette::ingest {

using model::nowhere;
using model::Place;

namespace {

/// A position this near to the commune's own point is that point, rounded.
constexpr model::Metres samePoint{20};
constexpr std::string_view byCoordinates = "coordinates";

}  // namespace

bool Georeferencer::mayBeShared(const Place& place) {
    return place.method == byCoordinates && !place.commune.empty();
}

std::optional<Place> Georeferencer::atAddressInstead(SourceReading& reading, const PlacedRow& placed) const {
    // What the row says of its commune was told when it was read.
    model::Issues told;
    SourceReading again = reading.part(told);
    const std::pair key(placed.row->file, placed.row->number);
    if (const auto withheld = reading.withheld.find(key); withheld != reading.withheld.end()) again.withheld.insert(*withheld);
    RecordRow known(again, *placed.row);
    Named named = communeOf(known);
    settle(known, positionOf(known, named), named);
    if (named.abroad) return std::nullopt;
    AddressContext context = contextOf(known, named);
    if (context.commune == nowhere) {  // the outline it lies in says which
        context.commune = model::indexOf(gazetteer_.reference().communes, placed.place->commune);
        context.method = byCoordinates;
    }
    if (!addresses_->knows(context.commune)) return std::nullopt;
    RecordRow row(reading, *placed.row);
    auto place = atAddress(row, context);
    if (place) row.noteAlike("address", "shared-position");
    return place;
}

void Georeferencer::settleSharedPositions(SourceReading& reading, std::vector<PlacedRow> placed) const {
    const auto point = [](const PlacedRow& one) {
        return std::tuple(std::string_view(one.place->commune), one.place->position->lon, one.place->position->lat);
    };
    std::ranges::stable_sort(placed, {}, point);
    for (auto first = placed.begin(); first != placed.end();) {
        const std::ranges::subrange sharing(first, std::ranges::upper_bound(first, placed.end(), point(*first), {}, point));
        first = sharing.end();
        const std::int32_t index = model::indexOf(gazetteer_.reference().communes, sharing.front().place->commune);
        if (index == nowhere) continue;
        const model::Commune& commune = gazetteer_.commune(index);
        const geometry::LonLat at = *sharing.front().place->position;
        const model::Metres fromPoint = commune.point ? geometry::geodesicDistance(at, *commune.point) : model::Metres{};
        if (sharing.size() == 1 && !(commune.point && fromPoint <= samePoint)) continue;
        for (const PlacedRow& one : sharing) {
            one.place->precision = model::Precision::Commune;
            // Anywhere in the commune: its farthest border is no farther from here than from its own point plus the way between.
            one.place->uncertainty = commune.uncertainty + fromPoint;
            if (!addresses_ || !reading.columns.has("address")) continue;
            if (auto better = atAddressInstead(reading, one)) *one.place = *std::move(better);
        }
    }
}

}  // namespace raquette::ingest

#include "gis/geometry/geodesic.h"
#include "ingest/place/georeference.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace raquette::ingest {

using model::nowhere;
using model::Place;

namespace {

/// A position this near to the commune's own point is that point, rounded.
constexpr model::Metres samePoint{20};
constexpr std::string_view byCoordinates = "coordinates";

/// A row with an address and nothing else, to be asked and told about as the row itself.
TableRow rowOf(const SourceReading& reading, const KeptAddress& kept) {
    TableRow row;
    row.number = kept.row;
    row.cells.resize(reading.table.header.size());
    row.cells[reading.columns.keys.find("address")->second.front()] = kept.address;
    const auto& files = reading.table.readings;
    const auto file = std::ranges::find(files, kept.file, &TableReading::file);
    if (file != files.end()) row.file = static_cast<std::uint32_t>(file - files.begin());
    return row;
}

using RowAndPoint = std::tuple<long, std::int32_t, double, double>;

/// Rows of one number in two files of a folder, at one point, are not told apart: neither is used.
std::map<RowAndPoint, const KeptAddress*> byRowAndPoint(const std::vector<KeptAddress>& all) {
    std::map<RowAndPoint, const KeptAddress*> found;
    for (const KeptAddress& kept : all) {
        const auto [at, isNew] = found.try_emplace({kept.row, kept.context.commune, kept.at.lon, kept.at.lat}, &kept);
        if (!isNew) at->second = nullptr;
    }
    return found;
}

/// In a folder, the file a row stands in.
std::string fileOf(const RecordRow& row) {
    for (std::size_t column = 0; column < row.cells().size(); ++column) {
        if (row.columnName(column) == fileColumn) return row.cells()[column];
    }
    return {};
}

}  // namespace

void Georeferencer::keepAddress(const RecordRow& row, const Named& named, const Place& place) const {
    if (!addresses_ || named.abroad || place.commune.empty() || !row.has("address")) return;
    KeptAddress kept;
    kept.context = contextOf(row, named);
    if (kept.context.commune == nowhere) {  // the outline it lies in says which
        kept.context.commune = model::indexOf(gazetteer_.reference().communes, place.commune);
        kept.context.method = byCoordinates;
    }
    kept.address = row.joined("address");
    if (kept.address.empty() || !addresses_->knows(kept.context.commune)) return;
    kept.row = row.origin().row;
    kept.file = fileOf(row);
    kept.at = *place.position;
    kept_->keep(row.source(), std::move(kept));
}

std::optional<Place> Georeferencer::atKeptAddress(SourceReading& reading, const KeptAddress& kept) const {
    const TableRow cells = rowOf(reading, kept);
    RecordRow row(reading, cells);
    auto place = atAddress(row, kept.context);
    if (place) row.noteAlike("address", "shared-position");
    return place;
}

void Georeferencer::settleSharedPositions(SourceReading& reading, const std::vector<PlacedRow>& placed) const {
    using Key = std::tuple<std::string, double, double>;
    std::map<Key, std::vector<PlacedRow>> byPoint;
    for (const PlacedRow& one : placed) {
        const Place& place = *one.place;
        if (place.method != byCoordinates || place.commune.empty()) continue;
        byPoint[{place.commune, place.position->lon, place.position->lat}].push_back(one);
    }
    const std::vector<KeptAddress> all = kept_->take(reading.source);
    const auto keptOf = byRowAndPoint(all);
    for (auto& [key, sharing] : byPoint) {
        const std::int32_t index = model::indexOf(gazetteer_.reference().communes, std::get<0>(key));
        if (index == nowhere) continue;
        const model::Commune& commune = gazetteer_.commune(index);
        const geometry::LonLat at = *sharing.front().place->position;
        const model::Metres fromPoint = commune.point ? geometry::geodesicDistance(at, *commune.point) : model::Metres{};
        if (sharing.size() == 1 && !(commune.point && fromPoint <= samePoint)) continue;
        for (const PlacedRow& one : sharing) {
            one.place->precision = model::Precision::Commune;
            // Anywhere in the commune: its farthest border is no farther from here than from its own point plus the way between.
            one.place->uncertainty = commune.uncertainty + fromPoint;
            const auto kept = keptOf.find({one.row, index, at.lon, at.lat});
            if (kept == keptOf.end() || !kept->second) continue;
            if (auto better = atKeptAddress(reading, *kept->second)) *one.place = *std::move(better);
        }
    }
}

}  // namespace raquette::ingest

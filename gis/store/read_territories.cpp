#include "gis/store/cells.h"
#include "gis/store/read_parts.h"

#include <unordered_map>

namespace raquette::store {

namespace {

using model::Level;
using model::nowhere;

/// Index of the unit that `id` (`dep:42`) names.
std::int32_t indexOfId(const std::vector<model::Unit>& units, const std::string& id) {
    const auto territory = model::TerritoryId::parse(id);
    return territory ? indexOf(units, territory->code) : nowhere;
}

model::Unit readUnit(const StoredRow& row, const std::vector<model::Unit>& regions) {
    return {row.text("code"), row.text("name"), {row.whole("population").value_or(0)}, indexOfId(regions, row.text("parent")), row.shape()};
}

model::Commune readCommune(const StoredRow& row, const model::Reference& reference) {
    model::Commune commune;
    commune.code = row.text("code");
    commune.name = row.text("name");
    commune.population = {row.whole("population").value_or(0)};
    commune.departement = indexOfId(reference.departements, row.text("parent"));
    commune.epci = indexOf(reference.epcis, row.text("epci"));
    commune.postcodes = split(row.text("postcodes"));
    commune.formerCodes = split(row.text("former_codes"));
    const auto lon = row.number("point_lon");
    const auto lat = row.number("point_lat");
    if (lon && lat) commune.point = geometry::LonLat{*lon, *lat};
    commune.uncertainty = {row.number("uncertainty_m").value_or(0)};
    return commune;
}

/// By the territories it is made of, else as drawn.
void readArea(const StoredRow& row, StudyState& state) {
    model::AreaDeclaration area{row.text("code"), {row.text("name"), row.text("name")}, {}, {}};
    for (const std::string& written : split(row.text("territories"))) {
        if (const auto territory = model::TerritoryId::parse(written)) area.territories.push_back(*territory);
    }
    if (area.territories.empty()) state.reference.areaShapes[area.id] = row.shape();
    state.study.areas.push_back(std::move(area));
}

}  // namespace

void readTerritories(StoredTables& store, StudyState& state) {
    model::Reference& reference = state.reference;
    bool anyOutline = false;
    // Written from the régions down to the communes, so that every parent is known when it is named.
    store.read("territories", [&](const StoredRow& row) {
        switch (model::levelNamed(row.text("level")).value_or(Level::Area)) {
            case Level::Study:
                state.analysis.studyArea = row.shape();
                break;
            case Level::Region:
                reference.regions.push_back(readUnit(row, {}));
                break;
            case Level::Departement:
                reference.departements.push_back(readUnit(row, reference.regions));
                break;
            case Level::Epci:
                reference.epcis.push_back(readUnit(row, reference.regions));
                break;
            case Level::Area:
                readArea(row, state);
                break;
            case Level::Commune:
                reference.communes.push_back(readCommune(row, reference));
                reference.communeShapes.push_back(row.shape());
                anyOutline = anyOutline || !reference.communeShapes.back().empty();
                break;
        }
    });
    if (!anyOutline) reference.communeShapes.clear();
}

namespace {

/// Texts in the order they first came, each known by its place.
class Places {
public:
    explicit Places(std::vector<std::string>& texts) : texts_(texts) {}

    std::int32_t of(const std::string& text) {
        const auto [place, isNew] = places_.try_emplace(text, static_cast<std::int32_t>(texts_.size()));
        if (isNew) texts_.push_back(text);
        return place->second;
    }

private:
    std::vector<std::string>& texts_;
    std::unordered_map<std::string, std::int32_t> places_;
};

template <class Unit>
std::vector<std::int32_t> indexesIn(const std::vector<Unit>& units, const std::vector<std::string>& codes) {
    std::vector<std::int32_t> indexes;
    for (const std::string& code : codes) indexes.push_back(indexOf(units, code));
    return indexes;
}

}  // namespace

CodesOfPeople readPeople(StoredTables& store, StudyState& state) {
    CodesOfPeople codes;
    Places communes(codes.communes);
    Places departements(codes.departements);
    std::vector<std::string> columns;
    for (const analysis::ServiceResult& result : state.analysis.services) columns.push_back("reach_" + result.service.id);
    store.read("people", [&](const StoredRow& row) {
        const auto at = row.point();
        if (!at) return;
        state.reference.people.push_back({*at, static_cast<std::int32_t>(row.whole("population").value_or(0)),
                                          communes.of(row.text("commune")), departements.of(row.text("departement"))});
        for (std::size_t s = 0; s < columns.size(); ++s) {
            state.analysis.services[s].reach.push_back(
                static_cast<std::uint8_t>(row.whole(columns[s].c_str()).value_or(analysis::NotReached)));
        }
    });
    return codes;
}

void settlePeople(const CodesOfPeople& codes, model::Reference& reference) {
    const std::vector<std::int32_t> communes = indexesIn(reference.communes, codes.communes);
    const std::vector<std::int32_t> departements = indexesIn(reference.departements, codes.departements);
    for (model::PopulationPoint& people : reference.people) {
        people.commune = communes.at(static_cast<std::size_t>(people.commune));
        people.departement = departements.at(static_cast<std::size_t>(people.departement));
    }
}

}  // namespace raquette::store

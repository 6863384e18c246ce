#include "ingest/reference/embedded.h"

#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"
#include "ingest/reference/lattice.h"
#include "ingest/reference/layer.h"
#include "ingest/reference/table.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace raquette::ingest {

namespace {

constexpr model::Metres uncertaintyWithoutPolygons = model::kilometres(5);

/// A table of the embedded reference. It is ours: a cell that cannot be read means a broken installation.
class OwnTable {
public:
    OwnTable(const std::filesystem::path& folder, const char* name) : path_((folder / name).string()), text_(readWholeFile(path_)) {}

    template <class Use>
    void forEachRow(std::initializer_list<const char*> columns, Use use) const {
        TableReader reader(text_, path_);
        std::vector<std::size_t> indexes;
        for (const char* column : columns) indexes.push_back(reader.column(column));
        std::vector<std::string_view> cells(indexes.size());
        while (reader.next()) {
            for (std::size_t i = 0; i < indexes.size(); ++i) cells[i] = reader.cell(indexes[i]);
            use(cells, reader.row());
        }
    }
    double number(std::string_view cell, long row) const {
        if (const auto value = numberIn(cell)) return *value;
        throw model::Error(fmt::format("{}:{}: “{}” is not a number. Install Raquette's data again.", path_, row, cell));
    }
    model::Inhabitants people(std::string_view cell, long row) const { return {static_cast<std::int64_t>(number(cell, row))}; }

private:
    std::string path_;
    std::string text_;
};

std::vector<model::Unit> readRegions(const std::filesystem::path& folder) {
    const OwnTable table(folder, "regions.csv");
    std::vector<model::Unit> regions;
    table.forEachRow({"code", "name", "population"}, [&](const auto& cells, long row) {
        regions.push_back({std::string(cells[0]), std::string(cells[1]), table.people(cells[2], row), model::nowhere, {}});
    });
    return regions;
}

std::vector<model::Unit> readEpcis(const std::filesystem::path& folder) {
    const OwnTable table(folder, "epci.csv");
    std::vector<model::Unit> epcis;
    table.forEachRow({"code", "name", "population"}, [&](const auto& cells, long row) {
        epcis.push_back({std::string(cells[0]), std::string(cells[1]), table.people(cells[2], row), model::nowhere, {}});
    });
    return epcis;
}

std::vector<model::Unit> readDepartements(const std::filesystem::path& folder, const std::vector<model::Unit>& regions) {
    const OwnTable table(folder, "departements.csv");
    std::vector<model::Unit> departements;
    table.forEachRow({"code", "name", "population", "region"}, [&](const auto& cells, long row) {
        departements.push_back(
            {std::string(cells[0]), std::string(cells[1]), table.people(cells[2], row), model::indexOf(regions, cells[3]), {}});
    });
    PolygonLayer layer = readLayer(folder / "departements.geojson", "", {"code"});
    for (std::size_t i = 0; i < layer.rows.size(); ++i) {
        const std::int32_t index = model::indexOf(departements, layer.rows[i].front());
        if (index != model::nowhere) departements[static_cast<std::size_t>(index)].shape = std::move(layer.shapes[i]);
    }
    return departements;
}

/// Communes with the codes of their EPCI and département, whose tables are read meanwhile.
struct CommuneRows {
    std::vector<model::Commune> communes;
    std::vector<std::string> epcis;
    std::vector<std::string> departements;
};

CommuneRows readCommunes(const std::filesystem::path& folder) {
    const OwnTable table(folder, "communes.csv");
    CommuneRows rows;
    table.forEachRow({"code", "name", "population", "departement", "epci", "postcodes", "former", "lon", "lat"},
                     [&](const auto& cells, long row) {
                         model::Commune& commune = rows.communes.emplace_back();
                         commune.code = cells[0];
                         commune.name = cells[1];
                         commune.population = table.people(cells[2], row);
                         commune.postcodes = codesIn(cells[5]);
                         commune.formerCodes = codesIn(cells[6]);
                         if (!cells[7].empty()) commune.point = geometry::LonLat{table.number(cells[7], row), table.number(cells[8], row)};
                         commune.uncertainty = uncertaintyWithoutPolygons;
                         rows.departements.emplace_back(cells[3]);
                         rows.epcis.emplace_back(cells[4]);
                     });
    return rows;
}

std::vector<std::string> readAttributions(const std::filesystem::path& folder) {
    const std::string text = readWholeFile(folder / "ATTRIBUTIONS");
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin && text[begin] != '#') lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// Each région as the union of its départements, whose borders are generalised one by one and do not quite match.
void dissolveRegions(model::Reference& reference) {
    tbb::parallel_for(std::size_t{0}, reference.regions.size(), [&](std::size_t region) {
        std::vector<geometry::GeoShape> shapes;
        for (const model::Unit& departement : reference.departements) {
            if (departement.parent == static_cast<std::int32_t>(region)) shapes.push_back(departement.shape);
        }
        reference.regions[region].shape = geometry::unaryUnion(shapes);
    });
}

/// Overseas, communes are larger: those of Guyane are as large as départements. There one is taken to lie within two and a half
/// times the radius of a disc of their mean area, which holds for four in five (uncertainty_test).
void widenOverseas(model::Reference& reference) {
    std::vector<long> communes(reference.departements.size(), 0);
    for (const model::Commune& commune : reference.communes) ++communes[static_cast<std::size_t>(commune.departement)];
    std::vector<model::Metres> radii(communes.size(), uncertaintyWithoutPolygons);
    for (std::size_t i = 0; i < radii.size(); ++i) {
        const model::Unit& departement = reference.departements[i];
        if (!departement.code.starts_with("97") || departement.shape.empty() || communes[i] == 0) continue;
        const auto plane = geometry::toPlane(geometry::frameOfDepartement(departement.code), departement.shape);
        const double mean = geometry::areaOf(plane).value / static_cast<double>(communes[i]);
        radii[i] = std::max(radii[i], model::Metres{2.5 * std::sqrt(mean / std::numbers::pi)});
    }
    for (model::Commune& commune : reference.communes) commune.uncertainty = radii[static_cast<std::size_t>(commune.departement)];
}

/// The people of communes without a point, on the lattice of their département.
std::vector<model::PopulationPoint> peopleOnLattice(const model::Reference& reference) {
    std::vector<std::int64_t> left(reference.departements.size(), 0);
    for (const model::Commune& commune : reference.communes) {
        if (!commune.point) left[static_cast<std::size_t>(commune.departement)] += commune.population.value;
    }
    std::vector<std::vector<model::PopulationPoint>> spread(left.size());
    tbb::parallel_for(std::size_t{0}, left.size(), [&](std::size_t i) {
        const model::Unit& departement = reference.departements[i];
        if (left[i] > 0)
            spread[i] = spreadPeople(left[i], latticePoints(departement.code, departement.shape), static_cast<std::int32_t>(i));
    });
    std::vector<model::PopulationPoint> people;
    for (const auto& part : spread) people.insert(people.end(), part.begin(), part.end());
    return people;
}

}  // namespace

model::Reference readEmbeddedReference(const std::filesystem::path& folder) {
    model::Reference reference;
    reference.title = "Code officiel géographique 2026";
    reference.attributions = readAttributions(folder);
    CommuneRows rows;
    tbb::parallel_invoke([&] { rows = readCommunes(folder); },
                         [&] {
                             reference.regions = readRegions(folder);
                             reference.departements = readDepartements(folder, reference.regions);
                             reference.epcis = readEpcis(folder);
                         });
    reference.communes = std::move(rows.communes);
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        reference.communes[i].departement = model::indexOf(reference.departements, rows.departements[i]);
        reference.communes[i].epci = model::indexOf(reference.epcis, rows.epcis[i]);
    }
    setParentsOfEpcis(reference);
    widenOverseas(reference);
    reference.populationModel = model::PopulationModel::Lattice;
    reference.populationCell = latticeSide;
    std::vector<model::PopulationPoint> onLattice;
    tbb::parallel_invoke([&] { dissolveRegions(reference); }, [&] { onLattice = peopleOnLattice(reference); });
    reference.people = peopleAtCommunes(reference.communes, [](const model::Commune&) { return true; });
    reference.people.insert(reference.people.end(), onLattice.begin(), onLattice.end());
    return reference;
}

std::vector<FormerCode> embeddedFormerCodes(const std::filesystem::path& folder) {
    const OwnTable table(folder, "communes.csv");
    std::vector<FormerCode> codes;
    table.forEachRow({"code", "former"}, [&](const auto& cells, long) {
        for (std::string& former : codesIn(cells[1])) codes.push_back({std::move(former), std::string(cells[0])});
    });
    return codes;
}

void addFormerNames(const std::filesystem::path& folder, model::Reference& reference) {
    const OwnTable table(folder, "former-names.csv");
    table.forEachRow({"commune", "name"}, [&](const auto& cells, long) {
        const std::int32_t index = model::indexOf(reference.communes, cells[0]);
        if (index != model::nowhere) reference.communes[static_cast<std::size_t>(index)].formerNames.emplace_back(cells[1]);
    });
}

std::vector<std::string> codesIn(std::string_view cell) {
    constexpr std::string_view separators = " ,;|";
    std::vector<std::string> codes;
    for (std::size_t begin = cell.find_first_not_of(separators); begin != std::string_view::npos;) {
        const std::size_t end = std::min(cell.find_first_of(separators, begin), cell.size());
        codes.emplace_back(cell.substr(begin, end - begin));
        begin = cell.find_first_not_of(separators, end);
    }
    return codes;
}

void setParentsOfEpcis(model::Reference& reference) {
    std::vector<std::map<std::int32_t, std::int64_t>> people(reference.epcis.size());
    for (const model::Commune& commune : reference.communes) {
        if (commune.epci == model::nowhere || commune.departement == model::nowhere) continue;
        const std::int32_t region = reference.departements[static_cast<std::size_t>(commune.departement)].parent;
        people[static_cast<std::size_t>(commune.epci)][region] += commune.population.value;
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        std::int64_t most = -1;
        for (const auto& [region, count] : people[i]) {
            if (count > most) reference.epcis[i].parent = region;
            most = std::max(most, count);
        }
    }
}

}  // namespace raquette::ingest

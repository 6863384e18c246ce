#include "ingest/reference/build.h"

#include "gis/data_folder.h"
#include "gis/geometry/frame.h"
#include "gis/geometry/measure.h"
#include "gis/model/error.h"
#include "gis/model/reference.h"
#include "gis/text/catalogue.h"
#include "ingest/reference/check.h"
#include "ingest/reference/columns.h"
#include "ingest/reference/embedded.h"
#include "ingest/reference/write.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace raquette::ingest {

namespace {

using Row = std::vector<std::string>;

const std::vector<std::string> communeColumns{"insee", "nom",           "population",    "dep", "reg",
                                              "epci",  "codes_postaux", "anciens_codes", "lon", "lat"};

/// A row under our column names; a column the file lacks is empty.
class Cells {
public:
    Cells(const PolygonLayer& layer, std::size_t row) : layer_(layer), row_(layer.rows[row]) {}
    std::string operator[](const char* column) const {
        const auto index = layer_.find(column);
        return index ? row_[*index] : std::string();
    }

private:
    const PolygonLayer& layer_;
    const Row& row_;
};

std::string departementOf(const std::string& insee) {
    return insee.substr(0, insee.starts_with("97") ? 3 : 2);
}

bool isOverseasCollectivity(const std::string& insee) {
    return std::ranges::any_of(std::array{"975", "977", "978", "98"}, [&](const char* prefix) { return insee.starts_with(prefix); });
}

bool isArrondissement(const std::string& insee) {
    return (insee > "75100" && insee < "75121") || (insee > "13200" && insee < "13217") || (insee > "69380" && insee < "69390");
}

/// Admin Express joins a commune's EPCI and établissement public territorial by a slash; `NR` is none.
std::string oneEpci(const std::string& cell, const std::set<std::string>& known) {
    std::string first;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find('/', begin), cell.size());
        const std::string code = cell.substr(begin, end - begin);
        if (known.contains(code)) return code;
        if (first.empty() && code != "NR") first = code;
        begin = end + 1;
    }
    return first;
}

/// The makings of a reference while it is built.
class Builder {
public:
    Builder(const ReferenceBuildOptions& options, model::Language language)
        : options_(options), language_(language), embedded_(readEmbeddedReference(dataFolder() / "reference")) {}

    std::vector<PolygonLayer> layers() {
        if (!options_.epci.path.empty()) epcis_ = readUnits(options_.epci, "epci");
        departements_ = options_.departements.path.empty() ? embeddedUnits("departements", embedded_.departements)
                                                           : readUnits(options_.departements, "departements");
        regions_ = options_.regions.path.empty() ? embeddedUnits("regions", embedded_.regions) : readUnits(options_.regions, "regions");
        buildCommunes();
        keepUsed(departements_, "dep");
        keepUsed(regions_, "reg");
        sumPeople(departements_, "dep");
        sumPeople(regions_, "reg");
        std::vector<PolygonLayer> all{communes_};
        if (!options_.epci.path.empty()) {
            sumPeople(epcis_, "epci");
            all.push_back(epcis_);
        }
        all.push_back(departements_);
        all.push_back(regions_);
        if (!options_.areas.empty()) all.push_back(readAreas());
        return all;
    }
    const model::Issues& issues() const { return issues_; }

private:
    void note(const std::string& file, const std::string& layer, const std::string& value, const char* rule, const std::string& action) {
        issues_.push_back({model::IssueEffect::Noted, "reference", file, layer, 0, "", value, text::say(language_, rule), action});
    }

    void repairShapes(PolygonLayer& layer) {
        std::vector<std::string> whys = layer.unreadable;
        tbb::parallel_for(std::size_t{0}, layer.shapes.size(), [&](std::size_t i) {
            if (const auto why = repairIfInvalid(layer.shapes[i])) whys[i] = *why;
        });
        for (std::size_t i = 0; i < whys.size(); ++i) {
            if (whys[i].empty()) continue;
            note(layer.file, layer.name, layer.rows[i].front(), "reference.rule.valid",
                 text::say(language_, "reference.action.repaired", {{"why", whys[i]}}));
        }
    }

    PolygonLayer readUnits(const ReferenceInput& input, const std::string& kind) {
        PolygonLayer read = readOfficialLayer(input, kind, {"code", "nom", "population", "reg"});
        for (const char* column : {"code", "nom"}) {
            if (!read.find(column))
                throw model::Error(
                    fmt::format("{}: no column for the {} of {}. Name it in the options.", input.path.string(), column, kind));
        }
        repairShapes(read);
        PolygonLayer units{read.file, kind, read.crs, {"code", "nom", "population", "reg"}, {}, std::move(read.shapes), {}};
        for (std::size_t i = 0; i < read.rows.size(); ++i) {
            const Cells cells(read, i);
            units.rows.push_back({cells["code"], cells["nom"], cells["population"], kind == "departements" ? cells["reg"] : ""});
        }
        return units;
    }

    PolygonLayer embeddedUnits(const std::string& kind, const std::vector<model::Unit>& known) const {
        PolygonLayer units{"", kind, "EPSG:4326", {"code", "nom", "population", "reg"}, {}, {}, {}};
        for (const model::Unit& unit : known) {
            const std::string region = unit.parent == model::nowhere ? "" : embedded_.regions[static_cast<std::size_t>(unit.parent)].code;
            units.rows.push_back({unit.code, unit.name, "", region});
        }
        units.shapes.resize(units.rows.size());
        return units;
    }

    /// The département's région as its layer says, else as the embedded tables do.
    std::string regionOf(const std::string& departement) const {
        const auto row = std::ranges::find(departements_.rows, departement, [](const Row& r) { return r[0]; });
        if (row != departements_.rows.end() && !(*row)[3].empty()) return (*row)[3];
        const std::int32_t index = model::indexOf(embedded_.departements, departement);
        if (index == model::nowhere) return {};
        return embedded_.regions[static_cast<std::size_t>(embedded_.departements[static_cast<std::size_t>(index)].parent)].code;
    }

    void buildCommunes() {
        PolygonLayer read = readOfficialLayer(options_.communes, "communes", communeColumns);
        if (!read.find("insee"))
            throw model::Error(fmt::format("{}: no column for the INSEE codes of communes. Name it in the options.", read.file));
        repairShapes(read);
        std::set<std::string> epcis;
        for (const Row& row : epcis_.rows) epcis.insert(row[0]);
        std::size_t overseas = 0;
        std::size_t arrondissements = 0;
        communes_ = PolygonLayer{read.file, "communes", "EPSG:4326", communeColumns, {}, {}, {}};
        for (std::size_t i = 0; i < read.rows.size(); ++i) {
            const Cells cells(read, i);
            const std::string insee = cells["insee"];
            overseas += isOverseasCollectivity(insee) ? 1U : 0U;
            arrondissements += isArrondissement(insee) ? 1U : 0U;
            if (isOverseasCollectivity(insee) || isArrondissement(insee)) continue;
            communes_.rows.push_back(communeRow(cells, insee, epcis));
            communes_.shapes.push_back(std::move(read.shapes[i]));
        }
        if (overseas > 0)
            note(read.file, read.name, fmt::format("{}", overseas), "reference.rule.com",
                 text::say(language_, "reference.action.left-out"));
        if (arrondissements > 0)
            note(read.file, read.name, fmt::format("{}", arrondissements), "reference.rule.arrondissements",
                 text::say(language_, "reference.action.left-out"));
        placePoints();
    }

    Row communeRow(const Cells& cells, const std::string& insee, const std::set<std::string>& epcis) const {
        const std::int32_t index = model::indexOf(embedded_.communes, insee);
        const model::Commune* known = index == model::nowhere ? nullptr : &embedded_.communes[static_cast<std::size_t>(index)];
        const auto orElse = [&](const char* column, const std::string& otherwise) {
            const std::string cell = cells[column];
            return cell.empty() ? otherwise : cell;
        };
        const auto joined = [](const std::vector<std::string>& codes) { return fmt::format("{}", fmt::join(codes, " ")); };
        const std::string population = orElse("population", known ? fmt::format("{}", known->population.value) : "");
        if (population.empty())
            throw model::Error(
                fmt::format("{}: no population for commune {}, and the embedded tables do not know it. Give a file that has "
                            "one, or name its column in the options.",
                            communes_.file, insee));
        const std::string departement = orElse("dep", departementOf(insee));
        const bool hasEpci = known && known->epci != model::nowhere;
        const std::string epci = orElse("epci", hasEpci ? embedded_.epcis[static_cast<std::size_t>(known->epci)].code : "");
        return {insee,
                orElse("nom", known ? known->name : insee),
                population,
                departement,
                orElse("reg", regionOf(departement)),
                oneEpci(epci, epcis),
                orElse("codes_postaux", known ? joined(known->postcodes) : ""),
                orElse("anciens_codes", known ? joined(known->formerCodes) : ""),
                cells["lon"],
                cells["lat"]};
    }

    /// Communes that came without a point get one well inside their largest part.
    void placePoints() {
        tbb::parallel_for(std::size_t{0}, communes_.rows.size(), [&](std::size_t i) {
            Row& row = communes_.rows[i];
            if (!row[8].empty() && !row[9].empty()) return;
            if (communes_.shapes[i].empty()) return;
            const geometry::Frame frame = geometry::frameOfDepartement(row[3]);
            const auto point = geometry::toLonLat(frame, geometry::pointInside(geometry::toPlane(frame, communes_.shapes[i])));
            row[8] = fmt::format("{:.6f}", point.lon);
            row[9] = fmt::format("{:.6f}", point.lat);
        });
    }

    std::size_t communeColumn(const char* name) const { return *communes_.find(name); }

    /// Embedded names serve only the units that some commune belongs to.
    void keepUsed(PolygonLayer& units, const char* column) const {
        if (!units.file.empty()) return;
        std::set<std::string> used;
        for (const Row& row : communes_.rows) used.insert(row[communeColumn(column)]);
        std::erase_if(units.rows, [&](const Row& row) { return !used.contains(row[0]); });
        units.shapes.resize(units.rows.size());
    }

    void sumPeople(PolygonLayer& units, const char* column) const {
        std::map<std::string, std::int64_t> people;
        for (const Row& row : communes_.rows) {
            std::int64_t count = 0;
            const std::string& cell = row[communeColumn("population")];
            std::from_chars(cell.data(), cell.data() + cell.size(), count);
            people[row[communeColumn(column)]] += count;
        }
        for (Row& row : units.rows) {
            if (row[2].empty()) row[2] = fmt::format("{}", people[row[0]]);
            if (units.name == "departements" && row[3].empty()) row[3] = regionOf(row[0]);
        }
    }

    PolygonLayer readAreas() {
        PolygonLayer areas{"", "areas", "EPSG:4326", {"code", "nom", "type"}, {}, {}, {}};
        for (const ReferenceInput& input : options_.areas) {
            PolygonLayer read = readOfficialLayer(input, "areas", {"code", "nom"});
            repairShapes(read);
            for (std::size_t i = 0; i < read.rows.size(); ++i) {
                const Cells cells(read, i);
                areas.rows.push_back({cells["code"], cells["nom"], input.path.stem().string()});
                areas.shapes.push_back(std::move(read.shapes[i]));
            }
        }
        return areas;
    }

    const ReferenceBuildOptions& options_;
    model::Language language_;
    model::Reference embedded_;
    model::Issues issues_;
    PolygonLayer communes_, epcis_, departements_, regions_;
};

void copyBeside(const std::filesystem::path& grid, const std::filesystem::path& reference) {
    const std::filesystem::path target = std::filesystem::absolute(reference).parent_path() / grid.filename();
    std::error_code error;
    if (std::filesystem::equivalent(grid, target, error)) return;
    std::filesystem::path sibling = target;
    sibling += ".partial";
    try {
        std::filesystem::copy_file(grid, sibling, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::rename(sibling, target);
    } catch (const std::filesystem::filesystem_error& failure) {
        std::filesystem::remove(sibling, error);
        throw model::Error(
            fmt::format("{}: the population grid cannot be copied to {} ({}).", grid.string(), target.string(), failure.code().message()));
    }
}

}  // namespace

ReferenceInfo buildReference(const ReferenceBuildOptions& options, model::Language language) {
    if (options.communes.path.empty() || options.output.empty())
        throw model::Error("A reference is built from at least a file of communes, into a file of its own. Give both.");
    Builder builder(options, language);
    std::map<std::string, std::string> metadata{
        {"TITLE", options.title}, {"ATTRIBUTION", options.attribution}, {"LICENCE", options.licence}};
    std::erase_if(metadata, [](const auto& item) { return item.second.empty(); });
    const std::vector<PolygonLayer> layers = builder.layers();
    writeLayers(options.output, layers, metadata);
    if (!options.population.empty()) copyBeside(options.population, options.output);
    ReferenceInfo info = referenceInfo(options.output, language);
    info.issues.insert(info.issues.begin(), builder.issues().begin(), builder.issues().end());
    return info;
}

}  // namespace raquette::ingest

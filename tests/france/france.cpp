#include "tests/france/france.h"

#include "ingest/ingest.h"
#include "ingest/reference/reference.h"

#include <unistd.h>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace raquette::testing {

namespace {

namespace fs = std::filesystem;

/// The reference is a zip; it is unpacked into a folder that goes with the test program.
class UnpackedFrance {
public:
    UnpackedFrance() : folder_(fs::temp_directory_path() / ("raquette-france-" + std::to_string(getpid()))) {
        fs::create_directories(folder_);
        const std::string command = "unzip -qo '" + (*testData() / "france/france.gpkg.zip").string() + "' -d '" + folder_.string() + "'";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("cannot unpack the reference: " + command);
    }
    ~UnpackedFrance() { fs::remove_all(folder_); }
    UnpackedFrance(const UnpackedFrance&) = delete;
    UnpackedFrance& operator=(const UnpackedFrance&) = delete;

    model::Reference read(bool grid) const {
        model::Study study;
        study.territories = folder_ / "france.gpkg";
        if (grid) {
            study.population = {*testData() / "france/population-1km-2021.csv.gz", "", "x_km", "y_km", "pop", 1000, 1000, "EPSG:3035"};
        }
        model::Issues issues;
        return ingest::readReference(study, issues);
    }

private:
    fs::path folder_;
};

const UnpackedFrance& unpacked() {
    static const UnpackedFrance ours;
    return ours;
}

}  // namespace

std::optional<fs::path> testData() {
    const char* folder = std::getenv("RAQUETTE_TEST_DATA");
    if (folder == nullptr) return std::nullopt;
    return fs::path(folder);
}

const model::Reference& france() {
    static const model::Reference reference = unpacked().read(false);
    return reference;
}

const model::Reference& franceWithGrid() {
    static const model::Reference reference = unpacked().read(true);
    return reference;
}

std::vector<model::TerritoryId> mainland() {
    std::vector<model::TerritoryId> departements;
    for (const model::Unit& departement : france().departements) {
        if (departement.code.size() == 2) departements.push_back({model::Level::Departement, departement.code});
    }
    return departements;
}

model::Dataset listOf(const std::string& name, const model::Reference& reference) {
    model::Study study;
    model::SourceDeclaration source;
    source.id = "lieux";
    source.kind = model::SourceKind::Venues;
    source.path = *testData() / "venues" / name;
    source.writtenPath = name;
    study.sources = {source};
    return ingest::ingest(study, reference).dataset;
}

model::Dataset demonstrationVenues(const model::Reference& reference) {
    return listOf("lieux-musiques-actuelles.csv", reference);
}

model::Dataset venuesAt(const fs::path& list) {
    std::ifstream file(list);
    model::Dataset dataset;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        model::Venue venue;
        std::string lon;
        std::string lat;
        std::string id;
        std::getline(cells, id, ',');
        venue.id = id;
        std::getline(cells, lon, ',');
        std::getline(cells, lat, ',');
        venue.name = venue.id;
        venue.place.position = geometry::LonLat{std::stod(lon), std::stod(lat)};
        venue.place.precision = model::Precision::Exact;
        dataset.venues.push_back(venue);
    }
    return dataset;
}

model::Study studyOfVenues(double kilometres) {
    model::Study study;
    study.area = mainland();
    study.date = *model::parseDay("2026-01-01");
    model::Service service;
    service.id = "lieux";
    service.reach = model::kilometres(kilometres);
    study.services = {service};
    return study;
}

}  // namespace raquette::testing

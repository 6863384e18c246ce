#pragma once

#include "gis/model/reference.h"
#include "ingest/ingest.h"
#include "ingest/study/study_file.h"
#include "tests/support/files.h"
#include "tests/support/told.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace raquette::ingest {

inline model::Commune commune(const char* code, const char* name, std::int32_t departement, std::vector<std::string> postcodes,
                              geometry::LonLat point, std::vector<std::string> formerCodes = {}) {
    model::Commune made;
    made.code = code;
    made.name = name;
    made.departement = departement;
    made.postcodes = std::move(postcodes);
    made.formerCodes = std::move(formerCodes);
    made.point = point;
    made.uncertainty = model::kilometres(4);
    return made;
}

/// Eleven communes of six départements, as points: enough for every rule of placing.
inline model::Reference tinyReference() {
    model::Reference reference;
    for (const auto& [code, name] : {std::pair{"01", "Ain"},
                                     {"2A", "Corse-du-Sud"},
                                     {"42", "Loire"},
                                     {"69", "Rhône"},
                                     {"93", "Seine-Saint-Denis"},
                                     {"974", "La Réunion"}}) {
        model::Unit unit;
        unit.code = code;
        unit.name = name;
        reference.departements.push_back(unit);
    }
    for (const auto& [code, name] : {std::pair{"04", "La Réunion"}, {"75", "Nouvelle-Aquitaine"}, {"84", "Auvergne-Rhône-Alpes"}}) {
        model::Unit unit;
        unit.code = code;
        unit.name = name;
        reference.regions.push_back(unit);
    }
    model::Unit epci;
    epci.code = "244200770";
    epci.name = "Saint-Étienne Métropole";
    reference.epcis.push_back(epci);
    reference.communes = {commune("01004", "Ambérieu-en-Bugey", 0, {"01500"}, {5.36, 45.96}),
                          commune("2A004", "Ajaccio", 1, {"20000", "20090"}, {8.73, 41.93}),
                          commune("42186", "Rive-de-Gier", 2, {"42800"}, {4.616, 45.529}),
                          commune("42218", "Saint-Étienne", 2, {"42000", "42100"}, {4.39, 45.43}, {"42336"}),
                          commune("42237", "Saint-Just-Saint-Rambert", 2, {"42170"}, {4.24, 45.50}),
                          commune("69123", "Lyon", 3, {"69001", "69003"}, {4.84, 45.76}),
                          commune("69149", "Oullins-Pierre-Bénite", 3, {"69310", "69600"}, {4.81, 45.71}, {"69152"}),
                          commune("69266", "Villeurbanne", 3, {"69100"}, {4.89, 45.77}),
                          commune("93039", "L'Île-Saint-Denis", 4, {"93450"}, {2.34, 48.94}),
                          commune("93066", "Saint-Denis", 4, {"93200", "93210"}, {2.36, 48.93}),
                          commune("97411", "Saint-Denis", 5, {"97400"}, {55.45, -20.9})};
    reference.communes[6].formerNames = {"Oullins", "Pierre-Bénite"};
    return reference;
}

/// Ingests CSV texts as the sources of a study written for the test.
class TinyIngest {
public:
    /// Adds a source read from `text`; `more` is further TOML of its table.
    TinyIngest& source(const std::string& id, const std::string& kind, std::string_view text, const std::string& more = "") {
        folder_.write(id + ".csv", text);
        toml_ += "[[source]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\npath = \"" + id + ".csv\"\n" + more + "\n";
        return *this;
    }
    TinyIngest& toml(const std::string& text) {
        toml_ += text + "\n";
        return *this;
    }
    IngestResult run() const { return run(tinyReference()); }
    /// Issues are told in English, unless the test says `[study]` itself.
    IngestResult run(const model::Reference& reference) const { return ingest(readStudyFile(file(), model::Day{}), reference); }
    /// The study file, as it stands now.
    std::filesystem::path file() const {
        return folder_.write("study.toml", toml_.find("[study]") == std::string::npos ? toml_ + "[study]\nlanguage = \"en\"\n" : toml_);
    }
    const std::filesystem::path& path() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
    std::string toml_;
};

}  // namespace raquette::ingest

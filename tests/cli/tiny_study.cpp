#include "tests/cli/tiny_study.h"

#include <fmt/format.h>
#include <stdexcept>

namespace raquette::cli::testing {

std::string tinyCommunes() {
    std::string features;
    for (int i = 0; i < 6; ++i) {
        const int row = i / 3;
        const double west = 4.0 + 0.3 * (i % 3);
        const double south = 45.2 + 0.3 * row;
        const double east = west + 0.3;
        const double north = south + 0.3;
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"insee":"4200{}","nom":"Village {}","population":{},"dep":"42","reg":"84",)"
            R"("epci":"244200770","codes_postaux":"42{}00"}},"geometry":{{"type":"Polygon","coordinates":)"
            R"([[[{:.1f},{:.1f}],[{:.1f},{:.1f}],[{:.1f},{:.1f}],[{:.1f},{:.1f}],[{:.1f},{:.1f}]]]}}}})",
            i == 0 ? "" : ",\n", i + 1, i + 1, (i + 1) * 1000, i + 1, west, south, east, south, east, north, west, north, west, south);
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}\n";
}

std::string tinyVenues() {
    return "nom;latitude;longitude;contact\n"
           "La Grange;45.30;4.10;Camille Martin\n";
}

std::string tinyStudyFile() {
    return R"([study]
title = "Petit monde"
date = 2026-01-01
store = "out/petit.gpkg"

[reference]
territories = "reference.gpkg"

[[source]]
id = "lieux"
kind = "venues"
path = "lieux.csv"

[[service]]
id = "lieux"
label = { fr = "Lieu de musique", en = "Music venue" }
reach = "25 km"

[[export]]
format = "geojson"
path = "out/geojson"
layers = ["gaps", "venues"]

[[report]]
path = "out/page.html"
)";
}

TinyStudy::TinyStudy() {
    folder_.write("study.toml", tinyStudyFile());
    folder_.write("lieux.csv", tinyVenues());
    folder_.write("communes.geojson", tinyCommunes());
    const Result made =
        runRaquette(folder_.path(), {"reference", "build", "--communes", "communes.geojson", "--to", "reference.gpkg", "--quiet"});
    if (made.code != 0) throw std::runtime_error("the tiny reference was not made: " + made.err);
}

Result TinyStudy::run(const std::string& verb, const std::vector<std::string>& more, const Circumstances& circumstances) const {
    std::vector<std::string> words{verb, "study.toml"};
    words.insert(words.end(), more.begin(), more.end());
    return runRaquette(folder_.path(), words, circumstances);
}

}  // namespace raquette::cli::testing

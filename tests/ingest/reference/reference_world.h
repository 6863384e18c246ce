#pragma once

#include "gis/geometry/wkb.h"
#include "ingest/reference/write.h"
#include "tests/support/files.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace raquette::ingest::testing {

inline geometry::GeoShape ring(const std::vector<geometry::LonLat>& corners) {
    geometry::GeoShape shape;
    shape.points = corners;
    shape.points.push_back(corners.front());
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

/// A square of `side` degrees whose south-west corner is given.
inline geometry::GeoShape square(double lon, double lat, double side = 0.1) {
    return ring({{lon, lat}, {lon + side, lat}, {lon + side, lat + side}, {lon, lat + side}});
}

/// Two communes side by side near Saint-Étienne, of one EPCI, in one département:
///
///     45.5 +-------+-------+
///          | 42001 | 42002 |
///     45.4 +-------+-------+
///         4.3     4.4     4.5
struct TinyReference {
    PolygonLayer communes{"",
                          "communes",
                          "",
                          {"insee", "nom", "population", "dep", "reg", "epci", "codes_postaux", "lon", "lat"},
                          {{"42001", "Aboën", "100", "42", "84", "244200770", "42380", "4.35", "45.45"},
                           {"42002", "Ailleux", "50", "42", "84", "244200770", "42130,42131", "4.45", "45.45"}},
                          {square(4.3, 45.4), square(4.4, 45.4)},
                          {}};
    PolygonLayer epci{"", "epci", "", {"code", "nom", "population"}, {{"244200770", "Saint-Étienne Métropole", "150"}}, {{}}, {}};
    PolygonLayer departements{"", "departements", "", {"code", "nom", "reg", "population"}, {{"42", "Loire", "84", "150"}}, {{}}, {}};
    PolygonLayer regions{"", "regions", "", {"code", "nom", "population"}, {{"84", "Auvergne-Rhône-Alpes", "150"}}, {{}}, {}};

    std::filesystem::path writeTo(const std::filesystem::path& file) const {
        writeLayers(file, {communes, epci, departements, regions}, {});
        return file;
    }
};

}  // namespace raquette::ingest::testing

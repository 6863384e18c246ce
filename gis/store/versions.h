#pragma once

#include <string>
#include <utility>
#include <vector>

namespace raquette::store {

/// First row of table `study`: tells a store of ours from any other GeoPackage.
inline constexpr const char* storeFormat = "raquette store 1";

/// The programs whose versions can change a figure: `raquette`, `gdal`, `geos`, `proj`.
std::vector<std::pair<std::string, std::string>> programVersions();

}  // namespace raquette::store

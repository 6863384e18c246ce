#include "gis/analysis/equity/metropoles.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>

namespace raquette::analysis {

namespace {

std::vector<std::string> readCodes() {
    const auto path = dataFolder() / "reference" / "metropoles.csv";
    std::ifstream file(path);
    std::vector<std::string> codes;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) codes.push_back(line.substr(0, line.find(';')));
    if (codes.empty()) throw model::Error(fmt::format("{} cannot be read: install Raquette's data again.", path.string()));
    std::ranges::sort(codes);
    return codes;
}

}  // namespace

const std::vector<std::string>& metropoles() {
    static const std::vector<std::string> codes = readCodes();
    return codes;
}

}  // namespace raquette::analysis

#include "gis/text/palette.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace raquette::text {

namespace {

struct Palette {
    std::map<std::string, std::string, std::less<>> colours;
    DensityClasses unserved;
    std::map<std::string, std::vector<std::string>, std::less<>> ramps;
};

Palette paletteOf(const nlohmann::json& document, const std::string& theme) {
    Palette palette;
    palette.colours = document.at(theme).get<std::map<std::string, std::string, std::less<>>>();
    const nlohmann::json& classes = document.at("unserved-per-km2");
    palette.unserved.upperBounds = classes.at("upper-bounds").get<std::vector<double>>();
    palette.unserved.colours = classes.at(theme).get<std::vector<std::string>>();
    if (palette.unserved.colours.size() != palette.unserved.upperBounds.size() + 1) {
        throw model::Error("data/palette.json: unserved-per-km2 needs one colour more than upper-bounds in " + theme + ".");
    }
    for (const char* ramp : {"sequential", "blue", "warm"})
        palette.ramps[ramp] = document.at(ramp).at(theme).get<std::vector<std::string>>();
    return palette;
}

std::vector<Palette> readPalettes() {
    const auto path = dataFolder() / "palette.json";
    std::ifstream file(path);
    try {
        const nlohmann::json document = nlohmann::json::parse(file);
        return {paletteOf(document, "light"), paletteOf(document, "dark")};
    } catch (const nlohmann::json::exception& problem) {
        throw model::Error("The palette " + path.string() + " cannot be read: " + problem.what());
    }
}

const Palette& paletteFor(Theme theme) {
    static const std::vector<Palette> palettes = readPalettes();
    return palettes[static_cast<std::size_t>(theme)];
}

}  // namespace

const std::string& colour(std::string_view role, Theme theme) {
    const Palette& palette = paletteFor(theme);
    const auto found = palette.colours.find(role);
    if (found == palette.colours.end()) throw model::Error("The palette data/palette.json has no colour for “" + std::string(role) + "”.");
    return found->second;
}

const DensityClasses& unservedPerKm2(Theme theme) {
    return paletteFor(theme).unserved;
}

const std::vector<std::string>& ramp(std::string_view name, Theme theme) {
    const auto& ramps = paletteFor(theme).ramps;
    const auto found = ramps.find(name);
    if (found == ramps.end()) throw model::Error("The palette data/palette.json has no ramp “" + std::string(name) + "”.");
    return found->second;
}

std::size_t classOf(const DensityClasses& classes, double perKm2) {
    return static_cast<std::size_t>(std::ranges::upper_bound(classes.upperBounds, perKm2) - classes.upperBounds.begin());
}

}  // namespace raquette::text

#include "gis/text/catalogue.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"
#include "gis/text/filled.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace raquette::text {

namespace {

std::map<std::string, model::Label, std::less<>> readCatalogue() {
    const auto path = dataFolder() / "catalogue.json";
    std::ifstream file(path);
    std::map<std::string, model::Label, std::less<>> labels;
    try {
        const nlohmann::json document = nlohmann::json::parse(file);
        for (const auto& [key, entry] : document.items()) {
            labels[key] = {entry.at("fr").get<std::string>(), entry.at("en").get<std::string>()};
        }
    } catch (const nlohmann::json::exception& problem) {
        throw model::Error("The catalogue " + path.string() + " cannot be read: " + problem.what());
    }
    return labels;
}

const std::map<std::string, model::Label, std::less<>>& catalogue() {
    static const auto labels = readCatalogue();
    return labels;
}

}  // namespace

bool isSaid(std::string_view key) {
    return catalogue().contains(key);
}

const std::string& say(model::Language language, std::string_view key) {
    const auto& labels = catalogue();
    const auto found = labels.find(key);
    if (found == labels.end()) throw model::Error("The catalogue data/catalogue.json has no text for “" + std::string(key) + "”.");
    return found->second.in(language);
}

std::string say(model::Language language, std::string_view key, const std::vector<std::pair<std::string, std::string>>& values) {
    return filled(say(language, key), values);
}

}  // namespace raquette::text

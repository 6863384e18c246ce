#include "gis/text/catalogue.h"

#include "gis/data_folder.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

namespace raquette::text {
namespace {

using ::testing::IsEmpty;

nlohmann::json catalogue() {
    std::ifstream file(dataFolder() / "catalogue.json");
    return nlohmann::json::parse(file);
}

std::set<std::string> placesIn(const std::string& text) {
    static const std::regex place("\\{[a-zA-Z-]+\\}");
    return {std::sregex_token_iterator(text.begin(), text.end(), place), std::sregex_token_iterator()};
}

TEST(Catalogue, EveryTextIsThereInBothLanguagesWithTheSamePlaces) {
    const nlohmann::json all = catalogue();
    for (const auto& [key, texts] : all.items()) {
        const auto french = texts.at("fr").get<std::string>();
        const auto english = texts.at("en").get<std::string>();
        EXPECT_FALSE(french.empty() || english.empty()) << key;
        EXPECT_EQ(placesIn(french), placesIn(english)) << key;
    }
}

/// A line must not begin with « : » or end with « « »: French puts a space there that does not break.
TEST(Catalogue, FrenchSpacesBesideSignsDoNotBreak) {
    static const std::regex breaking("( (:|;|\\?|!|»|%|€))|(« )");
    std::vector<std::string> wrong;
    const nlohmann::json all = catalogue();
    for (const auto& [key, texts] : all.items()) {
        if (std::regex_search(texts.at("fr").get<std::string>(), breaking)) wrong.push_back(key);
    }
    EXPECT_THAT(wrong, IsEmpty());
}

}  // namespace
}  // namespace raquette::text

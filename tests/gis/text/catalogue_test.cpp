#include "gis/text/catalogue.h"

#include "gis/data_folder.h"
#include "tests/support/texts.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace raquette::text {
namespace {

using ::testing::IsEmpty;

nlohmann::json catalogue() {
    std::ifstream file(dataFolder() / "catalogue.json");
    return nlohmann::json::parse(file);
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

TEST(Catalogue, FrenchSpacesBesideSignsDoNotBreak) {
    std::vector<std::string> wrong;
    const nlohmann::json all = catalogue();
    for (const auto& [key, texts] : all.items()) {
        if (breaksAtASign(texts.at("fr").get<std::string>())) wrong.push_back(key);
    }
    EXPECT_THAT(wrong, IsEmpty());
}

}  // namespace
}  // namespace raquette::text

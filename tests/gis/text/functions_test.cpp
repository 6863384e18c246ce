#include "gis/text/functions.h"

#include "gis/data_folder.h"

#include <fstream>

namespace raquette::text {
namespace {

using model::Language;
using ::testing::Contains;

TEST(FiliereFunctions, GoFromCreationToTechnicalServices) {
    EXPECT_EQ(filiereFunctions().front(), "création");
    EXPECT_EQ(filiereFunctions().back(), "prestation technique");
    EXPECT_THAT(filiereFunctions(), Contains("formation et pratique en amateur"));
    std::ifstream file(dataFolder() / "vocabulary" / "functions.csv");
    std::size_t lines = 0;
    for (std::string line; std::getline(file, line);) ++lines;
    EXPECT_EQ(filiereFunctions().size() + 1, lines) << "each line of the vocabulary but its heading";
}

TEST(FiliereFunctions, AreNamedInBothLanguagesWithTheirCommas) {
    EXPECT_EQ(functionLabel(Language::French, "édition/label"), "Édition, label");
    EXPECT_EQ(functionLabel(Language::English, "édition/label"), "Publishing, record label");
    EXPECT_EQ(functionLabel(Language::English, "diffusion"), "Live music programming");
    EXPECT_EQ(functionLabel(Language::English, "café-lecture"), "café-lecture") << "the lists' own words stay theirs";
}

}  // namespace
}  // namespace raquette::text

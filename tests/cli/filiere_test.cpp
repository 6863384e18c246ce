#include "tests/cli/tiny_study.h"

namespace raquette::cli::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// The tiny study with a list of actors, one of links and a second service.
Result analysed(const std::string& language, const std::vector<std::string>& more = {}) {
    const TinyStudy study;
    study.folder().write("acteurs.csv",
                         "nom;fonctions;latitude;longitude;adhérent\n"
                         "L’Atelier;création | résidence;45.31;4.11;oui\n"
                         "La Boîte;répétition;45.30;4.12;non\n"
                         "Le Comptoir;diffusion;45.60;4.75;\n"
                         "La Dynamo;diffusion;45.61;4.76;oui\n");
    study.folder().write("liens.csv",
                         "de;vers;intensité;depuis;jusqu'à\n"
                         "L’Atelier;Le Comptoir;triple;2020;\n"
                         "La Dynamo;Le Comptoir;simple;2021;\n"
                         "La Dynamo;La Boîte;double;2015;2018\n"
                         "La Boîte;La Mairie;;;\n");
    std::string text = tinyStudyFile();
    text.insert(text.find("store ="), "language = \"" + language + "\"\n");
    text += R"(
[[source]]
id = "acteurs"
kind = "actors"
path = "acteurs.csv"
surveyed = ["commune:42001"]

[[source]]
id = "liens"
kind = "links"
path = "liens.csv"

[[service]]
id = "repetition"
label = { fr = "Répétition", en = "Rehearsal" }
match = { functions = ["répétition"] }
reach = "20 km"
)";
    study.folder().write("study.toml", text);
    Result result = study.run("analyse", more);
    EXPECT_EQ(result.code, 0) << result.err;
    return result;
}

TEST(FiliereFindings, sayWhoIsThereAndWhoCouldMeetInBothLanguages) {
    for (const std::string language : {"fr", "en"}) {
        const Result result = analysed(language);
        EXPECT_EQ(result.out, golden("filiere-" + language + ".txt", result.out));
        EXPECT_THAT(result.err, IsEmpty());
    }
}

TEST(FiliereFindings, areInTheDocumentToo) {
    const std::string document = analysed("fr", {"--json"}).out;
    for (const char* text :
         {"\"unheard\"", "\"poolable\": 2", "\"ended\": 1", "\"parties_not_found\": 1", "\"complementarities_left_out\": 0"}) {
        EXPECT_THAT(document, HasSubstr(text));
    }
}

TEST(FiliereFindings, areNotPrintedForAListOfVenuesWithoutFunctions) {
    const TinyStudy study;
    const Result result = study.run("analyse");
    for (const char* word : {"La filière", "Liens de coopération", "Plusieurs services"}) EXPECT_THAT(result.out, Not(HasSubstr(word)));
}

}  // namespace
}  // namespace raquette::cli::testing

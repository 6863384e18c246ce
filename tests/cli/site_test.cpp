#include "tests/cli/tiny_study.h"

namespace raquette::cli::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Site, saysWhereOneMoreWouldServeMost) {
    const TinyStudy study;
    const Result result = study.run("site", {"--service", "lieux", "--count", "2"});
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, golden("site.txt", result.out));
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(study.folder().path() / "out")) << "nothing is written";
}

TEST(Site, givesADocumentAndTheSameTwice) {
    const TinyStudy study;
    const std::vector<std::string> asked{"--service", "lieux", "--count", "2", "--reach", "25km,40 km", "--curve", "--json"};
    const Result first = study.run("site", asked);
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_EQ(first.out, golden("site.json", first.out));
    std::vector<std::string> again = asked;
    again.insert(again.end(), {"--threads", "1"});
    EXPECT_EQ(study.run("site", again).out, first.out);
}

TEST(Site, answersEveryModel) {
    const TinyStudy study;
    for (const char* model : {"mclp", "lscp", "p-median", "p-center", "backup"}) {
        const Result result = study.run("site", {"--service", "lieux", "--count", "2", "--model", model, "--language", "en"});
        EXPECT_EQ(result.code, 0) << model << ": " << result.err;
        EXPECT_THAT(result.out, AllOf(HasSubstr("Proven"), HasSubstr("Verified"))) << model;
    }
}

TEST(Site, takesAListOfCandidatesAndWritesThePlaces) {
    const TinyStudy study;
    study.folder().write("friches.csv", "nom;code_insee\nLa Halle;42006\nLe Moulin;42003\n");
    study.folder().write("gares.csv", "nom;latitude;longitude\nGare;45.65;4.75\n");
    const Result result = study.run("site", {"--service", "lieux", "--candidates", "friches.csv", "--to", "ici/places.geojson"});
    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("La Halle"));
    EXPECT_THAT(study.folder().read("ici/places.geojson"), AllOf(HasSubstr("\"name\": \"La Halle\""), HasSubstr("\"Point\"")));
    const Result other = study.run("site", {"--service", "lieux", "--candidates", "gares.csv", "--to", "ici/places.csv", "--quiet"});
    EXPECT_EQ(other.code, 0) << other.err;
    EXPECT_THAT(other.out, IsEmpty());
    EXPECT_THAT(study.folder().read("ici/places.csv"), AllOf(HasSubstr("more_people"), HasSubstr("Gare"), Not(HasSubstr("Camille"))));
}

struct Refusal {
    std::vector<std::string> words;
    int code;
    const char* said;

    friend void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.said; }
};

class RefusedSite : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedSite, saysWhy) {
    const TinyStudy study;
    study.folder().write("vide.csv", "");
    study.folder().write("nulle-part.csv", "nom;ville\nLa Halle;Nulle-Part-sur-Rien\n");
    const Result result = study.run("site", GetParam().words);
    EXPECT_EQ(result.code, GetParam().code);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(EachWay, RefusedSite,
                         ::testing::Values(Refusal{{"--count", "1"}, 2, "--service is required"},
                                           Refusal{{"--service", "lieu"}, 1, "Did you mean “lieux”?"},
                                           Refusal{{"--service", "lieux", "--curve", "--model", "lscp"}, 2, "--model mclp"},
                                           Refusal{{"--service", "lieux", "--count", "0"}, 2, "--count"},
                                           Refusal{{"--service", "lieux", "--count", "7"}, 1, "--count goes from 1 to 6"},
                                           Refusal{{"--service", "lieux", "--reach", "commune"}, 2, "is no distance"},
                                           Refusal{{"--service", "lieux", "--reach", "45 min"}, 1, "no roads were read"},
                                           Refusal{{"--service", "lieux", "--reach", "200 km"}, 1, "nobody left to reach"},
                                           Refusal{{"--service", "lieux", "--at-least", "planet=1"}, 2, "departement=1"},
                                           Refusal{{"--service", "lieux", "--at-least", "commune=1"}, 1, "--count 5"},
                                           Refusal{{"--service", "lieux", "--candidates", "actors"}, 1, "no placed record"},
                                           Refusal{{"--service", "lieux", "--candidates", "nowhere.csv"}, 1, "no such file"},
                                           Refusal{{"--service", "lieux", "--candidates", "communes:x"}, 1, "communes:1000"},
                                           Refusal{{"--service", "lieux", "--candidates", "vide.csv"}, 1, "vide.csv"},
                                           Refusal{{"--service", "lieux", "--candidates", "nulle-part.csv"}, 1, "could be placed"},
                                           Refusal{{"--service", "lieux", "--to", "places.dwg"}, 1, ".geojson or .csv"}));

TEST(Site, refusesAServiceWhoseReachIsNoDistance) {
    const TinyStudy study;
    std::string text = tinyStudyFile();
    text.replace(text.find("25 km"), 5, "epci");
    study.folder().write("study.toml", text);
    const Result result = study.run("site", {"--service", "lieux"});
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, HasSubstr("--reach 30km"));
    EXPECT_EQ(study.run("site", {"--service", "lieux", "--reach", "25km"}).code, 0);
}

}  // namespace
}  // namespace raquette::cli::testing

#include "gis/model/error.h"
#include "tests/ingest/duplicates/expectations.h"

namespace raquette::ingest {
namespace {

using model::Question;

struct Asking : TinyIngest {
    Asking() {
        source("a", "actors", "id;nom;insee\nagence-12;Ciel Les Noctambules;42218\n");
        source("b", "actors", "id;nom;insee\nreseau-7;Ciel Les Noctanbules;42218\n");
    }
};

TEST(Decision, AQuestionSaysWhyAndHowToAnswer) {
    const auto questions = Asking().run().dataset.questions;
    ASSERT_THAT(questions, SizeIs(1));
    EXPECT_THAT(questions[0].because, AllOf(HasSubstr("same name but for a few letters"), HasSubstr("same commune, Saint-Étienne")));
    EXPECT_THAT(questions[0].decision, HasSubstr("records = [\"agence-12\", \"reseau-7\"]"));
}

TEST(Decision, PastedAsItIsItIsNeverAskedAgain) {
    Asking study;
    study.toml(study.run().dataset.questions.front().decision);
    const IngestResult again = study.run();
    EXPECT_THAT(again.dataset.questions, IsEmpty());
    ASSERT_THAT(again.dataset.actors, SizeIs(1));
    EXPECT_EQ(again.dataset.actors[0].id, "agence-12");
    expectNothingLost(again.dataset);
}

TEST(Decision, DifferentOnesAreKeptAndNeverAskedAgain) {
    Asking study;
    const IngestResult result =
        study.toml("[[decision]]\nrecords = [\"reseau-7\", \"agence-12\"]\nis = \"different\"\nby = \"Anne\"\n").run();
    EXPECT_THAT(result.dataset.questions, IsEmpty());
    EXPECT_THAT(result.dataset.actors, SizeIs(2));
}

TEST(Decision, DifferentBeatsASureMergeEvenThroughAThird) {
    TinyIngest study;
    study.source("a", "actors", "id;nom;insee\n1;Le Fil;42218\n")
        .source("b", "actors", "id;nom;insee\n2;Le Fil;42218\n")
        .source("c", "actors", "id;nom;insee\n3;Le Fil;42218\n")
        .toml("[[decision]]\nrecords = [\"1\", \"3\"]\nis = \"different\"\n");
    const IngestResult result = study.run();
    EXPECT_THAT(result.dataset.actors, SizeIs(2));
    EXPECT_THAT(result.dataset.questions, IsEmpty()) << "whichever the second goes with, the other is not it";
}

TEST(Decision, AnIdThatIsNoMoreIsNoted) {
    Asking study;
    const IngestResult result = study.toml("[[decision]]\nrecords = [\"agence-12\", \"parti\"]\nis = \"same\"\n").run();
    EXPECT_THAT(result.dataset.issues, says("no record has the id `parti`"));
}

TEST(Decision, SettlesAPlaceByItsCommuneOrItsPosition) {
    const std::string list = "id;nom;insee;lat;lon\nloin;Le Fil;42218;43.3;5.4\n";
    const auto run = [&](const std::string& toml) { return TinyIngest().source("a", "venues", list).toml(toml).run(); };
    const IngestResult open = run("");
    ASSERT_THAT(open.dataset.questions, SizeIs(1));
    EXPECT_EQ(open.dataset.questions[0].about, Question::About::Place);
    EXPECT_THAT(open.dataset.questions[0].decision,
                AllOf(HasSubstr("commune  = \"42218\""), HasSubstr("# position = [5.40000, 43.30000]")));

    const IngestResult atCommune = run(open.dataset.questions[0].decision);
    EXPECT_THAT(atCommune.dataset.questions, IsEmpty());
    EXPECT_EQ(atCommune.dataset.venues[0].place.method, "decision");
    EXPECT_EQ(atCommune.dataset.venues[0].place.commune, "42218");

    const IngestResult atPosition = run("[[decision]]\nrecord = \"loin\"\nposition = [5.4, 43.3]\n");
    EXPECT_THAT(atPosition.dataset.questions, IsEmpty());
    EXPECT_EQ(atPosition.dataset.venues[0].place.position, (geometry::LonLat{5.4, 43.3}));
    EXPECT_EQ(atPosition.dataset.venues[0].place.precision, model::Precision::Exact);
    EXPECT_EQ(atPosition.dataset.venues[0].place.commune, "") << "it is not in Saint-Étienne";
}

TEST(Decision, AnAmbiguousCommuneIsAnsweredByRemovingAHash) {
    TinyIngest study;
    study.source("a", "venues", "id;nom;commune;cp\n1;La Salle;Saint-Denis;42000\n");
    const auto questions = study.run().dataset.questions;
    ASSERT_THAT(questions, SizeIs(1));
    EXPECT_THAT(questions[0].decision, AllOf(HasSubstr("# commune = \"93066\""), HasSubstr("# commune = \"97411\"")));
    std::string answer = questions[0].decision;
    answer.erase(answer.find("# commune = \"93066\""), 2);
    EXPECT_THAT(study.toml(answer).run().dataset.questions, IsEmpty());
}

TEST(Decision, ACommuneTheReferenceLacksIsRefused) {
    try {
        Asking().toml("[[decision]]\nrecord = \"agence-12\"\ncommune = \"42219\"\n").run();
        FAIL() << "no error";
    } catch (const model::Error& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("no commune `42219`"), HasSubstr("Nearest: 42218 (Saint-Étienne)")));
    }
}

}  // namespace
}  // namespace raquette::ingest

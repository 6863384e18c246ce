#include "gis/model/error.h"
#include "tests/ingest/contributions/together.h"

#include <gmock/gmock.h>
#include <random>

namespace raquette::ingest {
namespace {

using model::Contribution;
using ::testing::Contains;
using ::testing::Field;
using ::testing::SizeIs;

TEST(Replay, AnAcceptedCorrectionIsPartOfTheStudyFromNothing) {
    const Together study;
    study.bring({Together::says("Le Fil", {{"fil", "capacity", "900", "1200"}, {"fil", "closed", "", "2026-06"}})});
    const IngestResult again = study.run();
    EXPECT_EQ(venueOf(again, "fil").capacity, 1200);
    EXPECT_EQ(venueOf(again, "fil").closed->text(), "2026-06");
    EXPECT_EQ(venueOf(again, "club").capacity, 200);
}

TEST(Replay, ProvenanceSaysWhoSaidWhat) {
    const Together study;
    const Contribution said = Together::says("Le Fil", {{"fil", "capacity", "900", "1200"}});
    study.bring({said});
    std::vector<std::string> rows;
    for (const model::Provenance& row : study.run().dataset.provenance) {
        if (row.record == "fil" && row.field == "capacity")
            rows.push_back(row.origin.source.str() + " " + row.value + (row.kept ? " +" : ""));
    }
    EXPECT_THAT(rows, ::testing::UnorderedElementsAre("pole 900", "contribution-" + said.id + " 1200 +"));
}

TEST(Replay, ANewVenueIsPlacedJoinedAndCountedAsASource) {
    const Together study;
    study.bring({Together::says("Réseau", {{"new-1", "kind", "", "venues"},
                                           {"new-1", "name", "", "La Cave"},
                                           {"new-1", "insee", "", "42218"},
                                           {"new-1", "functions", "", "diffusion"}})});
    const IngestResult again = study.run();
    EXPECT_THAT(again.dataset.venues, SizeIs(3));
    EXPECT_EQ(venueOf(again, "new-1").place.commune, "42218");
    ASSERT_THAT(again.dataset.sources, SizeIs(2));
    EXPECT_EQ(again.dataset.sources[1].contributor, "Réseau");
    EXPECT_EQ(again.dataset.sources[1].rows, 1);
    EXPECT_EQ(again.dataset.sources[1].kept, 1);
}

TEST(Replay, AMoveIsPlacedAnew) {
    const Together study;
    const geometry::LonLat before = *venueOf(study.run(), "club").place.position;
    study.bring({Together::says("Le Club", {{"club", "coordinates", "", "45.4400, 4.4000"}})});
    const model::Venue moved = venueOf(study.run(), "club");
    EXPECT_NE(moved.place.position, before);
    EXPECT_NEAR(moved.place.position->lat, 45.44, 1e-9);
    EXPECT_EQ(moved.place.commune, "42218");
}

TEST(Replay, APrivateFieldStaysPrivateWhoeverSaysIt) {
    const Together study;
    study.bring({Together::says("Le Fil", {{"fil", "email", "a@exemple.fr", "b@exemple.fr"}})});
    const IngestResult again = study.run();
    EXPECT_EQ(venueOf(again, "fil").privateFields.at("email"), "b@exemple.fr");
    EXPECT_THAT(again.dataset.provenance,
                Contains(::testing::AllOf(Field(&model::Provenance::field, "email"), Field(&model::Provenance::isPrivate, true))));
}

TEST(Replay, AListOfALaterDayThatSaysOtherwisePrevailsAndItIsTold) {
    const Together study;
    // Of 2025, when the list said 850; that of January 2026 says 900.
    const Contribution said = Together::says("Le Fil", {{"fil", "capacity", "850", "1200"}}, "2025-05-01");
    study.shelf()->keep({said}, {{model::HistoryAct::What::Accepted, said.id, "", "2025-06-01", "Pôle", "", "", false, {}, {}}});
    const IngestResult result = study.run();
    EXPECT_EQ(venueOf(result, "fil").capacity, 900);
    EXPECT_THAT(result.dataset.issues, Contains(Field(&model::Issue::what, "contribution-overtaken")));
}

TEST(Replay, AnIssueAboutAPrivateFieldDoesNotTellIt) {
    const Together study;
    const Contribution said = Together::says("Le Fil", {{"fil", "email", "ancien@exemple.fr", "neuf@exemple.fr"}}, "2025-05-01");
    study.shelf()->keep({said}, {{model::HistoryAct::What::Accepted, said.id, "", "2025-06-01", "Pôle", "", "", false, {}, {}}});
    const IngestResult result = study.run();
    EXPECT_THAT(result.dataset.issues, Contains(Field(&model::Issue::what, "contribution-overtaken")));
    for (const model::Issue& issue : result.dataset.issues)
        EXPECT_THAT(issue.rule + issue.action + issue.value, ::testing::Not(::testing::HasSubstr("exemple.fr")));
}

TEST(Replay, ARecordThatIsNoMoreIsTold) {
    const Together study;
    study.bring({Together::says("X", {{"gone", "capacity", "", "10"}})});
    EXPECT_THAT(study.run().dataset.issues, Contains(Field(&model::Issue::what, "contribution-unknown-record")));
}

/// Random corrections of different fields: any order gives the same records.
TEST(Replay, ContributionsThatMeetNothingGiveTheSameInAnyOrder) {
    const std::vector<model::FieldChange> changes{
        {"fil", "capacity", "900", "1000"}, {"fil", "type", "", "SMAC"},    {"fil", "website", "", "https://exemple.fr"},
        {"club", "capacity", "200", "250"}, {"club", "status", "", "open"}, {"club", "name", "Le Club", "Le Grand Club"}};
    std::vector<Contribution> said;
    for (std::size_t i = 0; i < changes.size(); ++i) said.push_back(Together::says("O" + std::to_string(i), {changes[i]}));
    std::mt19937 random(3);
    std::optional<FieldState> first;
    for (int i = 0; i < 4; ++i) {
        std::ranges::shuffle(said, random);
        const Together study;
        for (const Contribution& one : said) study.bring({one});
        const FieldState now = fieldsOf(study.run().dataset);
        if (!first) first = now;
        EXPECT_EQ(now, *first);
    }
    EXPECT_EQ(first->at({"club", "name"}), "Le Grand Club");
}

TEST(Replay, MergeThenRevertIsAsBeforeAndNothingIsLostFromTheHistory) {
    const Together study;
    const FieldState before = fieldsOf(study.run().dataset);
    const Contribution said = Together::says("Le Fil", {{"fil", "capacity", "900", "1200"}, {"fil", "name", "Le Fil", "Le Grand Fil"}});
    study.bring({said});
    EXPECT_NE(fieldsOf(study.run().dataset), before);
    MergeRequest back;
    back.reverted = {said.id.substr(0, 6)};
    back.today = "2026-06-01";
    study.merge(back);
    EXPECT_EQ(fieldsOf(study.run().dataset), before);
    const std::vector<model::HistoryAct> history = study.history();
    ASSERT_THAT(history, SizeIs(3));
    EXPECT_EQ(history[2].what, model::HistoryAct::What::Reverted);
    EXPECT_EQ(study.shelf()->contribution(said.id), said);
    EXPECT_EQ(standings(history, "2026-05-15").front().status, model::ContributionStatus::Accepted) << "as it was known then";
    EXPECT_THAT(acceptedContributions(*study.shelf(), history, "2026-05-15"), SizeIs(1));
}

}  // namespace
}  // namespace raquette::ingest

#include "ingest/contributions/merge.h"

#include "gis/model/error.h"
#include "tests/ingest/contributions/together.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

using model::Contribution;
using model::ContributionStatus;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

const char* const rules =
    "[review]\nvotes = 2\ndays = 10\nmoderator = \"Modérateur\"\n"
    "[[review.who]]\norganisation = \"Pôle\"\nmay = \"accept\"\nterritories = [\"dep:42\"]\nkinds = [\"correction\", \"closing\"]\n"
    "[[review.who]]\norganisation = \"Ailleurs\"\nmay = \"accept\"\nterritories = [\"dep:01\"]\n";

const Contribution larger = Together::says("Le Fil", {{"fil", "capacity", "900", "1200"}});

ContributionStatus statusOf(const Together& study, const std::string& id) {
    for (const Standing& standing : standings(study.history())) {
        if (standing.id == id) return standing.status;
    }
    ADD_FAILURE() << id << " is not in the history";
    return ContributionStatus::Proposed;
}

MergeRequest by(const std::string& organisation) {
    MergeRequest request;
    request.organisation = organisation;
    return request;
}

TEST(Conflicts, AreWhereBothSidesChangedOneFieldOtherwise) {
    const FieldState now{{{"fil", "capacity"}, "950"}, {{"fil", "name"}, "Le Fil"}, {{"fil", "type"}, "SMAC"}};
    const Contribution said =
        Together::says("O", {{"fil", "capacity", "900", "1200"}, {"fil", "name", "Le Fil", "Le Grand Fil"}, {"fil", "type", "", "SMAC"}});
    const std::vector<Conflict> conflicts = conflictsOf(said, now);
    ASSERT_THAT(conflicts, SizeIs(1)) << "the name is as it was seen, the type says the same already";
    EXPECT_EQ(conflicts[0], (Conflict{"fil", "capacity", "900", "950", "1200"}));
    EXPECT_THAT(conflictsOf(said, now, {{"fil", "capacity", "", "1000"}}), IsEmpty());
}

TEST(Merge, WithoutRulesWhatMeetsNothingIsAccepted) {
    const Together study;
    EXPECT_TRUE(study.bring({larger}).changesTheStudy);
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Accepted);
}

TEST(Merge, TwiceIsOnce) {
    const Together study;
    study.bring({larger});
    const MergeOutcome again = study.bring({larger});
    EXPECT_THAT(again.acts, IsEmpty());
    ASSERT_THAT(again.touched, SizeIs(1));
    EXPECT_TRUE(again.touched[0].known);
    EXPECT_THAT(study.history(), SizeIs(2));
}

TEST(Merge, WhatMeetsAnotherWaitsForAChoice) {
    const Together study;
    study.bring({larger});
    const Contribution smaller = Together::says("Le Club", {{"fil", "capacity", "900", "800"}, {"fil", "type", "", "SMAC"}});
    const MergeOutcome outcome = study.bring({smaller});
    EXPECT_FALSE(outcome.changesTheStudy);
    ASSERT_THAT(outcome.touched, SizeIs(1));
    ASSERT_THAT(outcome.touched[0].conflicts, SizeIs(1));
    EXPECT_EQ(outcome.touched[0].conflicts[0].now, "1200");
    MergeRequest accept = by("Pôle");
    accept.accepted = {smaller.id};
    EXPECT_THAT([&] { study.merge(accept); }, ThrowsMessage<model::Error>(HasSubstr("--resolve")));
    accept.choices = {{smaller.id, {"fil", "capacity", "", "1000"}}};
    study.merge(accept);
    EXPECT_EQ(venueOf(study.run(), "fil").capacity, 1000);
    EXPECT_EQ(venueOf(study.run(), "fil").type, "SMAC");
}

TEST(Merge, WhatIsPrivateIsNotToldWhereTwoDiffer) {
    const Together study;
    const Contribution said = Together::says("X", {{"fil", "email", "ancien@exemple.fr", "neuf@exemple.fr"}});
    study.bring({said});
    MergeRequest accept = by("Pôle");
    accept.accepted = {said.id};
    EXPECT_THAT([&] { study.merge(accept); }, ThrowsMessage<model::Error>(::testing::Not(HasSubstr("exemple.fr"))));
}

TEST(Merge, ForAnotherStudyOrByOneWhoMayNotIsRefused) {
    Contribution stranger = larger;
    stranger.study = "Une autre";
    settle(stranger);
    const Together study;
    EXPECT_THAT([&] { study.bring({stranger}); }, ThrowsMessage<model::Error>(HasSubstr("another study")));
    const Together listed("[review]\npropose = \"listed\"\n[[review.who]]\norganisation = \"Pôle\"\nmay = \"vote\"\n");
    EXPECT_THAT([&] { listed.bring({larger}); }, ThrowsMessage<model::Error>(HasSubstr("may propose")));
    EXPECT_THAT(study.history(), IsEmpty()) << "nothing was done";
}

TEST(Merge, WhoMaySettleIsSaidByNetworkTerritoryAndKind) {
    const Together study(rules);
    study.bring({larger});
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Proposed) << "rules are stated: somebody must settle it";
    MergeRequest accept = by("Ailleurs");
    accept.accepted = {larger.id};
    EXPECT_THAT([&] { study.merge(accept); }, ThrowsMessage<model::Error>(HasSubstr("may not settle")));
    accept.organisation = "Le Fil";
    EXPECT_THAT([&] { study.merge(accept); }, ThrowsMessage<model::Error>(HasSubstr("may not settle")));
    accept.organisation = "Pôle";
    study.merge(accept);
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Accepted);
    const Contribution added =
        Together::says("X", {{"new-1", "kind", "", "venues"}, {"new-1", "name", "", "Y"}, {"new-1", "insee", "", "42218"}});
    study.bring({added});
    accept.accepted = {added.id};
    EXPECT_THAT([&] { study.merge(accept); }, ThrowsMessage<model::Error>(HasSubstr("may not settle"))) << "a new record is not its kind";
    accept.organisation = "Modérateur";
    study.merge(accept);
    EXPECT_EQ(statusOf(study, added.id), ContributionStatus::Accepted);
}

TEST(Merge, ARefusalSaysWhy) {
    const Together study(rules);
    study.bring({larger});
    MergeRequest refuse = by("Pôle");
    refuse.refused = {larger.id};
    EXPECT_THAT([&] { study.merge(refuse); }, ThrowsMessage<model::Error>(HasSubstr("--reason")));
    refuse.reason = "la jauge est de 900";
    study.merge(refuse);
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Refused);
    MergeRequest accept = by("Pôle");
    accept.accepted = {larger.id};
    EXPECT_THAT([&] { study.merge(accept); }, ThrowsMessage<model::Error>(HasSubstr("refused since")));
}

TEST(Votes, OfAsManyOrganisationsAfterAsManyDaysSettle) {
    const Together study(rules);
    study.bring({larger});
    const auto vote = [&](const std::string& who, bool yes, const std::string& day) {
        MergeRequest request = by(who);
        request.today = day;
        request.votes = {{larger.id, yes}};
        return study.merge(request);
    };
    vote("A", true, "2026-05-03");
    vote("A", true, "2026-05-20");
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Proposed) << "one organisation has one vote";
    vote("B", true, "2026-05-04");
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Proposed) << "too early";
    MergeRequest nothing;
    nothing.today = "2026-05-13";
    study.merge(nothing);
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Accepted);
    EXPECT_EQ(venueOf(study.run(), "fil").capacity, 1200);
}

TEST(Votes, ThatDifferAreForTheModerator) {
    const Together study(rules);
    study.bring({larger});
    for (const auto& [who, yes] : {std::pair{"A", true}, std::pair{"B", false}}) {
        MergeRequest request = by(who);
        request.today = "2026-06-01";
        request.votes = {{larger.id, yes}};
        const MergeOutcome outcome = study.merge(request);
        if (!yes) {
            EXPECT_EQ(outcome.touched.back().verdict, Verdict::Split);
        }
    }
    EXPECT_EQ(statusOf(study, larger.id), ContributionStatus::Proposed);
}

TEST(Merge, TheNetworkOfATerritoryHasTheLastWord) {
    const Together study(rules);
    study.bring({larger});
    MergeRequest accept = by("Pôle");
    accept.accepted = {larger.id};
    study.merge(accept);
    const Contribution own = Together::says("Pôle", {{"fil", "capacity", "900", "850"}});
    study.bring({own});
    accept.accepted = {own.id};
    study.merge(accept);
    EXPECT_EQ(venueOf(study.run(), "fil").capacity, 850);
}

TEST(Merge, AnIdThatIsNoneOrOfTwoIsSaid) {
    const Together study;
    study.bring({larger});
    MergeRequest back;
    back.reverted = {"zzz"};
    EXPECT_THAT([&] { study.merge(back); }, ThrowsMessage<model::Error>(HasSubstr("No contribution is called")));
}

TEST(Review, WhatIsSaidOfItIsChecked) {
    EXPECT_THAT([] { Together("[review]\npropose = \"listed\"\n").run(); }, ThrowsMessage<model::Error>(HasSubstr("no [[review.who]]")));
    EXPECT_THAT([] { Together("[review]\ndays = 3\n").run(); }, ThrowsMessage<model::Error>(HasSubstr("needs `votes`")));
    EXPECT_THAT([] { Together("[review]\nvote = 3\n").run(); }, ThrowsMessage<model::Error>(HasSubstr("votes")));
}

}  // namespace
}  // namespace raquette::ingest

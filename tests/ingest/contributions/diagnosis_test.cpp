#include "ingest/contributions/diagnosis.h"

#include "gis/model/error.h"
#include "gis/store/sibling.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/remarks.h"
#include "ingest/table/text_file.h"
#include "tests/ingest/contributions/together.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

using model::Contribution;
using model::ContributionStatus;
using model::DiagnosisStanding;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;

const char* const service = "[[service]]\nid = \"lieux\"\nlabel = \"Lieu\"\nreach = \"30 km\"\n";
const char* const twoAdopt = "[review]\nmoderator = \"Pôle\"\nadopt = [\"Pôle\", \"Réseau\"]\n";

const Contribution doubt = Together::says("Le Fil", {{"lieux:dep:42", "contest", "", "Saint-Bonnet a une salle"}});

/// Not analysed: the tiny reference has no land.
store::StudyState stateOf(const Together& study) {
    IngestResult read = study.run();
    return {study.study(), tinyReference(), std::move(read.dataset), {}};
}

MergeRequest by(const std::string& organisation, const std::string& reason = "") {
    MergeRequest request;
    request.organisation = organisation;
    request.reason = reason;
    request.today = "2026-05-02";
    return request;
}

std::string debateBy(const Together& study, const std::string& organisation) {
    const auto shelf = study.shelf();
    const model::HistoryAct act = debate(stateOf(study), *shelf, by(organisation));
    shelf->keep({}, {act});
    return act.diagnosis;
}

void adoptBy(const Together& study, const std::string& organisation) {
    const auto shelf = study.shelf();
    shelf->keep({}, {adopt(study.study(), *shelf, by(organisation))});
}

void settleBy(const Together& study, const std::string& organisation, const std::string& reason, std::vector<std::string> accepted,
              std::vector<std::string> refused = {}) {
    MergeRequest request = by(organisation, reason);
    request.accepted = std::move(accepted);
    request.refused = std::move(refused);
    study.merge(request);
}

TEST(Content, IsTheSameForTheSameStudyAndNoOther) {
    const Together study(service);
    const std::string content = contentOf(stateOf(study));
    EXPECT_EQ(contentOf(stateOf(Together(service))), content) << "computed anew, elsewhere";
    EXPECT_NE(contentOf(stateOf(Together("[[service]]\nid = \"lieux\"\nlabel = \"Lieu\"\nreach = \"20 km\"\n"))), content);
    store::StudyState state = stateOf(study);
    state.dataset.venues.front().privateFields["email"] = "autre@exemple.fr";
    state.dataset.remarks.push_back({"1", "fil", false, "Bien vu", false, "X", "2026-01-01", ContributionStatus::Accepted, "", ""});
    EXPECT_EQ(contentOf(state), content) << "persons and the debate are no part of it";
    state.dataset.venues.front().capacity = 901;
    EXPECT_NE(contentOf(state), content);
}

TEST(Diagnosis, IsKeptAsItWasPutToDebateWithoutPersons) {
    const Together study(service);
    const std::string id = debateBy(study, "Pôle");
    const std::filesystem::path file = study.shelf()->diagnosis(id);
    EXPECT_EQ(contentOf(store::readStore(file)), id);
    EXPECT_THAT(readBytes(file), Not(HasSubstr("exemple.fr")));
    EXPECT_FALSE(std::filesystem::exists(study.shelf()->draft()));
    EXPECT_THAT([&] { debate(stateOf(study), *study.shelf(), by("Pôle")); }, ThrowsMessage<model::Error>(HasSubstr("in debate already")));
    EXPECT_FALSE(std::filesystem::exists(study.shelf()->draft()));
}

TEST(Diagnosis, IsAdoptedOnceAllWhoseWordIsNeededSaidSo) {
    const Together study(std::string(twoAdopt) + service);
    study.run();
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("Pôle")); }, ThrowsMessage<model::Error>(HasSubstr("--debate")));
    const std::string id = debateBy(study, "Pôle");
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("Un autre")); }, ThrowsMessage<model::Error>(HasSubstr("Pôle, Réseau")));
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("")); }, ThrowsMessage<model::Error>(HasSubstr("--organisation")));
    adoptBy(study, "Réseau");
    EXPECT_EQ(study.run().dataset.diagnosis.adopted, "");
    EXPECT_THAT(study.run().dataset.diagnosis.missing, ElementsAre("Pôle"));
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("Réseau")); }, ThrowsMessage<model::Error>(HasSubstr("already")));
    adoptBy(study, "Pôle");
    const DiagnosisStanding standing = study.run().dataset.diagnosis;
    EXPECT_EQ(standing.id, id);
    EXPECT_EQ(standing.adopted, "2026-05-02");
    EXPECT_THAT(standing.adoptedBy, ElementsAre("Réseau", "Pôle"));
}

TEST(Diagnosis, WhoeverAdoptsCountsWhereNobodyIsNamed) {
    const Together study(service);
    debateBy(study, "Pôle");
    adoptBy(study, "Un réseau");
    EXPECT_EQ(study.run().dataset.diagnosis.adopted, "2026-05-02");
}

TEST(Diagnosis, AContestMustBeAnsweredFirst) {
    const Together study(service);
    study.bring({doubt});
    debateBy(study, "Pôle");
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("Pôle")); }, ThrowsMessage<model::Error>(HasSubstr(doubt.id)));
    EXPECT_THAT([&] { settleBy(study, "Pôle", "", {}, {doubt.id}); }, ThrowsMessage<model::Error>(HasSubstr("--reason")));
    EXPECT_THAT([&] { settleBy(study, "Pôle", "", {doubt.id}); }, ThrowsMessage<model::Error>(HasSubstr("answer it")));
    settleBy(study, "Pôle", "Elle est à Aurec", {}, {doubt.id});
    adoptBy(study, "Pôle");
    const auto remarks = study.run().dataset.remarks;
    ASSERT_THAT(remarks, SizeIs(1));
    EXPECT_EQ(remarks[0].answer, "Elle est à Aurec");
    EXPECT_EQ(remarks[0].answeredBy, "Pôle");
}

TEST(Diagnosis, WhatWasAcceptedSinceAsksForAnotherDebate) {
    const Together study(service);
    const std::string first = debateBy(study, "Pôle");
    study.bring({Together::says("Le Fil", {{"fil", "comment", "", "Très bien"}})});
    EXPECT_EQ(study.run().dataset.diagnosis.changedSince, 0) << "a comment changes no figure";
    study.bring({Together::says("Le Fil", {{"fil", "capacity", "900", "1200"}})});
    EXPECT_EQ(study.run().dataset.diagnosis.changedSince, 1);
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("Pôle")); }, ThrowsMessage<model::Error>(HasSubstr("to debate again")));
    const std::string second = debateBy(study, "Pôle");
    EXPECT_NE(second, first);
    adoptBy(study, "Pôle");
    EXPECT_THAT(diagnosesOf(study.study().review, *study.shelf(), study.history()), SizeIs(2));
    EXPECT_EQ(contentOf(store::readStore(study.shelf()->diagnosis(first))), first) << "the one before stays, to be compared with";
}

TEST(Diagnosis, AFileThatSaysOtherwiseIsNotAdopted) {
    const Together study(service);
    const std::string id = debateBy(study, "Pôle");
    store::StudyState other = stateOf(study);
    other.dataset.venues.front().capacity = 5000;
    store::writePublicStore(other, study.shelf()->diagnosis(id));
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("Pôle")); }, ThrowsMessage<model::Error>(HasSubstr("no longer says")));
    std::filesystem::remove(study.shelf()->diagnosis(id));
    if (Together::inDatabase()) return adoptBy(study, "Pôle");  // it is fetched again
    EXPECT_THAT([&] { adopt(study.study(), *study.shelf(), by("Pôle")); }, ThrowsMessage<model::Error>(HasSubstr("no longer there")));
}

TEST(Remarks, AcceptedCommentsAreShownAndContestsFromTheFirstDay) {
    const Together study("[review]\nmoderator = \"Pôle\"\n");
    const Contribution comment = Together::says("X", {{"fil", "comment", "", "Bien vu"}});
    const Contribution personal = Together::says("X", {{"club", "contest", "", "Demandez à camille@exemple.fr"}});
    study.bring({comment, personal, doubt});
    auto remarks = study.run().dataset.remarks;
    ASSERT_THAT(remarks, SizeIs(2)) << "a comment waits for its acceptance";
    EXPECT_TRUE(remarks[0].isPrivate);
    EXPECT_FALSE(remarks[1].isPrivate);
    EXPECT_TRUE(remarks[1].isOpen());
    settleBy(study, "Pôle", "", {comment.id});
    remarks = study.run().dataset.remarks;
    ASSERT_THAT(remarks, SizeIs(3));
    EXPECT_EQ(remarks[0].text, "Bien vu");
    EXPECT_THAT(remarks[0].answer, IsEmpty());
    MergeRequest back = by("Pôle");
    back.reverted = {comment.id};
    study.merge(back);
    EXPECT_THAT(study.run().dataset.remarks, SizeIs(2));
}

TEST(Remarks, VotesNeverStandForAnAnswer) {
    const Together study("[review]\nvotes = 1\nmoderator = \"Pôle\"\n");
    study.bring({doubt});
    MergeRequest vote = by("X");
    vote.votes = {{doubt.id, false}};
    study.merge(vote);
    EXPECT_TRUE(study.run().dataset.remarks.at(0).isOpen());
}

}  // namespace
}  // namespace raquette::ingest

#include "gis/analysis/siting/siting.h"

#include "tests/france/france.h"

namespace raquette::analysis {
namespace {

/// CBC 2.10.8 alone proved 23,209,937 people to be the optimum of the same programme, nothing reduced (`raquette-bench-siting --peers`).
TEST(SitingInFrance, TenPlacesOfTheThousandMostPopulousCommunesReachWhatCbcProves) {
    if (!raquette::testing::testData()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const model::Study study = raquette::testing::studyOfVenues(30);
    SitingQuestion question;
    question.count = 10;
    question.reach = model::kilometres(30);
    question.candidates = communeCandidates(study, raquette::testing::france());
    question.candidates.resize(1000);
    const SitingAnswer answer = site(study, raquette::testing::france(), {}, question);
    EXPECT_EQ(answer.more.value, 23209937);
    EXPECT_TRUE(answer.proven());
    EXPECT_TRUE(answer.verified);
}

}  // namespace
}  // namespace raquette::analysis

#include "tests/france/france.h"

#include <algorithm>
#include <array>
#include <cmath>

// Totals over the levels of the whole reference, and the whole analysis on one thread and on several.

namespace raquette::analysis {
namespace {

using namespace raquette::testing;
using model::Level;

/// The columns of people, one after the other.
std::array<std::int64_t, 8> peopleOf(const Indicator& row) {
    return {row.population.value,       row.coveredPopulation.value,   row.surelyCovered.value,    row.possiblyCovered.value,
            row.coveredByMembers.value, row.coveredByNonMembers.value, row.coveredByUnknown.value, row.twiceCovered.value};
}

/// Of the rows of a level: people, and people times each mean, which add up as well.
struct Sum {
    std::array<std::int64_t, 8> people{};
    double nearest = 0, accessibility = 0, opportunities = 0;
    int providers = 0;
};

Sum sumOf(const ServiceResult& result, Level level) {
    Sum sum;
    for (const Indicator& row : result.indicators) {
        if (row.territory.level != level) continue;
        const std::array<std::int64_t, 8> people = peopleOf(row);
        for (std::size_t i = 0; i < people.size(); ++i) sum.people[i] += people[i];
        const auto count = static_cast<double>(row.population.value);
        if (row.nearest) sum.nearest += count * row.nearest->value;
        if (row.access.accessibility) sum.accessibility += count * row.access.accessibility->value;
        if (row.access.opportunities) sum.opportunities += count * *row.access.opportunities;
        sum.providers += row.providers;
    }
    return sum;
}

TEST(SumsOfFrance, AreTheSameAtEveryLevelByDistanceAndByTerritory) {
    if (!testData()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const model::Reference& reference = franceWithGrid();
    model::Study study = studyOfVenues(20);
    study.area.clear();  // overseas too
    for (const Level level : {Level::Commune, Level::Epci, Level::Departement}) {
        study.services.push_back(study.services.front());
        study.services.back().id = name(level);
        study.services.back().reach = level;
    }
    const Analysis analysis = analyse(study, reference, listOf("cinemas.csv", reference));
    for (const ServiceResult& result : analysis.services) {
        const Sum whole = sumOf(result, Level::Study);
        EXPECT_GT(whole.people[1], 0);
        for (const Level level : {Level::Commune, Level::Departement, Level::Region}) {
            const Sum sum = sumOf(result, level);
            const std::string what = result.service.id + " " + std::string(name(level));
            EXPECT_EQ(sum.people, whole.people) << what;
            EXPECT_NEAR(sum.nearest, whole.nearest, 1e-9 * whole.nearest) << what;
            EXPECT_NEAR(sum.accessibility, whole.accessibility, 1e-9 * whole.accessibility) << what;
            EXPECT_NEAR(sum.opportunities, whole.opportunities, 1e-9 * whole.opportunities) << what;
            if (result.service.id == "lieux") {
                EXPECT_EQ(sum.providers, whole.providers) << what;
            }
        }
    }
}

TEST(WholeAnalysisOfFrance, OneThreadIsTwoBitForBit) {
    if (!testData()) GTEST_SKIP() << "RAQUETTE_TEST_DATA is not set";
    const model::Reference& reference = franceWithGrid();
    const model::Dataset venues = demonstrationVenues(reference);
    const model::Study study = studyOfVenues(30);
    EXPECT_TRUE(analyse(study, reference, venues, {.threads = 1}) == analyse(study, reference, venues, {.threads = 2}));
}

}  // namespace
}  // namespace raquette::analysis

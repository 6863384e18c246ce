#include "gis/analysis/time/timeline.h"

#include "gis/analysis/analysis.h"
#include "gis/analysis/time/calendar.h"
#include "tests/gis/drawn_world.h"

#include <random>

namespace raquette::analysis {
namespace {

using raquette::testing::DrawnWorld;

model::Venue& last(DrawnWorld& world) {
    return world.dataset.venues.back();
}

void addDated(DrawnWorld& world, const std::string& name, double column, const char* opened, const char* closed) {
    world.addVenue(name, column, 0.5);
    last(world).opened = model::PartialDate::parse(opened);
    last(world).closed = model::PartialDate::parse(closed);
}

ServiceResult analysed(const DrawnWorld& world) {
    return analyse(world.study, world.reference, world.dataset).services.front();
}

std::vector<std::int64_t> coveredOfStudy(const ServiceResult& result) {
    std::vector<std::int64_t> covered;
    for (const TimelineRow& row : result.timeline.rows) {
        if (row.territory.level == model::Level::Study) covered.push_back(row.coveredPopulation.value);
    }
    return covered;
}

TEST(Timeline, TellsYearByYearWhoServedAndWhom) {
    DrawnWorld world({"1248"});
    addDated(world, "ancien", 0.5, "2022-06", "2024-03");
    addDated(world, "nouveau", 1.5, "2023-05", "");
    addDated(world, "à venir", 3.5, "2027", "");
    world.addService("lieux", 5);
    const ServiceResult result = analysed(world);
    ASSERT_EQ(result.timeline.days.size(), 5u);
    EXPECT_EQ(model::isoText(result.timeline.days.front().day), "2022-01-01");
    EXPECT_THAT(coveredOfStudy(result), ::testing::ElementsAre(0, 1000, 3000, 2000, 2000));
    EXPECT_EQ(result.timeline.days[2].opened, 1);
    EXPECT_EQ(result.timeline.days[3].closed, 1);
    EXPECT_EQ(result.timeline.days[3].providers, 1);
    EXPECT_EQ(result.timeline.undated, 0);
}

TEST(Timeline, WithoutAnyDateThereIsNone) {
    DrawnWorld world({"12"});
    world.addVenue("toujours là", 0.5, 0.5);
    world.addService("lieux", 5);
    EXPECT_TRUE(analysed(world).timeline.rows.empty());
}

TEST(Timeline, ARecordWithoutAnOpeningIsAlwaysThereAndCounted) {
    DrawnWorld world({"12"});
    world.addVenue("sans date", 0.5, 0.5);
    addDated(world, "daté", 1.5, "2024-05", "");
    world.addService("lieux", 5);
    const ServiceResult result = analysed(world);
    EXPECT_EQ(result.timeline.undated, 1);
    EXPECT_THAT(coveredOfStudy(result), ::testing::ElementsAre(1000, 3000, 3000));
}

TEST(Endings, AContractThatEndsOpensAHole) {
    DrawnWorld world({"124"});
    for (const auto& [id, commune, end] : {std::tuple("a", "23001", "2026-03"), {"b", "23002", "2026-03-15"}, {"c", "23003", "2030"}}) {
        model::Contract contract;
        contract.id = contract.title = id;
        contract.scope = {{model::Level::Commune, commune}};
        contract.period = {model::PartialDate::parse("2020"), model::PartialDate::parse(end), false};
        world.dataset.contracts.push_back(contract);
    }
    model::Service service;
    service.id = "contrats";
    service.match.kinds = {model::RecordKind::Contracts};
    service.reach = model::ScopeReach{};
    world.study.services.push_back(service);
    const ServiceResult result = analysed(world);
    ASSERT_EQ(result.endings.size(), 1u);  // both end in March: gone by 1 April
    EXPECT_EQ(model::isoText(result.endings[0].by), "2026-04-01");
    EXPECT_EQ(result.endings[0].ended.size(), 2u);
    EXPECT_EQ(result.endings[0].losing.value, 3000);
    EXPECT_EQ(result.endings[0].lost.value, 3000);
    EXPECT_THAT(result.endings[0].communes, ::testing::ElementsAre("23002", "23001"));
}

TEST(Endings, WhatOthersServeToo) {
    DrawnWorld world({"12"});
    addDated(world, "ferme en juin", 0.5, "2010", "2026-06-15");
    world.addVenue("reste", 0.6, 0.5);
    world.addService("lieux", 5);
    const ServiceResult result = analysed(world);
    ASSERT_EQ(result.endings.size(), 1u);
    EXPECT_EQ(result.endings[0].losing.value, 0);
}

/// Each day of a calendar is the plain analysis of that day.
TEST(Calendar, EachDayIsTheAnalysisOfThatDay) {
    std::mt19937 random(7);
    for (int round = 0; round < 10; ++round) {
        DrawnWorld world({"1234", "5678", "9876"});
        for (int v = 0; v < 8; ++v) {
            world.addVenue("v" + std::to_string(v), static_cast<double>(random() % 40) / 10, static_cast<double>(random() % 30) / 10);
            const int opened = 2010 + static_cast<int>(random() % 12);
            if (random() % 3 != 0) last(world).opened = model::PartialDate::parse(std::to_string(opened));
            if (random() % 3 != 0) last(world).closed = model::PartialDate::parse(std::to_string(opened + static_cast<int>(random() % 8)));
        }
        world.addService("lieux", 12);
        const std::vector<std::int64_t> covered = coveredOfStudy(analysed(world));
        const Timeline whole = analysed(world).timeline;
        for (std::size_t d = 0; d < whole.days.size(); ++d) {
            DrawnWorld then = world;
            then.study.date = whole.days[d].day;
            const ServiceResult plain = analysed(then);
            EXPECT_EQ(covered[d], plain.coverages[1].population.value);
            EXPECT_EQ(static_cast<std::size_t>(whole.days[d].providers), plain.providers.size());
        }
    }
}

}  // namespace
}  // namespace raquette::analysis

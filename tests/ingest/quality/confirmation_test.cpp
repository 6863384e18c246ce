#include "ingest/quality/confirmation.h"

#include "tests/ingest/contributions/together.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

std::string confirmedOf(const Together& study, const std::string& id) {
    const auto confirmed = model::Venue(venueOf(study.run(), id)).confirmed;
    return confirmed ? confirmed->text() : "";
}

TEST(Confirmation, IsThatOfTheListThenOfWhoeverSpeaksOfARecordLast) {
    const Together study;
    EXPECT_EQ(confirmedOf(study, "fil"), "2026-01-01") << "the day of its list";
    study.bring({Together::says("X", {{"fil", "capacity", "900", "1200"}}, "2026-05-01")});
    EXPECT_EQ(confirmedOf(study, "fil"), "2026-05-01");
    EXPECT_EQ(confirmedOf(study, "club"), "2026-01-01");
    study.bring({Together::says("Y", {{"club", "confirmed", "", "2026-06"}}, "2026-06-02")});
    EXPECT_EQ(confirmedOf(study, "club"), "2026-06") << "nothing is changed in it, and somebody found it right";
    study.bring({Together::says("Z", {{"club", "confirmed", "", "2026-03"}}, "2026-06-03")});
    EXPECT_EQ(confirmedOf(study, "club"), "2026-06") << "the later of two days, whoever comes last; they never meet";
    study.bring({Together::says("W", {{"club", "comment", "", "Connu"}}, "2026-07-01")});
    EXPECT_EQ(confirmedOf(study, "club"), "2026-06") << "a word on it is no confirmation";
}

TEST(Confirmation, IsLackingOnlyAfterSoManyMonths) {
    model::Actor actor;
    const model::Day day = *model::parseDay("2026-07-01");
    EXPECT_FALSE(isUnconfirmed(actor, day, 12)) << "nobody knows of when its list is";
    actor.confirmed = model::PartialDate::parse("2025-07");
    EXPECT_FALSE(isUnconfirmed(actor, day, 12)) << "until the last of July";
    EXPECT_TRUE(isUnconfirmed(actor, day, 11));
    EXPECT_FALSE(isUnconfirmed(actor, day, 0));
}

}  // namespace
}  // namespace raquette::ingest

#pragma once

#include "ingest/ingest.h"
#include "tests/ingest/tiny_world.h"

#include <gmock/gmock.h>
#include <string>

namespace raquette::ingest {

// What tests of lists are written with.
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Issues of which one says that.
inline auto says(const std::string& words) {
    return Contains(Field(&model::Issue::action, HasSubstr(words)));
}

/// The counts of the last source, which add up to the rows read.
inline void expectCounts(const IngestResult& result, long rows, long kept, long merged, long rejected) {
    const model::SourceSummary& summary = result.dataset.sources.back();
    EXPECT_EQ(summary.rows, rows);
    EXPECT_EQ(summary.kept, kept);
    EXPECT_EQ(summary.merged, merged);
    EXPECT_EQ(summary.rejected, rejected);
    EXPECT_EQ(rows, kept + merged + rejected) << "none is lost";
}

/// One venue read from the cells of a row, under those of a header.
inline IngestResult placing(const std::string& header, const std::string& row) {
    return TinyIngest().source("v", "venues", "nom;" + header + "\nLe Fil;" + row + "\n").run();
}
/// The place of the only venue; nowhere where its row was rejected.
inline model::Place placeOf(const IngestResult& result) {
    return result.dataset.venues.empty() ? model::Place{} : result.dataset.venues.front().place;
}

}  // namespace raquette::ingest

#pragma once

#include "tests/ingest/tiny_world.h"

#include <gmock/gmock.h>
#include <string>

namespace raquette::ingest {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// Some issue tells what to do in these words.
inline auto says(const std::string& words) {
    return Contains(Field(&model::Issue::action, HasSubstr(words)));
}

/// Two lists of actors, `a` and `b`, with a row or more each.
inline IngestResult twoLists(const std::string& header, const std::string& first, const std::string& second) {
    return TinyIngest().source("a", "actors", header + "\n" + first + "\n").source("b", "actors", header + "\n" + second + "\n").run();
}

/// Every source's rows are kept, rejected or merged.
inline void expectNothingLost(const model::Dataset& dataset) {
    for (const model::SourceSummary& source : dataset.sources) {
        EXPECT_EQ(source.rows, source.kept + source.rejected + source.merged) << source.id;
    }
}

}  // namespace raquette::ingest

#pragma once

#include "tests/ingest/expectations.h"

#include <string>

namespace raquette::ingest {

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

#pragma once

#include "gis/roads/road_graph.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace raquette::roads {

/// What a kept graph was made from. Another extract, other rules or another version of this program have another.
struct GraphKey {
    std::uint64_t extract = 0;
    std::uint64_t profile = 0;

    bool operator==(const GraphKey&) const = default;
};

/// Writes a graph beside what it was made from: whole, or not at all. Throws model::Error where the file cannot be written.
void keepGraph(const RoadGraph& graph, const GraphKey& key, const std::filesystem::path& file);

/// Maps a kept graph into memory: nothing is copied, and only what a search needs stays there. Nothing where there is no such file, where
/// it was made from something else, or where it is broken: it is then made again.
std::optional<RoadGraph> keptGraph(const GraphKey& key, const std::filesystem::path& file);

}  // namespace raquette::roads

#include "ingest/duplicates/records_by_row.h"

#include <algorithm>

namespace raquette::ingest {

namespace {

long rowOf(const model::Actor* record) {
    return record->origin.row;
}

}  // namespace

RecordsByRow::RecordsByRow(const model::Dataset& dataset) {
    const auto add = [&](const model::Actor& record) { sources_[record.origin.source].push_back(&record); };
    std::ranges::for_each(dataset.actors, add);
    std::ranges::for_each(dataset.venues, add);
    for (auto& [source, records] : sources_) std::ranges::stable_sort(records, {}, rowOf);
}

const model::Actor* RecordsByRow::at(std::string_view source, long row) const {
    const auto found = sources_.find(source);
    if (found == sources_.end()) return nullptr;
    const auto after = std::ranges::upper_bound(found->second, row, {}, rowOf);
    return after == found->second.begin() || rowOf(*(after - 1)) != row ? nullptr : *(after - 1);
}

}  // namespace raquette::ingest

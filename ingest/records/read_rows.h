#pragma once

#include "gis/model/progress.h"
#include "ingest/ingest.h"
#include "ingest/records/row_groups.h"

#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// What becomes of the rows of a source: their count, and those put aside.
class RowAccount {
public:
    RowAccount(const Table& table, model::SourceSummary& summary, RejectedRows& rejects);

    void countDouble();
    void count(const RowGroup& group, const RecordRow& row);

private:
    void putAside(const TableRow& row, const std::string& why);

    const Table& table_;
    model::SourceSummary& summary_;
    RejectedRows& rejects_;
};

/// Notes the exact doubles of earlier rows, which are merged with them.
void tellDoubles(SourceReading& reading, const RowGroups& rows, RowAccount& account);

/// Reads each structure of a source once: `read` makes a product of a group's row, or nothing, on several threads; `take` gets the products
/// in the order of the rows, on one. Issues come out as if the rows had been read one after the other.
template <class Product, class Read, class Take>
void readRows(SourceReading& reading, const RowGroups& rows, RowAccount& account, const model::Watch& watch, const Read& read,
              const Take& take) {
    constexpr std::size_t stretchLength = 1024;
    constexpr std::size_t stretchesInFlight = 8;
    struct Stretch {
        explicit Stretch(const SourceReading& whole) : reading(whole.part(issues)) {}
        model::Issues issues;
        SourceReading reading;
        std::vector<std::pair<RecordRow, std::optional<Product>>> read;
        std::exception_ptr failure;
    };
    // TBB forgets what is under way when something is thrown through it: failures wait outside.
    std::exception_ptr failure;
    std::atomic<bool> failed = false;
    tellDoubles(reading, rows, account);
    const std::size_t count = rows.size();
    std::size_t next = 0;
    std::size_t taken = 0;
    const auto hand = [&](tbb::flow_control& flow) {
        const std::size_t begin = next;
        if (begin == count || failed) flow.stop();
        next = std::min(count, begin + stretchLength);
        return begin;
    };
    const auto readStretch = [&](std::size_t begin) {
        auto stretch = std::make_shared<Stretch>(reading);
        const std::size_t end = std::min(count, begin + stretchLength);
        try {
            stretch->read.reserve(end - begin);
            for (std::size_t i = begin; i < end && !failed; ++i) {
                const RowGroup group = rows.group(i);
                RecordRow row(stretch->reading, *group.row);
                std::optional<Product> product = read(row, group);
                if (row.rejected()) product.reset();
                if (!row.rejected() && group.isMade()) row.noteAlike("", "rows-of-a-structure", {{"rows", std::to_string(group.size())}});
                stretch->read.emplace_back(std::move(row), std::move(product));
            }
        } catch (...) {
            stretch->failure = std::current_exception();
        }
        return stretch;
    };
    const auto takeStretch = [&](const std::shared_ptr<Stretch>& stretch) {
        if (failed) return;
        try {
            if (stretch->failure) std::rethrow_exception(stretch->failure);
            for (auto& [row, product] : stretch->read) {
                const RowGroup group = rows.group(taken++);
                account.count(group, row);
                if (product) take(std::move(*product), group);
            }
            reading.absorb(stretch->reading);
            if (watch) watch({"read", reading.source.id, static_cast<long>(taken), static_cast<long>(count)});
        } catch (...) {
            failure = std::current_exception();
            failed = true;
        }
    };
    tbb::parallel_pipeline(stretchesInFlight,
                           tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, hand) &
                               tbb::make_filter<std::size_t, std::shared_ptr<Stretch>>(tbb::filter_mode::parallel, readStretch) &
                               tbb::make_filter<std::shared_ptr<Stretch>, void>(tbb::filter_mode::serial_in_order, takeStretch));
    if (failure) std::rethrow_exception(failure);
}

}  // namespace raquette::ingest

#pragma once

#include "gis/analysis/land.h"
#include "gis/analysis/provider.h"

#include <cstdint>
#include <vector>

namespace raquette::analysis {

/// A set of days of a calendar, by their index: at most 64.
using Days = std::uint64_t;

/// A provider and the days of the calendar on which a service selects it, surely in force.
struct DatedProvider {
    Provider provider;
    Days open = 0;
};

/// Who serves on each of several days, and whom: one look around each point of people answers for all days at once. People and territories
/// are the reference's on every day, so that what moves is the service, not the borders or the census.
struct Calendar {
    std::vector<model::Day> days;  ///< ascending
    std::vector<DatedProvider> providers;
    std::vector<Days> reached;  ///< of each point of Reference::people, the days on which it is reached, nominally; none outside the study
};

/// Whether any record that the service may select has a date, without which every day is like the others.
bool isDated(const model::Service& service, const model::Dataset& dataset);

/// Requires 1 to 64 ascending days.
Calendar calendar(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Service& service,
                  const model::Dataset& dataset, std::vector<model::Day> days);

}  // namespace raquette::analysis

#pragma once

#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <cstdint>
#include <string>
#include <vector>

namespace raquette::analysis {

struct Provider;
struct StudyArea;

/// One territory on one day of a service's past: only people are counted, as today's census has them.
struct TimelineRow {
    model::Day day;
    model::TerritoryId territory;
    model::Inhabitants population;
    model::Inhabitants coveredPopulation;

    bool operator==(const TimelineRow&) const = default;
};

/// Who serves on one day, and since the day before it in the timeline.
struct TimelineDay {
    model::Day day;
    int providers = 0;
    int opened = 0;  ///< serve now and did not then
    int closed = 0;  ///< the other way round

    bool operator==(const TimelineDay&) const = default;
};

/// Year after year, at the day and month of the study's date, from the first known date of a record (at most `years` back) to the study's.
struct Timeline {
    std::vector<TimelineDay> days;
    std::vector<TimelineRow> rows;  ///< by day; the study first, then régions, départements, EPCI
    int undated = 0;                ///< providers of the study's day without an opening or start: counted as always there

    bool operator==(const Timeline&) const = default;
};

/// Empty where no record that the service may select has a date.
Timeline timeline(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Service& service,
                  const model::Dataset& dataset, int years);

/// A month in which something is known to end, and the hole that opens: people reached on the study's day, and no more.
struct Ending {
    model::Day by;                      ///< counted on this day: ended before it
    std::vector<std::uint32_t> ended;   ///< indexes in ServiceResult::providers that ended since the row before
    model::Inhabitants losing;          ///< people whom nobody reaches any more since the row before
    model::Inhabitants lost;            ///< since the study's date
    std::vector<std::string> communes;  ///< up to three with the most people losing, most first: INSEE codes

    bool operator==(const Ending&) const = default;
};

/// What ends within some months (at most 60) of the study's date, should nothing be renewed or opened: contracts, and venues with a known
/// closing. Only what is known to end does; only months in which something ends have a row.
std::vector<Ending> endings(const model::Study& study, const model::Reference& reference, const StudyArea& area,
                            const model::Service& service, const std::vector<Provider>& providers, int months);

}  // namespace raquette::analysis

#pragma once

#include "gis/analysis/analysis.h"

namespace raquette::analysis {

/// What a service finds in the records: who serves, and who was selected but cannot.
struct Selection {
    std::vector<Provider> providers;  ///< venues first, then actors, in the records' order
    int notPlaced = 0;
    int capacityUnknown = 0;
};

/// `open`, `closed` or `planned` on a day by the record's dates, else its own word, else `open`.
std::string statusOn(const model::Actor& record, model::Day day);

/// Selects the actors and venues that match a service and are open on the day. An actor linked to a selected venue, or of the same name
/// and commune, counts as one provider with it, at the venue.
Selection select(const model::Service& service, const model::Dataset& dataset, model::Day day);

}  // namespace raquette::analysis

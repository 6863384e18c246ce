#pragma once

#include "gis/analysis/analysis.h"

namespace raquette::analysis {

/// What a service finds in the records: who serves, and who was selected but cannot.
struct Selection {
    std::vector<Provider> providers;  ///< venues first, then actors, then contracts, in the records' order
    int notPlaced = 0;
    int capacityUnknown = 0;
    int possiblyInForce = 0;  ///< contracts of which a bound is unknown
};

/// `open`, `closed` or `planned` on a day by the record's dates, else its own word, else `open`.
std::string statusOn(const model::Actor& record, model::Day day);

/// Selects the actors and venues that match a service and are open on the day. An actor linked to a selected venue, or of the same name
/// and commune, counts as one provider with it, at the venue. Where the reach is a territory, a record known only to its département serves
/// too. Contracts are selected only by a service that names them: those in force, surely or possibly.
Selection select(const model::Service& service, const model::Dataset& dataset, model::Day day);

/// What would have been selected, had it not ended within the five years before the day: venues and actors closed, contracts expired.
std::vector<Provider> endedBefore(const model::Service& service, const model::Dataset& dataset, model::Day day);

}  // namespace raquette::analysis

#pragma once

#include "gis/analysis/service_reach.h"

namespace raquette::analysis {

/// What served until it ended, within the five years before the day: contracts expired, venues and actors closed. Where they reached, a
/// hole has a cause.
class Ended {
public:
    Ended(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Service& service,
          const model::Dataset& dataset);

    /// `Cause::Expired` or `Cause::Closed`: whether such a one reached a point of people.
    bool reached(Cause cause, std::uint32_t point) const;
    /// The share of a shape that they reached; `land` is one of the study area's.
    model::Share shareOf(Cause cause, const Land& land, const geometry::PlaneShape& shape) const;

private:
    struct Kind {
        std::vector<Provider> providers;
        std::vector<std::uint8_t> people;  ///< flags; empty without providers
        std::vector<Catchments> lands;     ///< what they covered of each land; empty without providers
    };
    const Kind& of(Cause cause) const { return cause == Cause::Expired ? expired_ : closed_; }

    const StudyArea& area_;
    Kind expired_;
    Kind closed_;
};

}  // namespace raquette::analysis

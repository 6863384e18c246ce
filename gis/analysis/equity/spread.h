#pragma once

#include "gis/analysis/equity/equity_figures.h"
#include "gis/model/reference.h"

#include <cstdint>

namespace raquette::analysis {

/// People who live somewhere and the figure of their place; none where it is not known.
struct Placed {
    std::int64_t people = 0;
    std::optional<double> each;
    std::int32_t region = model::nowhere;  ///< index in Reference::regions
    std::optional<bool> inMetropole;       ///< none where it cannot be said: a département has both
    std::vector<std::uint8_t> inArea;      ///< one flag per named area known by codes; empty where they cannot be said
};

/// The spread of a figure: one row for the study, one for each région in it, inside and outside the métropoles and each named area,
/// where there are people of both sides. `areas` are the ids of the flags. Nothing where no figure is known.
std::vector<Equity> spreadOf(const std::vector<Placed>& places, const std::vector<std::string>& areas, const model::Reference& reference);

}  // namespace raquette::analysis

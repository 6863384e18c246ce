#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace raquette::text {

enum class Theme { Light, Dark };

/// A colour of data/palette.json, `#RRGGBB`, by its role: `land`, `covered`, `hole-edge`… An unknown role throws model::Error.
const std::string& colour(std::string_view role, Theme theme = Theme::Light);

/// Classes of unserved people per km²: below the first bound, from one bound to the next, above the last.
struct DensityClasses {
    std::vector<double> upperBounds;
    std::vector<std::string> colours;  ///< one more than the bounds
};
const DensityClasses& unservedPerKm2(Theme theme = Theme::Light);

/// Seven steps for shares and rates, light = little. `name`: `sequential`, `blue` or `warm`; another throws model::Error.
const std::vector<std::string>& ramp(std::string_view name, Theme theme = Theme::Light);

/// Which class a density falls in, from 0.
std::size_t classOf(const DensityClasses& classes, double perKm2);

}  // namespace raquette::text

#include "gis/report/script.h"
#include "gis/report/sections.h"
#include "gis/text/palette.h"

#include <fmt/format.h>

namespace raquette::report {

namespace {

/// Colours as custom properties, so that the same rules serve light and dark.
std::string colours(text::Theme theme) {
    std::string out;
    for (const char* role : {"text-strong", "text", "text-muted", "sea", "page", "land", "covered", "covered-edge", "hole", "hole-edge",
                             "not-surveyed-dots", "number", "provider", "provider-halo"}) {
        out += fmt::format("--{}:{};", role, text::colour(role, theme));
    }
    const text::DensityClasses& classes = text::unservedPerKm2(theme);
    for (std::size_t i = 0; i < classes.colours.size(); ++i) out += fmt::format("--density-{}:{};", i, classes.colours[i]);
    return out;
}

}  // namespace

std::string styleSheet() {
    std::string densities;
    for (std::size_t i = 0; i < text::unservedPerKm2().colours.size(); ++i)
        densities += fmt::format(".density-{0}{{fill:var(--density-{0});stroke:var(--density-{0})}}\n", i);
    return ":root{color-scheme:light dark;" + colours(text::Theme::Light) + "}\n@media screen and (prefers-color-scheme:dark){:root{" +
           colours(text::Theme::Dark) + "}}\n" + pageFile("page.css") + densities;
}

}  // namespace raquette::report

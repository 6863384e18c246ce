#include "gis/model/link.h"

#include <array>

namespace raquette::model {

std::string_view name(Intensity intensity) {
    static constexpr std::array<std::string_view, 4> names{"", "simple", "double", "triple"};
    return names[static_cast<std::size_t>(intensity)];
}

}  // namespace raquette::model

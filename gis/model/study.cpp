#include "gis/model/study.h"

#include <array>

namespace raquette::model {

namespace {
constexpr std::array<std::string_view, 4> splitNames{"basin", "connected", "departement", "epci"};
constexpr std::array<std::string_view, 5> rowUnitNames{"", "structure", "structure-year", "person", "payment"};
}  // namespace

std::string_view name(Split split) {
    return splitNames[static_cast<std::size_t>(split)];
}

std::optional<Split> splitNamed(std::string_view name) {
    for (std::size_t i = 0; i < splitNames.size(); ++i) {
        if (splitNames[i] == name) return static_cast<Split>(i);
    }
    return std::nullopt;
}

std::optional<RowUnit> rowUnitNamed(std::string_view name) {
    for (std::size_t i = 0; i < rowUnitNames.size(); ++i) {
        if (rowUnitNames[i] == name) return static_cast<RowUnit>(i);
    }
    return std::nullopt;
}

}  // namespace raquette::model

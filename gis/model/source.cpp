#include "gis/model/source.h"

#include <array>

namespace raquette::model {

namespace {
constexpr std::array<std::string_view, 7> kindNames{"actors", "venues", "contracts", "amounts", "grants", "links", "activity"};
}

std::string_view name(SourceKind kind) {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<SourceKind> sourceKindNamed(std::string_view name) {
    for (std::size_t i = 0; i < kindNames.size(); ++i) {
        if (kindNames[i] == name) return static_cast<SourceKind>(i);
    }
    return std::nullopt;
}

bool refersToOthers(SourceKind kind) {
    return kind != SourceKind::Actors && kind != SourceKind::Venues && kind != SourceKind::Contracts;
}

}  // namespace raquette::model

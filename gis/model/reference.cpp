#include "gis/model/reference.h"

#include <algorithm>
#include <array>

namespace raquette::model {

namespace {

template <class T>
std::int32_t indexByCode(const std::vector<T>& sorted, std::string_view code) {
    const auto found = std::ranges::lower_bound(sorted, code, {}, [](const T& item) { return std::string_view(item.code); });
    if (found == sorted.end() || found->code != code) return nowhere;
    return static_cast<std::int32_t>(found - sorted.begin());
}

}  // namespace

std::string_view name(PopulationModel model) {
    static constexpr std::array<std::string_view, 3> names{"grid", "communes", "lattice"};
    return names[static_cast<std::size_t>(model)];
}

std::int32_t indexOf(const std::vector<Commune>& communes, std::string_view code) {
    return indexByCode(communes, code);
}

std::int32_t indexOf(const std::vector<Unit>& units, std::string_view code) {
    return indexByCode(units, code);
}

}  // namespace raquette::model

#include "gis/model/place.h"

#include <array>

namespace raquette::model {

std::string_view name(Precision precision) {
    static constexpr std::array<std::string_view, 5> names{"exact", "street", "locality", "commune", "departement"};
    return names[static_cast<std::size_t>(precision)];
}

}  // namespace raquette::model

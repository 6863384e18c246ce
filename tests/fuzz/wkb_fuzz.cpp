#include "gis/geometry/wkb.h"
#include "gis/model/error.h"
#include "tests/fuzz/fuzz.h"

// A geometry written by another program is read, or refused; what was read is written and read the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    try {
        const auto shape = geometry::geoShapeFromWkb({reinterpret_cast<const std::byte*>(data), size});
        const auto bytes = geometry::toWkb(shape);
        fuzz::require(geometry::toWkb(geometry::geoShapeFromWkb(bytes)) == bytes);
    } catch (const model::Error&) {
        return 0;
    }
    return 0;
}

#include "ingest/contributions/changeset.h"
#include "tests/fuzz/fuzz.h"

#include "gis/model/error.h"

// The changes of a contribution that somebody mailed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    const std::string_view bytes = fuzz::textOf(data, size);
    try {
        // Each change takes some bytes: none is made of nothing.
        fuzz::require(ingest::changesIn(bytes).size() <= bytes.size());
    } catch (const model::Error&) {
        return 0;
    }
    return 0;
}

#include "gis/model/error.h"
#include "ingest/table/text_file.h"
#include "tests/fuzz/fuzz.h"

#include <array>
#include <string>

// Whatever the bytes, the text is UTF-8 or the file is refused. The first byte says which encoding the study names.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace raquette;
    static const std::array<std::string, 6> named{"", "", "utf-8", "utf-16", "windows-1252", "macroman"};
    if (size == 0) return 0;
    const std::string& encoding = named[data[0] % named.size()];
    try {
        fuzz::require(ingest::isUtf8(ingest::decodeText(std::string(fuzz::textOf(data + 1, size - 1)), "f", encoding).text));
    } catch (const model::Error&) {
        return 0;
    }
    return 0;
}

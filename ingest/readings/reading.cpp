#include "ingest/readings/reading.h"

#include "gis/store/sibling.h"
#include "ingest/records/text_hash.h"

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <fstream>
#include <sstream>
#include <string_view>
#include <utility>

namespace raquette::ingest {

namespace {

constexpr std::string_view mark = "Raquette readings 1\n";

}  // namespace

template <class Archive>
void serialize(Archive& archive, Reading& reading) {  // NOLINT(misc-use-internal-linkage): cereal finds it beside its type
    archive(reading.source, reading.key, reading.content);
}

Readings loadReadings(const std::filesystem::path& file) {
    const std::ifstream stream(file, std::ios::binary);
    std::ostringstream whole;
    whole << stream.rdbuf();
    const std::string bytes = std::move(whole).str();
    if (!bytes.starts_with(mark)) return {};
    try {
        std::istringstream content(bytes.substr(mark.size()));
        cereal::PortableBinaryInputArchive archive(content);
        std::uint64_t sum = 0;
        std::string inside;
        archive(sum, inside);
        if (sum != hashOf(inside)) return {};  // cut short or spoilt
        std::istringstream list(inside);
        cereal::PortableBinaryInputArchive readings(list);
        Readings read;
        readings(read);
        return read;
    } catch (const std::exception&) {
        return {};
    }
}

void saveReadings(const Readings& readings, const std::filesystem::path& file) {
    std::ostringstream inside;
    cereal::PortableBinaryOutputArchive list(inside);
    list(readings);
    std::ostringstream bytes;
    bytes << mark;
    cereal::PortableBinaryOutputArchive content(bytes);
    content(hashOf(inside.str()), inside.str());
    store::writeWhole(file, bytes.str());
}

}  // namespace raquette::ingest

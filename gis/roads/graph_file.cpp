#include "gis/roads/graph_file.h"

#include "gis/model/error.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <array>
#include <cstring>
#include <fstream>
#include <type_traits>
#include <utility>

namespace raquette::roads {

namespace {

constexpr std::array<char, 8> magic{'R', 'Q', 'R', 'O', 'A', 'D', 'S', '3'};
constexpr std::size_t arrayCount = 13;
constexpr std::size_t alignment = 64;

/// The file: this, then the arrays in its order, each from a multiple of 64 bytes on. Numbers are the machine's own: it is a cache.
struct Header {
    std::array<char, 8> magic{};
    GraphKey key;
    EdgeGrid grid;
    std::array<std::uint64_t, arrayCount> counts{};
    std::uint64_t size = 0;
};
static_assert(std::is_trivially_copyable_v<Header>);

constexpr std::size_t aligned(std::size_t offset) {
    return (offset + alignment - 1) / alignment * alignment;
}

/// Each array of a graph with its place in the file's order.
template <class Arrays, class Visit>
void forArrays(Arrays& arrays, Visit visit) {
    visit(arrays.nodes);
    visit(arrays.stands);
    visit(arrays.outEnds);
    visit(arrays.inEnds);
    visit(arrays.out);
    visit(arrays.in);
    visit(arrays.outEdges);
    visit(arrays.edges);
    visit(arrays.points);
    visit(arrays.parts);
    visit(arrays.cellEnds);
    visit(arrays.cellEdges);
    visit(arrays.remarks);
}

/// A file's bytes, read where they are looked at.
class Mapping {
public:
    explicit Mapping(const std::filesystem::path& file) {
        const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (handle < 0) return;
        struct stat status{};
        if (::fstat(handle, &status) == 0 && status.st_size > 0) {
            void* const address = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, handle, 0);
            if (address != MAP_FAILED) {
                bytes_ = static_cast<const char*>(address);
                size_ = static_cast<std::size_t>(status.st_size);
            }
        }
        ::close(handle);
    }
    ~Mapping() {
        if (bytes_ != nullptr) ::munmap(const_cast<char*>(bytes_), size_);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    Mapping(Mapping&&) = delete;
    Mapping& operator=(Mapping&&) = delete;

    /// Gives back the memory of what has been looked at: it is read again where it is looked at again.
    void forget(std::span<const std::byte> part) const {
        static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        const auto begin = static_cast<std::size_t>(reinterpret_cast<const char*>(part.data()) - bytes_);
        const std::size_t first = (begin + page - 1) / page * page;
        const std::size_t last = (begin + part.size()) / page * page;
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): nothing is written
        if (first < last) ::madvise(const_cast<char*>(bytes_ + first), last - first, MADV_DONTNEED);
    }

    const char* bytes() const { return bytes_; }
    std::size_t size() const { return size_; }

private:
    const char* bytes_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace

void keepGraph(const RoadGraph& graph, const GraphKey& key, const std::filesystem::path& file) {
    Header header;
    header.magic = magic;
    header.key = key;
    header.grid = graph.arrays().grid;
    std::size_t offset = sizeof(Header);
    std::size_t index = 0;
    forArrays(graph.arrays(), [&](const auto& array) {
        header.counts.at(index++) = array.size();
        offset = aligned(offset) + array.size_bytes();
    });
    header.size = offset;

    // Its own name while it grows: another process may be making the same, and a reader sees one of them, whole.
    const std::filesystem::path growing = fmt::format("{}.{}.part", file.string(), ::getpid());
    {
        std::ofstream out(growing, std::ios::binary);
        out.write(reinterpret_cast<const char*>(&header), sizeof(Header));
        std::size_t written = sizeof(Header);
        forArrays(graph.arrays(), [&](const auto& array) {
            static constexpr std::array<char, alignment> nothing{};
            const std::size_t start = aligned(written);
            out.write(nothing.data(), static_cast<std::streamsize>(start - written));
            out.write(reinterpret_cast<const char*>(array.data()), static_cast<std::streamsize>(array.size_bytes()));
            written = start + array.size_bytes();
        });
        out.flush();
        if (!out) {
            std::error_code ignored;
            std::filesystem::remove(growing, ignored);
            throw model::Error(fmt::format("{}: could not be written: is the disk full, or the folder closed to you?", file.string()));
        }
    }
    std::error_code problem;
    std::filesystem::rename(growing, file, problem);
    if (problem) {
        std::error_code ignored;
        std::filesystem::remove(growing, ignored);
        throw model::Error(fmt::format("{}: {}.", file.string(), problem.message()));
    }
}

std::optional<RoadGraph> keptGraph(const GraphKey& key, const std::filesystem::path& file) {
    const auto mapping = std::make_shared<const Mapping>(file);
    if (mapping->size() < sizeof(Header)) return std::nullopt;
    Header header;
    std::memcpy(&header, mapping->bytes(), sizeof(Header));
    if (header.magic != magic || header.key != key || header.size != mapping->size()) return std::nullopt;
    RoadGraph::Arrays arrays;
    arrays.grid = header.grid;
    std::size_t offset = sizeof(Header);
    std::size_t index = 0;
    bool whole = true;
    forArrays(arrays, [&](auto& array) {
        using Element = typename std::remove_reference_t<decltype(array)>::element_type;
        const std::uint64_t count = header.counts.at(index++);
        offset = aligned(offset);
        if (!whole || offset > mapping->size() || count > (mapping->size() - offset) / sizeof(Element)) {
            whole = false;
            return;
        }
        array = std::span(reinterpret_cast<Element*>(mapping->bytes() + offset), count);
        offset += array.size_bytes();
    });
    if (!whole || offset != mapping->size()) return std::nullopt;
    try {
        // A search needs a third of what is checked here.
        return std::optional<RoadGraph>(std::in_place, arrays, mapping, [&](std::span<const std::byte> part) { mapping->forget(part); });
    } catch (const model::Error&) {
        return std::nullopt;  // made again
    }
}

}  // namespace raquette::roads

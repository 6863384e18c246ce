#include "gis/store/file_tables.h"

#include "gis/geometry/wkb.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <array>
#include <cstddef>
#include <span>

namespace raquette::store {

namespace {

constexpr std::size_t blobHead = 8;  // “GP”, version, flags, four bytes of reference system

/// The WKB in a geometry's blob (GeoPackage 1.3, §2.1.3.1); empty where the blob is empty or none.
std::span<const std::byte> wkbOf(std::span<const std::byte> blob) {
    if (blob.size() < blobHead || blob[0] != std::byte{'G'} || blob[1] != std::byte{'P'}) return {};
    const auto flags = std::to_integer<unsigned>(blob[3]);
    constexpr unsigned emptyBit = 0x10;
    if ((flags & emptyBit) != 0) return {};
    constexpr std::array<std::size_t, 5> envelopes{0, 32, 48, 48, 64};
    const std::size_t envelope = (flags >> 1U) & 7U;
    if (envelope >= envelopes.size() || blob.size() < blobHead + envelopes.at(envelope)) return {};
    return blob.subspan(blobHead + envelopes.at(envelope));
}

class FileRow : public StoredRow {
public:
    explicit FileRow(const Statement& rows) : rows_(rows), geometry_(rows.indexOf("geom")) {}

    void next() { begin(); }

    geometry::GeoShape shape() const override {
        const auto wkb = geometry();
        return wkb.empty() ? geometry::GeoShape() : geometry::geoShapeFromWkb(wkb);
    }

    std::optional<geometry::LonLat> point() const override { return geometry::lonLatFromWkb(geometry()); }

private:
    int findColumn(const char* column) const override { return rows_.indexOf(column); }
    bool isFilled(int at) const override { return !rows_.isNull(at); }
    std::string textAt(int at) const override { return rows_.text(at); }
    std::int64_t wholeAt(int at) const override { return rows_.integer(at); }
    double numberAt(int at) const override { return rows_.real(at); }

    std::span<const std::byte> geometry() const { return geometry_ < 0 ? std::span<const std::byte>() : wkbOf(rows_.bytes(geometry_)); }

    const Statement& rows_;
    int geometry_;
};

std::filesystem::path required(std::filesystem::path path) {
    if (!std::filesystem::exists(path)) throw model::Error(fmt::format("{} does not exist. `raquette run STUDY` makes it.", path.string()));
    return path;
}

}  // namespace

FileTables::FileTables(const std::filesystem::path& path) : database_(required(path), Database::Access::Read) {
    constexpr std::chrono::seconds whileAnotherWrites{2};
    database_.waitFor(whileAnotherWrites);
}

void FileTables::read(const char* table, const std::function<void(const StoredRow&)>& take) {
    Statement known = database_.prepare("SELECT 1 FROM sqlite_master WHERE name = ?");
    if (!known.bind(1, std::string_view(table)).step()) return;
    Statement rows = database_.prepare(fmt::format("SELECT * FROM \"{}\"", table));
    FileRow row(rows);
    while (rows.step()) {
        row.next();
        take(row);
    }
}

}  // namespace raquette::store

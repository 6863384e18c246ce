#include "ingest/place/address_index.h"

#include "gis/geometry/geodesic.h"
#include "gis/model/error.h"
#include "gis/store/sibling.h"
#include "gis/store/sqlite.h"
#include "ingest/kept_file.h"
#include "ingest/place/address_tables.h"
#include "ingest/place/extract_problem.h"
#include "ingest/place/line_blocks.h"
#include "ingest/place/street_name.h"
#include "ingest/reference/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <unordered_map>
#include <utility>
#include <vector>

namespace raquette::ingest {

namespace fs = std::filesystem;

namespace {

using geometry::LonLat;
using store::Database;
using store::Statement;

constexpr std::string_view indexEnding = ".index.sqlite";

/// What a file looks like from outside: enough to see that it has changed.
std::string markOf(const fs::path& extract) {
    std::error_code problem;
    const auto size = fs::file_size(extract, problem);
    if (problem) throw ExtractProblem("missing", {{"file", extract.string()}});
    const auto written = fs::last_write_time(extract, problem).time_since_epoch().count();
    return fmt::format("{} {}", size, written);
}

bool isCurrent(const fs::path& index, const std::string& mark) {
    std::error_code ignored;
    if (!fs::exists(index, ignored)) return false;
    try {
        Database database(index, Database::Access::Read);
        Statement meta = database.prepare("SELECT value FROM meta WHERE key = ?");
        const auto value = [&](std::string_view key) {
            meta.reset();
            return meta.bind(1, key).step() ? meta.text(0) : std::string();
        };
        return value("version") == addressIndexVersion && value("extract") == mark;
    } catch (const model::Error&) {
        return false;  // no index of ours: made again
    }
}

/// How well an address is placed, best first.
int kindOf(std::string_view positionType) {
    constexpr std::array<std::string_view, 7> kinds{"entrée",   "bâtiment",          "cage d’escalier", "logement", "service technique",
                                                    "parcelle", "délivrance postale"};
    const auto* const found = std::ranges::find(kinds, positionType);
    if (found != kinds.end()) return static_cast<int>(found - kinds.begin());
    return positionType == "segment" ? segmentKind : segmentKind - 1;
}

/// A street of the extract while it is read: where its addresses lie altogether.
struct Street {
    std::int64_t commune = 0;
    std::string name;
    std::string former;
    std::string postcodes;
    long count = 0;
    double lon = 0, lat = 0;  ///< sums, then means
    double west = 180, south = 90, east = -180, north = -90;
    double extent = 0;

    void include(LonLat at, std::string_view postcode) {
        ++count;
        lon += at.lon;
        lat += at.lat;
        west = std::min(west, at.lon);
        east = std::max(east, at.lon);
        south = std::min(south, at.lat);
        north = std::max(north, at.lat);
        if (!postcode.empty() && postcodes.find(postcode) == std::string::npos)
            postcodes += (postcodes.empty() ? "" : " ") + std::string(postcode);
    }
    /// The middle of its addresses, and the farthest any of them may be from there.
    void finish() {
        lon /= static_cast<double>(count);
        lat /= static_cast<double>(count);
        for (const LonLat corner : {LonLat{west, south}, LonLat{west, north}, LonLat{east, south}, LonLat{east, north}})
            extent = std::max(extent, geometry::geodesicDistance({lon, lat}, corner).value);
    }
};

class Indexer {
public:
    Indexer(fs::path extract, const fs::path& index) : extract_(std::move(extract)), database_(index, Database::Access::Create) {
        database_.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA locking_mode = EXCLUSIVE");
        database_.run(addressTables);
        database_.run("BEGIN");
        insertNumber_.emplace(database_,
                              "INSERT INTO number VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET lon = excluded.lon, lat = "
                              "excluded.lat, kind = excluded.kind WHERE excluded.kind < number.kind");
        insertCommune_.emplace(database_, "INSERT INTO commune VALUES (?, ?, ?)");
    }

    void run(const std::string& mark) {
        LineBlocks blocks(extract_);
        std::string text;
        while (blocks.next(text)) readBlock(text);
        if (streets_.empty()) throw ExtractProblem("none", {{"file", extract_.string()}});
        insertNumber_.reset();
        insertCommune_.reset();
        placeStreets();
        writeStreets();
        Statement meta(database_, "INSERT INTO meta VALUES (?, ?)");
        meta.bind(1, "version").bind(2, addressIndexVersion).run();
        meta.bind(1, "extract").bind(2, mark).run();
        database_.run("COMMIT");
    }

private:
    std::size_t column(const TableReader& reader, std::string_view name) const {
        if (const auto found = reader.find(name)) return *found;
        throw ExtractProblem(
            "column",
            {{"file", extract_.string()}, {"column", std::string(name)}, {"columns", fmt::format("{}", fmt::join(reader.header(), ", "))}});
    }

    void readBlock(const std::string& text) {
        TableReader reader(text, extract_.string());
        const std::array<std::size_t, 5> needed{column(reader, "numero"), column(reader, "nom_voie"), column(reader, "code_insee"),
                                                column(reader, "lon"), column(reader, "lat")};
        const auto optional = [&](std::string_view name) { return reader.find(name).value_or(reader.header().size()); };
        const std::size_t rep = optional("rep");
        const std::size_t postcode = optional("code_postal");
        const std::size_t town = optional("nom_commune");
        const std::size_t former = optional("nom_ancienne_commune");
        const std::size_t type = optional("type_position");
        const std::size_t locality = optional("nom_ld");
        while (reader.next()) {
            const auto lon = numberIn(reader.cell(needed[3]));
            const auto lat = numberIn(reader.cell(needed[4]));
            if (!lon || !lat || std::abs(*lon) > 180 || std::abs(*lat) > 90 || reader.cell(needed[2]).empty()) continue;
            const LonLat at{*lon, *lat};
            const std::int64_t commune = communeOf(reader.cell(needed[2]), reader.cell(town));
            const std::string_view name = reader.cell(needed[1]);
            if (!name.empty()) {
                const std::int64_t street = streetOf(commune, reader.cell(former), name);
                streets_[static_cast<std::size_t>(street)].include(at, reader.cell(postcode));
                addNumber(street, reader.cell(needed[0]), reader.cell(rep), at, kindOf(reader.cell(type)));
            }
            const std::string_view ld = reader.cell(locality);
            if (ld.empty() || ld == name) continue;
            streets_[static_cast<std::size_t>(streetOf(commune, reader.cell(former), ld))].include(at, reader.cell(postcode));
        }
    }

    void addNumber(std::int64_t street, std::string_view cell, std::string_view rep, LonLat at, int kind) {
        int number = 0;
        std::from_chars(cell.data(), cell.data() + cell.size(), number);
        if (number <= 0 || number > 9998) return;  // 99999: a street or lieu-dit without numbers
        std::string repetition(rep);
        for (char& c : repetition) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        insertNumber_->bind(1, street).bind(2, std::int64_t{number}).bind(3, repetition).bind(4, at.lon).bind(5, at.lat);
        insertNumber_->bind(6, std::int64_t{kind}).run();
    }

    std::int64_t communeOf(std::string_view code, std::string_view name) {
        if (code == lastCode_) return lastCommune_;
        const auto [found, isNew] = communes_.emplace(code, static_cast<std::int64_t>(communes_.size()));
        if (isNew) insertCommune_->bind(1, found->second).bind(2, code).bind(3, name).run();
        lastCode_ = code;
        return lastCommune_ = found->second;
    }

    std::int64_t streetOf(std::int64_t commune, std::string_view former, std::string_view name) {
        key_ = fmt::format("{}\x1f{}\x1f{}", commune, former, name);
        const auto [found, isNew] = streetIds_.emplace(key_, static_cast<std::int64_t>(streets_.size()));
        if (isNew) {
            Street& street = streets_.emplace_back();
            street.commune = commune;
            street.name = name;
            street.former = former;
        }
        return found->second;
    }

    /// A street with numbers stands at the one nearest to their middle, so that the point is on the street.
    void placeStreets() {
        for (Street& street : streets_) street.finish();
        std::vector<LonLat> numbers;
        std::int64_t current = -1;
        const auto place = [&] {
            if (numbers.empty()) return;
            Street& street = streets_[static_cast<std::size_t>(current)];
            const LonLat middle{street.lon, street.lat};
            const auto away = [](LonLat from) {
                const double narrowing = std::cos(from.lat * std::numbers::pi / 180);
                return [from, narrowing](LonLat to) { return std::hypot((to.lon - from.lon) * narrowing, to.lat - from.lat); };
            };
            const LonLat at = *std::ranges::min_element(numbers, {}, away(middle));
            street.lon = at.lon;
            street.lat = at.lat;
            street.extent = geometry::geodesicDistance(at, *std::ranges::max_element(numbers, {}, away(at))).value;
            numbers.clear();
        };
        Statement rows(database_, "SELECT street, lon, lat FROM number ORDER BY street");
        while (rows.step()) {
            if (rows.integer(0) != current) {
                place();
                current = rows.integer(0);
            }
            numbers.push_back({rows.real(1), rows.real(2)});
        }
        place();
    }

    void writeStreets() {
        Statement insert(database_, "INSERT INTO street VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (std::size_t i = 0; i < streets_.size(); ++i) {
            const Street& street = streets_[i];
            const StreetName name = readStreetName(street.name);
            const std::string words = fmt::format("{}", fmt::join(name.words, " "));
            insert.bind(1, static_cast<std::int64_t>(i)).bind(2, street.commune).bind(3, street.name).bind(4, name.type).bind(5, words);
            insert.bind(6, street.postcodes).bind(7, street.former).bind(8, street.lon).bind(9, street.lat).bind(10, street.extent).run();
        }
        database_.run("CREATE INDEX street_commune ON street(commune); CREATE INDEX street_words ON street(words, type)");
    }

    fs::path extract_;
    Database database_;
    std::optional<Statement> insertNumber_;
    std::optional<Statement> insertCommune_;
    std::unordered_map<std::string, std::int64_t> communes_;
    std::string lastCode_;
    std::int64_t lastCommune_ = 0;
    std::unordered_map<std::string, std::int64_t> streetIds_;
    std::vector<Street> streets_;
    std::string key_;
};

}  // namespace

void buildAddressIndex(const fs::path& extract, const fs::path& index) {
    const std::string mark = markOf(extract);
    store::Sibling sibling(index);
    Indexer(extract, sibling.path()).run(mark);
    sibling.commit();
}

fs::path addressIndexOf(const fs::path& extract) {
    const std::string mark = markOf(extract);
    for (const fs::path& index : keptFiles(extract, indexEnding)) {
        if (isCurrent(index, mark)) return index;
    }
    const fs::path index = keptFileToWrite(extract, indexEnding);
    buildAddressIndex(extract, index);
    return index;
}

}  // namespace raquette::ingest

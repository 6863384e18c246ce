#include "ingest/roads/profile_file.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"
#include "ingest/study/key_reader.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace raquette::ingest {

namespace {

using Speeds = std::map<std::string, double, std::less<>>;

constexpr std::array<std::string_view, 9> rootKeys{"label", "speeds", "caps", "posted", "access", "turns", "ferry", "stopping", "off_road"};
constexpr std::array<std::string_view, 3> postedKeys{"share", "slowest", "fastest"};
constexpr std::array<std::string_view, 5> accessKeys{"keys", "closed", "barriers", "oneways", "oneway_exceptions"};
constexpr std::array<std::string_view, 2> turnKeys{"rules", "names"};
constexpr std::array<std::string_view, 1> ferryKeys{"speed"};
constexpr std::array<std::string_view, 1> stoppingKeys{"not_on"};
constexpr std::array<std::string_view, 4> offRoadKeys{"walk", "limit", "detour", "speed"};

std::string textOf(const std::filesystem::path& file) {
    const std::ifstream in(file, std::ios::binary);
    if (!in) throw model::Error(fmt::format("{}: this profile does not exist or cannot be opened. Check its path.", file.string()));
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// A table of km/h under words of OpenStreetMap.
Speeds speedsOf(const KeyReader& root, std::string_view key) {
    constexpr double fastest = 400;
    Speeds speeds;
    for (const TomlNode* table : root.tables(key, false)) {
        for (const TomlNode& item : table->items) {
            const bool number = item.kind == TomlNode::Kind::Integer || item.kind == TomlNode::Kind::Decimal;
            if (!number || !(item.decimal > 0 && item.decimal <= fastest)) {
                root.failAt(item.line, fmt::format("`{}` of [{}] must be a speed in km/h above 0, at most {:.0f}", item.key, key, fastest));
            }
            speeds[item.key] = item.decimal;
        }
    }
    return speeds;
}

/// The numbers and words of one table, within what they may be.
class Table {
public:
    Table(const KeyReader& root, std::string_view key, std::span<const std::string_view> known) {
        const auto tables = root.tables(key, false);
        if (!tables.empty()) reader_.emplace(root.file(), *tables.front(), fmt::format("[{}]", key), known);
    }

    double number(std::string_view key, double least, double most, double otherwise) const {
        const std::optional<double> value = reader_ ? reader_->decimal(key) : std::nullopt;
        if (!value) return otherwise;
        if (*value < least || *value > most) reader_->fail(key, fmt::format("must be a number between {:g} and {:g}", least, most));
        return *value;
    }
    std::vector<std::string> words(std::string_view key) const { return reader_ ? reader_->texts(key) : std::vector<std::string>(); }
    std::set<std::string, std::less<>> wordSet(std::string_view key) const {
        const std::vector<std::string> all = words(key);
        return {all.begin(), all.end()};
    }
    bool truth(std::string_view key, bool otherwise) const {
        const TomlNode* node = reader_ ? reader_->find(key) : nullptr;
        if (node == nullptr) return otherwise;
        if (node->kind != TomlNode::Kind::Truth) reader_->fail(key, "must be true or false");
        return node->truth;
    }

private:
    std::optional<KeyReader> reader_;
};

}  // namespace

std::filesystem::path profilePath(const std::string& mode) {
    if (mode.ends_with(".toml")) return mode;
    const std::filesystem::path folder = dataFolder() / "profiles";
    std::filesystem::path file = folder / (mode + ".toml");
    std::error_code ignored;
    if (mode.find('/') == std::string::npos && std::filesystem::exists(file, ignored)) return file;
    std::vector<std::string> known;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) known.push_back(entry.path().stem().string());
    std::ranges::sort(known);
    throw model::Error(fmt::format("[travel] mode: “{}” is no profile. Write one of {}, or the path of a .toml file of your own.", mode,
                                   fmt::join(known, ", ")));
}

roads::Profile readProfile(const std::filesystem::path& file) {
    const TomlNode document = parseToml(textOf(file), file);
    const KeyReader root(file, document, "the profile", rootKeys);
    roads::Profile profile;
    profile.id = file.stem().string();
    profile.label = root.label("label");
    profile.speeds = speedsOf(root, "speeds");
    if (profile.speeds.empty()) root.fail("speeds", "must name at least one kind of road: [speeds] residential = 30");
    profile.caps = speedsOf(root, "caps");
    const Table posted(root, "posted", postedKeys);
    profile.maxspeedShare = posted.number("share", 0, 2, profile.maxspeedShare);
    profile.slowestPosted = posted.number("slowest", 0, 400, profile.slowestPosted);
    profile.fastestPosted = posted.number("fastest", 1, 400, profile.fastestPosted);
    const Table access(root, "access", accessKeys);
    profile.access = access.words("keys");
    profile.closed = access.wordSet("closed");
    profile.barriers = access.wordSet("barriers");
    profile.oneways = access.truth("oneways", profile.oneways);
    profile.onewayExceptions = access.words("oneway_exceptions");
    const Table turns(root, "turns", turnKeys);
    profile.turnRules = turns.truth("rules", profile.turnRules);
    profile.turnExceptions = turns.words("names");
    profile.ferry = Table(root, "ferry", ferryKeys).number("speed", 0, 100, profile.ferry);
    profile.noStopping = Table(root, "stopping", stoppingKeys).wordSet("not_on");
    const Table offRoad(root, "off_road", offRoadKeys);
    profile.walk = offRoad.number("walk", 0.1, 50, profile.walk);
    profile.walkLimit = offRoad.number("limit", 10, 50000, profile.walkLimit);
    profile.detour = offRoad.number("detour", 1, 10, profile.detour);
    profile.elsewhere = offRoad.number("speed", 0.1, 400, profile.elsewhere);
    return profile;
}

}  // namespace raquette::ingest

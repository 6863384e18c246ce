#include "ingest/records/scope_words.h"

#include "gis/text/fold.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace raquette::ingest {

using model::Level;

namespace {

/// What names of EPCI begin with, as they are written out, and as people shorten them.
constexpr std::array<std::string_view, 13> epciWords{"communaute de communes",
                                                     "communaute d agglomeration",
                                                     "communaute urbaine",
                                                     "communaute de l agglomeration",
                                                     "metropole",
                                                     "agglomeration",
                                                     "com com",
                                                     "cc",
                                                     "ca",
                                                     "cu",
                                                     "cdc",
                                                     "comcom",
                                                     "agglo"};

}  // namespace

std::optional<Level> levelOfPrefix(std::string_view prefix) {
    static const std::map<std::string, Level, std::less<>> prefixes{{"commune", Level::Commune},
                                                                    {"communes", Level::Commune},
                                                                    {"com", Level::Commune},
                                                                    {"insee", Level::Commune},
                                                                    {"epci", Level::Epci},
                                                                    {"siren", Level::Epci},
                                                                    {"dep", Level::Departement},
                                                                    {"departement", Level::Departement},
                                                                    {"departements", Level::Departement},
                                                                    {"reg", Level::Region},
                                                                    {"region", Level::Region},
                                                                    {"regions", Level::Region},
                                                                    {"area", Level::Area},
                                                                    {"zone", Level::Area}};
    const auto found = prefixes.find(text::fold(prefix));
    if (found == prefixes.end()) return std::nullopt;
    return found->second;
}

std::string withoutLevelWords(const std::string& words) {
    constexpr std::array<std::string_view, 3> levels{"departement", "region", "commune"};
    constexpr std::array<std::string_view, 7> links{"de", "du", "des", "d", "la", "le", "l"};
    std::vector<std::string_view> parts = wordsOf(words);
    if (parts.empty() || std::ranges::find(levels, parts.front()) == levels.end()) return words;
    parts.erase(parts.begin());
    while (parts.size() > 1 && std::ranges::find(links, parts.front()) != links.end()) parts.erase(parts.begin());
    return fmt::format("{}", fmt::join(parts, " "));
}

std::string epciStem(const std::string& folded, bool& kind) {
    constexpr std::array<std::string_view, 12> links{"de", "du", "des",           "d",         "la",        "le", "les",
                                                     "l",  "et", "agglomeration", "metropole", "communaute"};
    std::string_view rest = folded;
    for (const std::string_view word : epciWords) {
        if (!rest.starts_with(word) || rest.size() <= word.size() || rest[word.size()] != ' ') continue;
        rest.remove_prefix(word.size() + 1);
        break;
    }
    kind = rest.size() != folded.size() || folded.ends_with(" agglomeration") || folded.ends_with(" communaute");
    std::string stem;
    for (const std::string_view part : wordsOf(rest)) {
        if (std::ranges::find(links, part) == links.end()) stem += (stem.empty() ? "" : " ") + std::string(part);
    }
    return stem;
}

bool isFileName(const std::string& part) {
    constexpr std::array<std::string_view, 7> endings{".geojson", ".gpkg", ".shp", ".kml", ".json", ".fgb", ".zip"};
    return std::ranges::any_of(endings, [&](std::string_view ending) { return part.ends_with(ending); });
}

std::pair<std::optional<Level>, std::string_view> withoutLevelWord(std::string_view part) {
    const std::size_t space = part.find_first_of(" :");
    if (space == std::string_view::npos) return {std::nullopt, part};
    const auto level = levelOfPrefix(part.substr(0, space));
    if (!level) return {std::nullopt, part};
    const std::size_t rest = part.find_first_not_of(" :", space);
    return {level, rest == std::string_view::npos ? std::string_view() : part.substr(rest)};
}

std::string sirenIn(std::string_view part) {
    constexpr std::size_t length = 9;
    std::string digits;
    for (const char c : part) {
        const bool digit = c >= '0' && c <= '9';
        if (digit) digits += c;
        if (digit || c == ' ') continue;
        if (digits.size() == length) break;
        digits.clear();  // a year before it
    }
    return digits.size() == length ? digits : std::string();
}

}  // namespace raquette::ingest

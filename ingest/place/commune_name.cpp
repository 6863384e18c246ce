#include "ingest/place/commune_name.h"

#include "gis/text/fold.h"
#include "gis/text/spelling.h"
#include "ingest/table/folding.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace raquette::ingest {

namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

constexpr std::array<Spelling, 12> spellings{{{"s", "sur"},
                                              {"ss", "sous"},
                                              {"mt", "mont"},
                                              {"mts", "monts"},
                                              {"gd", "grand"},
                                              {"gde", "grande"},
                                              {"ht", "haut"},
                                              {"hte", "haute"},
                                              {"vx", "vieux"},
                                              {"nd", "notre dame"},
                                              {"chx", "chateaux"},
                                              {"chat", "chateau"}}};
constexpr std::array<std::string_view, 17> smallWords{"le", "la", "les", "l",   "de",  "d",    "du",  "des", "en",
                                                      "et", "a",  "au",  "aux", "sur", "sous", "lez", "pres"};

struct DividedCity {
    std::string_view name;
    std::string_view postcodes;  ///< of its arrondissements, less the last two digits
    int arrondissements;
};
constexpr std::array<DividedCity, 3> dividedCities{{{"paris", "750", 20}, {"lyon", "690", 9}, {"marseille", "130", 16}}};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// `3`, `3e`, `3eme`, `03`, `1er`: the number, 0 when it is none.
int ordinal(std::string_view word) {
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    constexpr std::array<std::string_view, 6> endings{"", "e", "er", "eme", "ieme", "re"};
    const std::string_view rest(end, word.data() + word.size());
    const bool known = error == std::errc() && end - word.data() <= 2 && std::ranges::find(endings, rest) != endings.end();
    return known ? number : 0;
}

const DividedCity* dividedCity(std::string_view word) {
    const auto* const found = std::ranges::find(dividedCities, word, &DividedCity::name);
    return found == dividedCities.end() ? nullptr : found;
}

/// `lyon 3e arrondissement`, `3e arrondissement lyon` → Lyon and 3.
std::pair<const DividedCity*, int> arrondissementIn(const std::vector<std::string_view>& words) {
    const DividedCity* city = nullptr;
    int number = 0;
    for (const std::string_view word : words) {
        if (const DividedCity* found = dividedCity(word)) {
            if (city) return {};
            city = found;
        } else if (const int nth = ordinal(word); nth > 0 && number == 0) {
            number = nth;
        } else if (!word.starts_with("arr")) {
            return {};
        }
    }
    if (!city || number > city->arrondissements) return {};
    return {city, number};
}

/// `Chalon s/ Saône`, `Chalon s/Saône`, `Bar s/s Aube`: what a slash stands for.
std::string withoutSlashes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool start = i == 0 || text[i - 1] == ' ' || text[i - 1] == '-';
        const auto says = [&](std::string_view what) {
            if (!start || text.size() - i < what.size()) return false;
            return std::ranges::equal(text.substr(i, what.size()), what, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
        };
        const bool wholeWord = i + 3 >= text.size() || text[i + 3] == ' ' || text[i + 3] == '-';
        if ((says("s/s") && wholeWord) || says("ss/")) {
            out += " sous ";
            i += 2;
        } else if (says("s/")) {
            out += " sur ";
            i += 1;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool isPostcode(std::string_view word) {
    return word.size() == 5 && std::ranges::all_of(word, isDigit);
}

std::size_t letters(std::string_view key) {
    return static_cast<std::size_t>(std::ranges::count_if(key, [](char c) { return c != ' '; }));
}

int nameErrors(std::string_view typed, std::string_view official, int forgiven) {
    return typed.empty() || official.empty() ? forgiven + 1 : text::typingErrors(typed, official, forgiven);
}

bool isPartOf(const CommuneName& typed, const CommuneName& official) {
    const auto whole = wordsOf(official.loose);
    bool telling = false;
    for (const std::string_view word : wordsOf(typed.loose)) {
        if (std::ranges::find(whole, word) == whole.end()) return false;
        telling = telling || (word.size() >= 4 && word != "saint" && word != "sainte");
    }
    return telling;
}

}  // namespace

CommuneName readCommuneName(std::string_view text) {
    CommuneName name;
    name.written = text;
    std::string folded = foldedPlace(withoutSlashes(text));
    if (folded.find("n d ") != std::string::npos && (folded.starts_with("n d ") || folded.find(" n d ") != std::string::npos)) {
        const std::size_t at = folded.starts_with("n d ") ? 0 : folded.find(" n d ") + 1;
        folded.replace(at, 3, "notre dame");
    }
    const auto words = wordsOf(folded);
    if (const auto [city, number] = arrondissementIn(words); city) {
        name.key = name.loose = city->name;
        return name;
    }
    for (const std::string_view word : words) {
        const auto* const whole = std::ranges::find(spellings, word, &Spelling::first);
        // A lone `s` at the end is a letter, not `sur`.
        const bool shortened = whole != spellings.end() && !(word == "s" && word.data() + 1 == folded.data() + folded.size());
        const std::string_view plain = shortened ? whole->second : word;
        name.key += (name.key.empty() ? "" : " ") + std::string(plain);
        if (std::ranges::find(smallWords, plain) == smallWords.end()) name.loose += (name.loose.empty() ? "" : " ") + std::string(plain);
    }
    return name;
}

TownCell readTownCell(std::string_view cell) {
    TownCell town;
    town.name = cell;
    if (!std::ranges::any_of(cell, isDigit)) return town;
    const std::string folded = text::fold(cell);
    const auto words = wordsOf(folded);
    if (words.size() > 1) {
        // « 75003 Paris », « F-75003 Paris », « Paris (75003) »: the words are cut from the cell by where the digits stand in it.
        const bool country = words.front() == "f" && words.size() > 2;
        const bool first = isPostcode(words[country ? 1 : 0]);
        if (first || isPostcode(words.back())) {
            town.postcode = first ? words[country ? 1 : 0] : words.back();
            const std::size_t at = first ? cell.find(town.postcode) : cell.rfind(town.postcode);
            if (at != std::string_view::npos) town.name = first ? cell.substr(at + 5) : cell.substr(0, at);
            constexpr std::string_view edges = " ,;-(";
            const std::size_t begin = std::min(town.name.find_first_not_of(edges), town.name.size());
            town.name.erase(0, begin);
            while (!town.name.empty() && edges.find(town.name.back()) != std::string_view::npos) town.name.pop_back();
        }
    }
    if (!town.postcode.empty()) return town;
    if (const auto [city, number] = arrondissementIn(words); city && number > 0)
        town.postcode = fmt::format("{}{:02}", city->postcodes, number);
    return town;
}

std::optional<NameAgreement> agreement(const CommuneName& typed, const CommuneName& official) {
    if (typed.key == official.key) return NameAgreement{};
    if (!typed.loose.empty() && typed.loose == official.loose) return NameAgreement{NameMatch::Loose};
    if (isPartOf(typed, official)) return NameAgreement{NameMatch::Partial};
    const int forgiven = text::forgivenErrors(std::min(letters(typed.loose), letters(official.loose)));
    const int errors = std::min(nameErrors(typed.key, official.key, forgiven), nameErrors(typed.loose, official.loose, forgiven));
    if (forgiven == 0 || errors > forgiven) return std::nullopt;
    return NameAgreement{NameMatch::Misspelt, errors};
}

}  // namespace raquette::ingest

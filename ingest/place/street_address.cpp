#include "ingest/place/street_address.h"

#include "ingest/place/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

namespace raquette::ingest {

namespace {

using Words = std::span<const std::string>;

constexpr std::array<std::string_view, 4> repetitions{"bis", "ter", "quater", "quinquies"};

/// Number and repetition at the head of the words: how many words they take, 0 when there is no number.
std::size_t readNumber(Words words, StreetAddress& address) {
    std::size_t at = 0;
    if (!words.empty() && (words[0] == "n" || words[0] == "no" || words[0] == "num" || words[0] == "numero")) ++at;
    if (at >= words.size()) return 0;
    const std::string_view word = words[at];
    int number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const std::string_view rest(end, word.data() + word.size());
    if (error != std::errc() || number <= 0 || number > 9998) return 0;
    if (!rest.empty() && rest.size() != 1 && !isOneOf(rest, repetitions)) return 0;  // `1er`, `19eme`
    if (at + 1 < words.size() && isMonth(words[at + 1])) return 0;                   // `8 mai 1945`
    address.number = number;
    address.repetition = rest;
    ++at;
    const auto follows = [&](auto test) { return at < words.size() && test(std::string_view(words[at])); };
    if (rest.empty() && follows([](std::string_view w) { return isOneOf(w, repetitions); })) address.repetition = words[at++];
    // « 12 b rue… »: a lone letter before a type is a repetition; « 12 r Gambetta » is a street.
    const bool letter = follows([](std::string_view w) { return w.size() == 1 && w >= "a" && w <= "z"; });
    if (rest.empty() && address.repetition.empty() && letter && at + 1 < words.size() && isStreetType(words[at + 1]))
        address.repetition = words[at++];
    while (follows([](std::string_view w) { return w.size() <= 4 && w != "11" && isNumber(w); }) &&
           !(at + 1 < words.size() && isMonth(words[at + 1])))
        ++at;  // `12-14`
    return at;
}

/// Takes `BP 12`, `CS 40001`, `TSA 12345` and CEDEX out; true when there were some.
bool dropPostBoxes(std::vector<std::string>& words) {
    bool dropped = false;
    for (std::size_t i = 0; i < words.size();) {
        const bool box = isOneOf(words[i], std::array<std::string_view, 3>{"bp", "cs", "tsa"});
        const bool glued = words[i].size() > 2 && (words[i].starts_with("bp") || words[i].starts_with("cs")) &&
                           isNumber(std::string_view(words[i]).substr(2));
        const bool counted = i + 1 < words.size() && isNumber(words[i + 1]);
        if (!glued && !(box && counted)) {
            ++i;
            continue;
        }
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(i);
        words.erase(at, at + (glued ? 1 : 2));
        dropped = true;
    }
    return dropped;
}

/// `… 42000 Saint-Étienne` at the end: the post's line.
void takePostLine(std::vector<std::string>& words, StreetAddress& address) {
    for (std::size_t i = words.size(); i-- > 0;) {
        if (words[i].size() != 5 || !isNumber(words[i])) continue;
        address.postcode = words[i];
        for (std::size_t k = i + 1; k < words.size(); ++k) address.city += (address.city.empty() ? "" : " ") + words[k];
        words.resize(i);
        return;
    }
}

/// What stands inside a building or after it: `bâtiment B`, `2e étage`.
void dropInside(std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 9> insides{"batiment", "bat", "etage", "appartement", "appt", "apt", "escalier", "esc", "hall"};
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (!isOneOf(words[i], insides)) continue;
        if (words[i] == "etage" && i > 2) --i;
        words.resize(i);
    }
}

void addReading(Words words, std::vector<StreetName>& readings) {
    StreetName name = streetNameOf(words);
    if (name.words.empty() && name.type.empty()) return;
    if (std::ranges::find(readings, name) == readings.end()) readings.push_back(std::move(name));
}

/// The number that ends just before word `at`, as in `Maison des associations 12 bis rue…`.
void readNumberBefore(Words words, std::size_t at, StreetAddress& address) {
    for (std::size_t back = std::min<std::size_t>(3, at); back > 0 && !address.number; --back) {
        StreetAddress read;
        if (readNumber(words.subspan(at - back), read) != back) continue;
        address.number = read.number;
        address.repetition = read.repetition;
    }
}

void readStreets(Words words, StreetAddress& address) {
    const std::size_t head = readNumber(words, address);
    std::vector<std::size_t> types;  // where a street may begin after a house's name
    for (std::size_t i = head + 1; i < words.size(); ++i) {
        if (words[i].size() > 1 && isStreetType(words[i])) types.push_back(i);
    }
    if (head == 0) {
        for (const std::size_t at : types) {
            if (address.number) break;
            readNumberBefore(words, at, address);
            if (address.number) addReading(words.subspan(at), address.streets);
        }
    }
    addReading(words.subspan(head), address.streets);
    for (const std::size_t at : types) {
        addReading(words.subspan(at), address.streets);
        if (at > head + 1) addReading(words.subspan(head, at - head), address.streets);  // « 12 rue Gambetta résidence des Lilas »
    }
}

}  // namespace

StreetAddress readAddress(std::string_view cell) {
    constexpr std::size_t longest = 1000;  // the post allows 228: this is no address
    StreetAddress address;
    if (cell.size() > longest) return address;
    std::vector<std::string> words = streetWords(cell);
    if (const auto cedex = std::ranges::find(words, "cedex"); cedex != words.end()) {
        const auto after = cedex + 1 != words.end() && isNumber(*(cedex + 1)) ? cedex + 2 : cedex + 1;
        words.erase(cedex, after);
    }
    const bool box = dropPostBoxes(words);
    takePostLine(words, address);
    dropInside(words);
    address.postBoxOnly = box && words.empty();
    readStreets(words, address);
    return address;
}

}  // namespace raquette::ingest

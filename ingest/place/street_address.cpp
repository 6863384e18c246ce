#include "ingest/place/street_address.h"

#include "gis/text/fold.h"
#include "ingest/place/spelling.h"
#include "ingest/table/folding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

namespace raquette::ingest {

namespace {

using Words = std::span<const std::string>;
using Spelling = std::pair<std::string_view, std::string_view>;

constexpr std::array<Spelling, 74> typeSpellings{{{"rue", "rue"},
                                                  {"r", "rue"},
                                                  {"avenue", "avenue"},
                                                  {"av", "avenue"},
                                                  {"ave", "avenue"},
                                                  {"aven", "avenue"},
                                                  {"boulevard", "boulevard"},
                                                  {"bd", "boulevard"},
                                                  {"bld", "boulevard"},
                                                  {"blvd", "boulevard"},
                                                  {"bvd", "boulevard"},
                                                  {"boul", "boulevard"},
                                                  {"place", "place"},
                                                  {"pl", "place"},
                                                  {"impasse", "impasse"},
                                                  {"imp", "impasse"},
                                                  {"chemin", "chemin"},
                                                  {"chem", "chemin"},
                                                  {"che", "chemin"},
                                                  {"ch", "chemin"},
                                                  {"route", "route"},
                                                  {"rte", "route"},
                                                  {"allee", "allee"},
                                                  {"allees", "allee"},
                                                  {"all", "allee"},
                                                  {"square", "square"},
                                                  {"sq", "square"},
                                                  {"faubourg", "faubourg"},
                                                  {"fg", "faubourg"},
                                                  {"fbg", "faubourg"},
                                                  {"fb", "faubourg"},
                                                  {"cours", "cours"},
                                                  {"crs", "cours"},
                                                  {"quai", "quai"},
                                                  {"qu", "quai"},
                                                  {"passage", "passage"},
                                                  {"pass", "passage"},
                                                  {"pas", "passage"},
                                                  {"esplanade", "esplanade"},
                                                  {"esp", "esplanade"},
                                                  {"promenade", "promenade"},
                                                  {"prom", "promenade"},
                                                  {"montee", "montee"},
                                                  {"mte", "montee"},
                                                  {"sentier", "sentier"},
                                                  {"sente", "sentier"},
                                                  {"sent", "sentier"},
                                                  {"ruelle", "ruelle"},
                                                  {"venelle", "venelle"},
                                                  {"traverse", "traverse"},
                                                  {"voie", "voie"},
                                                  {"rocade", "rocade"},
                                                  {"rondpoint", "rondpoint"},
                                                  {"rpt", "rondpoint"},
                                                  {"parvis", "parvis"},
                                                  {"mail", "mail"},
                                                  {"rampe", "rampe"},
                                                  {"descente", "descente"},
                                                  {"hameau", "hameau"},
                                                  {"ham", "hameau"},
                                                  {"lieudit", "lieudit"},
                                                  {"ld", "lieudit"},
                                                  {"za", "za"},
                                                  {"zi", "zi"},
                                                  {"zac", "zac"},
                                                  {"pa", "parc"},
                                                  {"parc", "parc"},
                                                  {"residence", "residence"},
                                                  {"res", "residence"},
                                                  {"lotissement", "lotissement"},
                                                  {"lot", "lotissement"},
                                                  {"domaine", "domaine"},
                                                  {"dom", "domaine"},
                                                  {"quartier", "quartier"}}};

constexpr std::array<std::string_view, 10> localityTypes{"hameau",    "lieudit",     "za",      "zi",       "zac",
                                                         "residence", "lotissement", "domaine", "quartier", "parc"};

constexpr std::array<Spelling, 27> wordSpellings{
    {{"st", "saint"},        {"ste", "sainte"},    {"sts", "saints"},     {"stes", "saintes"},    {"gal", "general"},
     {"gen", "general"},     {"mal", "marechal"},  {"mar", "marechal"},   {"col", "colonel"},     {"cdt", "commandant"},
     {"cap", "capitaine"},   {"cpt", "capitaine"}, {"dr", "docteur"},     {"doct", "docteur"},    {"pr", "professeur"},
     {"prof", "professeur"}, {"pdt", "president"}, {"pres", "president"}, {"mgr", "monseigneur"}, {"lt", "lieutenant"},
     {"sgt", "sergent"},     {"gde", "grande"},    {"gd", "grand"},       {"1er", "1"},           {"premier", "1"},
     {"vx", "vieux"},        {"anc", "ancienne"}}};

constexpr std::array<std::string_view, 13> smallWords{"de", "du", "des", "d", "la", "le", "les", "l", "et", "a", "au", "aux", "en"};
constexpr std::array<std::string_view, 12> months{"janvier", "fevrier", "mars",      "avril",   "mai",      "juin",
                                                  "juillet", "aout",    "septembre", "octobre", "novembre", "decembre"};
constexpr std::array<Spelling, 4> daysInLetters{{{"quatre", "4"}, {"huit", "8"}, {"onze", "11"}, {"quatorze", "14"}}};
constexpr std::array<std::string_view, 4> repetitions{"bis", "ter", "quater", "quinquies"};

template <class List>
bool isOneOf(std::string_view word, const List& list) {
    return std::ranges::find(list, word) != list.end();
}

template <class List>
std::string_view spelling(std::string_view word, const List& list) {
    const auto found = std::ranges::find(list, word, &Spelling::first);
    return found == list.end() ? std::string_view() : found->second;
}

bool isNumber(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// The words of a text, with the spellings of several words made one: `lieu dit`, `zone artisanale`, `rond point`, `n d`.
std::vector<std::string> plainWords(std::string_view text) {
    const std::string folded = text::fold(text);
    std::vector<std::string> words;
    for (const std::string_view word : wordsOf(folded)) {
        const std::string_view last = words.empty() ? std::string_view() : words.back();
        if (last == "lieu" && (word == "dit" || word == "dits")) {
            words.back() = "lieudit";
        } else if (last == "zone" && word.starts_with("artisanale")) {
            words.back() = "za";
        } else if (last == "zone" && word.starts_with("industrielle")) {
            words.back() = "zi";
        } else if (last == "rond" && word == "point") {
            words.back() = "rondpoint";
        } else if (last == "z" && (word == "a" || word == "i")) {
            words.back() = "z" + std::string(word);
        } else if (last == "b" && word == "p") {
            words.back() = "bp";
        } else {
            words.emplace_back(word);
        }
    }
    return words;
}

StreetName streetNameOf(Words words) {
    StreetName name;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const std::string_view type = spelling(word, typeSpellings);
        const bool early = i == 0 || (i == 1 && word.size() > 2);  // `grande rue`, `ancienne route`; but `place r`…
        if (!type.empty() && name.type.empty() && early) {
            name.type = type;
            continue;
        }
        if (isOneOf(word, smallWords)) continue;
        std::string_view whole = spelling(word, wordSpellings);
        if (i + 1 < words.size() && isOneOf(words[i + 1], months) && whole.empty()) whole = spelling(word, daysInLetters);
        name.words.emplace_back(whole.empty() ? word : whole);
    }
    if (name.type == "lieudit") name.type.clear();
    return name;
}

bool wordsAgree(std::string_view typed, std::string_view official, int& errors) {
    if (typed == official) return true;
    if (typed.size() == 1 && !isNumber(typed)) return official.starts_with(typed);
    if (isNumber(typed) || isNumber(official)) return false;
    const int forgiven = forgivenErrors(std::min(typed.size(), official.size()));
    const int found = typingErrors(typed, official, forgiven);
    errors += found;
    return found <= forgiven;
}

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
    if (at + 1 < words.size() && isOneOf(words[at + 1], months)) return 0;           // `8 mai 1945`
    address.number = number;
    address.repetition = rest;
    ++at;
    const auto follows = [&](auto test) { return at < words.size() && test(std::string_view(words[at])); };
    if (rest.empty() && follows([](std::string_view w) { return isOneOf(w, repetitions); })) address.repetition = words[at++];
    // « 12 b rue… »: a lone letter before a type is a repetition; « 12 r Gambetta » is a street.
    const bool letter = follows([](std::string_view w) { return w.size() == 1 && w >= "a" && w <= "z"; });
    if (rest.empty() && address.repetition.empty() && letter && at + 1 < words.size() && !spelling(words[at + 1], typeSpellings).empty())
        address.repetition = words[at++];
    while (follows([](std::string_view w) { return w.size() <= 4 && w != "11" && isNumber(w); }) &&
           !(at + 1 < words.size() && isOneOf(words[at + 1], months)))
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
        if (words[i].size() > 1 && !spelling(words[i], typeSpellings).empty()) types.push_back(i);
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

StreetName readStreetName(std::string_view name) {
    return streetNameOf(plainWords(name));
}

bool isLocality(const StreetName& name) {
    return name.type.empty() || isOneOf(name.type, localityTypes);
}

std::optional<StreetAgreement> agreement(const StreetName& typed, const StreetName& official) {
    const bool bothTyped = !typed.type.empty() && !official.type.empty();
    if (bothTyped && typed.type != official.type) return std::nullopt;
    StreetAgreement found;
    found.typeless = typed.type != official.type;
    if (typed.words.empty() || official.words.empty()) {  // `Le Bourg` has a word; `la place`, `l’avenue` have their type only
        const bool same = typed.words.empty() && official.words.empty() && typed.type == official.type;
        return same ? std::optional(found) : std::nullopt;
    }
    if (typed.words.size() > official.words.size()) return std::nullopt;
    std::vector<bool> taken(official.words.size(), false);
    for (const std::string& word : typed.words) {
        std::size_t best = official.words.size();
        int least = 0;
        for (std::size_t i = 0; i < official.words.size(); ++i) {
            int errors = 0;
            if (taken[i] || !wordsAgree(word, official.words[i], errors)) continue;
            if (best < official.words.size() && errors >= least) continue;
            best = i;
            least = errors;
        }
        if (best == official.words.size()) return std::nullopt;
        taken[best] = true;
        found.typingErrors += least;
    }
    if (!taken.back()) return std::nullopt;
    // Without a type any street of that name may be meant: a first name more does not tell.
    if (!found.typeless) found.missingWords = static_cast<int>(official.words.size() - typed.words.size());
    return found;
}

StreetAddress readAddress(std::string_view cell) {
    StreetAddress address;
    std::vector<std::string> words = plainWords(cell);
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

#include "ingest/place/street_name.h"

#include "gis/text/fold.h"
#include "gis/text/spelling.h"
#include "ingest/place/words.h"
#include "ingest/table/folding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace raquette::ingest {

namespace {

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

template <class List>
std::string_view spelling(std::string_view word, const List& list) {
    const auto found = std::ranges::find(list, word, &Spelling::first);
    return found == list.end() ? std::string_view() : found->second;
}

bool wordsAgree(std::string_view typed, std::string_view official, int& errors) {
    if (typed == official) return true;
    if (typed.size() == 1 && !isNumber(typed)) return official.starts_with(typed);
    if (isNumber(typed) || isNumber(official)) return false;
    const int forgiven = text::forgivenErrors(std::min(typed.size(), official.size()));
    const int found = text::typingErrors(typed, official, forgiven);
    errors += found;
    return found <= forgiven;
}

}  // namespace

bool isStreetType(std::string_view word) {
    return !spelling(word, typeSpellings).empty();
}

bool isMonth(std::string_view word) {
    return isOneOf(word, months);
}

std::vector<std::string> streetWords(std::string_view text) {
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

StreetName streetNameOf(std::span<const std::string> words) {
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
        if (i + 1 < words.size() && isMonth(words[i + 1]) && whole.empty()) whole = spelling(word, daysInLetters);
        name.words.emplace_back(whole.empty() ? word : whole);
    }
    if (name.type == "lieudit") name.type.clear();
    return name;
}

StreetName readStreetName(std::string_view name) {
    return streetNameOf(streetWords(name));
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

}  // namespace raquette::ingest

#include "ingest/records/column_phrases.h"

#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/folding.h"
#include "ingest/table/vocabulary.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using model::SourceKind;

std::optional<int> yearIn(std::string_view word) {
    if (word.size() != 4 || !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    const auto year = readYear(word);
    return year && *year >= 1990 && *year <= 2099 ? year : std::nullopt;
}

/// The only year a name holds: a season of two years is neither.
std::optional<int> onlyYear(const std::vector<std::string_view>& words) {
    std::optional<int> only;
    for (const std::string_view word : words) {
        const auto year = yearIn(word);
        if (!year) continue;
        if (only) return std::nullopt;
        only = year;
    }
    return only;
}

/// The name without its year and the signs around it: `Région (2024)` → `Région`.
std::string withoutYear(std::string name, int year) {
    name.erase(name.find(std::to_string(year)), 4);
    constexpr std::string_view signs = " \t()[]-_:€";
    for (const char* dash : {"–", "—"}) {
        for (std::size_t at = name.find(dash); at != std::string::npos; at = name.find(dash)) name.replace(at, 3, " ");
    }
    while (!name.empty() && signs.find(name.front()) != std::string_view::npos) name.erase(0, 1);
    while (!name.empty() && signs.find(name.back()) != std::string_view::npos) name.pop_back();
    return name;
}

std::span<const std::string_view> figureKeys(SourceKind kind) {
    static constexpr std::array<std::string_view, 8> yearly{"fte",     "staff",      "budget",  "events",
                                                            "members", "admissions", "granted", "asked"};
    static constexpr std::array<std::string_view, 2> grants{"granted", "asked"};
    switch (kind) {
        case SourceKind::Actors:
        case SourceKind::Venues:
            return yearly;
        case SourceKind::Activity:
            return std::span(yearly).first(6);
        case SourceKind::Grants:
            return grants;
        default:
            return {};
    }
}

std::string keyOf(SourceKind kind, const std::string& phrase) {
    const std::string bare = barePhrase(phrase);
    for (const bool whole : {true, false}) {
        for (const std::string_view key : figureKeys(kind)) {
            for (const std::string& spelling : spellingsOf(key)) {
                if (spelling == phrase || barePhrase(spelling) == bare) return std::string(key);
                if (!whole && wordsOf(bare).size() <= 3 && holdsPhrase(bare, barePhrase(spelling))) return std::string(key);
            }
        }
    }
    const bool givesMoney = bare.starts_with("subvention") || bare.starts_with("aide");
    if (givesMoney && !figureKeys(kind).empty() && kind != SourceKind::Activity) return "granted";
    return {};
}

}  // namespace

const std::vector<std::string>& spellingsOf(std::string_view key) {
    static const auto all = [] {
        std::map<std::string, std::vector<std::string>, std::less<>> byKey;
        for (const std::vector<std::string>& row : vocabularyRows("columns", 2)) {
            for (const std::string& spelling : splitCell(row[1], "|")) byKey[row[0]].push_back(text::fold(spelling));
        }
        return byKey;
    }();
    static const std::vector<std::string> none;
    const auto found = all.find(key);
    return found == all.end() ? none : found->second;
}

bool holdsPhrase(std::string_view bare, std::string_view phrase) {
    constexpr std::size_t tellsLittle = 3;  // « x », « du »: part of anything
    return phrase.size() >= tellsLittle && fmt::format(" {} ", bare).find(fmt::format(" {} ", phrase)) != std::string::npos;
}

std::string barePhrase(std::string_view folded) {
    static constexpr std::array<std::string_view, 68> joining{
        "a",        "au",       "aux",      "avez",   "avec",   "ce",      "cette", "choix",     "combien",  "d",
        "dans",     "de",       "des",      "du",     "elle",   "en",      "est",   "et",        "etes",     "il",
        "indiquer", "indiquez", "l",        "la",     "le",     "les",     "leur",  "merci",     "moyen",    "nb",
        "nbre",     "nombre",   "notre",    "nos",    "numero", "ou",      "par",   "plusieurs", "possible", "possibles",
        "pour",     "preciser", "precisez", "quel",   "quelle", "quelles", "quels", "quelqu",    "reponse",  "reponses",
        "s",        "se",       "situe",    "situee", "son",    "sont",    "sur",   "t",         "total",    "un",
        "une",      "vos",      "votre",    "vous",   "y",      "eur",     "euros", "annee"};
    std::string phrase;
    for (const std::string_view word : wordsOf(folded)) {
        if (std::ranges::find(joining, word) != joining.end()) continue;
        phrase += (phrase.empty() ? "" : " ") + std::string(word);
    }
    return phrase;
}

std::optional<FigureColumn> figureNamed(SourceKind kind, const std::string& columnName) {
    const std::string folded = text::fold(columnName);
    const std::vector<std::string_view> words = wordsOf(folded);
    const auto year = onlyYear(words);
    if (!year || words.size() > 8) return std::nullopt;
    const std::string name = withoutYear(columnName, *year);
    FigureColumn figure;
    figure.year = *year;
    if (kind == SourceKind::Contracts || kind == SourceKind::Amounts) {
        figure.key = "amount";
        const std::string bare = barePhrase(text::fold(name));
        const auto& amounts = spellingsOf("amount");
        const bool nameless = bare.empty() || std::ranges::any_of(amounts, [&](const std::string& s) { return barePhrase(s) == bare; });
        if (!nameless) figure.funder = name;
        return figure;
    }
    figure.key = keyOf(kind, text::fold(name));
    if (figure.key.empty()) return std::nullopt;
    const std::string bare = barePhrase(text::fold(name));
    const bool plain = std::ranges::any_of(spellingsOf(figure.key), [&](const std::string& s) { return barePhrase(s) == bare; });
    if ((figure.key == "granted" || figure.key == "asked") && !plain) figure.funder = name;  // all that is known of the scheme
    return figure;
}

std::string networkNamed(const std::string& columnName) {
    static constexpr std::array<std::string_view, 24> before{"adherent",   "adherente", "adherents",  "adhesion", "membre",  "member",
                                                             "membership", "reseau",    "federation", "network",  "affilie", "affiliee",
                                                             "of",         "du",        "de",         "la",       "le",      "l",
                                                             "au",         "a",         "aux",        "des",      "d",       "est"};
    static const Vocabulary networks("networks");
    std::string name = columnName;
    while (!name.empty() && (name.back() == '?' || name.back() == ' ' || name.back() == ':')) name.pop_back();
    if (const auto known = networks.find(name)) return *known;
    bool said = false;
    while (!name.empty()) {
        std::size_t end = std::min(name.find_first_of(" '"), name.size());
        const std::size_t curly = name.find("’");
        const std::size_t width = curly < end ? 3 : 1;
        end = std::min(end, curly);
        const std::string word = text::fold(std::string_view(name).substr(0, end));
        if (!word.empty() && std::ranges::find(before, word) == before.end()) break;
        said = said || word.size() > 3;
        name.erase(0, end + width);
    }
    const bool onlyDigits = std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    if (!said || name.empty() || onlyDigits) return {};
    return networks.orItself(name);
}

}  // namespace raquette::ingest

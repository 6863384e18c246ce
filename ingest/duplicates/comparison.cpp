#include "ingest/duplicates/comparison.h"

#include "gis/geometry/geodesic.h"
#include "ingest/duplicates/jaro_winkler.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace raquette::ingest {

namespace {

/// Below this two words are different words: `libelle` and `libellule` are 0.93, `noctambules` and `noctambule` 0.98.
constexpr double typo = 0.92;
/// The same for whole names without their spaces.
constexpr double runTogether = 0.97;
/// A shared word that says at least this is nobody else's by chance.
constexpr float tellsApart = 0.3F;
/// Names less alike than this are two names, whatever else agrees, an identifier apart.
constexpr double leastName = 0.75;
/// Positions nearer than this are one place; farther than this two.
constexpr double samePlaceKm = 0.15;
constexpr double otherPlaceKm = 2;
/// Neighbouring communes: the same place may be typed under either.
constexpr double nextTownKm = 8;

struct Matched {
    double product = 0;  ///< of the weights, for the cosine
    float ofA = 0;       ///< weight that found its word
    float best = 0;      ///< what the most telling one says
    bool typos = false;
};

bool hasDigit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

double alike(const Identity& a, const NameWord& word, const Identity& b, const NameWord& other) {
    const std::string_view one = a.text(word);
    const std::string_view two = b.text(other);
    if (std::min(one.size(), two.size()) < 4 || !mayBeAlike(one, word.letters, two, other.letters, typo)) return 0;
    if (hasDigit(one) || hasDigit(two)) return 0;
    const double likeness = jaroWinkler(one, two);
    return likeness >= typo ? likeness : 0;
}

Matched match(const Identity& a, const Identity& b) {
    Matched matched;
    std::uint64_t taken = 0;
    for (const bool exactly : {true, false}) {
        for (const NameWord& word : a.words) {
            const std::string_view text = a.text(word);
            const bool hasTwin = std::ranges::any_of(b.words, [&](const NameWord& other) { return b.text(other) == text; });
            if (hasTwin != exactly) continue;
            double best = 0;
            std::size_t at = 0;
            for (std::size_t j = 0; j < std::min<std::size_t>(b.words.size(), 64); ++j) {
                if ((taken >> j & 1U) != 0) continue;
                const double likeness = exactly ? (b.text(b.words[j]) == text ? 1.0 : 0.0) : alike(a, word, b, b.words[j]);
                if (likeness <= best) continue;
                best = likeness;
                at = j;
            }
            if (best == 0) continue;
            taken |= std::uint64_t{1} << at;
            matched.product += best * static_cast<double>(word.weight) * static_cast<double>(b.words[at].weight);
            matched.ofA += word.weight;
            matched.best = std::max(matched.best, std::min(word.weight, b.words[at].weight));
            matched.typos = matched.typos || best < 1;
        }
    }
    return matched;
}

float total(const Identity& identity) {
    float sum = 0;
    for (const NameWord& word : identity.words) sum += word.weight;
    return sum;
}

/// `MJC` and `Maison des jeunes et de la culture`.
bool isAcronym(const Identity& brief, const Identity& full) {
    if (brief.words.size() != 1 || brief.squashed.size() < 3 || full.words.size() != brief.squashed.size()) return false;
    const auto begins = [&](char letter, const NameWord& word) { return full.text(word).front() == letter; };
    return std::ranges::equal(brief.squashed, full.words, begins);
}

void compareNames(const Identity& a, const Identity& b, Comparison& result) {
    const Matched matched = match(a, b);
    const Matched back = matched.ofA > 0 ? match(b, a) : Matched{};
    result.name = std::min(1.0, matched.product / static_cast<double>(std::max(a.norm * b.norm, 1e-9F)));
    const bool whole = matched.ofA >= total(a) - 1e-4F && back.ofA >= total(b) - 1e-4F;
    result.sameName = whole && !matched.typos && !back.typos;
    result.onlyTypos = whole;
    result.distinctive = matched.best >= tellsApart;
    if (a.squashed == b.squashed) {
        result.name = 1;
        result.sameName = result.onlyTypos = true;
        result.distinctive = std::max(a.distinctive, b.distinctive) >= tellsApart;
    } else if (a.squashed.size() >= 8 && b.squashed.size() >= 8 && mayBeAlike(a.squashed, a.letters, b.squashed, b.letters, runTogether)) {
        // Words run together or cut in two.
        const double likeness = jaroWinkler(a.squashed, b.squashed);
        if (likeness >= runTogether) result.name = std::max(result.name, likeness - 0.03);
    }
    if (isAcronym(a, b) || isAcronym(b, a)) result.name = std::max(result.name, 0.9);
    if (a.numbers != b.numbers) {
        result.name *= 0.7;
        result.sameName = result.onlyTypos = false;
    }
}

void comparePlaces(const model::Place& a, const model::Place& b, Comparison& result) {
    const bool bothPlaced = a.position && b.position;
    const double apart = bothPlaced ? model::inKilometres(geometry::geodesicDistance(*a.position, *b.position)) : 0;
    const bool precise = bothPlaced && std::max(a.precision, b.precision) <= model::Precision::Locality &&
                         !(a.position == b.position && a.precision > model::Precision::Street);
    if (precise) result.kilometres = apart;
    if (!a.commune.empty() && a.commune == b.commune) {
        result.place = precise && apart > otherPlaceKm ? Verdict::Differs : Verdict::Agrees;
    } else if (bothPlaced) {
        const double limit = precise ? otherPlaceKm : nextTownKm;
        result.place = precise && apart <= samePlaceKm ? Verdict::Agrees : apart <= limit ? Verdict::Near : Verdict::Differs;
    } else if (!a.departement.empty() && !b.departement.empty() && a.departement != b.departement) {
        result.place = Verdict::Differs;
    }
}

Verdict equal(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return Verdict::Unknown;
    return a == b ? Verdict::Agrees : Verdict::Differs;
}

/// Of one organisation, two establishments: the first nine digits are its SIREN.
Verdict compareSirets(const Identifiers& a, const Identifiers& b) {
    const Verdict establishment = equal(a.siret, b.siret);
    if (establishment == Verdict::Agrees) return establishment;
    const Verdict organisation = equal(a.siren, b.siren);
    return organisation == Verdict::Agrees ? Verdict::Near : organisation;
}

Verdict compareKinds(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return Verdict::Unknown;
    const bool shared = std::ranges::any_of(a, [&](const std::string& kind) { return std::ranges::find(b, kind) != b.end(); });
    return shared ? Verdict::Agrees : Verdict::Differs;
}

/// How well two addresses name one street, by the best of the ways to read them; nothing where they do not.
std::optional<StreetAgreement> compareStreets(const StreetAddress& a, const StreetAddress& b) {
    std::optional<StreetAgreement> best;
    for (const StreetName& one : a.streets) {
        for (const StreetName& other : b.streets) {
            for (const auto& found : {agreement(one, other), agreement(other, one)}) {
                if (found && (!best || *found < *best)) best = found;
            }
        }
    }
    return best;
}

/// One stated with a number and the other without it may be the same house.
Verdict compareAddresses(const StreetAddress& a, const StreetAddress& b) {
    if (a.empty() || b.empty()) return Verdict::Unknown;
    const std::optional<StreetAgreement> street = compareStreets(a, b);
    if (!street) return Verdict::Differs;
    if (a.number != b.number) return a.number && b.number ? Verdict::Differs : Verdict::Near;
    const bool wholeName = street->missingWords == 0 && !street->typeless;
    return a.repetition == b.repetition && (a.number || wholeName) ? Verdict::Agrees : Verdict::Near;
}

Verdict compareYears(int a, int b) {
    if (a == 0 || b == 0) return Verdict::Unknown;
    return a == b ? Verdict::Agrees : std::abs(a - b) <= 1 ? Verdict::Near : Verdict::Differs;
}

void compareFields(const Identity& a, const Identity& b, Comparison& result) {
    result.siret = compareSirets(a.identifiers, b.identifiers);
    result.rna = equal(a.identifiers.rna, b.identifiers.rna);
    if (a.record->origin.source == b.record->origin.source) result.ownId = equal(a.record->ownId, b.record->ownId);
    const Statements& one = a.statements();
    const Statements& other = b.statements();
    result.kinds = compareKinds(one.kinds, other.kinds);
    result.website = equal(one.website, other.website);
    if (result.website == Verdict::Differs) {
        result.website = !one.host.empty() && one.host == other.host ? Verdict::Agrees : Verdict::Near;  // an old site is no other place
    }
    result.address = compareAddresses(one.address, other.address);
    result.opened = compareYears(one.openedYear, other.openedYear);
    result.email = equal(one.email, other.email) == Verdict::Agrees ? Verdict::Agrees : Verdict::Unknown;
    result.phone = equal(one.phone, other.phone) == Verdict::Agrees ? Verdict::Agrees : Verdict::Unknown;
}

int points(Verdict verdict, int agrees, int near, int differs) {
    switch (verdict) {
        case Verdict::Agrees:
            return agrees;
        case Verdict::Near:
            return near;
        case Verdict::Differs:
            return differs;
        case Verdict::Unknown:
            break;
    }
    return 0;
}

bool hereByPosition(const Comparison& result, const Identity& a, const Identity& b) {
    return a.statements().placed && b.statements().placed && result.kilometres >= 0 && result.kilometres <= samePlaceKm;
}

int scoreOf(const Comparison& result, const Identity& a, const Identity& b) {
    int more = points(result.kinds, 5, 0, -10) + points(result.website, 6, 0, 0) + points(result.address, 6, 2, -4) +
               points(result.opened, 4, 1, -4) + points(result.email, 6, 0, 0) + points(result.phone, 6, 0, 0) +
               (hereByPosition(result, a, b) ? 6 : 0);
    more = std::min(more, 15);
    const int identifiers = points(result.siret, 25, 5, -15) + points(result.rna, 25, 0, -15) + points(result.ownId, 5, 0, 0);
    const int place = points(result.place, 17, 5, -30);
    const int plain = result.distinctive || result.sameName ? 0 : -8;
    return std::clamp(static_cast<int>(std::lround(70 * result.name)) + place + more + identifiers + plain, 0, 100);
}

/// How many fields beside name and commune say the same.
int support(const Comparison& result, const Identity& a, const Identity& b) {
    int agreeing = hereByPosition(result, a, b) ? 1 : 0;
    for (const Verdict verdict : {result.website, result.address, result.opened, result.email, result.phone}) {
        if (verdict == Verdict::Agrees) ++agreeing;
    }
    return agreeing;
}

bool contradicted(const Comparison& result) {
    constexpr auto differs = Verdict::Differs;
    return result.place == differs || result.kinds == differs || result.siret == differs || result.rna == differs ||
           result.address == differs || result.opened == differs;
}

/// Merged without asking only when nothing speaks against it.
bool isSure(const Comparison& result, const Identity& a, const Identity& b) {
    if (contradicted(result)) return false;
    const bool here = result.place == Verdict::Agrees || result.place == Verdict::Near;
    if (result.siret == Verdict::Agrees || result.rna == Verdict::Agrees) return here && result.name >= 0.75;
    if (result.ownId == Verdict::Agrees) return result.place == Verdict::Agrees && result.onlyTypos;
    if (result.place != Verdict::Agrees || !result.distinctive) return false;
    const bool otherSource = a.record->origin.source != b.record->origin.source;
    const int agreeing = support(result, a, b);
    if (result.sameName) return otherSource || agreeing >= 1;
    return result.onlyTypos && agreeing >= 2;
}

/// What a person should look at. Names that only share what everybody has need more than a commune in common.
bool isLikely(const Comparison& result) {
    if (result.place == Verdict::Differs) return result.sharesIdentifier() && result.ownId != Verdict::Agrees && result.name >= 0.9;
    if (result.siret == Verdict::Agrees || result.rna == Verdict::Agrees) return result.score >= askedFrom - 20;
    if (result.name < leastName) return false;
    return result.score >= askedFrom;
}

}  // namespace

bool mayBeNamesakes(const Identity& a, const Identity& b) {
    if (a.numbers != b.numbers) return false;
    int shared = 0;
    for (std::size_t i = 0; i < a.pairs.size(); ++i) shared += std::popcount(a.pairs[i] & b.pairs[i]);
    // At least half the pairs of the shorter name, or a name too short to have any.
    return 2 * shared >= std::min(a.pairCount, b.pairCount);
}

Comparison compare(const Identity& a, const Identity& b) {
    Comparison result;
    compareNames(a, b, result);
    const Identifiers& one = a.identifiers;
    const Identifiers& other = b.identifiers;
    const bool identified = equal(one.siret, other.siret) == Verdict::Agrees || equal(one.rna, other.rna) == Verdict::Agrees;
    if (result.name < leastName && !identified) return result;  // nearly all pairs end here
    comparePlaces(a.record->place, b.record->place, result);
    compareFields(a, b, result);
    result.score = scoreOf(result, a, b);
    if (isSure(result, a, b)) {
        result.outcome = Outcome::Sure;
    } else if (isLikely(result)) {
        result.outcome = Outcome::Likely;
    }
    return result;
}

}  // namespace raquette::ingest

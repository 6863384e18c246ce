#include "ingest/place/gazetteer.h"

#include "gis/text/fold.h"
#include "ingest/table/folding.h"

#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using model::nowhere;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

struct DividedCity {
    std::string_view code;
    std::string_view first;  ///< codes of its arrondissements
    std::string_view last;
};
constexpr std::array<DividedCity, 3> dividedCities{{{"75056", "75101", "75120"}, {"69123", "69381", "69389"}, {"13055", "13201", "13216"}}};

/// `le havre` is also found as `havre le`, the way directories write it.
std::string articleLast(const std::string& place) {
    constexpr std::array<std::string_view, 4> articles{"le", "la", "les", "l"};
    const std::size_t space = place.find(' ');
    if (space == std::string::npos) return {};
    const std::string_view first = std::string_view(place).substr(0, space);
    if (std::ranges::find(articles, first) == articles.end()) return {};
    return place.substr(space + 1) + " " + std::string(first);
}

const std::vector<std::int32_t> noCommune;

}  // namespace

bool looksLikeInsee(std::string_view text) {
    if (text.size() != 5 || !isDigit(text[0])) return false;
    if (!isDigit(text[1]) && !(text[0] == '2' && (text[1] == 'A' || text[1] == 'B' || text[1] == 'a' || text[1] == 'b'))) return false;
    return std::ranges::all_of(text.substr(2), isDigit);
}

bool isOverseasCollectivity(std::string_view code) {
    constexpr std::array<std::string_view, 6> prefixes{"975", "977", "978", "98", "97123", "97127"};  // the last two until 2007
    return code.size() == 5 && std::ranges::any_of(prefixes, [&](std::string_view prefix) { return code.starts_with(prefix); });
}

Gazetteer::Gazetteer(const model::Reference& reference) : reference_(&reference) {
    names_.reserve(reference.communes.size());
    ownNames_.resize(reference.communes.size());
    ownFormerNames_.resize(reference.communes.size());
    byDepartement_.resize(reference.departements.size());
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        const model::Commune& commune = reference.communes[i];
        const auto index = static_cast<std::int32_t>(i);
        for (const std::string& code : commune.formerCodes) formerCodes_.emplace(code, index);
        for (const std::string& postcode : commune.postcodes) postcodes_[postcode].push_back(index);
        if (commune.departement != nowhere) byDepartement_[static_cast<std::size_t>(commune.departement)].push_back(index);
        indexNames(index);
    }
    for (std::size_t i = 0; i < reference.departements.size(); ++i) {
        departementNames_.emplace(text::fold(reference.departements[i].name), static_cast<std::int32_t>(i));
    }
}

void Gazetteer::indexNames(std::int32_t commune) {
    const auto add = [&](Index& names, const std::string& key) {
        std::vector<std::int32_t>& namesakes = names[key];
        if (namesakes.empty() || namesakes.back() != commune) namesakes.push_back(commune);
    };
    const model::Commune& known = this->commune(commune);
    const CommuneName& own = ownNames_[static_cast<std::size_t>(commune)] = readCommuneName(known.name);
    add(names_, own.key);
    if (const std::string turned = articleLast(own.key); !turned.empty()) add(names_, turned);
    for (const std::string& name : known.formerNames) {
        ownFormerNames_[static_cast<std::size_t>(commune)].push_back(readCommuneName(name));
        add(formerNames_, ownFormerNames_[static_cast<std::size_t>(commune)].back().key);
    }
}

std::optional<Gazetteer::Found> Gazetteer::byCode(std::string_view insee) const {
    std::string code(insee);
    Found found;
    // A reference of another country has codes of its own.
    found.commune = model::indexOf(reference_->communes, code);
    if (found.commune != nowhere) return found;
    if (code.size() == 4 && std::ranges::all_of(code, isDigit)) {
        code.insert(code.begin(), '0');
        found.zeroRestored = true;
    }
    if (!looksLikeInsee(code)) return std::nullopt;
    if (code[1] == 'a' || code[1] == 'b') code[1] = static_cast<char>(code[1] - ('a' - 'A'));
    found.commune = model::indexOf(reference_->communes, code);
    if (found.commune != nowhere) return found;
    found.former = true;
    if (const auto former = formerCodes_.find(code); former != formerCodes_.end()) {
        found.commune = former->second;
        return found;
    }
    for (const DividedCity& city : dividedCities) {
        if (code < city.first || code > city.last) continue;
        found.commune = model::indexOf(reference_->communes, city.code);
        if (found.commune != nowhere) return found;
    }
    return std::nullopt;
}

const std::vector<std::int32_t>& Gazetteer::named(std::string_view city) const {
    const auto found = names_.find(readCommuneName(city).key);
    return found == names_.end() ? noCommune : found->second;
}

const std::vector<std::int32_t>& Gazetteer::formerlyNamed(std::string_view city) const {
    const auto found = formerNames_.find(readCommuneName(city).key);
    return found == formerNames_.end() ? noCommune : found->second;
}

std::optional<NameAgreement> Gazetteer::agreementWith(std::int32_t commune, const CommuneName& typed) const {
    std::optional<NameAgreement> best = agreement(typed, ownNames_[static_cast<std::size_t>(commune)]);
    for (const CommuneName& former : ownFormerNames_[static_cast<std::size_t>(commune)]) {
        auto found = agreement(typed, former);
        if (!found) continue;
        found->former = true;
        if (!best || *found < *best) best = found;
    }
    return best;
}

const std::vector<std::int32_t>& Gazetteer::withPostcode(std::string_view postcode) const {
    const auto found = postcodes_.find(std::string(postcode));
    return found == postcodes_.end() ? noCommune : found->second;
}

std::int32_t Gazetteer::departementNamed(std::string_view text) const {
    const std::string plain = text::fold(text);
    if (const auto name = departementNames_.find(plain); name != departementNames_.end()) return name->second;
    const std::vector<std::string_view> words = wordsOf(plain);
    if (words.empty()) return nowhere;
    const auto ofCode = [&](std::string_view word) {
        std::string code(word);
        if (code.size() == 1) code.insert(code.begin(), '0');
        if (code == "2a" || code == "2b") code[1] = static_cast<char>(code[1] - ('a' - 'A'));
        return model::indexOf(reference_->departements, code);
    };
    // Before a name or behind it, not amid a title: « Plan Littoral 21 Méditerranée ».
    const std::int32_t first = ofCode(words.front());
    const std::int32_t last = ofCode(words.back());
    if (first != nowhere && last != nowhere && first != last) return nowhere;  // « 42 et 69 »
    return first != nowhere ? first : last;
}

std::vector<std::int32_t> Gazetteer::departementsOfPostcode(std::string_view postcode) const {
    std::vector<std::int32_t> found;
    if (postcode.size() != 5 || !std::ranges::all_of(postcode, isDigit)) return found;
    const auto add = [&](std::string_view code) {
        const std::int32_t index = model::indexOf(reference_->departements, code);
        if (index != nowhere) found.push_back(index);
    };
    if (postcode.starts_with("20")) {
        add("2A");
        add("2B");
    } else {
        add(postcode.substr(0, postcode.starts_with("97") ? 3 : 2));
    }
    return found;
}

std::int32_t Gazetteer::departementOfCode(std::string_view insee) const {
    if (!looksLikeInsee(insee)) return nowhere;
    std::string code(insee.substr(0, insee.starts_with("97") ? 3 : 2));
    if (code == "2a" || code == "2b") code[1] = static_cast<char>(code[1] - ('a' - 'A'));
    return model::indexOf(reference_->departements, code);
}

std::string Gazetteer::departementCode(std::int32_t index) const {
    return index == nowhere ? std::string() : reference_->departements[static_cast<std::size_t>(index)].code;
}

}  // namespace raquette::ingest

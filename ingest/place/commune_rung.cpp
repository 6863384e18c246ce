#include "gis/text/catalogue.h"
#include "ingest/place/georeference.h"
#include "ingest/table/cells.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <iterator>

namespace raquette::ingest {

using model::nowhere;

namespace {

constexpr std::size_t longestName = 200;  ///< of a town: what is longer is no name, and is not compared whole with each

bool isDigits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// With the leading zero a spreadsheet had eaten.
std::string wholePostcode(std::string postcode) {
    return postcode.size() == 4 && isDigits(postcode) ? "0" + postcode : postcode;
}

}  // namespace

std::string Georeferencer::described(const std::vector<std::int32_t>& communes, model::Language language) const {
    constexpr std::size_t most = 8;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(communes.size(), most); ++i) {
        const model::Commune& commune = gazetteer_.commune(communes[i]);
        names.push_back(fmt::format("{} ({})", commune.name, commune.code));
    }
    if (communes.size() > most) names.push_back(text::say(language, "issue.and-more", {{"count", std::to_string(communes.size() - most)}}));
    return fmt::format("{}", fmt::join(names, ", "));
}

void Georeferencer::byCode(RecordRow& row, const std::string& insee, Named& named) const {
    if (isOverseasCollectivity(insee)) {
        named.abroad = true;
        named.abroadCode = insee;
        return;
    }
    const auto found = gazetteer_.byCode(insee);
    if (!found) {
        named.departement = gazetteer_.departementOfCode(insee);
        row.note("insee", "unknown-code");
        return;
    }
    const model::Commune& commune = gazetteer_.commune(found->commune);
    if (found->former) row.note("insee", "old-code", {{"name", commune.name}, {"code", commune.code}});
    if (found->zeroRestored) row.noteAlike("insee", "lost-zero");
    named.commune = found->commune;
    named.method = "insee";
}

std::vector<std::int32_t> Georeferencer::departementsOf(RecordRow& row, const std::string& postcode, const std::string& inBrackets) const {
    std::vector<std::int32_t> byPostcode = gazetteer_.departementsOfPostcode(postcode);
    const std::string written = row.text("departement");
    const std::string& words = written.empty() ? inBrackets : written;
    if (words.empty()) return byPostcode;
    const std::int32_t departement = gazetteer_.departementNamed(words);
    if (departement == nowhere) {
        row.note("departement", "unknown-departement");
        return byPostcode;
    }
    const bool agrees = byPostcode.empty() || std::ranges::find(byPostcode, departement) != byPostcode.end();
    return agrees ? std::vector{departement} : byPostcode;
}

void Georeferencer::explain(const std::vector<std::int32_t>& candidates, const std::vector<std::int32_t>& namesakes, bool departementKnown,
                            model::Language language, Named& named) const {
    named.problemKey = "city";
    if (candidates.size() > 1) {
        named.problem = "ambiguous-commune";
        named.problemValues = {{"candidates", described(candidates, language)}};
    } else if (namesakes.empty()) {
        named.problem = "unknown-commune";
    } else {
        named.problem = departementKnown ? "misplaced-commune" : "commune-alone";
        named.problemValues = {{"candidates", described(namesakes, language)}};
    }
}

std::vector<Georeferencer::Candidate> Georeferencer::bestNamed(const CommuneName& typed, const std::vector<std::int32_t>& among,
                                                               NameMatch worst) const {
    std::vector<Candidate> best;
    for (const std::int32_t commune : among) {
        const auto found = gazetteer_.agreementWith(commune, typed);
        if (!found || found->match > worst || (!best.empty() && best.front().agreement < *found)) continue;
        if (!best.empty() && *found < best.front().agreement) best.clear();
        if (best.empty() || best.back().commune != commune) best.push_back({commune, *found});
    }
    return best;
}

std::vector<Georeferencer::Candidate> Georeferencer::candidates(const CommuneName& typed, const std::string& postcode,
                                                                const std::vector<std::int32_t>& departements, std::string& method) const {
    const std::vector<std::int32_t>& served = gazetteer_.withPostcode(postcode);
    method = "name+postcode";
    if (auto found = bestNamed(typed, served, NameMatch::Loose); !found.empty()) return found;

    const std::vector<std::int32_t>& namesakes = gazetteer_.named(typed.written);
    method = "name+departement";
    std::vector<Candidate> same;
    std::vector<std::int32_t> there;
    for (const std::int32_t departement : departements) {
        const auto& communes = gazetteer_.ofDepartement(departement);
        there.insert(there.end(), communes.begin(), communes.end());
        for (const std::int32_t commune : namesakes) {
            if (gazetteer_.commune(commune).departement == departement) same.push_back({commune, {}});
        }
    }
    if (!same.empty()) return same;
    if (auto found = bestNamed(typed, there, NameMatch::Loose); !found.empty()) return found;

    method = "name+postcode";
    if (auto found = bestNamed(typed, served, NameMatch::Misspelt); !found.empty()) return found;

    // A name that communes elsewhere do have is more likely in the wrong place than misspelt.
    method = "name+departement";
    if (!namesakes.empty() || !gazetteer_.formerlyNamed(typed.written).empty()) return {};
    std::vector<Candidate> misspelt = bestNamed(typed, there, NameMatch::Misspelt);
    std::erase_if(misspelt, [](const Candidate& candidate) { return candidate.agreement.match == NameMatch::Partial; });
    return misspelt;
}

void Georeferencer::tellUnderstood(RecordRow& row, const Candidate& chosen) const {
    const model::Commune& commune = gazetteer_.commune(chosen.commune);
    const IssueValues values{{"name", commune.name}, {"code", commune.code}};
    if (chosen.agreement.match >= NameMatch::Partial) {
        row.note("city", "understood-name", values);
    } else if (chosen.agreement.former) {
        row.note("city", "former-name", values);
    } else if (chosen.agreement.match == NameMatch::Loose) {
        row.noteAlike("city", "loose-name", values);
    }
}

/// From the cells of town and postal code, else from the end of the address.
TownCell Georeferencer::townOf(const RecordRow& row) const {
    TownCell town = readTownCell(row.text("city"));
    if (std::string postcode = wholePostcode(row.text("postcode")); !postcode.empty()) town.postcode = std::move(postcode);
    if (town.name.empty() && row.has("address")) {
        const StreetAddress address = readAddress(row.joined("address"));
        const bool agrees = town.postcode.empty() || town.postcode == address.postcode;
        if (agrees && !address.postcode.empty()) town = {address.city, address.postcode};
    }
    if (town.name.size() > longestName) town.name.resize(longestName);
    return town;
}

void Georeferencer::byName(RecordRow& row, Named& named) const {
    const TownCell town = townOf(row);
    named.postcode = town.postcode;
    if (isOverseasCollectivity(town.postcode)) {
        named.abroad = true;
        named.abroadCode = town.postcode;
        return;
    }
    std::string city = town.name;
    std::string inBrackets;
    const std::size_t open = city.rfind('(');  // « Saint-Denis (93) », but « Île-Saint-Denis (L’) »
    if (open != std::string::npos && open > 0 && gazetteer_.departementNamed(city.substr(open)) != nowhere) {
        inBrackets = city.substr(open);
        city.resize(open);
    }
    const std::vector<std::int32_t> departements = departementsOf(row, town.postcode, inBrackets);
    if (departements.size() == 1) named.departement = departements.front();
    if (city.empty()) {
        const std::vector<std::int32_t>& served = gazetteer_.withPostcode(town.postcode);
        named.problem = "no-place";
        named.method = "postcode";
        named.mayBe = served;
        if (served.size() != 1) return;
        named.commune = served.front();
        const model::Commune& commune = gazetteer_.commune(named.commune);
        row.noteAlike("postcode", "postcode-alone", {{"name", commune.name}, {"code", commune.code}});
        return;
    }
    const CommuneName typed = readCommuneName(city);
    const std::vector<Candidate> found = candidates(typed, town.postcode, departements, named.method);
    if (found.size() == 1) {
        named.commune = found.front().commune;
        tellUnderstood(row, found.front());
        return;
    }
    std::vector<std::int32_t> communes;
    std::ranges::transform(found, std::back_inserter(communes), &Candidate::commune);
    const auto& namesakes = gazetteer_.named(city);
    named.mayBe = communes;
    if (communes.empty() && namesakes.empty() && gazetteer_.formerlyNamed(city).empty()) {  // no commune's name: a lieu-dit's, perhaps
        named.mayBe = gazetteer_.withPostcode(town.postcode);
        named.method = "postcode";
    }
    const auto& known = namesakes.empty() ? gazetteer_.formerlyNamed(city) : namesakes;
    explain(communes, known, !departements.empty(), row.language(), named);
    if (communes.empty() && departements.empty()) named.namesakes = known;
}

void Georeferencer::findRival(RecordRow& row, Named& named) const {
    const TownCell town = townOf(row);
    named.postcode = town.postcode;
    if (town.name.empty() || looksLikeInsee(town.name)) return;
    const CommuneName typed = readCommuneName(town.name.substr(0, town.name.rfind('(')));
    if (typed.key.empty() || gazetteer_.agreementWith(named.commune, typed)) return;
    std::string method;
    const auto found = candidates(typed, town.postcode, gazetteer_.departementsOfPostcode(town.postcode), method);
    const auto& namesakes = gazetteer_.named(typed.written);
    if (found.size() == 1 && found.front().agreement.match <= NameMatch::Loose) {
        named.rival = found.front().commune;
        named.rivalByPostcode = method == "name+postcode";
    } else if (namesakes.size() == 1) {
        named.rival = namesakes.front();
    }
    if (named.rival == named.commune) named.rival = nowhere;
}

Georeferencer::Named Georeferencer::communeOf(RecordRow& row) const {
    Named named;
    std::string insee = row.text("insee");
    if (insee.empty() && looksLikeInsee(row.text("city"))) insee = row.text("city");
    if (insee.empty() && !row.written("insee").empty()) row.note("insee", "placeholder");
    if (!insee.empty() && std::ranges::all_of(insee, [](char c) { return c == '0'; })) {
        row.note("insee", "placeholder");
        insee.clear();
    }
    if (!insee.empty()) byCode(row, insee, named);
    if (named.commune != nowhere) findRival(row, named);
    if (named.commune != nowhere || named.abroad) return named;
    const std::int32_t departementOfCode = named.departement;
    byName(row, named);
    if (named.departement == nowhere) named.departement = departementOfCode;
    return named;
}

}  // namespace raquette::ingest

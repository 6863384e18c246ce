#include "ingest/records/scope.h"

#include "gis/geometry/geodesic.h"
#include "gis/geometry/measure.h"
#include "gis/text/fold.h"
#include "ingest/place/coordinates.h"
#include "ingest/records/identifiers.h"
#include "ingest/records/scope_words.h"
#include "ingest/table/cells.h"
#include "ingest/table/folding.h"
#include "ingest/table/row_signs.h"
#include "ingest/table/vocabulary.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

namespace raquette::ingest {

namespace {

using model::Level;
using model::TerritoryId;

/// Those of a commune, an EPCI or a département.
std::vector<const model::Commune*> communesOf(const Gazetteer& gazetteer, const TerritoryId& territory) {
    const model::Reference& reference = gazetteer.reference();
    const std::int32_t epci = territory.level == Level::Epci ? model::indexOf(reference.epcis, territory.code) : model::nowhere;
    const std::int32_t departement =
        territory.level == Level::Departement ? model::indexOf(reference.departements, territory.code) : model::nowhere;
    std::vector<const model::Commune*> communes;
    for (const model::Commune& commune : reference.communes) {
        const bool ofIt = (territory.level == Level::Commune && commune.code == territory.code) ||
                          (epci != model::nowhere && commune.epci == epci) ||
                          (departement != model::nowhere && commune.departement == departement);
        if (ofIt) communes.push_back(&commune);
    }
    return communes;
}

}  // namespace

ScopeReader::ScopeReader(const model::Study& study, const Gazetteer& gazetteer) : gazetteer_(&gazetteer) {
    for (const model::AreaDeclaration& area : study.areas) {
        for (const std::string& text : {area.id, area.label.fr, area.label.en}) areas_.emplace(text::fold(text), area.id);
        if (!area.path.empty()) areaFiles_.emplace(area.path.filename().string(), area.id);
    }
    const model::Reference& reference = gazetteer.reference();
    for (const model::Unit& region : reference.regions) names_[text::fold(region.name)].push_back({Level::Region, region.code});
    for (const model::Unit& departement : reference.departements) {
        auto& same = names_[text::fold(departement.name)];
        if (same.empty()) same.push_back({Level::Departement, departement.code});  // overseas a région and its département are one land
    }
    for (const model::Unit& epci : reference.epcis) {
        const std::string name = text::fold(epci.name);
        names_[name].push_back({Level::Epci, epci.code});
        bool ignored = false;
        epciStems_[epciStem(name, ignored)].push_back(epci.code);
    }
    for (const std::vector<std::string>& row : vocabularyRows("old_regions", 3)) {
        oldRegions_[row[0]] = {row[1], row[2]};
        oldRegionNames_[text::fold(row[1])] = row[0];
    }
}

std::optional<TerritoryId> ScopeReader::carried(const std::string& oldCode, OldRegionCodes& old) const {
    const OldRegion& region = oldRegions_.at(oldCode);
    const std::int32_t today = model::indexOf(gazetteer_->reference().regions, region.today);
    if (today == model::nowhere) return std::nullopt;
    old.insert(oldCode);
    return TerritoryId{Level::Region, gazetteer_->reference().regions[static_cast<std::size_t>(today)].code};
}

void ScopeReader::tellOldRegions(RecordRow& row, const OldRegionCodes& old) const {
    std::map<std::string, std::vector<std::string>> byToday;
    for (const std::string& code : old) byToday[oldRegions_.at(code).today].push_back(code);
    const model::Reference& reference = gazetteer_->reference();
    for (const auto& [today, codes] : byToday) {
        const model::Unit& region = reference.regions[static_cast<std::size_t>(model::indexOf(reference.regions, today))];
        const std::string& code = region.code;
        const auto all = std::ranges::count_if(oldRegions_, [&code](const auto& one) { return one.second.today == code; });
        std::vector<std::string> names;
        for (const std::string& oldCode : codes) names.push_back(fmt::format("{} ({})", oldRegions_.at(oldCode).name, oldCode));
        const bool whole = codes.size() == static_cast<std::size_t>(all);
        row.note("scope", whole ? "old-regions" : "old-region",
                 {{"old", fmt::format("{}", fmt::join(names, " + "))}, {"name", region.name}, {"code", region.code}});
    }
}

std::optional<TerritoryId> ScopeReader::byCode(RecordRow& row, Level level, const std::string& code, OldRegionCodes& old) const {
    const model::Reference& reference = gazetteer_->reference();
    switch (level) {
        case Level::Commune: {
            const auto found = gazetteer_->byCode(code);
            if (!found) return std::nullopt;
            const model::Commune& commune = gazetteer_->commune(found->commune);
            if (found->former) row.note("scope", "old-code", {{"name", commune.name}, {"code", commune.code}});
            return TerritoryId{Level::Commune, commune.code};
        }
        case Level::Epci:
            if (model::indexOf(reference.epcis, code) != model::nowhere) return TerritoryId{Level::Epci, code};
            return std::nullopt;
        case Level::Departement: {
            const std::int32_t found = gazetteer_->departementNamed(code);
            if (found == model::nowhere) return std::nullopt;
            return TerritoryId{Level::Departement, gazetteer_->departementCode(found)};
        }
        case Level::Region:
            if (model::indexOf(reference.regions, code) != model::nowhere) return TerritoryId{Level::Region, code};
            if (oldRegions_.contains(code)) return carried(code, old);
            return std::nullopt;
        case Level::Area:
        case Level::Study:
            break;
    }
    const auto area = areas_.find(text::fold(code));
    if (area == areas_.end()) return std::nullopt;
    return TerritoryId{Level::Area, area->second};
}

std::optional<TerritoryId> ScopeReader::byName(const std::string& words, std::optional<Level> level, OldRegionCodes& old) const {
    for (const std::string& name : {words, withoutLevelWords(words)}) {
        if (const auto area = areas_.find(name); area != areas_.end()) return TerritoryId{Level::Area, area->second};
        if (const auto found = names_.find(name); found != names_.end() && found->second.size() == 1) {
            if (!level || found->second.front().level == *level) return found->second.front();
        }
        const bool mayBeRegion = !level || *level == Level::Region;
        if (const auto region = oldRegionNames_.find(name); mayBeRegion && region != oldRegionNames_.end())
            return carried(region->second, old);
        if (level && *level != Level::Commune) continue;
        const std::vector<std::int32_t>& communes = gazetteer_->named(name);
        if (communes.size() == 1) return TerritoryId{Level::Commune, gazetteer_->commune(communes.front()).code};
    }
    return std::nullopt;
}

std::optional<TerritoryId> ScopeReader::epciLike(RecordRow& row, const std::string& folded) const {
    bool isEpci = false;
    const std::string stem = epciStem(folded, isEpci);
    const auto found = epciStems_.find(stem);
    if (!isEpci || stem.empty() || found == epciStems_.end() || found->second.size() != 1) return std::nullopt;
    const model::Reference& reference = gazetteer_->reference();
    const model::Unit& epci = reference.epcis[static_cast<std::size_t>(model::indexOf(reference.epcis, found->second.front()))];
    row.note("scope", "epci-name", {{"name", epci.name}, {"code", epci.code}});
    return TerritoryId{Level::Epci, epci.code};
}

std::optional<TerritoryId> ScopeReader::withCode(const std::string& part) const {
    const std::size_t open = part.rfind('(');
    if (open == std::string::npos || open == 0) return std::nullopt;
    const std::string code = text::fold(std::string_view(part).substr(open));
    const std::string name = text::fold(std::string_view(part).substr(0, open));
    const auto found = names_.find(name);
    if (found != names_.end() && found->second.size() == 1 && text::fold(found->second.front().code) == code) return found->second.front();
    const std::int32_t departement = gazetteer_->departementNamed(code);
    std::vector<std::int32_t> there;
    for (const std::int32_t commune : gazetteer_->named(name)) {
        const model::Commune& one = gazetteer_->commune(commune);
        if (text::fold(one.code) == code || (departement != model::nowhere && one.departement == departement)) there.push_back(commune);
    }
    if (there.size() != 1) return std::nullopt;
    return TerritoryId{Level::Commune, gazetteer_->commune(there.front()).code};
}

std::optional<TerritoryId> ScopeReader::readOne(RecordRow& row, const std::string& words, std::optional<Level> level,
                                                OldRegionCodes& old) const {
    if (const auto area = areaFiles_.find(std::filesystem::path(words).filename().string()); area != areaFiles_.end()) {
        return TerritoryId{Level::Area, area->second};
    }
    const std::string folded = text::fold(words);
    if (folded.empty()) return std::nullopt;
    if (level) {
        if (auto found = byCode(row, *level, words, old)) return found;
    }
    // A whole name may begin with the word of a level: « Région de Guebwiller » is an EPCI.
    if (auto found = byName(folded, level, old)) return found;
    if (auto found = withCode(words)) return found;
    if (auto found = epciLike(row, folded); found && level.value_or(Level::Epci) == Level::Epci) return found;
    if (!level && looksLikeInsee(words)) return byCode(row, Level::Commune, words, old);
    return std::nullopt;
}

bool ScopeReader::readWhole(RecordRow& row, std::string_view& words, std::optional<Level>& level, Territories& scope,
                            OldRegionCodes& old) const {
    constexpr std::size_t longestName = 200;
    const auto reads = [&](std::string_view text) {
        const auto territory = text.size() <= longestName ? readOne(row, std::string(text), level, old) : std::nullopt;
        if (territory && std::ranges::find(scope, *territory) == scope.end()) scope.push_back(*territory);
        return territory.has_value();
    };
    if (!level && reads(words)) return true;
    const auto [said, rest] = withoutLevelWord(words);
    if (said) {
        level = said;
        words = rest;
    }
    const bool isList = words.find_first_of(",+") != std::string_view::npos;  // `42, 69`: else its first code would be taken for all of it
    return level && !isList && reads(words);
}

bool ScopeReader::readPart(RecordRow& row, std::string_view words, std::optional<Level> level, Territories& scope, OldRegionCodes& old,
                           std::size_t firstSeparator) const {
    constexpr std::array<std::string_view, 4> separators{",", "+", " et ", "&"};
    if (readWhole(row, words, level, scope, old)) return true;
    for (std::size_t i = firstSeparator; i < separators.size(); ++i) {
        if (words.find(separators[i]) == std::string_view::npos) continue;
        Territories several;
        OldRegionCodes severalOld;
        while (!words.empty()) {
            const std::size_t at = std::min(words.find(separators[i]), words.size());
            const std::string_view one = trimmed(words.substr(0, at));
            words = at == words.size() ? std::string_view() : trimmed(words.substr(at + separators[i].size()));
            if (!one.empty() && !readPart(row, one, level, several, severalOld, i + 1)) return false;
            if (!words.empty() && readWhole(row, words, level, several, severalOld)) break;  // one name that holds the separator
        }
        for (const TerritoryId& territory : several) {
            if (std::ranges::find(scope, territory) == scope.end()) scope.push_back(territory);
        }
        old.insert(severalOld.begin(), severalOld.end());
        return !several.empty();
    }
    return false;
}

void ScopeReader::askBack(RecordRow& row, const std::string& part) const {
    constexpr std::size_t mostTold = 200;
    const bool digits = std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    if (isFileName(part)) {
        const std::string id = std::filesystem::path(part).stem().string();
        row.note("scope", "scope-file", {{"part", part}, {"id", id}});
    } else if (digits && part.size() == 2 && oldRegions_.contains(part) && gazetteer_->departementNamed(part) != model::nowhere) {
        row.note("scope", "scope-code", {{"part", part}, {"name", oldRegions_.at(part).name}});
    } else {
        std::size_t told = std::min(part.size(), mostTold);
        while (told > 0 && told < part.size() && (static_cast<unsigned char>(part[told]) & 0xC0) == 0x80) --told;  // whole letters
        row.note("scope", "unreadable-scope", {{"part", part.substr(0, told) + (told < part.size() ? "…" : "")}});
    }
}

bool ScopeReader::liesElsewhere(const RecordRow& row, const TerritoryId& territory) const {
    constexpr model::Metres tooFar = model::kilometres(20);
    const PositionReadings position = readPosition(row.text("longitude"), row.text("latitude"), "");
    if (position.all.empty() || !position.all.front().plain()) return false;
    const geometry::LonLat at = position.all.front().at;
    const model::Reference& reference = gazetteer_->reference();
    const auto nearOrUnknown = [&](const model::Commune& commune) {
        if (commune.code.starts_with("97")) return true;
        if (commune.point) return geometry::geodesicDistance(at, *commune.point) - commune.uncertainty <= tooFar;
        const geometry::GeoShape& departement = reference.departements[static_cast<std::size_t>(commune.departement)].shape;
        return departement.empty() || geometry::contains(departement, at);
    };
    const std::vector<const model::Commune*> communes = communesOf(*gazetteer_, territory);
    return !communes.empty() && std::ranges::none_of(communes, [&](const model::Commune* commune) { return nearOrUnknown(*commune); });
}

void ScopeReader::byTitle(RecordRow& row, Level level, Territories& scope, OldRegionCodes& old) const {
    const std::string title = row.text("title");
    auto found = readOne(row, title.empty() ? row.text("name") : title, level, old);
    if (found && liesElsewhere(row, *found)) found.reset();  // a namesake: the commune meant was merged into another since
    row.noteAlike("scope", found ? "scope-by-title" : "scope-level");
    if (found) scope.push_back(*found);
}

std::vector<TerritoryId> ScopeReader::read(RecordRow& row) const {
    std::vector<TerritoryId> scope;
    OldRegionCodes old;
    // A column may say what its codes are: « Code région ».
    std::optional<Level> ofColumn;
    const std::string column = text::fold(row.columnOf("scope"));
    for (const std::string_view word : wordsOf(column)) {
        if (!ofColumn) ofColumn = levelOfPrefix(word);
    }
    for (const std::string& part : splitCell(row.text("scope"), "|;\n")) {
        if (const std::size_t colon = part.rfind(':');
            colon != std::string::npos && saysNothing(trimmed(std::string_view(part).substr(colon + 1)))) {
            row.noteAlike("scope", "empty-scope");  // `Siren EPCI 2015 : NA`
            continue;
        }
        if (const auto level = levelOfPrefix(part); level && *level != Level::Area) {
            byTitle(row, *level, scope, old);
            continue;
        }
        if (readPart(row, part, std::nullopt, scope, old)) continue;
        if (ofColumn && readPart(row, part, ofColumn, scope, old)) continue;
        const std::string siren = sirenIn(part);
        if (model::indexOf(gazetteer_->reference().epcis, siren) != model::nowhere) {
            const TerritoryId epci{Level::Epci, siren};
            if (std::ranges::find(scope, epci) == scope.end()) scope.push_back(epci);
            continue;
        }
        // Intercommunal bodies have numbers in 2: this one was an EPCI, and was merged or wound up since.
        if (isSiren(siren) && siren.starts_with('2')) {
            row.noteAlike("scope", "former-epci");
            continue;
        }
        askBack(row, part);
    }
    tellOldRegions(row, old);
    return scope;
}

}  // namespace raquette::ingest

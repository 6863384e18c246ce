#include "ingest/records/scope.h"

#include "gis/text/fold.h"
#include "ingest/table/cells.h"
#include "ingest/table/folding.h"
#include "ingest/table/vocabulary.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using model::Level;
using model::TerritoryId;

std::optional<Level> levelOfPrefix(std::string_view prefix) {
    static const std::map<std::string, Level, std::less<>> prefixes{{"commune", Level::Commune},
                                                                    {"com", Level::Commune},
                                                                    {"epci", Level::Epci},
                                                                    {"dep", Level::Departement},
                                                                    {"departement", Level::Departement},
                                                                    {"reg", Level::Region},
                                                                    {"region", Level::Region},
                                                                    {"area", Level::Area},
                                                                    {"zone", Level::Area}};
    const auto found = prefixes.find(text::fold(prefix));
    if (found == prefixes.end()) return std::nullopt;
    return found->second;
}

/// `departement de la loire` → `loire`.
std::string withoutLevelWords(const std::string& words) {
    constexpr std::array<std::string_view, 3> levels{"departement", "region", "commune"};
    constexpr std::array<std::string_view, 7> links{"de", "du", "des", "d", "la", "le", "l"};
    std::vector<std::string_view> parts = wordsOf(words);
    if (parts.empty() || std::ranges::find(levels, parts.front()) == levels.end()) return words;
    parts.erase(parts.begin());
    while (parts.size() > 1 && std::ranges::find(links, parts.front()) != links.end()) parts.erase(parts.begin());
    return fmt::format("{}", fmt::join(parts, " "));
}

}  // namespace

ScopeReader::ScopeReader(const model::Study& study, const Gazetteer& gazetteer) : gazetteer_(&gazetteer) {
    for (const model::AreaDeclaration& area : study.areas) {
        for (const std::string& text : {area.id, area.label.fr, area.label.en}) areas_.emplace(text::fold(text), area.id);
    }
    const model::Reference& reference = gazetteer.reference();
    for (const model::Unit& region : reference.regions) names_[text::fold(region.name)].push_back({Level::Region, region.code});
    for (const model::Unit& departement : reference.departements) {
        auto& same = names_[text::fold(departement.name)];
        if (same.empty()) same.push_back({Level::Departement, departement.code});  // overseas a région and its département are one land
    }
    for (const model::Unit& epci : reference.epcis) names_[text::fold(epci.name)].push_back({Level::Epci, epci.code});
    for (const std::vector<std::string>& row : vocabularyRows("old_regions", 3)) {
        oldRegions_[row[0]] = {row[1], row[2]};
        oldRegionNames_[text::fold(row[1])] = row[0];
    }
}

std::optional<TerritoryId> ScopeReader::carried(RecordRow& row, const std::string& oldCode) const {
    const OldRegion& old = oldRegions_.at(oldCode);
    const std::int32_t today = model::indexOf(gazetteer_->reference().regions, old.today);
    if (today == model::nowhere) return std::nullopt;
    const model::Unit& region = gazetteer_->reference().regions[static_cast<std::size_t>(today)];
    row.note("scope", "old-region", {{"old", old.name}, {"oldCode", oldCode}, {"name", region.name}, {"code", region.code}});
    return TerritoryId{Level::Region, region.code};
}

std::optional<TerritoryId> ScopeReader::byCode(RecordRow& row, std::string_view prefix, std::string_view code) const {
    const auto level = levelOfPrefix(prefix);
    if (!level) return std::nullopt;
    const model::Reference& reference = gazetteer_->reference();
    const std::string text(code);
    switch (*level) {
        case Level::Commune: {
            const auto found = gazetteer_->byCode(code);
            if (!found) return std::nullopt;
            const model::Commune& commune = gazetteer_->commune(found->commune);
            if (found->former) row.note("scope", "old-code", {{"name", commune.name}, {"code", commune.code}});
            return TerritoryId{Level::Commune, commune.code};
        }
        case Level::Epci:
            if (model::indexOf(reference.epcis, code) != model::nowhere) return TerritoryId{Level::Epci, text};
            return std::nullopt;
        case Level::Departement: {
            const std::int32_t found = gazetteer_->departementNamed(code);
            if (found == model::nowhere) return std::nullopt;
            return TerritoryId{Level::Departement, gazetteer_->departementCode(found)};
        }
        case Level::Region:
            if (model::indexOf(reference.regions, code) != model::nowhere) return TerritoryId{Level::Region, text};
            if (oldRegions_.contains(text)) return carried(row, text);
            return byName(row, text::fold(code));
        case Level::Area:
        case Level::Study:
            break;
    }
    const auto area = areas_.find(text::fold(code));
    if (area == areas_.end()) return std::nullopt;
    return TerritoryId{Level::Area, area->second};
}

std::optional<TerritoryId> ScopeReader::byName(RecordRow& row, const std::string& words) const {
    for (const std::string& name : {words, withoutLevelWords(words)}) {
        if (const auto area = areas_.find(name); area != areas_.end()) return TerritoryId{Level::Area, area->second};
        if (const auto found = names_.find(name); found != names_.end() && found->second.size() == 1) return found->second.front();
        if (const auto old = oldRegionNames_.find(name); old != oldRegionNames_.end()) return carried(row, old->second);
        const std::vector<std::int32_t>& communes = gazetteer_->named(name);
        if (communes.size() == 1) return TerritoryId{Level::Commune, gazetteer_->commune(communes.front()).code};
    }
    return std::nullopt;
}

std::vector<TerritoryId> ScopeReader::read(RecordRow& row) const {
    std::vector<TerritoryId> scope;
    for (const std::string& part : splitCell(row.text("scope"), "|;")) {
        const std::size_t colon = part.find(':');
        std::optional<TerritoryId> territory;
        if (colon != std::string::npos) {
            const std::vector<std::string> code = splitCell(std::string_view(part).substr(colon + 1), " ");
            territory = byCode(row, std::string_view(part).substr(0, colon), fmt::format("{}", fmt::join(code, " ")));
        } else {
            territory = byName(row, text::fold(part));
        }
        if (territory) {
            if (std::ranges::find(scope, *territory) == scope.end()) scope.push_back(*territory);
        } else {
            row.note("scope", "unreadable-scope", {{"part", part}});
        }
    }
    return scope;
}

}  // namespace raquette::ingest

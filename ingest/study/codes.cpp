#include "ingest/study/codes.h"

#include "gis/model/error.h"
#include "ingest/table/nearest_word.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::ingest {

namespace {

using model::Level;
using model::TerritoryId;

/// The study keeps its text, not the line of every list item: the first quoted mention is the one to mend.
long lineOfMention(const std::string& text, const std::string& territory) {
    std::size_t at = text.find('"' + territory + '"');
    if (at == std::string::npos) at = text.find('\'' + territory + '\'');
    if (at == std::string::npos) return 1;
    return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
}

template <class Units>
std::string nearestIn(const Units& units, const std::string& code) {
    std::vector<std::string_view> codes;
    for (const auto& unit : units) codes.push_back(unit.code);
    const std::string_view nearest = nearestWord(code, codes);
    if (nearest.empty()) return {};
    const auto unit = std::ranges::find(units, nearest, [](const auto& u) { return std::string_view(u.code); });
    return fmt::format(". Nearest: {} ({})", nearest, unit->name);
}

template <class Units>
void mustBeIn(const Units& units, const model::Study& study, const TerritoryId& territory) {
    if (model::indexOf(units, territory.code) != model::nowhere) return;
    throw model::Error(fmt::format("{}:{}: the reference has no `{}`{}", study.file.string(), lineOfMention(study.text, territory.text()),
                                   territory.text(), nearestIn(units, territory.code)));
}

}  // namespace

void checkCodes(const model::Study& study, const model::Reference& reference) {
    const auto check = [&](const TerritoryId& territory) {
        if (territory.level == Level::Commune) mustBeIn(reference.communes, study, territory);
        if (territory.level == Level::Epci) mustBeIn(reference.epcis, study, territory);
        if (territory.level == Level::Departement) mustBeIn(reference.departements, study, territory);
        if (territory.level == Level::Region) mustBeIn(reference.regions, study, territory);
    };
    std::ranges::for_each(study.area, check);
    for (const model::AreaDeclaration& area : study.areas) std::ranges::for_each(area.territories, check);
    for (const model::SourceDeclaration& source : study.sources) {
        if (source.surveyed) std::ranges::for_each(*source.surveyed, check);
    }
    for (const model::Decision& decision : study.decisions) {
        if (decision.commune.empty() || indexOf(reference.communes, decision.commune) != model::nowhere) continue;
        throw model::Error(fmt::format("{}:{}: the reference has no commune `{}`{}", study.file.string(), decision.line, decision.commune,
                                       nearestIn(reference.communes, decision.commune)));
    }
    for (const model::MapRequest& map : study.maps) {
        if (const auto extent = TerritoryId::parse(map.extent)) check(*extent);
    }
    for (const model::ReportRequest& report : study.reports) {
        if (report.territory) check(*report.territory);
    }
}

}  // namespace raquette::ingest

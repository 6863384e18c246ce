#include "gis/analysis/surveyed.h"

#include "gis/analysis/marked_communes.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::analysis {

namespace {

/// Whether records of a source may be selected by a service.
bool drawsOn(const model::Service& service, const model::SourceDeclaration& source) {
    const auto& kinds = service.match.kinds;
    const auto asks = [&](model::RecordKind kind) { return std::ranges::find(kinds, kind) != kinds.end(); };
    const bool relevant = (source.kind == model::SourceKind::Actors && (kinds.empty() || asks(model::RecordKind::Actors))) ||
                          (source.kind == model::SourceKind::Venues && (kinds.empty() || asks(model::RecordKind::Venues))) ||
                          (source.kind == model::SourceKind::Contracts && asks(model::RecordKind::Contracts));
    const auto& only = service.match.sources;
    return relevant && (only.empty() || std::ranges::find(only, source.id) != only.end());
}

}  // namespace

bool Surveyed::holds(const model::PopulationPoint& point) const {
    const bool byCommune = point.commune != model::nowhere && communes[static_cast<std::size_t>(point.commune)] != 0;
    return byCommune || (point.departement != model::nowhere && departements[static_cast<std::size_t>(point.departement)] != 0);
}

Surveyed surveyedFor(const model::Service& service, const model::Study& study, const model::Reference& reference) {
    std::vector<model::TerritoryId> territories;
    bool stated = false;
    for (const model::SourceDeclaration& source : study.sources) {
        if (!drawsOn(service, source) || !source.surveyed) continue;
        stated = true;
        territories.insert(territories.end(), source.surveyed->begin(), source.surveyed->end());
    }
    MarkedCommunes marked = markCommunes(study, reference, territories);
    if (marked.unknown) {
        const std::string territory = marked.unknown->text();
        throw model::Error(marked.unknown->level == model::Level::Area
                               ? fmt::format("`surveyed`: the area `{}` is not declared, or is made of itself.", territory)
                               : fmt::format("`surveyed`: the territory `{}` is not in the reference. Check its code.", territory));
    }
    return {stated, std::move(marked.communes), std::move(marked.departements)};
}

Gathering gatheringOf(const model::Service& service, const model::Study& study) {
    Gathering gathering;
    const auto add = [](const std::optional<long>& count, std::optional<long>& sum) {
        if (count) sum = sum.value_or(0) + *count;
    };
    for (const model::SourceDeclaration& source : study.sources) {
        if (!drawsOn(service, source)) continue;
        gathering.surveyStated = gathering.surveyStated || source.surveyed.has_value();
        add(source.asked, gathering.asked);
        add(source.answered, gathering.answered);
        gathering.confirmed = std::max(gathering.confirmed, source.date);
    }
    return gathering;
}

}  // namespace raquette::analysis

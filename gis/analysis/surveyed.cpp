#include "gis/analysis/surveyed.h"

#include "gis/geometry/measure.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Reference;
using model::TerritoryId;

std::size_t indexIn(const auto& territories, const TerritoryId& id) {
    const std::int32_t index = indexOf(territories, id.code);
    if (index == model::nowhere) {
        throw model::Error(fmt::format("`surveyed`: the territory `{}` is not in the reference. Check its code.", id.text()));
    }
    return static_cast<std::size_t>(index);
}

class Marker {
public:
    Marker(const model::Study& study, const Reference& reference, Surveyed& surveyed)
        : study_(study), reference_(reference), surveyed_(surveyed) {
        surveyed.communes.assign(reference.communes.size(), 0);
        surveyed.departements.assign(reference.departements.size(), 0);
    }

    void mark(const TerritoryId& id, int depth = 0) {
        switch (id.level) {
            case Level::Commune:
                surveyed_.communes[indexIn(reference_.communes, id)] = 1;
                return;
            case Level::Epci: {
                const auto epci = static_cast<std::int32_t>(indexIn(reference_.epcis, id));
                markCommunes([epci](const model::Commune& commune) { return commune.epci == epci; });
                return;
            }
            case Level::Departement:
                markDepartement(indexIn(reference_.departements, id));
                return;
            case Level::Region: {
                const auto region = static_cast<std::int32_t>(indexIn(reference_.regions, id));
                for (std::size_t i = 0; i < reference_.departements.size(); ++i) {
                    if (reference_.departements[i].parent == region) markDepartement(i);
                }
                return;
            }
            case Level::Study:
                for (std::size_t i = 0; i < reference_.departements.size(); ++i) markDepartement(i);
                return;
            case Level::Area:
                markArea(id, depth);
        }
    }

private:
    void markCommunes(const auto& isIn) {
        for (std::size_t i = 0; i < reference_.communes.size(); ++i) {
            if (isIn(reference_.communes[i])) surveyed_.communes[i] = 1;
        }
    }
    void markDepartement(std::size_t departement) {
        surveyed_.departements[departement] = 1;
        markCommunes(
            [departement](const model::Commune& commune) { return commune.departement == static_cast<std::int32_t>(departement); });
    }
    void markArea(const TerritoryId& id, int depth) {
        const auto declared = std::ranges::find(study_.areas, id.code, &model::AreaDeclaration::id);
        if (declared == study_.areas.end() || depth > 8) {
            throw model::Error(fmt::format("`surveyed`: the area `{}` is not declared, or is made of itself.", id.text()));
        }
        for (const TerritoryId& part : declared->territories) mark(part, depth + 1);
        const auto drawn = reference_.areaShapes.find(id.code);
        if (drawn == reference_.areaShapes.end()) return;
        markCommunes([&](const model::Commune& commune) { return commune.point && contains(drawn->second, *commune.point); });
    }

    const model::Study& study_;
    const Reference& reference_;
    Surveyed& surveyed_;
};

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

Surveyed surveyedFor(const model::Service& service, const model::Study& study, const Reference& reference) {
    Surveyed surveyed;
    Marker marker(study, reference, surveyed);
    for (const model::SourceDeclaration& source : study.sources) {
        if (!drawsOn(service, source) || !source.surveyed) continue;
        surveyed.stated = true;
        for (const TerritoryId& territory : *source.surveyed) marker.mark(territory);
    }
    return surveyed;
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

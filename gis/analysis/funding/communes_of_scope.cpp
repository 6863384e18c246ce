#include "gis/analysis/funding/communes_of_scope.h"

#include "gis/analysis/land.h"
#include "gis/geometry/measure.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Reference;
using model::TerritoryId;

/// Marks communes; false where the territory is unknown.
class CommuneMarker {
public:
    CommuneMarker(const model::Study& study, const Reference& reference)
        : study_(study), reference_(reference), flags_(reference.communes.size(), 0) {}

    bool mark(const TerritoryId& id, int depth = 0) {
        const Reference& r = reference_;
        switch (id.level) {
            case Level::Study:
                return markThose([](const model::Commune&) { return true; });
            case Level::Commune: {
                const std::int32_t at = indexOf(r.communes, id.code);
                if (at != model::nowhere) flags_[static_cast<std::size_t>(at)] = 1;
                return at != model::nowhere;
            }
            case Level::Epci: {
                const std::int32_t epci = indexOf(r.epcis, id.code);
                return epci != model::nowhere && markThose([&](const model::Commune& commune) { return commune.epci == epci; });
            }
            case Level::Departement: {
                const std::int32_t at = indexOf(r.departements, id.code);
                return at != model::nowhere && markThose([&](const model::Commune& commune) { return commune.departement == at; });
            }
            case Level::Region: {
                const std::int32_t region = indexOf(r.regions, id.code);
                return region != model::nowhere && markThose([&](const model::Commune& commune) {
                           return commune.departement != model::nowhere &&
                                  r.departements[static_cast<std::size_t>(commune.departement)].parent == region;
                       });
            }
            case Level::Area:
                return markArea(id, depth);
        }
        return false;
    }

    std::vector<std::uint32_t> indexes() const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < flags_.size(); ++i) {
            if (flags_[i] != 0) found.push_back(i);
        }
        return found;
    }

private:
    template <class Holds>
    bool markThose(Holds holds) {
        for (std::size_t i = 0; i < flags_.size(); ++i) {
            if (holds(reference_.communes[i])) flags_[i] = 1;
        }
        return true;
    }

    bool markArea(const TerritoryId& id, int depth) {
        const auto declared = std::ranges::find(study_.areas, id.code, &model::AreaDeclaration::id);
        if (declared == study_.areas.end() || depth > 8) return false;
        const bool known = std::ranges::all_of(declared->territories, [&](const TerritoryId& part) { return mark(part, depth + 1); });
        const auto drawn = reference_.areaShapes.find(id.code);
        if (drawn == reference_.areaShapes.end()) return known && !declared->territories.empty();
        markThose([&](const model::Commune& commune) { return commune.point && contains(drawn->second, *commune.point); });
        return known;
    }

    const model::Study& study_;
    const Reference& reference_;
    std::vector<std::uint8_t> flags_;
};

}  // namespace

std::vector<std::uint32_t> communesOfScope(const model::Study& study, const Reference& reference, const std::vector<TerritoryId>& scope) {
    CommuneMarker marker(study, reference);
    for (const TerritoryId& id : scope) {
        if (!marker.mark(id)) return {};
    }
    return marker.indexes();
}

std::vector<std::uint8_t> communesOfStudy(const Reference& reference, const StudyArea& area) {
    const BaseUnits units(reference);
    std::vector<std::uint8_t> inStudy(reference.communes.size(), 0);
    for (std::size_t c = 0; c < inStudy.size(); ++c) {
        const std::int32_t unit = units.communes ? static_cast<std::int32_t>(c) : reference.communes[c].departement;
        inStudy[c] = unit != model::nowhere && area.holds[static_cast<std::size_t>(unit)] != 0 ? 1 : 0;
    }
    return inStudy;
}

}  // namespace raquette::analysis

#pragma once

#include "gis/analysis/land.h"
#include "gis/analysis/territory_units.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace raquette::analysis {

/// Sums over base units, brought to every territory: of each level, and of named areas given by codes. `Sums` has `void add(const Sums&)`.
template <class Sums>
class TerritorySums {
public:
    TerritorySums(const model::Study& study, const model::Reference& reference, std::vector<Sums> units)
        : study_(study), reference_(reference), units_(std::move(units)) {
        using enum model::Level;
        for (const model::Level level : {Commune, Epci, Departement, Region, Study}) {
            std::vector<Sums>& sums = levels_[static_cast<std::size_t>(level)];
            sums.resize(countOf(reference, level));
            for (std::size_t unit = 0; unit < units_.size(); ++unit) {
                const std::int32_t territory = holding(static_cast<std::int32_t>(unit), level);
                if (territory != model::nowhere) sums[static_cast<std::size_t>(territory)].add(units_[unit]);
            }
        }
    }

    Sums of(const model::TerritoryId& territory) const {
        if (territory.level == model::Level::Area) return ofArea(territory.code);
        const std::int32_t at = indexOf(reference_, territory);
        return at == model::nowhere ? Sums() : ofLevel(territory.level)[static_cast<std::size_t>(at)];
    }
    /// By index of the territory; empty for areas. Communes and EPCI have nothing where base units are départements.
    const std::vector<Sums>& ofLevel(model::Level level) const { return levels_[static_cast<std::size_t>(level)]; }

private:
    std::int32_t holding(std::int32_t unit, model::Level level) const {
        return reference_.hasCommunePolygons() ? ofCommune(reference_, unit, level) : ofDepartement(reference_, unit, level);
    }

    Sums ofArea(const std::string& id) const {
        Sums sums;
        const auto declared = std::ranges::find(study_.areas, id, &model::AreaDeclaration::id);
        if (declared == study_.areas.end() || declared->territories.empty()) return sums;
        const std::vector<std::uint8_t> flags = unitsOf(declared->territories, study_, reference_);
        for (std::size_t unit = 0; unit < units_.size(); ++unit) {
            if (flags[unit] != 0) sums.add(units_[unit]);
        }
        return sums;
    }

    const model::Study& study_;
    const model::Reference& reference_;
    std::vector<Sums> units_;
    std::array<std::vector<Sums>, 6> levels_;
};

}  // namespace raquette::analysis

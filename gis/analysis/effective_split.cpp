#include "gis/analysis/effective_split.h"

namespace raquette::analysis {

model::Split effectiveSplit(const model::GapRules& rules, const model::Reach& reach, bool communePolygons) {
    model::Split split = rules.split;
    if (split == model::Split::Epci && !communePolygons) split = model::Split::Basin;
    if (split == model::Split::Basin && !std::holds_alternative<model::Metres>(reach) && !std::holds_alternative<model::Minutes>(reach))
        split = model::Split::Departement;
    return split;
}

}  // namespace raquette::analysis

#include "gis/analysis/marked_communes.h"

#include "gis/analysis/territory_units.h"
#include "gis/geometry/measure.h"

#include <algorithm>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;
using model::TerritoryId;

class Marker {
public:
    Marker(const model::Study& study, const model::Reference& reference, MarkedCommunes& marked)
        : study_(study), reference_(reference), marked_(marked) {
        marked.communes.assign(reference.communes.size(), 0);
        marked.departements.assign(reference.departements.size(), 0);
    }

    void mark(const TerritoryId& id, int depth = 0) {
        if (id.level == Level::Area) {
            markArea(id, depth);
            return;
        }
        const std::int32_t territory = indexOf(reference_, id);
        if (territory == nowhere) {
            fail(id);
            return;
        }
        for (std::size_t i = 0; i < marked_.communes.size(); ++i) {
            if (ofCommune(reference_, static_cast<std::int32_t>(i), id.level) == territory) marked_.communes[i] = 1;
        }
        if (id.level == Level::Commune || id.level == Level::Epci) return;
        for (std::size_t i = 0; i < marked_.departements.size(); ++i) {
            if (ofDepartement(reference_, static_cast<std::int32_t>(i), id.level) == territory) marked_.departements[i] = 1;
        }
    }

private:
    void markArea(const TerritoryId& id, int depth) {
        const auto declared = std::ranges::find(study_.areas, id.code, &model::AreaDeclaration::id);
        const auto drawn = reference_.areaShapes.find(id.code);
        const bool isDrawn = drawn != reference_.areaShapes.end();
        if (declared == study_.areas.end() || depth > 8 || (declared->territories.empty() && !isDrawn)) {
            fail(id);
            return;
        }
        for (const TerritoryId& part : declared->territories) mark(part, depth + 1);
        for (std::size_t i = 0; isDrawn && i < marked_.communes.size(); ++i) {
            const auto& point = reference_.communes[i].point;
            if (point && contains(drawn->second, *point)) marked_.communes[i] = 1;
        }
    }
    void fail(const TerritoryId& id) {
        if (!marked_.unknown) marked_.unknown = id;
    }

    const model::Study& study_;
    const model::Reference& reference_;
    MarkedCommunes& marked_;
};

}  // namespace

std::vector<std::uint32_t> MarkedCommunes::indexes() const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < communes.size(); ++i) {
        if (communes[i] != 0) found.push_back(i);
    }
    return found;
}

MarkedCommunes markCommunes(const model::Study& study, const model::Reference& reference, const std::vector<TerritoryId>& territories) {
    MarkedCommunes marked;
    Marker marker(study, reference, marked);
    for (const TerritoryId& id : territories) marker.mark(id);
    return marked;
}

}  // namespace raquette::analysis

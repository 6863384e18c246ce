#include "gis/analysis/cooperation/territory_links.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace raquette::analysis {

namespace {

using model::Level;
using model::nowhere;

/// Where a party is seen from a territory of a level: the same territory, another, or not known.
enum class Side { Unknown, Inside, Outside };

struct Under {
    TerritoryLinks row;
    std::set<std::uint32_t> structures;
    std::map<model::TerritoryId, int> with;
};

class TerritoryCount {
public:
    TerritoryCount(const model::Reference& reference, const StudyTerritories& territories, const Structures& structures)
        : reference_(reference), territories_(territories), structures_(structures), byTerritory_(territories.ids().size()) {}

    void add(const FoundLink& found) {
        std::set<std::uint32_t> touched;
        std::vector<std::vector<std::uint32_t>> holding;
        for (const std::uint32_t party : found.parties) {
            holding.push_back(territories_.holding(structures_.all[party].where));
            touched.insert(holding.back().begin(), holding.back().end());
        }
        for (const std::uint32_t territory : touched) {
            Under& under = byTerritory_[territory];
            if (found.state != LinkState::InForce) {
                ++(found.state == LinkState::Ended ? under.row.ended : under.row.toCome);
                continue;
            }
            ++under.row.byIntensity[static_cast<std::size_t>(found.link->intensity)];
            addSides(territory, found, holding, under);
        }
    }

    std::vector<TerritoryLinks> rows() {
        std::vector<TerritoryLinks> rows;
        for (std::uint32_t territory = 0; territory < byTerritory_.size(); ++territory) {
            Under& under = byTerritory_[territory];
            TerritoryLinks& row = under.row;
            if (row.links() + row.ended + row.toCome == 0) continue;
            row.territory = territory;
            row.structures = static_cast<int>(under.structures.size());
            row.with.assign(under.with.begin(), under.with.end());
            std::ranges::stable_sort(row.with, std::greater<>(), &std::pair<model::TerritoryId, int>::second);
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    void addSides(std::uint32_t territory, const FoundLink& found, const std::vector<std::vector<std::uint32_t>>& holding, Under& under) {
        bool outside = false;
        bool unknown = !found.notFound.empty();
        std::set<model::TerritoryId> others;
        for (std::size_t p = 0; p < found.parties.size(); ++p) {
            const Side side = sideOf(territory, structures_.all[found.parties[p]].where, holding[p], others);
            outside = outside || side == Side::Outside;
            unknown = unknown || side == Side::Unknown;
            if (side == Side::Inside) under.structures.insert(found.parties[p]);
        }
        ++(outside ? under.row.across : unknown ? under.row.unsure : under.row.inside);
        for (const model::TerritoryId& other : others) ++under.with[other];
    }

    Side sideOf(std::uint32_t territory, const Whereabouts& where, const std::vector<std::uint32_t>& holding,
                std::set<model::TerritoryId>& others) const {
        if (std::ranges::binary_search(holding, territory)) return Side::Inside;
        const model::TerritoryId& id = territories_.ids()[territory];
        const model::TerritoryId there = territoryAt(id.level, where);
        if (there.code.empty()) return id.level >= Level::Area && where.known() ? Side::Outside : Side::Unknown;
        if (there == id) return Side::Inside;  // in a part of it that the study leaves out
        others.insert(there);
        return Side::Outside;
    }

    /// Outside the study too; empty where it is not known, and for levels that say nothing but inside or outside.
    model::TerritoryId territoryAt(Level level, const Whereabouts& where) const {
        const auto coded = [&](const auto& territories, std::int32_t index) {
            return model::TerritoryId{level, index == nowhere ? std::string() : territories[static_cast<std::size_t>(index)].code};
        };
        switch (level) {
            case Level::Commune:
                return coded(reference_.communes, where.commune);
            case Level::Epci:
                return coded(reference_.epcis, epciOf(where, reference_));
            case Level::Departement:
                return coded(reference_.departements, where.departement);
            case Level::Region:
                return coded(reference_.regions, regionOf(where, reference_));
            case Level::Area:
            case Level::Study:
                break;
        }
        return {level, {}};
    }

    const model::Reference& reference_;
    const StudyTerritories& territories_;
    const Structures& structures_;
    std::vector<Under> byTerritory_;
};

}  // namespace

void addTerritoryLinks(const model::Reference& reference, const StudyTerritories& territories, const Structures& structures,
                       const std::vector<FoundLink>& links, Cooperation& cooperation) {
    cooperation.territories = territories.ids();
    TerritoryCount count(reference, territories, structures);
    for (const FoundLink& link : links) count.add(link);
    cooperation.links = count.rows();
}

}  // namespace raquette::analysis

#include "gis/analysis/funding/grants.h"

#include <array>
#include <functional>
#include <map>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Reference;

/// What one actor or venue asked and got.
struct Applicant {
    bool asked = false;
    bool granted = false;
    std::optional<model::Euros> askedSum;
    std::optional<model::Euros> grantedSum;
};

void addTo(std::optional<model::Euros>& sum, const std::optional<model::Euros>& amount) {
    if (amount) sum = sum.value_or(model::Euros{}) + *amount;
}

/// A grant of nothing is a refusal: asked, not granted.
void add(const model::Grant& grant, Applicant& applicant) {
    applicant.asked = true;
    applicant.granted = applicant.granted || (grant.granted && grant.granted->value > 0);
    addTo(applicant.askedSum, grant.asked);
    addTo(applicant.grantedSum, grant.granted);
}

/// Counts of one level, by territory index.
struct LevelGrants {
    Level level;
    std::vector<TerritoryGrants> rows;
    std::vector<std::int64_t> people;
};

void add(const Applicant* applicant, std::int32_t at, LevelGrants& level) {
    if (at == model::nowhere) return;
    TerritoryGrants& row = level.rows[static_cast<std::size_t>(at)];
    ++row.actors;
    if (applicant == nullptr || !applicant->asked) {
        ++row.neverAsked;
        return;
    }
    ++row.askedActors;
    row.grantedActors += applicant->granted ? 1 : 0;
    addTo(row.asked, applicant->askedSum);
    addTo(row.granted, applicant->grantedSum);
}

template <class Territories>
LevelGrants levelGrants(Level level, const Territories& territories) {
    LevelGrants grants{level, std::vector<TerritoryGrants>(territories.size()), std::vector<std::int64_t>(territories.size(), 0)};
    for (std::size_t i = 0; i < territories.size(); ++i) grants.rows[i].territory = {level, territories[i].code};
    return grants;
}

class GrantCounter {
public:
    GrantCounter(const Reference& reference, const std::vector<std::uint8_t>& inStudy) : reference_(reference), inStudy_(inStudy) {
        levels_.push_back({Level::Study, std::vector<TerritoryGrants>(1), {0}});
        levels_.push_back(levelGrants(Level::Region, reference.regions));
        levels_.push_back(levelGrants(Level::Departement, reference.departements));
        levels_.push_back(levelGrants(Level::Epci, reference.epcis));
        for (std::size_t c = 0; c < reference.communes.size(); ++c) {
            if (inStudy[c] == 0) continue;
            const model::Commune& commune = reference.communes[c];
            const std::array<std::int32_t, 4> at{0, regionOf(commune.departement), commune.departement, commune.epci};
            for (std::size_t l = 0; l < at.size(); ++l) {
                if (at[l] != model::nowhere) levels_[l].people[static_cast<std::size_t>(at[l])] += commune.population.value;
            }
        }
    }

    void add(const model::Actor& actor, const std::map<std::string, Applicant, std::less<>>& applicants) {
        const auto found = applicants.find(actor.id.str());
        const Applicant* applicant = found == applicants.end() ? nullptr : &found->second;
        const std::int32_t commune = indexOf(reference_.communes, actor.place.commune.str());
        if (commune != model::nowhere && inStudy_[static_cast<std::size_t>(commune)] == 0) return;
        const bool known = commune != model::nowhere;
        const std::int32_t departement = known ? reference_.communes[static_cast<std::size_t>(commune)].departement
                                               : indexOf(reference_.departements, actor.place.departement.str());
        const std::int32_t epci = known ? reference_.communes[static_cast<std::size_t>(commune)].epci : model::nowhere;
        const std::array<std::int32_t, 4> at{0, regionOf(departement), departement, epci};
        for (std::size_t l = 0; l < at.size(); ++l) analysis::add(applicant, at[l], levels_[l]);
    }

    std::vector<TerritoryGrants> rows(int unknownGrants) {
        std::vector<TerritoryGrants> out;
        levels_.front().rows.front().unknownGrants = unknownGrants;
        for (LevelGrants& level : levels_) {
            for (std::size_t i = 0; i < level.rows.size(); ++i) {
                TerritoryGrants& row = level.rows[i];
                const bool empty = row.actors == 0 && level.level != Level::Study;
                if (empty && (level.level == Level::Epci || level.people[i] == 0)) continue;
                if (row.granted && level.people[i] > 0) {
                    row.grantedPerInhabitant = row.granted->value / static_cast<double>(level.people[i]);
                }
                out.push_back(std::move(row));
            }
        }
        return out;
    }

private:
    std::int32_t regionOf(std::int32_t departement) const {
        return departement == model::nowhere ? departement : reference_.departements[static_cast<std::size_t>(departement)].parent;
    }

    const Reference& reference_;
    const std::vector<std::uint8_t>& inStudy_;
    std::vector<LevelGrants> levels_;
};

}  // namespace

std::vector<TerritoryGrants> grantsByTerritory(const Reference& reference, const model::Dataset& dataset,
                                               const std::vector<std::uint8_t>& communesInStudy, int lastYear) {
    std::map<std::string, Applicant, std::less<>> applicants;
    int unknown = 0;
    for (const model::Grant& grant : dataset.grants) {
        if (grant.year && *grant.year > lastYear) continue;
        if (grant.actorId.empty()) {
            ++unknown;
        } else {
            add(grant, applicants[grant.actorId]);
        }
    }
    GrantCounter counter(reference, communesInStudy);
    for (const model::Venue& venue : dataset.venues) counter.add(venue, applicants);
    for (const model::Actor& actor : dataset.actors) counter.add(actor, applicants);
    return counter.rows(unknown);
}

}  // namespace raquette::analysis

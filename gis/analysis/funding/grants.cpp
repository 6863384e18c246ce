#include "gis/analysis/funding/grants.h"

#include "gis/analysis/territory_units.h"
#include "gis/analysis/whereabouts.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Reference;

/// What one actor or venue asked and got.
struct Applicant {
    bool asked = false;
    bool granted = false;
    std::vector<double> askedAmounts;  ///< EUR
    std::vector<double> grantedAmounts;
};

/// The smallest first: the same sum to the last bit whatever the order of rows. None where no amount is known.
std::optional<model::Euros> sumOf(std::vector<double> amounts) {
    if (amounts.empty()) return std::nullopt;
    std::ranges::sort(amounts);
    return model::Euros{std::accumulate(amounts.begin(), amounts.end(), 0.0)};
}

/// A grant of nothing is a refusal: asked, not granted.
void add(const model::Grant& grant, Applicant& applicant) {
    applicant.asked = true;
    applicant.granted = applicant.granted || (grant.granted && grant.granted->value > 0);
    if (grant.asked) applicant.askedAmounts.push_back(grant.asked->value);
    if (grant.granted) applicant.grantedAmounts.push_back(grant.granted->value);
}

/// Counts of one level, by territory index.
struct LevelGrants {
    Level level;
    std::vector<TerritoryGrants> rows;
    std::vector<std::int64_t> people;
    std::vector<std::vector<double>> asked, granted;  ///< EUR, amount by amount
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
    const auto append = [](const std::vector<double>& from, std::vector<double>& to) { to.insert(to.end(), from.begin(), from.end()); };
    append(applicant->askedAmounts, level.asked[static_cast<std::size_t>(at)]);
    append(applicant->grantedAmounts, level.granted[static_cast<std::size_t>(at)]);
}

class GrantCounter {
public:
    GrantCounter(const Reference& reference, const StudyArea& area) : reference_(reference), finder_(reference, area) {
        for (const Level level : {Level::Study, Level::Region, Level::Departement, Level::Epci}) {
            const std::size_t count = countOf(reference, level);
            const std::vector<std::vector<double>> none(count);
            levels_.push_back({level, std::vector<TerritoryGrants>(count), std::vector<std::int64_t>(count, 0), none, none});
            for (std::size_t i = 0; i < count; ++i) {
                levels_.back().rows[i].territory = territoryAt(reference, level, static_cast<std::int32_t>(i));
            }
        }
        const std::vector<std::uint8_t> held = communesHeld(reference, area);
        for (std::size_t c = 0; c < held.size(); ++c) {
            if (held[c] == 0) continue;
            for (LevelGrants& level : levels_) {
                const std::int32_t at = ofCommune(reference, static_cast<std::int32_t>(c), level.level);
                if (at != model::nowhere) level.people[static_cast<std::size_t>(at)] += reference.communes[c].population.value;
            }
        }
    }

    void add(const model::Actor& actor, const std::map<std::string, Applicant, std::less<>>& applicants) {
        const Whereabouts where = finder_.of(actor.place);
        if (!where.inStudy) return;
        const auto found = applicants.find(actor.id.str());
        for (LevelGrants& level : levels_) {
            const std::int32_t at = where.commune != model::nowhere ? ofCommune(reference_, where.commune, level.level)
                                                                    : ofDepartement(reference_, where.departement, level.level);
            analysis::add(found == applicants.end() ? nullptr : &found->second, at, level);
        }
    }

    std::vector<TerritoryGrants> rows(int unknownGrants) {
        std::vector<TerritoryGrants> out;
        levels_.front().rows.front().unknownGrants = unknownGrants;
        for (LevelGrants& level : levels_) {
            for (std::size_t i = 0; i < level.rows.size(); ++i) {
                TerritoryGrants& row = level.rows[i];
                const bool empty = row.actors == 0 && level.level != Level::Study;
                if (empty && (level.level == Level::Epci || level.people[i] == 0)) continue;
                row.asked = sumOf(std::move(level.asked[i]));
                row.granted = sumOf(std::move(level.granted[i]));
                if (row.granted && level.people[i] > 0) {
                    row.grantedPerInhabitant = row.granted->value / static_cast<double>(level.people[i]);
                }
                out.push_back(std::move(row));
            }
        }
        return out;
    }

private:
    const Reference& reference_;
    RecordFinder finder_;
    std::vector<LevelGrants> levels_;
};

}  // namespace

std::vector<TerritoryGrants> grantsByTerritory(const Reference& reference, const StudyArea& area, const model::Dataset& dataset,
                                               int lastYear) {
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
    GrantCounter counter(reference, area);
    for (const model::Venue& venue : dataset.venues) counter.add(venue, applicants);
    for (const model::Actor& actor : dataset.actors) counter.add(actor, applicants);
    return counter.rows(unknown);
}

}  // namespace raquette::analysis

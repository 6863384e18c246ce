#include "gis/analysis/filiere/functions.h"

#include "gis/analysis/surveyed.h"
#include "gis/text/fold.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <set>
#include <tuple>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Membership;
using model::SurveyState;

/// A holder of a function in a territory.
struct Held {
    std::uint32_t territory = 0;
    std::uint32_t function = 0;
    std::uint32_t holder = 0;
    bool poolable = false;

    /// Poolable records of a holder before its others.
    auto key() const { return std::tuple(territory, function, holder, !poolable); }
    bool sameHolder(const Held& other) const {
        return territory == other.territory && function == other.function && holder == other.holder;
    }
};

class Count {
public:
    Count(const model::Study& study, const model::Reference& reference, const StudyTerritories& territories, const Structures& structures)
        : reference_(reference), territories_(territories), structures_(structures), maps_(mapsByFunction(structures)) {
        filiere_.territories = territories.ids();
        filiere_.functions = structures.functions;
        filiere_.ofFiliere = structures.ofFiliere;
        countStructures();
        addPresent();
        addMissing(lookedFor(study));
        findSurveyed(study);
    }
    Filiere take() { return std::move(filiere_); }

private:
    void countStructures() {
        std::set<std::uint32_t> inStudy;
        std::set<std::uint32_t> withFunction;
        std::set<std::uint32_t> nowhere;
        for (const Structure& one : structures_.all) {
            if (!one.isOpen) continue;
            if (one.where.inStudy) inStudy.insert(one.holder);
            if (one.where.inStudy && !one.functions.empty()) withFunction.insert(one.holder);
            if (!one.where.known()) nowhere.insert(one.holder);
        }
        filiere_.structures = static_cast<int>(inStudy.size());
        filiere_.withoutFunction = static_cast<int>(inStudy.size() - withFunction.size());
        filiere_.nowhere = static_cast<int>(nowhere.size());
        for (const std::uint32_t holder : inStudy) {
            filiere_.members += structures_.membership(holder) == Membership::Member ? 1 : 0;
            filiere_.notMembers += structures_.membership(holder) == Membership::NotMember ? 1 : 0;
        }
    }

    bool isPoolable(const Structure& one, std::uint32_t function) const {
        return one.at && maps_[function].anotherWithin(one, nearEachOther);
    }

    std::vector<Held> everyHolder() const {
        std::vector<std::vector<Held>> heldBy(structures_.all.size());
        tbb::parallel_for(std::size_t{0}, structures_.all.size(), [&](std::size_t i) {
            const Structure& one = structures_.all[i];
            if (!one.isOpen || !one.where.inStudy) return;
            const std::vector<std::uint32_t> holding = territories_.holding(one.where);
            for (const std::uint32_t function : one.functions) {
                const bool poolable = isPoolable(one, function);
                for (const std::uint32_t territory : holding) heldBy[i].push_back({territory, function, one.holder, poolable});
            }
        });
        std::vector<Held> all;
        for (const std::vector<Held>& some : heldBy) all.insert(all.end(), some.begin(), some.end());
        std::ranges::sort(all, {}, &Held::key);
        const auto repeated = std::ranges::unique(all, [](const Held& a, const Held& b) { return a.sameHolder(b); });
        all.erase(repeated.begin(), repeated.end());
        return all;
    }

    void addPresent() {
        for (const Held& held : everyHolder()) {
            auto& rows = filiere_.presences;
            if (rows.empty() || rows.back().territory != held.territory || rows.back().function != held.function) {
                rows.push_back({held.territory, held.function, 0, 0, 0, 0, {}, {}, {}});
            }
            FunctionPresence& row = rows.back();
            const Membership membership = structures_.membership(held.holder);
            ++row.structures;
            row.members += membership == Membership::Member ? 1 : 0;
            row.notMembers += membership == Membership::NotMember ? 1 : 0;
            row.poolable += held.poolable ? 1 : 0;
        }
    }

    /// The functions of the filière that some record holds, inside the study or not, or that a service asks for.
    std::vector<std::uint32_t> lookedFor(const model::Study& study) {
        std::set<std::uint32_t> heard;
        for (const Structure& one : structures_.all) heard.insert(one.functions.begin(), one.functions.end());
        std::set<std::string> asked;
        for (const model::Service& service : study.services) {
            for (const std::string& word : service.match.functions) asked.insert(text::fold(word));
        }
        std::vector<std::uint32_t> lookedFor;
        for (std::uint32_t function = 0; function < structures_.ofFiliere; ++function) {
            if (heard.contains(function) || asked.contains(text::fold(structures_.functions[function]))) {
                lookedFor.push_back(function);
            } else {
                filiere_.unheard.push_back(function);
            }
        }
        return lookedFor;
    }

    /// Of each territory its most populous commune whose point is known; of equals the smaller code.
    std::vector<std::int32_t> mainCommunes() const {
        std::vector<std::int32_t> mains(territories_.ids().size(), model::nowhere);
        for (std::size_t i = 0; i < reference_.communes.size(); ++i) {
            const model::Commune& commune = reference_.communes[i];
            if (territories_.communesHeld()[i] == 0 || !commune.point) continue;
            for (const std::uint32_t territory : territories_.holding({static_cast<std::int32_t>(i), commune.departement, true})) {
                std::int32_t& main = mains[territory];
                if (main == model::nowhere || reference_.communes[static_cast<std::size_t>(main)].population < commune.population) {
                    main = static_cast<std::int32_t>(i);
                }
            }
        }
        return mains;
    }

    void addMissing(const std::vector<std::uint32_t>& lookedFor) {
        const std::size_t count = territories_.ids().size();
        std::vector<std::vector<std::uint32_t>> held(count);
        for (const FunctionPresence& row : filiere_.presences) held[row.territory].push_back(row.function);
        std::vector<std::uint8_t> hasSomebody(count);
        for (const Structure& one : structures_.all) {
            if (!one.isOpen) continue;
            for (const std::uint32_t territory : territories_.holding(one.where)) hasSomebody[territory] = 1;
        }
        const std::vector<std::int32_t> mains = mainCommunes();
        std::vector<std::vector<FunctionPresence>> missing(count);
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t territory) {
            if (territories_.ids()[territory].level == Level::Commune && hasSomebody[territory] == 0) return;
            for (const std::uint32_t function : lookedFor) {
                if (std::ranges::binary_search(held[territory], function)) continue;
                missing[territory].push_back(missingRow(static_cast<std::uint32_t>(territory), function, mains[territory]));
            }
        });
        for (std::vector<FunctionPresence>& rows : missing) {
            std::ranges::move(rows, std::back_inserter(filiere_.presences));
        }
        std::ranges::sort(filiere_.presences, {}, [](const FunctionPresence& row) { return std::tuple(row.territory, row.function); });
    }

    FunctionPresence missingRow(std::uint32_t territory, std::uint32_t function, std::int32_t main) const {
        FunctionPresence row{territory, function, 0, 0, 0, 0, {}, {}, {}};
        if (main == model::nowhere) return row;
        const auto found = maps_[function].nearest(*reference_.communes[static_cast<std::size_t>(main)].point);
        if (!found) return row;
        row.nearest = found->distance;
        row.nearestId = structures_.all[found->structure].record->id;
        row.nearestName = structures_.all[found->structure].record->name;
        return row;
    }

    void findSurveyed(const model::Study& study) {
        const Surveyed surveyed = surveyedFor({}, study, reference_);
        filiere_.surveyed.assign(filiere_.territories.size(), SurveyState::NotStated);
        if (!surveyed.stated) return;
        std::vector<std::array<int, 2>> communes(filiere_.territories.size());
        for (std::size_t i = 0; i < reference_.communes.size(); ++i) {
            if (territories_.communesHeld()[i] == 0) continue;
            const Whereabouts where{static_cast<std::int32_t>(i), reference_.communes[i].departement, true};
            for (const std::uint32_t territory : territories_.holding(where)) ++communes[territory][surveyed.communes[i] != 0 ? 1 : 0];
        }
        for (std::size_t i = 0; i < communes.size(); ++i) {
            const auto [silent, looked] = communes[i];
            filiere_.surveyed[i] = looked == 0 ? SurveyState::No : silent == 0 ? SurveyState::Yes : SurveyState::Partly;
        }
    }

    const model::Reference& reference_;
    const StudyTerritories& territories_;
    const Structures& structures_;
    std::vector<StructureMap> maps_;
    Filiere filiere_;
};

}  // namespace

Filiere functionsOf(const model::Study& study, const model::Reference& reference, const StudyTerritories& territories,
                    const Structures& structures) {
    return Count(study, reference, territories, structures).take();
}

}  // namespace raquette::analysis

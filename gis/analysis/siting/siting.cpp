#include "gis/analysis/siting/siting.h"

#include "gis/analysis/siting/by_time.h"
#include "gis/analysis/siting/candidates.h"
#include "gis/analysis/siting/minima.h"
#include "gis/analysis/siting/models.h"
#include "gis/analysis/siting/recount.h"
#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace raquette::analysis {

namespace {

using model::Level;

constexpr std::array<std::string_view, 5> modelNames{"mclp", "lscp", "p-median", "p-center", "backup"};

std::vector<geometry::LonLat> placesOf(const std::vector<Candidate>& candidates) {
    std::vector<geometry::LonLat> places;
    places.reserve(candidates.size());
    for (const Candidate& candidate : candidates) places.push_back(candidate.at);
    return places;
}

class Siting {
public:
    Siting(const model::Study& study, const model::Reference& reference, const std::vector<Provider>& providers, SitingQuestion question)
        : reference_(reference), providers_(providers), area_(studyArea(study, reference)) {
        sortCandidates(reference, question.candidates);
        answer_.question = std::move(question);
    }

    SitingAnswer run() {
        prepare();
        const Minima minima = minimaOf(reference_, providers_, asked());
        const ModelQuestion question{demand_, places_, reached_, minima, weighing_, asked().count, asked().seconds};
        const ModelAnswer found = solve(question);
        answer_.value = found.value;
        answer_.bound = found.bound;
        tellPlaces(found.chosen);
        verify(found);
        if (weighs() && asked().time) tellMinutes();
        if (asked().curve) tellCurve(minima);
        return std::move(answer_);
    }

private:
    const SitingQuestion& asked() const { return answer_.question; }

    void prepare() {
        const std::size_t candidates = asked().candidates.size();
        if (candidates == 0) throw model::Error("There is no candidate to choose from.");
        if (asked().model != SitingModel::FewestPlaces && (asked().count == 0 || asked().count > candidates)) {
            throw model::Error(fmt::format("{} places of {} candidates cannot be chosen: --count goes from 1 to {}.", asked().count,
                                           candidates, candidates));
        }
        const std::optional<model::Minutes>& time = asked().time;
        places_ = placesOf(asked().candidates);
        demand_ = time ? demandInTime(reference_, area_, providers_, *time) : demandOf(reference_, area_, providers_, asked().reach);
        answer_.providers = providers_.size();
        for (const std::int64_t people : demand_.people) answer_.population.value += people;
        if (demand_.size() == 0) throw model::Error("Nobody lives in the study area: there is nobody to reach.");
        time ? prepareTimes() : prepareDistances();
        reached_ = time ? reachedInTime(reference_, places_, demand_.at, *time) : reachedFrom(places_, demand_.at, asked().reach);
        std::vector<std::uint8_t> reachable(demand_.size(), 0);
        for (const std::uint32_t point : reached_.members) reachable[point] = 1;
        for (std::size_t i = 0; i < demand_.size(); ++i) {
            const model::Inhabitants people{demand_.people[i]};
            if (demand_.served[i] > 0) answer_.served += people;
            if (demand_.served[i] > 1) answer_.servedTwice += people;
            if (demand_.served[i] == 0 && reachable[i] != 0) answer_.reachable += people;
        }
        const bool byReach = asked().model == SitingModel::MostPeople || asked().model == SitingModel::FewestPlaces;
        if (byReach && answer_.reachable.value == 0) {
            throw model::Error(
                answer_.served == answer_.population
                    ? "Everybody in the study area is already within reach: there is nobody left to reach."
                    : "No candidate reaches anybody who is not within reach already. Give other candidates or a longer reach.");
        }
    }

    /// Whether how far people are is weighed, not who is within reach.
    bool weighs() const { return asked().model == SitingModel::MeanDistance || asked().model == SitingModel::Farthest; }

    void prepareDistances() {
        weighing_.nearer = [this](const std::vector<double>& limits) { return nearerPlaces(places_, demand_.at, limits); };
        weighing_.nearest = [this](const std::vector<geometry::LonLat>& places) { return nearestOf(demand_, places); };
    }

    void prepareTimes() {
        if (weighs()) {
            const PointTimes times(reference_, demand_.at);
            std::ranges::transform(times.toNearest(providers_), demand_.nearest.begin(), toSeconds);
            leaveUnjoinedAside(times.toNearest(providersAt(places_)));
        }
        times_.emplace(reference_, demand_.at);
        weighing_.nearer = [this](const std::vector<double>& limits) { return nearerInTime(reference_, places_, demand_.at, limits); };
        weighing_.nearest = [this](const std::vector<geometry::LonLat>& places) { return nearestInTime(*times_, demand_.nearest, places); };
    }

    /// Whom no road joins to any place, nobody brings nearer. Times to the nearest candidate.
    void leaveUnjoinedAside(const std::vector<roads::Millis>& candidates) {
        Demand joined;
        for (std::size_t i = 0; i < demand_.size(); ++i) {
            if (candidates[i] == roads::unreached && std::isinf(demand_.nearest[i])) {
                answer_.leftAside.value += demand_.people[i];
                continue;
            }
            joined.at.push_back(demand_.at[i]);
            joined.people.push_back(demand_.people[i]);
            joined.served.push_back(demand_.served[i]);
            joined.nearest.push_back(demand_.nearest[i]);
        }
        if (joined.size() == 0) throw model::Error("No road joins anybody to a candidate: give others, or an extract of the roads there.");
        demand_ = std::move(joined);
    }

    /// Times are weighed by the second and told by the minute.
    void tellMinutes() {
        answer_.value /= 60;
        answer_.bound /= 60;
        if (answer_.before) *answer_.before /= 60;
    }

    ModelAnswer solve(const ModelQuestion& question) {
        switch (asked().model) {
            case SitingModel::MostPeople:
                return mostPeople(question, false, &answer_.story);
            case SitingModel::Backup:
                return mostPeople(question, true, &answer_.story);
            case SitingModel::FewestPlaces:
                return fewestPlaces(question);
            case SitingModel::MeanDistance:
                answer_.before = meanOf(demand_.nearest);
                return meanDistance(question, &answer_.story);
            case SitingModel::Farthest:
                answer_.before = *std::ranges::max_element(demand_.nearest);
                return farthest(question);
        }
        return {};
    }

    double meanOf(const std::vector<double>& distances) const {
        double sum = 0;
        for (std::size_t i = 0; i < distances.size(); ++i) sum += distances[i] * static_cast<double>(demand_.people[i]);
        return sum / static_cast<double>((answer_.population - answer_.leftAside).value);
    }

    /// How far everybody is once the places are there; who is joined to none of them counts as the model has it.
    std::vector<double> afterwards(const std::vector<geometry::LonLat>& places, double unjoined) {
        std::vector<double> nearest = weighing_.nearest(places);
        for (std::size_t i = 0; i < nearest.size(); ++i) {
            if (std::isfinite(nearest[i])) continue;
            nearest[i] = unjoined;
            answer_.unjoined.value += demand_.people[i];
        }
        return nearest;
    }

    /// Its name; empty where unknown.
    std::string departementOf(const Candidate& candidate) const {
        const std::int32_t departement = territoryOfCommune(reference_, candidate.commune, Level::Departement);
        return departement == model::nowhere ? "" : nameOf(reference_, territoryAt(reference_, Level::Departement, departement));
    }

    /// Those that add most first.
    void tellPlaces(const std::vector<std::uint32_t>& chosen) {
        std::vector<std::uint8_t> served = demand_.served;
        std::vector<std::uint32_t> left = chosen;
        model::Inhabitants sum;
        while (!left.empty()) {
            const auto newly = [&](std::uint32_t c) {
                std::int64_t people = 0;
                for (const std::uint32_t point : reached_[c]) people += served[point] == 0 ? demand_.people[point] : 0;
                return people;
            };
            const auto best = std::ranges::max_element(left, {}, newly);
            const std::uint32_t c = *best;
            const model::Inhabitants more{newly(c)};
            for (const std::uint32_t point : reached_[c]) served[point] = static_cast<std::uint8_t>(std::min(2, served[point] + 1));
            sum += more;
            answer_.places.push_back({asked().candidates[c], departementOf(asked().candidates[c]), more, sum});
            left.erase(best);
        }
        answer_.more = sum;
        for (std::size_t i = 0; i < demand_.size(); ++i) {
            if (served[i] > 1) answer_.twiceAfter.value += demand_.people[i];
        }
    }

    void verify(const ModelAnswer& found) {
        std::vector<geometry::LonLat> places;
        for (const std::uint32_t c : found.chosen) places.push_back(places_[c]);
        const Recount count =
            asked().time ? recountInTime(*times_, demand_, places, *asked().time) : recount(demand_, places, asked().reach);
        bool same = count.more == answer_.more.value && count.twice == answer_.twiceAfter.value;
        const auto people = static_cast<double>(count.more);
        switch (asked().model) {
            case SitingModel::MostPeople:
                same = same && people == answer_.value;
                break;
            case SitingModel::Backup:
                same = same && people + static_cast<double>(count.twice - answer_.servedTwice.value) == answer_.value;
                break;
            case SitingModel::FewestPlaces:
                same = same && count.more == answer_.reachable.value;
                break;
            case SitingModel::MeanDistance:
                same = same && std::abs(meanOf(afterwards(places, found.unjoined)) - answer_.value) <= 1;  // counted whole
                break;
            case SitingModel::Farthest: {
                const std::vector<double> nearest = afterwards(places, std::numeric_limits<double>::infinity());
                same = same && std::abs(*std::ranges::max_element(nearest) - answer_.value) <= 1e-6;
                break;
            }
        }
        answer_.verified = same;
    }

    void tellCurve(const Minima& minima) {
        const std::uint32_t least = std::accumulate(minima.atLeast.begin(), minima.atLeast.end(), 0U);
        for (std::uint32_t count = std::max(1U, least); count <= asked().count; ++count) {
            const ModelAnswer step =
                mostPeople({demand_, places_, reached_, minima, weighing_, count, asked().seconds / asked().count}, false, nullptr);
            answer_.curve.push_back({count, {static_cast<std::int64_t>(step.value)}, {static_cast<std::int64_t>(step.bound)}});
        }
    }

    const model::Reference& reference_;
    const std::vector<Provider>& providers_;
    StudyArea area_;
    Demand demand_;
    std::vector<geometry::LonLat> places_;
    Cover reached_;
    Weighing weighing_;
    std::optional<PointTimes> times_;  ///< of the demand, where the reach is a travel time
    SitingAnswer answer_;
};

}  // namespace

std::string_view name(SitingModel model) {
    return modelNames[static_cast<std::size_t>(model)];
}

std::optional<SitingModel> sitingModelNamed(std::string_view name) {
    const auto* const at = std::ranges::find(modelNames, name);
    if (at == modelNames.end()) return std::nullopt;
    return static_cast<SitingModel>(at - modelNames.begin());
}

SitingAnswer site(const model::Study& study, const model::Reference& reference, const std::vector<Provider>& providers,
                  const SitingQuestion& question) {
    std::optional<tbb::global_control> threads;
    if (question.threads > 0) {
        threads.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(question.threads));
    }
    return Siting(study, reference, providers, question).run();
}

}  // namespace raquette::analysis

#include "gis/analysis/siting/siting.h"

#include "gis/analysis/siting/by_time.h"
#include "gis/analysis/siting/models.h"
#include "gis/analysis/siting/recount.h"
#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace raquette::analysis {

namespace {

using model::Level;

constexpr std::array<std::string_view, 5> modelNames{"mclp", "lscp", "p-median", "p-center", "backup"};

/// The index of a level's territory that a commune lies in, or `nowhere`.
std::int32_t territoryOf(const model::Reference& reference, const std::string& commune, Level level) {
    return ofCommune(reference, indexOf(reference.communes, commune), level);
}

/// How many new places each territory with candidates still wants. Candidates of no known commune count for a territory apart.
Minima minimaOf(const model::Reference& reference, const std::vector<Provider>& providers, const SitingQuestion& question) {
    Minima minima;
    if (!question.atLeast) return minima;
    const Level level = question.atLeast->level;
    std::map<std::int32_t, std::uint32_t> numbers;
    std::vector<std::uint32_t> here;
    for (const Candidate& candidate : question.candidates) {
        const std::int32_t territory = territoryOf(reference, candidate.commune, level);
        const auto [at, isNew] = numbers.emplace(territory, static_cast<std::uint32_t>(numbers.size()));
        if (isNew) {
            minima.atLeast.push_back(territory == model::nowhere ? 0 : question.atLeast->places);
            here.push_back(0);
        }
        minima.territory.push_back(at->second);
        ++here[at->second];
    }
    for (const Provider& provider : providers) {
        const auto at = numbers.find(territoryOf(reference, provider.commune, level));
        if (at != numbers.end() && minima.atLeast[at->second] > 0) --minima.atLeast[at->second];
    }
    for (const auto& [territory, number] : numbers) {
        if (here[number] >= minima.atLeast[number]) continue;
        throw model::Error(
            fmt::format("{} has {} candidates and should get {} places: ask for fewer in each territory, or give more candidates.",
                        nameOf(reference, territoryAt(reference, level, territory)), here[number], minima.atLeast[number]));
    }
    const std::uint32_t wanted = std::accumulate(minima.atLeast.begin(), minima.atLeast.end(), 0U);
    if (question.model != SitingModel::FewestPlaces && wanted > question.count) {
        throw model::Error(fmt::format("The territories that lack places want {} together, {} are to be chosen: give --count {} or more.",
                                       wanted, question.count, wanted));
    }
    return minima;
}

std::vector<geometry::LonLat> placesOf(const std::vector<Candidate>& candidates) {
    std::vector<geometry::LonLat> places;
    places.reserve(candidates.size());
    for (const Candidate& candidate : candidates) places.push_back(candidate.at);
    return places;
}

/// The most populous commune first, since of two places that serve alike the first is chosen; the order of a list changes nothing.
void sortCandidates(const model::Reference& reference, std::vector<Candidate>& candidates) {
    const auto people = [&](const Candidate& one) {
        const std::int32_t at = indexOf(reference.communes, one.commune);
        return at == model::nowhere ? std::int64_t{0} : reference.communes[static_cast<std::size_t>(at)].population.value;
    };
    std::ranges::sort(candidates, {}, [&](const Candidate& one) { return std::tuple(-people(one), one.id, one.at.lon, one.at.lat); });
    const auto same = [](const Candidate& a, const Candidate& b) { return a.id == b.id && a.at == b.at; };
    candidates.erase(std::unique(candidates.begin(), candidates.end(), same), candidates.end());
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
        const ModelQuestion question{demand_, places_, reached_, minima, asked().count, asked().seconds};
        const ModelAnswer found = solve(question);
        answer_.value = found.value;
        answer_.bound = found.bound;
        tellPlaces(found.chosen);
        verify(found.chosen);
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
        if (time && (asked().model == SitingModel::MeanDistance || asked().model == SitingModel::Farthest)) {
            throw model::Error(
                fmt::format("--model {} weighs distances, not travel times: give one, e.g. --reach 30km.", name(asked().model)));
        }
        places_ = placesOf(asked().candidates);
        demand_ = time ? demandInTime(reference_, area_, providers_, *time) : demandOf(reference_, area_, providers_, asked().reach);
        reached_ = time ? reachedInTime(reference_, places_, demand_.at, *time) : reachedFrom(places_, demand_.at, asked().reach);
        answer_.providers = providers_.size();
        std::vector<std::uint8_t> reachable(demand_.size(), 0);
        for (const std::uint32_t point : reached_.members) reachable[point] = 1;
        for (std::size_t i = 0; i < demand_.size(); ++i) {
            const model::Inhabitants people{demand_.people[i]};
            answer_.population += people;
            if (demand_.served[i] > 0) answer_.served += people;
            if (demand_.served[i] > 1) answer_.servedTwice += people;
            if (demand_.served[i] == 0 && reachable[i] != 0) answer_.reachable += people;
        }
        const bool byReach = asked().model == SitingModel::MostPeople || asked().model == SitingModel::FewestPlaces;
        if (demand_.size() == 0) throw model::Error("Nobody lives in the study area: there is nobody to reach.");
        if (byReach && answer_.reachable.value == 0) {
            throw model::Error(
                answer_.served == answer_.population
                    ? "Everybody in the study area is already within reach: there is nobody left to reach."
                    : "No candidate reaches anybody who is not within reach already. Give other candidates or a longer reach.");
        }
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
        return sum / static_cast<double>(answer_.population.value);
    }

    /// Its name; empty where unknown.
    std::string departementOf(const Candidate& candidate) const {
        const std::int32_t departement = territoryOf(reference_, candidate.commune, Level::Departement);
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

    void verify(const std::vector<std::uint32_t>& chosen) {
        std::vector<geometry::LonLat> places;
        for (const std::uint32_t c : chosen) places.push_back(places_[c]);
        const Recount count =
            asked().time ? recountInTime(reference_, area_, demand_, places, *asked().time) : recount(demand_, places, asked().reach);
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
                same = same && std::abs(meanOf(nearestOf(demand_, places)) - answer_.value) <= 1;  // whole metres were weighed
                break;
            case SitingModel::Farthest: {
                const std::vector<double> nearest = nearestOf(demand_, places);
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
                mostPeople({demand_, places_, reached_, minima, count, asked().seconds / asked().count}, false, nullptr);
            answer_.curve.push_back({count, {static_cast<std::int64_t>(step.value)}, {static_cast<std::int64_t>(step.bound)}});
        }
    }

    const model::Reference& reference_;
    const std::vector<Provider>& providers_;
    StudyArea area_;
    Demand demand_;
    std::vector<geometry::LonLat> places_;
    Cover reached_;
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

std::vector<Candidate> communeCandidates(const model::Study& study, const model::Reference& reference) {
    const StudyArea area = studyArea(study, reference);
    const BaseUnits units(reference);
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        const model::Commune& commune = reference.communes[i];
        const std::int32_t unit = units.communes ? static_cast<std::int32_t>(i) : commune.departement;
        if (commune.point && area.holdsPoint(unit, *commune.point)) inside.push_back(i);
    }
    std::ranges::stable_sort(inside, std::ranges::greater(), [&](std::size_t i) { return reference.communes[i].population; });
    std::vector<Candidate> candidates;
    for (const std::size_t i : inside) {
        const model::Commune& commune = reference.communes[i];
        candidates.push_back({"commune:" + commune.code, commune.name, commune.code, *commune.point});
    }
    return candidates;
}

}  // namespace raquette::analysis

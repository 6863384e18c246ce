#include "gis/analysis/analysis.h"

#include "gis/analysis/accessibility/accessibility.h"
#include "gis/analysis/equity/equity.h"
#include "gis/analysis/filiere/add_filiere.h"
#include "gis/analysis/fragility.h"
#include "gis/analysis/gap.h"
#include "gis/analysis/indicator.h"
#include "gis/analysis/provider.h"
#include "gis/geometry/overlay.h"
#include "gis/model/progress.h"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <algorithm>
#include <array>
#include <chrono>

namespace raquette::analysis {

namespace {

constexpr std::array certainties{Certainty::Sure, Certainty::Nominal, Certainty::Possible};

/// Between two steps: none of them lasts long.
void giveUpIf(const std::stop_token& stop) {
    if (stop.stop_requested()) throw model::Cancelled("The analysis was stopped.");
}

class Stopwatch {
public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const double seconds = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return seconds;
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// How far each point is from its nearest provider, in kilometres or minutes, and how far is reached.
struct Farness {
    const std::vector<float>& each;
    double reach = 0;  ///< 0: the reach is a territory
};

Farness farness(const PeopleReach& people, const ServiceReach& reach) {
    if (reach.journeys() != nullptr) return {people.nearestMinutes, reach.journeys()->reach().value};
    return {people.nearestKilometres, reach.distance() ? inKilometres(*reach.distance()) : 0};
}

void countPeople(const model::Reference& reference, const PeopleReach& people, const Farness& far, ServiceResult& result) {
    constexpr double change = 5;
    std::int64_t shorter = 0;
    std::int64_t longer = 0;
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        const std::uint8_t best = people.reach[i];
        const std::int64_t count = reference.people[i].people;
        if (best == OutsideStudy) continue;
        if (best >= SurelyReached) result.coverages[0].population.value += count;
        if (best >= NominallyReached) result.coverages[1].population.value += count;
        if (best >= PossiblyReached) result.coverages[2].population.value += count;
        const auto away = static_cast<double>(far.each[i]);
        if (away <= far.reach - change) shorter += count;
        if (away <= far.reach + change) longer += count;
    }
    if (far.reach > change) {
        result.coveredAtShorter = model::Inhabitants{shorter};
        result.coveredAtLonger = model::Inhabitants{longer};
    }
}

std::vector<Provider> placed(const std::vector<Provider>& providers) {
    std::vector<Provider> places;
    std::ranges::copy_if(providers, std::back_inserter(places), &Provider::placed);
    return places;
}

void addCoverage(const Land& land, const geometry::PlaneShape& covered, Coverage& coverage) {
    coverage.area += areaOf(covered);
    coverage.shape.append(toLonLat(land.frame, covered));
}

void add(const Dropped& from, Dropped& to) {
    to.count += from.count;
    to.population += from.population;
    to.area += from.area;
}

/// Services are analysed side by side: their seconds add up to more than the clock's.
void add(const StageTimes& from, StageTimes& to) {
    to.shares += from.shares;
    to.holes += from.holes;
    to.people += from.people;
    to.fragility += from.fragility;
}

class ServiceAnalysis {
public:
    ServiceAnalysis(const model::Study& study, const model::Reference& reference, const StudyArea& area, const std::stop_token& stop,
                    StageTimes& times)
        : study_(study), reference_(reference), area_(area), stop_(stop), times_(times) {}

    ServiceResult of(const model::Service& service, const model::Dataset& dataset) {
        giveUpIf(stop_);
        Selection selection = select(service, dataset, study_.date);
        ServiceResult result;
        result.service = service;
        result.providers = std::move(selection.providers);
        result.notPlaced = selection.notPlaced;
        result.capacityUnknown = selection.capacityUnknown;
        result.possiblyInForce = selection.possiblyInForce;
        for (const Certainty certainty : certainties) result.coverages.push_back({certainty, {}, {}, {}});

        Stopwatch watch;
        const ServiceReach reach(study_, reference_, area_, service, result.providers);
        result.notPlaced += reach.withoutPerimeter();
        PeopleReach people = reach.people();
        countPeople(reference_, people, farness(people, reach), result);
        if (reach.journeys() != nullptr) result.roads = reach.journeys()->used();
        times_.people += watch.lap();
        result.onlyReached = onlyReached(reference_, people, result.providers.size());
        result.onlyCovered.resize(result.providers.size());
        times_.fragility += watch.lap();

        giveUpIf(stop_);
        const Surveyed surveyed = surveyedFor(service, study_, reference_);
        result.gathering = gatheringOf(service, study_);
        const Ended ended(study_, reference_, area_, service, dataset);
        const GapContext context{study_, reference_, service, people, surveyed, ended, reach.distance(), reach.journeys()};
        std::vector<UncoveredLand> uncovered;
        for (const Land& land : area_.lands) uncovered.push_back(addLand(context, land, reach, result));
        giveUpIf(stop_);
        rankGaps(service.id, result.gaps);
        watch.lap();
        result.indicators = indicators({study_, reference_, area_, result.providers, reach.perimeters(), people, surveyed}, uncovered);
        times_.shares += watch.lap();
        giveUpIf(stop_);
        result.timeline = timeline(study_, reference_, area_, service, dataset, static_cast<int>(study_.time.yearsBack));
        result.endings = endings(study_, reference_, area_, service, result.providers, static_cast<int>(study_.time.monthsAhead));
        times_.people += watch.lap();
        giveUpIf(stop_);
        result.reach = std::move(people.reach);
        addAccessibility(study_, reference_, dataset, result);
        return result;
    }

private:
    UncoveredLand addLand(const GapContext& context, const Land& land, const ServiceReach& reach, ServiceResult& result) {
        giveUpIf(stop_);
        Stopwatch watch;
        std::array<Catchments, 3> catchments;
        catchments[1] = reach.on(land, Certainty::Nominal);
        times_.holes += watch.lap();
        UncoveredLand uncovered;
        double fragilitySeconds = 0;
        const auto sharesOfUnits = [&] {
            uncovered = uncoveredLand(land, catchments[1]);
            addPoints(reference_, land, context.people, uncovered);
        };
        const auto fragilityOnLand = [&] {
            Stopwatch own;
            const std::vector<model::SquareMetres> only = reach.onlyCovered(land, catchments[1]);
            for (std::size_t i = 0; i < only.size(); ++i) result.onlyCovered[i] += only[i];
            fragilitySeconds = own.lap();
        };
        const auto cover = [&](std::size_t i) {
            if (certainties[i] != Certainty::Nominal) catchments[i] = reach.on(land, certainties[i]);
            addCoverage(land, geometry::intersection(land.outline, catchments[i].together), result.coverages[i]);
        };
        // Unions and overlays of the whole land each take one thread: beside them the units keep the others busy.
        tbb::parallel_invoke([&] { cover(2); }, [&] { cover(0); }, [&] { cover(1); }, fragilityOnLand, sharesOfUnits);
        times_.fragility += fragilitySeconds;
        times_.shares += watch.lap() - fragilitySeconds;
        giveUpIf(stop_);
        const std::vector<Provider> places = placed(result.providers);
        const Surroundings around{land, uncovered, catchments[1],
                                  reach.distance() || reach.journeys() != nullptr ? result.providers : places};
        LandGaps found = gapsOnLand(context, around, catchments[2]);
        std::ranges::move(found.gaps, std::back_inserter(result.gaps));
        add(found.slivers, result.slivers);
        add(found.fewPeople, result.fewPeople);
        times_.holes += watch.lap();
        return uncovered;
    }

    const model::Study& study_;
    const model::Reference& reference_;
    const StudyArea& area_;
    const std::stop_token& stop_;
    StageTimes& times_;
};

std::vector<std::string> notesOf(const model::Study& study, const model::Reference& reference, const Analysis& analysis) {
    std::vector<std::string> notes;
    if (!reference.hasCommunePolygons()) notes.emplace_back("note.no-commune-polygons");
    if (!reference.hasCommunePolygons() && study.gaps.split == model::Split::Epci) notes.emplace_back("note.no-epci-split");
    const bool byTerritory = std::ranges::any_of(study.services, [](const auto& service) {
        return std::holds_alternative<model::Level>(service.reach) || std::holds_alternative<model::ScopeReach>(service.reach);
    });
    if (byTerritory && study.gaps.split == model::Split::Basin) notes.emplace_back("note.split-by-departement");
    if (!analysis.completenessStated) notes.emplace_back("note.completeness-not-stated");
    if (analysis.misfit.overlap.value > 0) notes.emplace_back("note.territories-overlap");
    if (analysis.misfit.blanks > 0) notes.emplace_back("note.territories-blanks");
    return notes;
}

}  // namespace

std::string_view name(Certainty certainty) {
    static constexpr std::array<std::string_view, 3> names{"sure", "nominal", "possible"};
    return names[static_cast<std::size_t>(certainty)];
}

std::string_view name(Cause cause) {
    static constexpr std::array<std::string_view, 5> names{"not-surveyed", "expired", "closed", "uncertain", "absent"};
    return names[static_cast<std::size_t>(cause)];
}

Analysis analyse(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                 const AnalysisOptions& options, StageTimes* times) {
    std::optional<tbb::global_control> threads;
    if (options.threads > 0) {
        threads.emplace(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(options.threads));
    }
    StageTimes ours;
    LandTimes landTimes;
    const StudyArea area = studyArea(study, reference, &landTimes);
    ours.project = landTimes.project;
    ours.dissolve = landTimes.dissolve;

    Analysis analysis;
    for (const Land& land : area.lands) analysis.studyArea.append(toLonLat(land.frame, land.outline));
    analysis.services.resize(study.services.size());
    std::vector<StageTimes> serviceTimes(study.services.size());
    tbb::parallel_for(std::size_t{0}, study.services.size(), [&](std::size_t i) {
        analysis.services[i] = ServiceAnalysis(study, reference, area, options.stop, serviceTimes[i]).of(study.services[i], dataset);
    });
    for (const StageTimes& one : serviceTimes) add(one, ours);
    giveUpIf(options.stop);
    tbb::parallel_invoke([&] { analysis.funding = funding(study, reference, area, dataset); },
                         [&] { addFiliere(study, reference, area, dataset, analysis); },
                         [&] { analysis.equity = equityOf(study, reference, area, dataset, analysis.services); },
                         [&] { analysis.misfit = misfitOf(reference, area); });
    analysis.completenessStated = std::ranges::any_of(study.sources, [](const auto& source) { return source.surveyed.has_value(); });
    analysis.notes = notesOf(study, reference, analysis);
    if (times != nullptr) *times = ours;
    return analysis;
}

}  // namespace raquette::analysis

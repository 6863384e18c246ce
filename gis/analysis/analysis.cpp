#include "gis/analysis/analysis.h"

#include "gis/analysis/accessibility/accessibility.h"
#include "gis/analysis/equity/equity.h"
#include "gis/analysis/fragility.h"
#include "gis/analysis/gap.h"
#include "gis/analysis/indicator.h"
#include "gis/analysis/only_covered.h"
#include "gis/analysis/provider.h"
#include "gis/geometry/overlay.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <chrono>

namespace raquette::analysis {

namespace {

constexpr std::array certainties{Certainty::Sure, Certainty::Nominal, Certainty::Possible};

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

/// First floor: reach by distance. What is asked beyond it is refused by name, never guessed.
model::Metres distanceReach(const model::Service& service) {
    if (const auto* distance = std::get_if<model::Metres>(&service.reach)) return *distance;
    throw model::Error(
        fmt::format("Service “{}”: the reach `{}` is not available in this version. Give a distance, e.g. reach = \"30 km\".", service.id,
                    text(service.reach)));
}

void refuseContracts(const model::Service& service) {
    const auto& kinds = service.match.kinds;
    if (std::ranges::find(kinds, model::RecordKind::Contracts) == kinds.end()) return;
    throw model::Error(
        fmt::format("Service “{}”: coverage by contracts is not available in this version. Select actors or venues.", service.id));
}

void countPeople(const model::Reference& reference, const PeopleReach& people, model::Metres reach, ServiceResult& result) {
    constexpr double change = 5000;
    std::int64_t shorter = 0;
    std::int64_t longer = 0;
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        const std::uint8_t best = people.reach[i];
        const std::int64_t count = reference.people[i].people;
        if (best == OutsideStudy) continue;
        if (best >= SurelyReached) result.coverages[0].population.value += count;
        if (best >= NominallyReached) result.coverages[1].population.value += count;
        if (best >= PossiblyReached) result.coverages[2].population.value += count;
        const double metres = static_cast<double>(people.nearestKilometres[i]) * 1000;
        if (metres <= reach.value - change) shorter += count;
        if (metres <= reach.value + change) longer += count;
    }
    if (reach.value > change) {
        result.coveredAtShorter = model::Inhabitants{shorter};
        result.coveredAtLonger = model::Inhabitants{longer};
    }
}

void add(const Dropped& from, Dropped& to) {
    to.count += from.count;
    to.population += from.population;
    to.area += from.area;
}

class ServiceAnalysis {
public:
    ServiceAnalysis(const model::Study& study, const model::Reference& reference, const StudyArea& area, StageTimes& times)
        : study_(study), reference_(reference), area_(area), times_(times) {}

    ServiceResult of(const model::Service& service, const model::Dataset& dataset) {
        refuseContracts(service);
        const model::Metres reach = distanceReach(service);
        Selection selection = select(service, dataset, study_.date);
        ServiceResult result;
        result.service = service;
        result.providers = std::move(selection.providers);
        result.notPlaced = selection.notPlaced;
        result.capacityUnknown = selection.capacityUnknown;
        for (const Certainty certainty : certainties) result.coverages.push_back({certainty, {}, {}, {}});

        Stopwatch watch;
        PeopleReach people = reachOfPeople(reference_, area_, result.providers, reach);
        countPeople(reference_, people, reach, result);
        result.onlyReached = onlyReached(reference_, people, result.providers.size());
        result.onlyCovered.resize(result.providers.size());
        times_.people += watch.lap();

        const Surveyed surveyed = surveyedFor(service, study_, reference_);
        const GapContext context{study_, reference_, service, people, surveyed, reach.value};
        std::vector<UncoveredLand> uncovered;
        for (const Land& land : area_.lands) uncovered.push_back(addLand(context, land, reach, result));
        rankGaps(service.id, result.gaps);
        watch.lap();
        result.indicators = indicators(study_, reference_, area_, people, uncovered, result.providers);
        times_.shares += watch.lap();
        result.reach = std::move(people.reach);
        addAccessibility(study_, reference_, dataset, result);
        return result;
    }

private:
    UncoveredLand addLand(const GapContext& context, const Land& land, model::Metres reach, ServiceResult& result) {
        Stopwatch watch;
        std::array<Catchments, 3> catchments;
        tbb::parallel_for(std::size_t{0}, certainties.size(),
                          [&](std::size_t i) { catchments[i] = catchmentsOn(land, result.providers, reach, certainties[i]); });
        times_.holes += watch.lap();
        UncoveredLand uncovered = uncoveredLand(land, catchments[1]);
        times_.shares += watch.lap();
        addPoints(reference_, land, context.people, uncovered);
        times_.people += watch.lap();
        std::array<geometry::PlaneShape, 3> covered;
        tbb::parallel_for(std::size_t{0}, covered.size(),
                          [&](std::size_t i) { covered[i] = geometry::intersection(land.outline, catchments[i].together); });
        for (std::size_t i = 0; i < covered.size(); ++i) {
            result.coverages[i].area += areaOf(covered[i]);
            result.coverages[i].shape.append(toLonLat(land.frame, covered[i]));
        }
        const std::vector<model::SquareMetres> only = onlyCovered(land, catchments[1], result.providers.size());
        for (std::size_t i = 0; i < only.size(); ++i) result.onlyCovered[i] += only[i];
        const Surroundings around{land, uncovered, catchments[1], result.providers};
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
    StageTimes& times_;
};

std::vector<std::string> notesOf(const model::Study& study, const model::Reference& reference, bool completenessStated) {
    std::vector<std::string> notes;
    if (!reference.hasCommunePolygons()) notes.emplace_back("note.no-commune-polygons");
    if (!reference.hasCommunePolygons() && study.gaps.split == model::Split::Epci) notes.emplace_back("note.no-epci-split");
    if (!completenessStated) notes.emplace_back("note.completeness-not-stated");
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
    ServiceAnalysis service(study, reference, area, ours);
    for (const model::Service& asked : study.services) analysis.services.push_back(service.of(asked, dataset));
    analysis.equity = equityOf(study, reference, area, dataset, analysis.services);
    analysis.completenessStated = std::ranges::any_of(study.sources, [](const auto& source) { return source.surveyed.has_value(); });
    analysis.notes = notesOf(study, reference, analysis.completenessStated);
    if (times != nullptr) *times = ours;
    return analysis;
}

}  // namespace raquette::analysis

#include "viewer/map/scene_parts.h"

#include <algorithm>
#include <utility>

namespace raquette::viewer {

namespace {

/// Side of the bins people are shown in. Where each commune's people stand at one point, bins must be as large as a commune for a
/// rate per km² to mean something.
double binSide(const model::Reference& reference) {
    if (reference.populationModel == model::PopulationModel::Grid && reference.populationCell) return *reference.populationCell;
    return reference.populationModel == model::PopulationModel::Communes ? 5000 : 4000;
}

void addCoverages(LandScenes& lands, const analysis::ServiceResult& result) {
    for (const analysis::Coverage& coverage : result.coverages) {
        if (coverage.certainty == analysis::Certainty::Sure) continue;
        for (auto& [land, shape] : byLand(coverage.shape)) {
            LandScene& scene = lands[land];
            Piece& piece = coverage.certainty == analysis::Certainty::Nominal ? scene.covered : scene.possible;
            piece.box = boxOf(shape.points);
            piece.shape = std::move(shape);
        }
    }
}

void addGaps(LandScenes& lands, const analysis::ServiceResult& result) {
    for (std::size_t i = 0; i < result.gaps.size(); ++i) {
        const analysis::Gap& gap = result.gaps[i];
        for (auto& [land, shape] : byLand(gap.shape)) {
            const Box box = boxOf(shape.points);
            lands[land].holes.push_back({i, gap.cause != analysis::Cause::NotSurveyed, {std::move(shape), box}});
        }
        if (const auto land = landAt(gap.labelPoint)) {
            lands[*land].numbers.push_back({gap.rank, gap.population.value, geometry::toPlane(frameOf(*land), gap.labelPoint)});
        }
    }
}

/// Everyone the nominal coverage misses, holes too small to be kept included.
void addUnservedPeople(LandScenes& lands, const model::Reference& reference, const analysis::ServiceResult& result) {
    std::map<Land, std::vector<geometry::LonLat>> places;
    std::map<Land, std::vector<std::int64_t>> people;
    const std::size_t count = std::min(reference.people.size(), result.reach.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (result.reach[i] != analysis::NotReached && result.reach[i] != analysis::PossiblyReached) continue;
        const auto land = landAt(reference.people[i].at);
        if (!land) continue;
        places[*land].push_back(reference.people[i].at);
        people[*land].push_back(reference.people[i].people);
    }
    for (const auto& [land, positions] : places) {
        const std::vector<geometry::PlanePoint> points = geometry::toPlane(frameOf(land), positions);
        std::vector<PlanePeople> here(points.size());
        for (std::size_t i = 0; i < points.size(); ++i) here[i] = {points[i], people[land][i]};
        lands[land].people = gather(here, binSide(reference));
    }
}

}  // namespace

void addService(LandScenes& lands, const store::StudyState& state, const analysis::ServiceResult& result, bool withHoles) {
    addCoverages(lands, result);
    if (withHoles) {
        addGaps(lands, result);
        addUnservedPeople(lands, state.reference, result);
    }
    for (const analysis::Provider& provider : result.providers) {
        const auto land = provider.placed ? landAt(provider.at) : std::nullopt;
        if (land)
            lands[*land].dots.push_back({geometry::toPlane(frameOf(*land), provider.at), DotKind::Provider, provider.id, provider.name});
    }
}

}  // namespace raquette::viewer

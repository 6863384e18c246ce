#pragma once

#include "gis/analysis/catchment.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace raquette::analysis {

/// What a scenario changes for one service that reaches by distance or travel time: places that close, and places that open. A move is
/// both.
struct ScenarioChange {
    std::vector<std::string> closed;  ///< ids of providers
    std::vector<geometry::LonLat> opened;
};

/// A hole of before, and what is left of it.
struct HoleLeft {
    std::string id;
    std::string name;
    int rank = 0;  ///< before
    model::Inhabitants before;
    model::Inhabitants after;
    model::SquareMetres areaBefore;
    model::SquareMetres areaAfter;
    int parts = 1;             ///< polygons above the study's smallest area; 0: the hole is closed
    geometry::GeoShape shape;  ///< what is left

    bool operator==(const HoleLeft&) const = default;
};

/// Land that was covered and is no more.
struct HoleOpened {
    std::string name;  ///< up to three communes with the most people losing
    model::Inhabitants population;
    model::SquareMetres area;
    std::vector<std::string> joins;  ///< ids of the holes of before that it touches and makes larger; empty: it stands alone
    geometry::GeoShape shape;

    bool operator==(const HoleOpened&) const = default;
};

/// What a scenario answers: the difference with what is. Nominal coverage only. People by the distance test, to the last one; holes as they
/// were cut before: those that change, and those that open. The sums are those of a whole new analysis, the cut between basins is not made
/// again.
struct ScenarioAnswer {
    model::Inhabitants coveredBefore;
    model::Inhabitants coveredAfter;
    model::Inhabitants gained;  ///< reached now and not before
    model::Inhabitants lost;
    model::SquareMetres areaGained;
    model::SquareMetres areaLost;
    std::vector<HoleLeft> holes;     ///< by rank
    std::vector<HoleOpened> opened;  ///< most people first
    geometry::GeoShape reached;      ///< land that the places which open reach together, where the reach is a travel time

    bool operator==(const ScenarioAnswer&) const = default;
};

/// Whether places of a service can be opened and closed: it reaches by distance, or by travel time on roads that the reference has.
bool canChange(const model::Service& service, const model::Reference& reference);

/// One service of a study made ready for changes: each answer looks only around the places that change.
class Scenario {
public:
    /// `result` is the service's analysis. All must outlive it. Throws model::Error where the reach is a territory, or a
    /// travel time without roads.
    Scenario(const model::Study& study, const model::Reference& reference, const StudyArea& area, const ServiceResult& result);
    ~Scenario();
    Scenario(Scenario&&) noexcept;
    Scenario& operator=(Scenario&&) = delete;
    Scenario(const Scenario&) = delete;
    Scenario& operator=(const Scenario&) = delete;

    /// Throws model::Error for an id that is no provider of the service. Safe to call from several threads.
    ScenarioAnswer answer(const ScenarioChange& change) const;

private:
    struct Prepared;
    std::unique_ptr<const Prepared> prepared_;
};

}  // namespace raquette::analysis

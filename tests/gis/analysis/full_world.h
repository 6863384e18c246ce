#pragma once

#include "gis/analysis/analysis.h"
#include "tests/gis/drawn_world.h"

#include <random>

namespace raquette::testing {

/// A country drawn at random with something of everything: three départements in two régions, two EPCI across them and communes in none,
/// people at the communes' points and elsewhere, and records of every kind, some undated, unplaced, unsure or of one place. Its services
/// reach by distance, by territory of every level and by contract.
struct FullWorld : DrawnWorld {
    explicit FullWorld(std::mt19937& random);

    analysis::Analysis analysed(int threads = 0) const { return analysis::analyse(study, reference, dataset, {.threads = threads}); }
    /// A venue anywhere, whose place, dates and figures are drawn too.
    void addRandomVenue(std::mt19937& random);

private:
    void divide();
    void settle(std::mt19937& random);
    void addActor(std::mt19937& random);
    void addContract(std::mt19937& random);
    void addFigures(std::mt19937& random);
    void place(std::mt19937& random, model::Actor& record) const;
    void addServices();
};

}  // namespace raquette::testing

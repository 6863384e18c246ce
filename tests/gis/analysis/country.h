#pragma once

#include "gis/analysis/cooperation/cooperation.h"
#include "tests/gis/drawn_world.h"

#include <random>
#include <string>
#include <vector>

namespace raquette::testing {

/// A small country of two départements, for links: the first row is in 23, the second in 87.
class Country : public DrawnWorld {
public:
    Country();

    /// An actor at (column, row), as in DrawnWorld, in the commune that is there; its id is its name.
    void add(const std::string& name, double column, double row, const std::vector<std::string>& functions);
    /// Of actors by their names; a name that is nobody's is a party that was not found.
    model::Link& link(const std::vector<std::string>& parties, model::Intensity intensity = model::Intensity::Simple);
    analysis::Cooperation cooperation() const;
};

/// One actor in each of four communes: a and b in 23, c and d in 87.
Country threeAndOne();

/// Some of them in one place, some parties not found.
Country randomCountry(std::mt19937& random, int actors, int links);

const analysis::Isolation& isolationOf(const analysis::Cooperation& found, const std::string& id);

}  // namespace raquette::testing

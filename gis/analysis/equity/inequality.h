#pragma once

#include "gis/model/units.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace raquette::analysis {

/// How unequally people are served, territory by territory: each person counts for one and has what a person of that territory has on
/// average. These measures have no unit, whatever the unit shared, and do not change when everybody has twice as much, when there are twice
/// as many of everybody, when a territory is cut in two alike, or with the order of the territories.
///
/// All are none where nobody lives, where nobody has anything, and where somebody has less than nothing or an unknown figure: they
/// mean nothing there. Territories without people do not count, whatever they have.
struct Portion {
    model::Inhabitants people;
    double each = 0;         ///< per person: EUR or venues per inhabitant, a covered share…
    std::int32_t group = 0;  ///< its région, or whatever theil() is to tell apart
};

/// The Lorenz curve: of all there is, the share of those who have least, when they are this share of the people. A territory that lies
/// across the cut is cut in proportion.
std::optional<model::Share> shareOfLeast(std::vector<Portion> portions, model::Share people);

/// The whole of it, as the corners of the line: from (0, 0), one more territory at each, those who have least first, to (1, 1). Never
/// above the line of equality, on which both shares are the same. Empty where the measures are none.
struct LorenzPoint {
    model::Share people;
    model::Share had;
    bool operator==(const LorenzPoint&) const = default;
};
std::vector<LorenzPoint> lorenz(std::vector<Portion> portions);

/// Gini index: 0 when all have the same, towards 1 when one has everything. (1/μ) ∫ F (1 − F) dx, F being the share of people who have
/// at most x and μ the mean (Dorfman, "A Formula for the Gini Coefficient", 1979); the same as half the mean difference between two people
/// over μ (Gini 1912), without correction for small samples: these are all the people, not a sample.
std::optional<model::Share> gini(std::vector<Portion> portions);

/// Palma ratio: what the tenth of people who have most has, over what the four tenths who have least have (Palma 2011; Cobham and Sumner
/// 2013). 0.25 when all have the same; none also where those four tenths have nothing.
std::optional<double> palma(std::vector<Portion> portions);

/// Theil's T, in nats: 0 when all have the same, at most the logarithm of the number of people.
struct Theil {
    double total = 0;
    double between = 0;  ///< were everybody to have the mean of their group
    double within = 0;   ///< the groups' own, each weighted by its share of all there is
};

/// Σ (n/N) (x/μ) ln (x/μ) over territories of n of the N people (Theil, "Economics and Information Theory", 1967), and the only way to part
/// it into groups that adds up: total = between + within (Bourguignon 1979; Shorrocks 1980).
std::optional<Theil> theil(std::vector<Portion> portions);

/// All of them at once, from portions sorted once. `quantiles`: the least figure such that a tenth, a quarter, a half, three quarters and
/// nine tenths of the people have at most that; 0 where the others are none.
struct Inequality {
    double all = 0;  ///< what they have together
    std::array<double, 5> quantiles{};
    std::optional<model::Share> gini;
    std::optional<double> palma;
    std::optional<Theil> theil;
};
Inequality inequality(std::vector<Portion> portions);

}  // namespace raquette::analysis

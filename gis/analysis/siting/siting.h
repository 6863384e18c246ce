#pragma once

#include "gis/analysis/analysis.h"
#include "gis/analysis/siting/max_cover.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::analysis {

/// What “where would one more place serve most” means.
enum class SitingModel {
    MostPeople,    ///< as many more people within reach as possible (MCLP, Church & ReVelle 1974)
    FewestPlaces,  ///< as few places as reach everybody whom the candidates can reach (LSCP, Toregas & ReVelle 1972)
    MeanDistance,  ///< people on average nearest to a place (p-median, Hakimi 1964)
    Farthest,      ///< the farthest person as near as possible to a place (p-center, Hakimi 1964)
    Backup,        ///< people within reach, and as much again for those within reach of two (BACOP2, Hogan & ReVelle 1986)
};
/// `mclp lscp p-median p-center backup`.
std::string_view name(SitingModel model);
std::optional<SitingModel> sitingModelNamed(std::string_view name);

/// Where a place could be.
struct Candidate {
    std::string id;  ///< `commune:42218`, or the record's
    std::string name;
    std::string commune;  ///< INSEE, may be empty
    geometry::LonLat at;
};

/// At least so many places, there already or new, in each territory of a level that has candidates.
struct AtLeast {
    model::Level level = model::Level::Departement;
    std::uint32_t places = 1;
};

struct SitingQuestion {
    SitingModel model = SitingModel::MostPeople;
    model::Metres reach;
    std::optional<model::Minutes> time;  ///< a travel time instead; what is weighed is then time too
    std::uint32_t count = 1;             ///< FewestPlaces does without
    std::vector<Candidate> candidates;
    std::optional<AtLeast> atLeast;
    bool curve = false;  ///< the optimum of every number of places up to `count` too
    double seconds = 60;
    int threads = 0;  ///< 0: all the processor's
};

/// One place of an answer, those that add most first.
struct SitedPlace {
    Candidate candidate;
    std::string departement;  ///< its name; empty where unknown
    model::Inhabitants more;  ///< people it reaches whom neither existing places nor those above do
    model::Inhabitants sum;   ///< of `more` so far
};

/// The optimum for a number of places.
struct SitingStep {
    std::uint32_t count = 0;
    model::Inhabitants people;
    model::Inhabitants bound;
};

/// People as people, distances in metres, travel times in minutes. What the model asks for lies between `value` and `bound`; they are equal
/// where it is proven.
struct SitingAnswer {
    SitingQuestion question;
    std::size_t providers = 0;       ///< existing, fixed
    model::Inhabitants population;   ///< of the study area
    model::Inhabitants served;       ///< by existing ones
    model::Inhabitants servedTwice;  ///< by two or more of them
    model::Inhabitants reachable;    ///< of the others, those some candidate reaches
    std::vector<SitedPlace> places;
    model::Inhabitants more;        ///< newly reached by the places together
    model::Inhabitants twiceAfter;  ///< reached at least twice then
    double value = 0;               ///< people (MostPeople; Backup: people reached + people reached twice), places, metres or minutes
    double bound = 0;
    std::optional<double> before;  ///< metres or minutes, mean or farthest, with existing places only
    model::Inhabitants leftAside;  ///< joined by road to no place, existing or candidate: not weighed
    model::Inhabitants unjoined;   ///< joined to none of those chosen or existing: each counts as the longest way of anybody's
    std::vector<SitingStep> curve;
    bool verified = false;  ///< counted again by the distance from every point to every new place, and the same
    SolveStory story;

    bool proven() const { return value == bound; }
};

/// Answers for a service whose existing providers stay. Throws model::Error when there is nothing to choose from or nobody left to reach,
/// or when minimums cannot be kept.
SitingAnswer site(const model::Study& study, const model::Reference& reference, const std::vector<Provider>& providers,
                  const SitingQuestion& question);

/// The communes of the study area, most populous first, each at its reference point.
std::vector<Candidate> communeCandidates(const model::Study& study, const model::Reference& reference);

}  // namespace raquette::analysis

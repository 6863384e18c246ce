#pragma once

#include "gis/analysis/accessibility/access_figures.h"
#include "gis/analysis/cooperation/cooperation.h"
#include "gis/analysis/equity/equity_figures.h"
#include "gis/analysis/filiere/filiere.h"
#include "gis/analysis/funding/funding.h"
#include "gis/analysis/misfit.h"
#include "gis/analysis/time/timeline.h"
#include "gis/geometry/shape.h"
#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::analysis {

/// How sure a coverage is, by the providers' uncertainty: sure ⊆ nominal ⊆ possible.
enum class Certainty { Sure, Nominal, Possible };
/// `sure nominal possible`.
std::string_view name(Certainty certainty);

/// Why nobody is reached: the first that holds for at least half of a gap's people (area if none).
enum class Cause { NotSurveyed, Expired, Closed, Uncertain, Absent };
/// `not-surveyed expired closed uncertain absent`.
std::string_view name(Cause cause);

/// The union of the catchments of a service on the study's day, clipped to the study area. Areas are plane areas in each frame.
struct Coverage {
    Certainty certainty = Certainty::Nominal;
    model::SquareMetres area;
    model::Inhabitants population;
    geometry::GeoShape shape;

    bool operator==(const Coverage&) const = default;
};

/// People of a gap in one of its places: a commune, or a département where communes are unknown.
struct GapPlace {
    std::string code;
    std::string name;
    model::Inhabitants population;

    bool operator==(const GapPlace&) const = default;
};

/// Of a gap's people (area if none), the shares that each cause is weighed by.
struct CauseShares {
    model::Share notSurveyed, expired, closed, uncertain;

    bool operator==(const CauseShares&) const = default;
};

/// A part of the study area that no catchment touches.
struct Gap {
    std::string id;    ///< service + code of its first-named territory, the same from one run to the next while that place stays in it
    int rank = 0;      ///< 1 has the most people
    std::string name;  ///< up to three communes with the most unserved people; a département where communes are unknown
    model::Inhabitants population;
    model::Inhabitants certainPopulation;  ///< those even possible coverage misses
    model::SquareMetres area;
    std::optional<int> communes;                ///< communes it touches; none without commune polygons
    std::optional<model::Metres> deepest;       ///< distance of its farthest place to the nearest provider; none without a provider
    std::optional<model::Metres> nearest;       ///< of its first-named commune to the provider nearest to it
    std::optional<model::Minutes> deepestTime;  ///< the same two by travel time, where the reach is one
    std::optional<model::Minutes> nearestTime;
    std::string nearestName;  ///< nearest by what the reach is measured in
    Cause cause = Cause::Absent;
    bool certain = true;
    std::vector<std::string> epcis;         ///< SIREN codes of those whose people it holds, most people first; by area where nobody lives
    std::vector<std::string> departements;  ///< the same
    std::vector<GapPlace> places;           ///< up to five with the most unserved people
    CauseShares causeShares;
    geometry::LonLat labelPoint;  ///< its most populous unserved place: where numbers stand
    geometry::GeoShape shape;

    bool operator==(const Gap&) const = default;
};

/// Figures of one territory for one service. Only the part inside the study area counts.
struct Indicator {
    model::TerritoryId territory;
    model::Inhabitants population;  ///< by the reference's population model
    model::Inhabitants coveredPopulation;
    model::Inhabitants surelyCovered;
    model::Inhabitants possiblyCovered;
    // Of the covered people, those whom such a provider reaches; a person whom several reach counts in each. Nobody is dropped for it.
    model::Inhabitants coveredByMembers;
    model::Inhabitants coveredByNonMembers;
    model::Inhabitants coveredByUnknown;
    std::optional<model::Share> surveyedShare;  ///< of its people, those whose place the service's sources have looked at; none: not stated
    model::Inhabitants twiceCovered;            ///< within reach of two providers at least
    std::optional<model::Share> coveredShare;   ///< none where nobody lives
    std::optional<model::Share> coveredAreaShare;  ///< none where the reference has no geometry for it
    model::Share insideShare{1};
    int providers = 0;                     ///< that stand in it
    std::optional<model::Metres> nearest;  ///< mean over its people
    // Where the reach is a travel time: its mean over the people whom a road leads to a provider, and of all those whose time is estimated.
    std::optional<model::Minutes> nearestTime;
    std::optional<model::Share> estimatedShare;
    AccessFigures access;

    bool operator==(const Indicator&) const = default;
};

/// What serves: an actor or venue selected by the service and open on the day, or a contract in force.
struct Provider {
    std::string id;
    std::string name;
    std::string commune;  ///< INSEE, may be empty
    geometry::LonLat at;  ///< nothing where it is not placed
    model::Metres uncertainty;
    model::Membership member = model::Membership::Unknown;
    model::RecordKind kind = model::RecordKind::Venues;
    bool placed = true;  ///< false: a contract, or a record known only to its département; it serves by territory alone
    /// Where the reach is a territory: those it serves whole. Empty where it serves by distance.
    std::vector<model::TerritoryId> serves{};  // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
    bool surelyInForce = true;                 ///< false: a contract of which a bound is unknown serves possibly, never surely
    std::optional<model::Day> until{};         // NOLINT(readability-redundant-member-init): the same; its last day, where known

    bool operator==(const Provider&) const = default;
};

/// How the sources that a service draws on were gathered: stands beside every figure.
struct Gathering {
    bool surveyStated = false;  ///< some of them says where it looked
    std::optional<long> asked;
    std::optional<long> answered;
    std::string confirmed;  ///< ISO date of the latest

    bool operator==(const Gathering&) const = default;
};

/// A provider further from any road than people would walk. One walks to it all the same, from the nearest road.
struct OffRoad {
    std::uint32_t provider = 0;            ///< index in ServiceResult::providers
    std::optional<model::Metres> nearest;  ///< road to it; none where roads are not known there: times to it are estimated

    bool operator==(const OffRoad&) const = default;
};

/// Junctions of the roads on the study's land: how far the network itself is reached.
struct Junctions {
    std::int64_t all = 0;
    std::int64_t beyondReach = 0;  ///< further than the reach from every provider, along the roads
    std::int64_t cutOff = 0;       ///< of these, no road joins them to any provider, however long: islets and one-way ends

    bool operator==(const Junctions&) const = default;
};

/// Where the reach is a travel time: how far the roads could tell it.
struct RoadsUsed {
    model::Label mode;  ///< of the profile: `by car`
    std::vector<OffRoad> offRoad;
    model::Inhabitants estimated;    ///< people in the study where no extract covers the land: their times are estimated from distances
    model::Inhabitants farFromRoad;  ///< people whom no road comes near enough to walk to it: nobody reaches them
    std::optional<model::Metres> medianWalk;  ///< of the others to their road
    std::optional<model::Metres> drawnTo;     ///< what is drawn departs at most so far from what is counted
    std::optional<Junctions> junctions;       ///< none in a store of before they were counted

    bool operator==(const RoadsUsed&) const = default;
};

/// Too small to be a gap by the study's rules; counted, never a gap row.
struct Dropped {
    int count = 0;
    model::Inhabitants population;
    model::SquareMetres area;

    bool operator==(const Dropped&) const = default;
};

/// Everything computed for one service.
struct ServiceResult {
    model::Service service;
    std::vector<Provider> providers;
    int notPlaced = 0;        ///< selected, but of no known place or territory: they serve nobody
    int possiblyInForce = 0;  ///< contracts of which a bound is unknown
    Gathering gathering;
    int capacityUnknown = 0;            ///< left out by min_capacity for want of a capacity
    std::vector<Coverage> coverages;    ///< sure, nominal, possible
    std::vector<Gap> gaps;              ///< by rank
    Dropped slivers;                    ///< under min_area_km2
    Dropped fewPeople;                  ///< holes under min_population
    std::vector<Indicator> indicators;  ///< the study first, then by level and code
    std::vector<std::uint8_t> reach;    ///< of each point of Reference::people: its best certainty, see below
    /// Covered people when the reach is 5 km (5 minutes, of a travel time) shorter or longer: how the figure moves. None where the reach is
    /// a territory, or no more than that.
    std::optional<model::Inhabitants> coveredAtShorter;
    std::optional<model::Inhabitants> coveredAtLonger;
    /// Fragility: of each provider, in their order, the people whom it alone reaches, nominally. Empty where it was not computed.
    std::vector<model::Inhabitants> onlyReached;
    Timeline timeline;
    std::vector<Ending> endings;
    std::vector<model::SquareMetres> onlyCovered;  ///< and the area of the study that its catchment alone covers
    AccessSummary access;
    std::optional<RoadsUsed> roads;  ///< none where the reach is no travel time

    bool operator==(const ServiceResult&) const = default;
};

/// Values of ServiceResult::reach.
enum PointReach : std::uint8_t { OutsideStudy = 0, NotReached = 1, PossiblyReached = 2, NominallyReached = 3, SurelyReached = 4 };

/// The analysis of a study on its day: an immutable value, for the store, maps and pages.
struct Analysis {
    std::vector<ServiceResult> services;
    Filiere filiere;                  ///< many services and functions at once
    Cooperation cooperation;          ///< who works with whom
    bool completenessStated = false;  ///< some source says where it looked
    std::vector<std::string> notes;   ///< catalogue keys of what was left out (e.g. `note.no-commune-polygons`)
    geometry::GeoShape studyArea;     ///< dissolved
    Misfit misfit;                    ///< of the territories' outlines with one another
    Funding funding;
    EquityFigures equity;  ///< means per inhabitant, and how unequally they and the services are spread

    bool operator==(const Analysis&) const = default;
};

struct AnalysisOptions {
    int threads = 0;         ///< 0: all the processor's
    std::stop_token stop{};  ///< of one who no longer waits. NOLINT(readability-redundant-member-init)
};

/// Seconds per stage, for `./dev bench`.
struct StageTimes {
    double project = 0, shares = 0, dissolve = 0, holes = 0, people = 0, fragility = 0;
};

/// Coverage, gaps and indicators of every service of the study. Throws model::Error when the study asks what the reference cannot
/// give (an area of communes without commune polygons), model::Cancelled soon after it is asked to stop.
Analysis analyse(const model::Study& study, const model::Reference& reference, const model::Dataset& dataset,
                 const AnalysisOptions& options = {}, StageTimes* times = nullptr);

}  // namespace raquette::analysis

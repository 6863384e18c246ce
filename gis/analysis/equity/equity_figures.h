#pragma once

#include "gis/model/ids.h"
#include "gis/model/units.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::analysis {

/// What structures have: jobs, full-time equivalents, EUR a year, events and admissions a year, EUR granted in a year, venues, seats.
enum class Measure { Staff, Fte, Budget, Events, Admissions, Granted, Venues, Seats };
/// `staff fte budget events admissions granted venues seats`.
std::string_view name(Measure measure);

/// What the structures of a territory have together, by the last figure known of each. A figure that nobody gives is unknown, never zero.
struct Means {
    model::TerritoryId territory;
    Measure measure = Measure::Staff;
    std::optional<int> year;  ///< the latest counted; none for venues and seats, which are those of the day
    std::optional<int> oldestYear;
    std::optional<double> value;          ///< in the measure's unit; none where no structure gives a figure
    std::optional<double> perInhabitant;  ///< none also where nobody lives
    int withFigure = 0;
    int without = 0;          ///< structures there that give none
    int departementOnly = 0;  ///< of both, those known only to their département: they count from that level up
    bool withheld = false;    ///< known, but `[privacy] smallest` lets nobody read it here

    bool operator==(const Means&) const = default;
};

/// People by how many providers of a service reach them: from holes to where many serve the same people.
struct ReachedBy {
    std::string service;
    int providers = 0;
    model::Inhabitants people;
    std::optional<model::Share> share;         ///< of the study's people
    std::optional<model::Share> shareAtLeast;  ///< of those reached by so many or more

    bool operator==(const ReachedBy&) const = default;
};

/// The levels at which figures are set side by side: people one by one, or territories by their mean.
enum class Between { People, Communes, Epcis, Departements, Regions };
/// `people commune epci departement region`.
std::string_view name(Between between);

/// How unequally a figure is spread over the people of a group of territories.
struct Equity {
    std::string subject;  ///< a service or a measure
    std::string figure;   ///< `accessibility`, `opportunities`, `covered_share`, `per_inhabitant`
    Between between = Between::Departements;
    std::string group;  ///< `study`, `reg:84`, `metropoles`, `outside-metropoles`, `area:ID`, `outside:ID`
    model::Inhabitants people;
    model::Inhabitants unknown;  ///< people of territories whose figure is not known: left out of all that follows
    double mean = 0;
    std::array<double, 5> quantiles{};  ///< a tenth, a quarter, a half, three quarters, nine tenths of the people have at most this
    std::optional<model::Share> gini;
    std::optional<double> palma;
    std::optional<double> theilTotal, theilBetween, theilWithin;  ///< between and within régions; the last two of the study only
    std::optional<model::Share> share;                            ///< of all that the study's people have
    std::optional<model::Share> peopleShare;                      ///< of the study's people

    bool operator==(const Equity&) const = default;
};

/// A territory beside the whole it belongs to and beside those like it.
struct Comparison {
    model::TerritoryId territory;
    std::string subject, figure;
    double value = 0;
    std::optional<double> study, region;                 ///< their own figure
    std::optional<double> alike, alikeLeast, alikeMost;  ///< mean over the people of those like it, and the extremes
    int rank = 0;                                        ///< among itself and those like it that have the figure, 1 has most
    std::vector<model::TerritoryId> like;                ///< nearest first

    bool operator==(const Comparison&) const = default;
};

/// Means, their spread, and who has more or less than others like it.
struct EquityFigures {
    std::vector<Means> means;
    std::vector<ReachedBy> reachedBy;
    std::vector<Equity> equity;
    std::vector<Comparison> comparisons;
    int figuresWithoutActor = 0;  ///< yearly figures and grants that answer to no structure of the lists
    int structuresNowhere = 0;    ///< structures without any known place, or outside the study: counted in no territory

    bool operator==(const EquityFigures&) const = default;
};

}  // namespace raquette::analysis

#pragma once

#include "gis/analysis/filiere/territories.h"
#include "gis/geometry/nearest.h"
#include "gis/model/dataset.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace raquette::analysis {

/// How far apart two structures may stand to share means or to meet: what a shared place, post or machine still serves.
inline constexpr model::Metres nearEachOther{10000};

/// An actor or a venue of the filière.
struct Structure {
    const model::Actor* record = nullptr;
    bool isVenue = false;
    bool isOpen = false;                   ///< on the study's day: neither closed nor planned
    std::uint32_t holder = 0;              ///< one organisation, whatever its records: see structuresOf()
    std::vector<std::uint32_t> functions;  ///< indexes in Structures::functions, ascending
    Whereabouts where;
    std::optional<geometry::LonLat> at;  ///< none: known to its département at best
};

/// All the records of a study, in an order that does not depend on the lists'.
struct Structures {
    std::vector<Structure> all;          ///< by id
    std::vector<std::string> functions;  ///< those of the filière in its order, held or not, then the lists' own words by alphabet
    std::size_t ofFiliere = 0;           ///< how many of `functions` are the filière's, the study's own words among them

    /// A function both of two structures hold; one that the second brings to the first.
    static bool share(const Structure& a, const Structure& b);
    static bool brings(const Structure& to, const Structure& from);
    model::Membership membership(std::uint32_t holder) const { return memberships[holder]; }

    std::vector<model::Membership> memberships;  ///< of each holder: a member where one of its records says so
};

/// A venue and the actor that runs it are one holder, so are records of the same name and commune: what two records of it do is not two
/// organisations' doing. A link makes no holder: it joins two.
Structures structuresOf(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Dataset& dataset);

/// Those of one kind that are open and placed, found by position.
class StructureMap {
public:
    StructureMap(const Structures& structures, std::vector<std::uint32_t> members);

    bool empty() const { return members_.empty(); }
    /// The nearest that another holder has, and how far; none when there is no other. Of equally near ones the first.
    struct Found {
        std::uint32_t structure = 0;
        model::Metres distance;
    };
    std::optional<Found> nearest(geometry::LonLat from) const;
    std::optional<Found> nearestOther(const Structure& from) const;
    /// The nearest of them that brings a function which the structure does not have.
    std::optional<Found> nearestBringing(const Structure& to) const;
    /// Whether another holder has one within a distance.
    bool anotherWithin(const Structure& from, model::Metres distance) const;
    /// Calls back with every structure within a distance, itself included, in no order, until told false; `chord` is through the Earth.
    void within(const Structure& from, model::Metres distance, const std::function<bool(std::uint32_t, double chord)>& visit) const;

private:
    std::optional<Found> found(geometry::LonLat from, geometry::Neighbour neighbour) const;

    const Structures& structures_;
    std::vector<std::uint32_t> members_;
    geometry::EarthIndex index_;
};

/// One map for each of Structures::functions.
std::vector<StructureMap> mapsByFunction(const Structures& structures);

}  // namespace raquette::analysis

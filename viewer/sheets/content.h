#pragma once

#include "viewer/map/drawn_sizes.h"
#include "viewer/map/map_look.h"
#include "viewer/map/scene.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::viewer {

enum class Sign {
    Covered,
    Possible,
    Hole,
    NotSurveyed,
    NotCoveredPlain,
    Provider,
    Venue,
    Actor,
    VenueMember,
    VenueNotMember,
    VenueUnknown,
    ActorMember,
    ActorNotMember,
    ActorUnknown,
    Unconfirmed,
    Number,
    Contract,
    Simple,
    Double,
    Triple,
    NoData,
    Departement,
    Borders,
    Ramp,
    Circles,
    Step
};

/// A sign and what it means. Of a ramp, the classes' labels from little to much; of circles, those of round numbers, the largest first.
struct LegendEntry {
    Sign sign = Sign::Covered;
    std::string text;
    std::vector<std::string> classes;
    // GCC wants it where entries are listed without. NOLINTNEXTLINE(readability-redundant-member-init)
    std::vector<double> shares{};     ///< of circles: of the largest on the map
    std::size_t step = 0, steps = 0;  ///< of a step: which colour of a ramp of so many
};

/// A line of the list beside the map; `rank` 0 has no number on the map.
struct ListRow {
    int rank = 0;
    std::string name;
    std::string figure;
};

/// Everything a sheet says, in words. The foot is never empty: sources, method, completeness, date and projection always stand there.
struct SheetContent {
    std::string study;     ///< the study's title and day, small above the title
    std::string title;     ///< the finding, and whose list it is
    std::string subtitle;  ///< the figure and how it moves
    std::string listTitle;
    std::vector<ListRow> rows;
    std::vector<LegendEntry> legend;
    std::vector<std::string> foot;  ///< paragraphs
};

/// What part of the study a sheet shows.
struct SheetExtent {
    Land land = Land::Mainland;
    Box box;
    std::optional<model::TerritoryId> territory;  ///< whose figures the subtitle gives
    std::string name;                             ///< of that territory
    bool wholeStudy = true;
};

SheetContent contentOf(const store::StudyState& state, const MapScene& scene, const SheetExtent& extent, const DrawnSizes& sizes,
                       model::Language language);

/// Of the parts of the map that a look shows.
std::vector<LegendEntry> legendOf(const store::StudyState& state, const MapScene& scene, const DrawnSizes& sizes, model::Language language,
                                  const MapLook& look = {});
/// The part of a map that an entry explains.
MapPart partOf(const LegendEntry& entry, LayerKind layer);
std::vector<std::string> footOf(const store::StudyState& state, const MapScene& scene, model::Language language);

}  // namespace raquette::viewer

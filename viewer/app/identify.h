#pragma once

#include "viewer/map/scene.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::viewer {

/// What stands at a place of the map.
struct Identified {
    enum class Kind { Nothing, Gap, Dot, Territory };
    Kind kind = Kind::Nothing;
    std::size_t index = 0;  ///< of a gap in its service, of a dot in its land
    std::string id;         ///< of a dot's record, or a territory (`dep:42`)
};

/// The dot within `reach` metres of the place, else the hole it lies in, else the département.
Identified identify(const store::StudyState& state, const MapScene& scene, const LandScene& land, geometry::PlanePoint at, double reach);

/// Whether a point lies inside polygons (odd-even).
bool contains(const geometry::PlaneShape& shape, geometry::PlanePoint point);

/// A title over paragraphs of answers: what the card at the right of the window says.
struct Card {
    struct Answer {
        std::string question;  ///< may be empty
        std::string answer;
    };
    std::string kicker;
    std::string title;
    std::vector<Answer> answers;
};

Card cardOf(const store::StudyState& state, const MapScene& scene, const Identified& found, model::Language language);

}  // namespace raquette::viewer

#pragma once

#include "viewer/map/scene.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::viewer {

/// What a click on a line of a card asks the window for.
struct CardLink {
    enum class Act { ShowTerritory, ShowRecord, Explain, OpenHere, Close, PrintPage, SavePage, Contribute };
    Act act = Act::ShowTerritory;
    std::string what;  ///< `dep:42`, a record's id, what `explain` takes, what a remark is about…
    std::string words;
};

/// A title over paragraphs of answers: what the card at the right of the window says.
struct Card {
    struct Answer {
        std::string question;  ///< may be empty
        std::string answer;
        std::vector<CardLink> links{};  // NOLINT(readability-redundant-member-init): GCC wants it where fields are listed
    };
    std::string kicker;
    std::string title;
    std::vector<Answer> answers;
    std::vector<CardLink> actions;  ///< buttons under the card
};

/// What stands at a place of the map.
struct Identified {
    enum class Kind { Nothing, Gap, Record, Territory };
    Kind kind = Kind::Nothing;
    std::size_t index = 0;               ///< of a gap in its service
    std::string id;                      ///< of a record
    model::TerritoryId territory;        ///< of a territory
    std::optional<geometry::LonLat> at;  ///< where it was pointed at

    bool operator==(const Identified&) const = default;
};

/// The card of what was found; of nothing, what one can do. `service` is the one that is looked at, if any.
Card cardOf(const store::StudyState& state, std::optional<std::size_t> service, const Identified& found, model::Language language);

/// Its name and its figure, for a pointer that rests on it; empty for nothing.
std::string hoverText(const store::StudyState& state, const MapScene& scene, const Identified& found, model::Language language);

/// What `raquette explain` says, as a card.
Card explanationCard(const store::StudyState& state, const std::string& what, model::Language language);

}  // namespace raquette::viewer

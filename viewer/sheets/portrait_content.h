#pragma once

#include "gis/analysis/portrait/portrait.h"
#include "viewer/sheets/content.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::viewer {

/// What the printed page of one territory says, in words. The foot is never empty.
struct PortraitContent {
    struct Block {
        std::string heading;
        std::vector<std::string> items;  ///< the most telling first: what finds no room is left out from the end, and counted
    };
    /// A territory of the table, its own first.
    struct Row {
        std::string name, people, providers, covered, perInhabitant;
    };

    std::string study;
    std::string title;  ///< whose territory, and whose lists say so
    std::string subtitle;
    std::vector<LegendEntry> legend;
    std::vector<Block> left, right;  ///< what is there, who pays; what is missing, who to call
    std::string tableTitle;
    std::vector<std::string> tableHead;
    std::vector<Row> rows;
    std::string more, moreOne;      ///< what stands for what is left out of a list: « et %1 autres »
    std::vector<std::string> foot;  ///< paragraphs; how far the lists looked comes first
};

/// `service`: whose coverage the map shows and the table compares; none where the study has none.
PortraitContent portraitContentOf(const store::StudyState& state, const MapScene& scene, const model::TerritoryId& territory,
                                  std::optional<std::size_t> service, model::Language language);

/// How far the lists looked in a territory.
std::string surveyedText(model::SurveyState state, model::Language language);

/// Those in and around a territory whom one may call, and the bodies it lies in.
std::vector<std::string> whoToCall(const store::StudyState& state, const analysis::Portrait& portrait, model::Language language);

}  // namespace raquette::viewer

#pragma once

#include "gis/model/study.h"

#include <string>
#include <string_view>
#include <vector>

namespace raquette::viewer {

enum class LayerKind { Gaps, Coverage, Venues, Actors, Contracts, Links, Territories, Indicators, Records, Counts, Baskets };

/// What a map shows, read from its name: `gaps:lieux`, `indicators:lieux:covered_share:departement`,
/// `counts:lieux:uncovered_population:epci`, `baskets:epci` (which services reach a territory and which it lacks), `venues`…
/// Records, links and contracts can lie over any other: `gaps:lieux+contracts+links`.
struct Layer {
    LayerKind kind = LayerKind::Gaps;
    std::string service;  ///< id; empty for layers that show records or territories
    std::string column;   ///< of indicators and counts
    model::Level level = model::Level::Departement;
    std::vector<LayerKind> over{};  ///< records, links, contracts laid over it. NOLINT(readability-redundant-member-init)
};

/// Throws model::Error for an unknown layer, service, level or column, naming those there are. A count (`population`, `providers`…)
/// is refused of indicators: a count never colours an area, the emptiest mountains would be the darkest. It is drawn as circles, `counts:`.
/// So are minutes (`nearest_min`) of a service whose reach is no travel time.
Layer parseLayer(std::string_view name, const model::Study& study);

/// As study files and the command write it.
std::string text(const Layer& layer);

/// True for layers about one service.
bool isAboutService(LayerKind kind);
/// True for layers that show a figure of every territory of a level.
bool isOfTerritories(LayerKind kind);

}  // namespace raquette::viewer

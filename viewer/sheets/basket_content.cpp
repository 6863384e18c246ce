#include "viewer/sheets/basket_content.h"

#include "gis/analysis/territory_units.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/sheets/wording.h"

#include <algorithm>
#include <tuple>

namespace raquette::viewer {

namespace {

using text::say;

std::int64_t servicesOf(const analysis::Basket& basket) {
    return std::ranges::count(basket.reached, true);
}

/// People whom all services reach, and whom none does.
std::string extremesText(const analysis::Basket& study, model::Language language) {
    const auto share = [&](model::Inhabitants people) {
        const double all = static_cast<double>(std::max<std::int64_t>(1, study.population.value));
        return text::percent(language, model::Share{static_cast<double>(people.value) / all});
    };
    return say(language, "sheet.baskets.figure",
               {{"all", peopleText(language, study.withAll)},
                {"all-share", share(study.withAll)},
                {"none", peopleText(language, study.withNone)},
                {"none-share", share(study.withNone)}});
}

}  // namespace

void sayBaskets(const store::StudyState& state, const MapScene& scene, model::Language language, SheetContent& content) {
    constexpr std::size_t longestList = 12;
    const std::vector<analysis::Basket>& baskets = state.analysis.filiere.baskets;
    content.title = say(language, "sheet.baskets.title");
    const auto study = std::ranges::find(baskets, model::Level::Study, [](const analysis::Basket& one) { return one.territory.level; });
    if (study != baskets.end()) content.subtitle = extremesText(*study, language) + " ";
    content.subtitle += say(language, "sheet.by-level", {{"level", say(language, "level." + std::string(model::name(scene.layer.level)))}});
    content.listTitle = say(language, "sheet.list.least-served");
    std::vector<const analysis::Basket*> rows;
    for (const analysis::Basket& basket : baskets) {
        if (basket.territory.level == scene.layer.level) rows.push_back(&basket);
    }
    std::ranges::stable_sort(rows, {},
                             [](const analysis::Basket* basket) { return std::tuple(servicesOf(*basket), -basket->population.value); });
    for (std::size_t i = 0; i < std::min(rows.size(), longestList); ++i) {
        content.rows.push_back({0, analysis::nameOf(state.reference, rows[i]->territory),
                                say(language, "sheet.baskets.of",
                                    {{"n", text::number(language, servicesOf(*rows[i]))},
                                     {"of", text::number(language, static_cast<std::int64_t>(rows[i]->reached.size()))}})});
    }
}

}  // namespace raquette::viewer

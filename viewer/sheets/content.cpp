#include "viewer/sheets/content.h"

#include "gis/analysis/territory_units.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"
#include "viewer/map/circles.h"
#include "viewer/sheets/basket_content.h"
#include "viewer/sheets/figures.h"
#include "viewer/sheets/wording.h"

#include <algorithm>
#include <map>
#include <utility>

namespace raquette::viewer {

namespace {

using model::Language;
using text::say;

constexpr std::size_t longestList = 12;

/// Titles, figures and list of one sheet; the legend and the foot have files of their own.
class Composer {
public:
    Composer(const store::StudyState& state, const MapScene& scene, const SheetExtent& extent, Language language)
        : state_(state), scene_(scene), extent_(extent), language_(language) {
        if (scene.service) result_ = &state.analysis.services[*scene.service];
    }

    SheetContent compose() const {
        SheetContent content;
        content.study = state_.study.title.in(language_) + " · " + text::date(language_, state_.study.date);
        switch (scene_.layer.kind) {
            case LayerKind::Gaps:
                sayGaps(content);
                break;
            case LayerKind::Coverage:
                sayCoverage(content);
                break;
            case LayerKind::Indicators:
                sayIndicators(content);
                break;
            case LayerKind::Counts:
                sayCounts(content);
                break;
            case LayerKind::Territories:
                sayTerritories(content);
                break;
            case LayerKind::Baskets:
                sayBaskets(state_, scene_, language_, content);
                break;
            default:
                sayRecords(content);
                break;
        }
        if (!extent_.name.empty()) content.subtitle = extent_.name + (language_ == Language::French ? "\u00a0: " : ": ") + content.subtitle;
        return content;
    }

private:
    std::string label() const { return result_->service.label.in(language_); }

    /// « de notre liste », unless the label says so itself.
    std::string ofOurList() const {
        const std::string words = label();
        return words.find("list") != std::string::npos ? "" : say(language_, "sheet.of-our-list");
    }

    /// By distance or time, not over a territory.
    bool reachesOut() const {
        const model::Reach& reach = result_->service.reach;
        return std::holds_alternative<model::Metres>(reach) || std::holds_alternative<model::Minutes>(reach);
    }

    /// `far` or `near` of a provider; by distance or time, else within a territory.
    std::string title(const std::string& key) const {
        const std::string reach = reachText(language_, result_->service.reach);
        const std::string from = reachesOut() ? fromOne(language_, label()) : "";
        const std::string form = from.empty() ? (reachesOut() ? ".plain" : ".territory") : ".from";
        return say(language_, key + form, {{"reach", reach}, {"from", from}, {"service", inSentence(label())}, {"list", ofOurList()}});
    }

    /// How the figure moves when the reach is 5 km or 5 minutes shorter or longer.
    std::string moves(const Figures& figures, bool uncovered) const {
        const model::Reach& reach = result_->service.reach;
        if (!figures.coveredAtShorter || !figures.coveredAtLonger) return {};
        const auto share = [&](model::Inhabitants covered) {
            const auto part = figures.shareOf(uncovered ? figures.population - covered : covered);
            return part ? text::percent(language_, *part) : std::string();
        };
        return " " + say(language_, "sheet.moves",
                         {{"shorter", text::movedReach(language_, reach, -5)},
                          {"longer", text::movedReach(language_, reach, 5)},
                          {"at-shorter", share(*figures.coveredAtShorter)},
                          {"at-longer", share(*figures.coveredAtLonger)}});
    }

    std::string figure(const Figures& figures, bool uncovered, const std::string& key = "sheet.figure") const {
        const model::Inhabitants people = uncovered ? figures.uncovered() : figures.covered;
        const auto share = figures.shareOf(people);
        if (!share) return say(language_, "sheet.nobody");
        return say(language_, key,
                   {{"people", peopleText(language_, people)},
                    {"share", text::percent(language_, *share)},
                    {"reach", reachText(language_, result_->service.reach)}}) +
               moves(figures, uncovered);
    }

    Figures figures() const { return figuresOf(state_.reference, *result_, extent_.territory); }

    void sayGaps(SheetContent& content) const {
        const Figures all = figures();
        if (result_->providers.empty())
            content.title = say(language_, "sheet.gaps.no-provider", {{"service", inSentence(label())}});
        else if (result_->gaps.empty() && all.uncovered().value <= 0)
            content.title = title("sheet.all-near");
        else
            content.title = title("sheet.far");
        content.subtitle = figure(all, true);
        std::vector<const analysis::Gap*> shown;
        for (const analysis::Gap& gap : result_->gaps) {
            if (isShown(gap.labelPoint)) shown.push_back(&gap);
        }
        const std::size_t listed = std::min(shown.size(), longestList);
        for (std::size_t i = 0; i < listed; ++i) {
            content.rows.push_back({shown[i]->rank, shown[i]->name,
                                    say(language_, "sheet.inhabitants", {{"n", text::rounded(language_, shown[i]->population)}})});
        }
        content.listTitle = shown.empty()       ? say(language_, "sheet.list.gaps.none")
                            : shown.size() == 1 ? say(language_, "sheet.list.gaps.one")
                                                : say(language_, shown.size() > listed ? "sheet.list.gaps.largest" : "sheet.list.gaps.all",
                                                      {{"n", countText(language_, listed)}});
    }

    void sayCoverage(SheetContent& content) const {
        const Figures all = figures();
        content.title =
            result_->providers.empty() ? say(language_, "sheet.gaps.no-provider", {{"service", inSentence(label())}}) : title("sheet.near");
        content.subtitle = figure(all, false);
        std::map<std::string, std::size_t> counts;
        for (const analysis::Provider& provider : result_->providers) {
            if (isShown(provider.at)) ++counts[regionOf(provider.commune, "")];
        }
        listCounts(content, counts, say(language_, "sheet.list.providers"));
    }

    void sayIndicators(SheetContent& content) const {
        content.title = say(language_, "sheet.indicator." + scene_.layer.column + ".title",
                            {{"service", inSentence(label())},
                             {"reach", reachText(language_, result_->service.reach)},
                             {"mode", result_->roads ? " " + result_->roads->mode.in(language_) : std::string()},
                             {"list", ofOurList()}});
        // A title about means does not say what the people of the figure have.
        const bool means = scene_.layer.column.starts_with("nearest_") && reachesOut();
        content.subtitle = figure(figures(), false, means ? "sheet.figure-within" : "sheet.figure") + " " + byLevel();
        std::vector<std::pair<double, ListRow>> rows;
        for (const analysis::Indicator& indicator : result_->indicators) {
            if (indicator.territory.level != scene_.layer.level) continue;
            if (auto row = indicatorRow(indicator)) rows.push_back(*row);
        }
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < std::min(rows.size(), longestList); ++i) content.rows.push_back(rows[i].second);
        content.listTitle = say(language_, "sheet.list.least-served");
    }

    std::string byLevel() const {
        return say(language_, "sheet.by-level", {{"level", say(language_, "level." + std::string(model::name(scene_.layer.level)))}});
    }

    void sayCounts(SheetContent& content) const {
        const std::string& column = scene_.layer.column;
        const bool uncovered = column == "uncovered_population";
        content.title = column == "population"           ? say(language_, "sheet.count.population")
                        : column == "covered_population" ? title("sheet.near")
                        : uncovered
                            ? title("sheet.far")
                            : say(language_, "sheet.count.providers", {{"service", label()}, {"n", text::number(language_, standing())}});
        const Figures all = figures();
        content.subtitle = column == "population"  ? peopleText(language_, all.population) + ". " + byLevel()
                           : column == "providers" ? byLevel()
                                                   : figure(all, uncovered) + " " + byLevel();
        std::vector<std::pair<std::int64_t, std::string>> rows;
        for (const analysis::Indicator& indicator : result_->indicators) {
            const std::int64_t count = countOf(indicator, column);
            if (indicator.territory.level == scene_.layer.level && count > 0) rows.emplace_back(count, territoryName(indicator.territory));
        }
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < std::min(rows.size(), longestList); ++i) {
            const auto& [count, name] = rows[i];
            content.rows.push_back({0, name,
                                    column == "providers" ? text::number(language_, count)
                                                          : say(language_, "sheet.inhabitants",
                                                                {{"n", text::rounded(language_, model::Inhabitants{count})}})});
        }
        content.listTitle = say(language_, column == "providers"    ? "sheet.list.most-providers"
                                           : column == "population" ? "sheet.list.most-people"
                                                                    : "sheet.list.most-concerned");
    }

    /// Providers that stand in the study area.
    std::int64_t standing() const {
        const auto whole = std::ranges::find_if(
            result_->indicators, [](const analysis::Indicator& indicator) { return indicator.territory.level == model::Level::Study; });
        return whole == result_->indicators.end() ? 0 : whole->providers;
    }

    /// Sorted by the first value, the worst off first.
    std::optional<std::pair<double, ListRow>> indicatorRow(const analysis::Indicator& indicator) const {
        const std::string name = territoryName(indicator.territory);
        if (name.empty()) return std::nullopt;
        if (scene_.layer.column == "nearest_km") {
            if (!indicator.nearest) return std::nullopt;
            return std::pair(-indicator.nearest->value, ListRow{0, name, text::distance(language_, *indicator.nearest)});
        }
        if (scene_.layer.column == "nearest_min") {
            if (!indicator.nearestTime) return std::nullopt;
            return std::pair(-indicator.nearestTime->value, ListRow{0, name, text::duration(language_, *indicator.nearestTime)});
        }
        if (scene_.layer.column == "accessibility" || scene_.layer.column == "opportunities") return accessRow(indicator, name);
        const auto share = scene_.layer.column == "covered_share" ? indicator.coveredShare : indicator.coveredAreaShare;
        if (!share) return std::nullopt;
        return std::pair(share->value, ListRow{0, name, text::percent(language_, *share)});
    }

    std::optional<std::pair<double, ListRow>> accessRow(const analysis::Indicator& indicator, const std::string& name) const {
        const analysis::AccessFigures& access = indicator.access;
        std::optional<double> value = access.opportunities;
        if (scene_.layer.column == "accessibility")
            value = access.accessibility ? std::optional(access.accessibility->value) : std::nullopt;
        if (!value) return std::nullopt;
        return std::pair(*value, ListRow{0, name, text::decimal(language_, *value, *value < 10 ? 2 : 0)});
    }

    void sayTerritories(SheetContent& content) const {
        content.title = say(language_, "sheet.territories." + std::string(model::name(scene_.layer.level)));
        content.subtitle = state_.reference.title;
        content.listTitle = say(language_, "sheet.list.most-people");
        std::vector<std::pair<model::Inhabitants, std::string>> rows;
        const auto add = [&](const auto& units) {
            for (const auto& unit : units) rows.emplace_back(unit.population, unit.name);
        };
        if (scene_.layer.level == model::Level::Commune) add(state_.reference.communes);
        if (scene_.layer.level == model::Level::Epci) add(state_.reference.epcis);
        if (scene_.layer.level == model::Level::Departement) add(state_.reference.departements);
        if (scene_.layer.level == model::Level::Region) add(state_.reference.regions);
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < std::min(rows.size(), longestList); ++i) {
            content.rows.push_back(
                {0, rows[i].second, say(language_, "sheet.inhabitants", {{"n", text::rounded(language_, rows[i].first)}})});
        }
    }

    void sayRecords(SheetContent& content) const {
        Layer alone = scene_.layer;
        alone.over.clear();  // the sheet is about the first
        const std::string key = "sheet." + text(alone);
        const model::Dataset& dataset = state_.dataset;
        std::size_t count = dataset.venues.size();
        if (scene_.layer.kind == LayerKind::Actors) count = dataset.actors.size();
        if (scene_.layer.kind == LayerKind::Records) count = dataset.venues.size() + dataset.actors.size();
        if (scene_.layer.kind == LayerKind::Links) count = dataset.links.size();
        if (scene_.layer.kind == LayerKind::Contracts) count = dataset.contracts.size();
        content.title = say(language_, plural(language_, key, count), {{"n", text::number(language_, static_cast<std::int64_t>(count))}});
        content.subtitle = say(language_, plural(language_, key + ".not-drawn", static_cast<std::size_t>(std::max(scene_.notDrawn, 0))),
                               {{"n", text::number(language_, scene_.notDrawn)}});
        if (scene_.notDrawn == 0) content.subtitle = say(language_, "sheet.all-drawn");
        content.listTitle = say(language_, key + ".list");
        if (scene_.layer.kind == LayerKind::Links) return listLinks(content);
        if (scene_.layer.kind == LayerKind::Contracts) return listContracts(content);
        std::map<std::string, std::size_t> counts;
        const auto countIn = [&](const auto& records) {
            for (const auto& record : records) ++counts[regionOf(record.place.commune, record.place.departement)];
        };
        if (scene_.layer.kind != LayerKind::Venues) countIn(dataset.actors);
        if (scene_.layer.kind != LayerKind::Actors) countIn(dataset.venues);
        listCounts(content, counts, content.listTitle);
    }

    void listLinks(SheetContent& content) const {
        for (const model::Link& link : state_.dataset.links) {
            if (content.rows.size() == longestList) break;
            std::string names;
            for (const std::string& party : link.parties) names += (names.empty() ? "" : ", ") + party;
            const std::string word =
                link.intensity == model::Intensity::Unknown ? "" : "intensity." + std::string(model::name(link.intensity));
            content.rows.push_back({0, names, word.empty() ? "" : say(language_, word)});
        }
    }

    void listContracts(SheetContent& content) const {
        for (const model::Contract& contract : state_.dataset.contracts) {
            if (content.rows.size() == longestList) break;
            const auto year = [](const std::optional<model::PartialDate>& date) {
                return date ? date->text().substr(0, 4) : std::string("?");
            };
            content.rows.push_back({0, contract.title, year(contract.period.start) + "–" + year(contract.period.end)});
        }
    }

    void listCounts(SheetContent& content, const std::map<std::string, std::size_t>& counts, const std::string& heading) const {
        std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        for (std::size_t i = 0; i < std::min(sorted.size(), longestList); ++i) {
            content.rows.push_back({0, sorted[i].first, text::number(language_, static_cast<std::int64_t>(sorted[i].second))});
        }
        content.listTitle = heading;
    }

    /// Région of a commune or département, by name.
    std::string regionOf(const std::string& commune, const std::string& departementCode) const {
        const model::Reference& reference = state_.reference;
        std::int32_t departement = indexOf(reference.departements, departementCode);
        const std::int32_t at = indexOf(reference.communes, commune);
        if (departement == model::nowhere && at != model::nowhere)
            departement = reference.communes[static_cast<std::size_t>(at)].departement;
        if (departement == model::nowhere) return say(language_, "sheet.elsewhere");
        const std::int32_t region = reference.departements[static_cast<std::size_t>(departement)].parent;
        return region == model::nowhere ? reference.departements[static_cast<std::size_t>(departement)].name
                                        : reference.regions[static_cast<std::size_t>(region)].name;
    }

    std::string territoryName(const model::TerritoryId& territory) const { return analysis::nameOf(state_.reference, territory); }

    /// On a sheet of the whole study everything is; else what lies in the shown box.
    bool isShown(geometry::LonLat point) const {
        if (extent_.wholeStudy) return true;
        return landAt(point) == extent_.land && extent_.box.contains(geometry::toPlane(frameOf(extent_.land), point));
    }

    const store::StudyState& state_;
    const MapScene& scene_;
    const SheetExtent& extent_;
    Language language_;
    const analysis::ServiceResult* result_ = nullptr;
};

}  // namespace

SheetContent contentOf(const store::StudyState& state, const MapScene& scene, const SheetExtent& extent, const DrawnSizes& sizes,
                       Language language) {
    SheetContent content = Composer(state, scene, extent, language).compose();
    content.legend = legendOf(state, scene, sizes, language);
    content.foot = footOf(state, scene, language);
    return content;
}

}  // namespace raquette::viewer

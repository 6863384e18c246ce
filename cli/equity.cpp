#include "cli/equity.h"

#include "cli/text_table.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using analysis::Measure;
using model::Language;
using nlohmann::ordered_json;

ordered_json figure(const std::optional<double>& value) {
    return value ? ordered_json(std::round(*value * 1e9) / 1e9) : ordered_json(nullptr);
}

template <class Unit>
ordered_json figure(const std::optional<model::Quantity<Unit>>& value) {
    return value ? figure(std::optional(value->value)) : ordered_json(nullptr);
}

ordered_json yearJson(const std::optional<int>& year) {
    return year ? ordered_json(*year) : ordered_json(nullptr);
}

ordered_json meansJson(const analysis::Means& row) {
    return {{"measure", analysis::name(row.measure)},
            {"year", yearJson(row.year)},
            {"oldest_year", yearJson(row.oldestYear)},
            {"value", figure(row.value)},
            {"per_inhabitant", figure(row.perInhabitant)},
            {"actors_with_figure", row.withFigure},
            {"actors_without", row.without},
            {"departement_only", row.departementOnly},
            {"withheld", row.withheld}};
}

ordered_json spreadJson(const analysis::Equity& row) {
    static constexpr std::array<const char*, 5> names{"p10", "p25", "p50", "p75", "p90"};
    ordered_json json{{"subject", row.subject},  {"figure", row.figure},           {"between", analysis::name(row.between)},
                      {"group", row.group},      {"population", row.people.value}, {"population_unknown", row.unknown.value},
                      {"mean", figure(row.mean)}};
    for (std::size_t i = 0; i < names.size(); ++i) json[names[i]] = figure(row.quantiles[i]);
    json["gini"] = figure(row.gini);
    json["palma"] = figure(row.palma);
    json["theil_total"] = figure(row.theilTotal);
    json["theil_between"] = figure(row.theilBetween);
    json["theil_within"] = figure(row.theilWithin);
    json["share_of_all"] = figure(row.share);
    json["share_of_people"] = figure(row.peopleShare);
    return json;
}

ordered_json reachedByJson(const analysis::ReachedBy& row) {
    return {{"service", row.service},
            {"providers", row.providers},
            {"population", row.people.value},
            {"share", figure(row.share)},
            {"share_at_least", figure(row.shareAtLeast)}};
}

bool isDeclared(const analysis::Means& row) {
    return row.territory.level == model::Level::Study && row.measure != Measure::Venues && row.measure != Measure::Seats &&
           (row.value || row.withheld);
}

std::string yearsText(const analysis::Means& row) {
    if (!row.year) return "–";
    const std::string last = std::to_string(*row.year);
    return row.oldestYear == row.year ? last : std::to_string(*row.oldestYear) + "–" + last;
}

std::string meansText(const std::vector<analysis::Means>& means, Language language) {
    if (std::ranges::none_of(means, isDeclared)) return {};
    const auto heading = [&](const char* key) { return text::say(language, std::string("cli.column.") + key); };
    TextTable table({{heading("measure")},
                     {heading("total"), Align::Right},
                     {heading("per-thousand"), Align::Right},
                     {heading("with-figure"), Align::Right},
                     {heading("without-figure"), Align::Right},
                     {heading("years")}});
    for (const analysis::Means& row : means) {
        if (!isDeclared(row)) continue;
        table.add({text::say(language, "measure." + std::string(analysis::name(row.measure))),
                   row.value ? text::decimal(language, *row.value, *row.value == std::round(*row.value) ? 0 : 1)
                             : text::say(language, "cli.withheld"),
                   row.perInhabitant ? text::decimal(language, *row.perInhabitant * 1000, 2) : "–", text::number(language, row.withFigure),
                   text::number(language, row.without), yearsText(row)});
    }
    return table.text() + "\n";
}

const analysis::Equity* between(const analysis::EquityFigures& figures, const std::string& service, std::string_view group) {
    const auto found = std::ranges::find_if(figures.equity, [&](const analysis::Equity& row) {
        return row.subject == service && row.figure == "accessibility" && row.between == analysis::Between::People && row.group == group;
    });
    return found == figures.equity.end() ? nullptr : &*found;
}

std::string metropolesText(const analysis::EquityFigures& figures, const model::Service& service, Language language) {
    const analysis::Equity* const all = between(figures, service.id, "study");
    const analysis::Equity* const inside = between(figures, service.id, "metropoles");
    const analysis::Equity* const outside = between(figures, service.id, "outside-metropoles");
    if (all == nullptr || inside == nullptr || outside == nullptr || !all->gini) return {};
    const auto rounded = [&](double value) { return text::decimal(language, value, value < 10 ? 2 : 0); };
    return text::say(language, "cli.equity.metropoles",
                     {{"label", service.label.in(language)},
                      {"inside", rounded(inside->mean)},
                      {"outside", rounded(outside->mean)},
                      {"median", rounded(all->quantiles[2])},
                      {"top", rounded(all->quantiles[4])},
                      {"gini", text::decimal(language, all->gini->value, 2)}}) +
           "\n";
}

}  // namespace

ordered_json equityJson(const analysis::EquityFigures& figures) {
    ordered_json means = ordered_json::array();
    for (const analysis::Means& row : figures.means) {
        if (row.territory.level == model::Level::Study) means.push_back(meansJson(row));
    }
    ordered_json reachedBy = ordered_json::array();
    for (const analysis::ReachedBy& row : figures.reachedBy) reachedBy.push_back(reachedByJson(row));
    ordered_json spread = ordered_json::array();
    for (const analysis::Equity& row : figures.equity) {
        if (!row.group.starts_with("reg:")) spread.push_back(spreadJson(row));
    }
    return {{"means", means},
            {"figures_without_actor", figures.figuresWithoutActor},
            {"structures_outside", figures.structuresNowhere},
            {"reached_by", reachedBy},
            {"spread", spread}};
}

std::string equityText(const store::StudyState& state) {
    const Language language = state.study.language;
    const std::string means = meansText(state.analysis.equity.means, language);
    std::string lines;
    for (const model::Service& service : state.study.services) lines += metropolesText(state.analysis.equity, service, language);
    return lines.empty() ? means : means + lines + "\n";
}

}  // namespace raquette::cli

#include "gis/store/styles.h"

#include "gis/analysis/classing/classing.h"
#include "gis/analysis/classing/usual_bounds.h"
#include "gis/store/qml.h"
#include "gis/text/catalogue.h"
#include "gis/text/palette.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

namespace raquette::store {

namespace {

using model::Language;
using qml::Options;

std::string line(const std::string& role, double millimetres, const std::string& style = "solid", double offset = 0) {
    return qml::symbolLayer("SimpleLine", {{"line_color", qml::colour(text::colour(role))},
                                           {"line_width", fmt::format("{}", millimetres)},
                                           {"line_width_unit", "MM"},
                                           {"line_style", style},
                                           {"offset", fmt::format("{}", offset)},
                                           {"offset_unit", "MM"},
                                           {"joinstyle", "round"},
                                           {"capstyle", "round"}});
}

std::string fill(const std::string& role, int alpha, const std::string& edgeRole, double edge, const std::string& edgeStyle = "solid") {
    return qml::symbolLayer("SimpleFill", {{"color", qml::colour(text::colour(role), alpha)},
                                           {"style", alpha == 0 ? "no" : "solid"},
                                           {"outline_color", qml::colour(text::colour(edgeRole))},
                                           {"outline_style", edgeStyle},
                                           {"outline_width", fmt::format("{}", edge)},
                                           {"outline_width_unit", "MM"},
                                           {"joinstyle", "round"}});
}

std::string dot(const std::string& shape, double size) {
    return qml::symbolLayer("SimpleMarker", {{"name", shape},
                                             {"color", qml::colour(text::colour("provider"))},
                                             {"outline_color", qml::colour(text::colour("provider-halo"))},
                                             {"outline_style", "solid"},
                                             {"outline_width", "0.4"},
                                             {"outline_width_unit", "MM"},
                                             {"size", fmt::format("{}", size)},
                                             {"size_unit", "MM"}});
}

/// Holes carry the colour: pale fill, thin 45° hatch, a border above everything.
std::string gapStyle() {
    const std::string hatch =
        qml::symbolLayer("LinePatternFill",
                         {{"angle", "45"}, {"distance", "2.2"}, {"distance_unit", "MM"}, {"line_width", "0.18"}, {"line_width_unit", "MM"}},
                         qml::symbol("line", "@0@1", {line("hole-hatch", 0.18)}));
    return qml::single(qml::symbol("fill", "0", {fill("hole", 190, "hole-edge", 0), hatch, fill("hole", 0, "hole-edge", 0.5)}));
}

std::string coverageStyle(Language language) {
    return qml::categorised(
        "certainty",
        {{"possible", text::say(language, "style.possible"), qml::symbol("fill", "0", {fill("covered", 90, "covered-edge", 0.26, "dash")})},
         {"nominal", text::say(language, "style.nominal"), qml::symbol("fill", "1", {fill("covered", 200, "covered-edge", 0.26)})},
         {"sure", text::say(language, "style.sure"), qml::symbol("fill", "2", {fill("covered", 255, "covered-edge", 0.1)})}});
}

std::string territoryStyle(Language language) {
    const auto edge = [](int index, const std::string& role, double width) {
        return qml::symbol("fill", fmt::format("{}", index), {fill("land", 0, role, width)});
    };
    return qml::categorised("level", {{"region", text::say(language, "level.region"), edge(0, "text-muted", 0.4)},
                                      {"departement", text::say(language, "level.departement"), edge(1, "not-surveyed-dots", 0.16)}});
}

/// One, two or three parallel lines: kinds of cooperation, not ranks.
std::string linkStyle(Language language) {
    const double gap = 0.7;
    const auto symbol = [&](int index, const std::vector<double>& offsets) {
        std::vector<std::string> lines;
        for (const double offset : offsets) lines.push_back(line("link", 0.26, "solid", offset));
        return qml::symbol("line", fmt::format("{}", index), lines);
    };
    return qml::categorised("intensity",
                            {{"simple", text::say(language, "style.simple"), symbol(0, {0})},
                             {"double", text::say(language, "style.double"), symbol(1, {-gap / 2, gap / 2})},
                             {"triple", text::say(language, "style.triple"), symbol(2, {-gap, 0, gap})},
                             {"", text::say(language, "style.unknown"), qml::symbol("line", "3", {line("link", 0.26, "dot")})}});
}

/// The steps of a ramp that so many classes have.
std::vector<std::string> stepsOf(const std::string& ramp, std::size_t count) {
    const std::vector<std::string>& all = text::ramp(ramp);
    std::vector<std::string> steps;
    for (std::size_t i = 0; i < count; ++i) {
        const double part = count < 2 ? 0 : static_cast<double>(i) / static_cast<double>(count - 1);
        steps.push_back(all[static_cast<std::size_t>(std::lround(part * static_cast<double>(all.size() - 1)))]);
    }
    return steps;
}

/// Seven steps at most, light = little; what has no figure is drawn by no class.
std::string figureStyle(const FigureStyle& style, const std::string& service) {
    const std::vector<double> bounds = style.bounds.empty() ? analysis::usualBounds(style.column) : style.bounds;
    const std::vector<std::string> steps = stepsOf(style.ramp, bounds.size() + 1);
    constexpr double beyond = 1e9;
    const auto figure = [&](double bound) { return fmt::format("{:.6g}", bound); };
    std::vector<qml::Range> ranges;
    for (std::size_t i = bounds.size() + 1; i-- > 0;) {
        const std::string label = i == 0               ? "< " + figure(bounds.empty() ? beyond : bounds.front())
                                  : i == bounds.size() ? "≥ " + figure(bounds.back())
                                                       : figure(bounds[i - 1]) + " – " + figure(bounds[i]);
        const std::string area = qml::symbolLayer("SimpleFill", {{"color", qml::colour(steps[i])},
                                                                 {"style", "solid"},
                                                                 {"outline_color", qml::colour(text::colour("departement-line"))},
                                                                 {"outline_style", "solid"},
                                                                 {"outline_width", "0.05"},
                                                                 {"outline_width_unit", "MM"},
                                                                 {"joinstyle", "round"}});
        ranges.push_back({i == 0 ? -beyond : bounds[i - 1], i == bounds.size() ? beyond : bounds[i], label,
                          qml::symbol("fill", std::to_string(ranges.size()), {area})});
    }
    return qml::graduated(service.empty() ? style.column : fmt::format("if(\"service\" = '{}', \"{}\", NULL)", service, style.column),
                          ranges);
}

/// `covered_share`, `"covered_share"`, or the last name of an expression of ours.
std::string columnIn(const std::string& expression) {
    const std::size_t end = expression.rfind('"');
    const std::size_t begin = end == std::string::npos || end == 0 ? end : expression.rfind('"', end - 1);
    return begin == std::string::npos || end == 0 ? expression : expression.substr(begin + 1, end - begin - 1);
}

}  // namespace

std::optional<FigureStyle> figureStyleOf(const qml::Read& read) {
    if (read.classes.size() < 2 || read.classes.size() > analysis::mostClasses) return std::nullopt;
    FigureStyle style{columnIn(read.column)};
    std::vector<std::string> colours;
    for (const qml::Read::Class& one : read.classes) {
        colours.push_back(one.colour);
        style.bounds.push_back(one.upper);
    }
    style.bounds.pop_back();
    const bool rises = std::ranges::adjacent_find(style.bounds, std::greater_equal<>()) == style.bounds.end();
    if (!rises || !std::ranges::all_of(style.bounds, [](double bound) { return std::isfinite(bound); })) return std::nullopt;
    for (const char* ramp : {"sequential", "blue", "warm"}) {
        if (stepsOf(ramp, colours.size()) == colours) style.ramp = ramp;
    }
    if (style.bounds == analysis::usualBounds(style.column)) style.bounds.clear();
    const bool own = style.bounds.empty() && style.ramp == FigureStyle().ramp;
    return own ? std::nullopt : std::optional(style);
}

std::string styleOf(const std::string& layer, const FigureStyle& figures, Language language, const std::string& service) {
    if (layer.starts_with("indicators_")) return figureStyle(figures, service);
    if (layer == "gaps") return gapStyle();
    if (layer == "coverage") return coverageStyle(language);
    if (layer == "territories") return territoryStyle(language);
    if (layer == "links") return linkStyle(language);
    if (layer == "venues" || layer == "providers") return qml::single(qml::symbol("marker", "0", {dot("circle", 2.4)}));
    if (layer == "actors") return qml::single(qml::symbol("marker", "0", {dot("square", 2)}));
    if (layer == "contracts") return qml::single(qml::symbol("fill", "0", {fill("covered", 60, "link", 0.4)}));
    return {};
}

Table layerStyles(const std::vector<Table>& tables, const StudyState& state, const FigureStyle& figures, const std::string& service) {
    auto rows = std::make_shared<std::vector<Row>>();
    for (const Table& table : tables) {
        const std::string style = styleOf(table.name, figures, state.study.language, service);
        if (style.empty()) continue;
        // QGIS looks a style up by empty catalogue and schema, not NULL, and by the real name of the geometry column.
        rows->push_back({std::string(), std::string(), table.name, std::string("geom"), std::string("Raquette"), style, std::string(),
                         std::int64_t{1}, std::string(ownStyle), std::string(), std::string(),
                         model::isoText(state.study.date) + "T00:00:00Z"});
    }
    Table table{"layer_styles", GeometryKind::None, {}, rows->size(), {}, {}};
    table.columns = {{"f_table_catalog"}, {"f_table_schema"}, {"f_table_name"}, {"f_geometry_column"},
                     {"styleName"},       {"styleQML"},       {"styleSLD"},     {"useAsDefault", ColumnType::Boolean},
                     {"description"},     {"owner"},          {"ui"},           {"update_time", ColumnType::Moment}};
    table.row = [rows](std::size_t i) { return (*rows)[i]; };
    return table;
}

}  // namespace raquette::store

#include "gis/report/svg_map.h"

#include "gis/report/density.h"
#include "gis/report/html.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace raquette::report {

namespace {

using analysis::ServiceResult;
using geometry::PlanePoint;
using model::Language;

std::string path(std::string_view styleClass, const std::string& data) {
    return data.empty() ? std::string() : fmt::format("<path class=\"{}\" d=\"{}\"/>\n", styleClass, data);
}

bool isIn(const Window& window, geometry::LonLat at, PlanePoint& drawn) {
    if (geometry::frameAt(at) != window.frame) return false;
    const PlanePoint plane = geometry::toPlane(window.frame, at);
    drawn = window.toDrawing(plane);
    return window.box.contains(plane.x, plane.y);
}

std::string coveragePath(const ServiceResult& result, analysis::Certainty certainty, const Window& window) {
    std::string data;
    for (const analysis::Coverage& coverage : result.coverages) {
        if (coverage.certainty == certainty) data += pathOf(coverage.shape, window);
    }
    return data;
}

std::string outlines(const std::vector<geometry::GeoShape>& shapes, const std::vector<std::size_t>& chosen, const Window& window) {
    std::string data;
    for (const std::size_t at : chosen) data += pathOf(shapes[at], window);
    return data;
}

std::string regionLines(const std::vector<geometry::GeoShape>& regions, const Window& window) {
    std::string data;
    for (const geometry::GeoShape& region : regions) data += pathOf(region, window);
    return data;
}

/// Whose page it is: its outline among its neighbours', else a ring about where most of its people are.
std::string ownPlace(const MapScope& scope, const Window& window) {
    constexpr double radius = 14;
    std::string out = path("neighbours", pathOf(scope.neighbours, window)) + path("own", pathOf(scope.own, window));
    PlanePoint at;
    if (scope.here && isIn(window, *scope.here, at))
        out += fmt::format("<circle class=\"own\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>\n", at.x, at.y, radius);
    return out;
}

std::string providerDots(const ServiceResult& result, const Window& window, double radius) {
    std::string dots;
    for (const analysis::Provider& provider : result.providers) {
        PlanePoint at;
        if (!provider.placed || !isIn(window, provider.at, at)) continue;
        dots += fmt::format("<circle class=\"provider\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"><title>{}</title></circle>\n", at.x, at.y,
                            radius, escaped(provider.name));
    }
    return dots;
}

/// The numbers of the largest holes, on their most populous unserved place; the circle grows with the people, and gives way to a
/// larger hole's.
std::string holeNumbers(const ServiceResult& result, const std::vector<const analysis::Gap*>& holes, const Window& window,
                        Language language) {
    struct Placed {
        PlanePoint at;
        double radius;
    };
    std::vector<Placed> placed;
    std::string numbers;
    for (std::size_t i = 0; i < std::min(holes.size(), numberedHoles); ++i) {
        const analysis::Gap& gap = *holes[i];
        PlanePoint at;
        if (!isIn(window, gap.labelPoint, at)) continue;
        const double most = std::max(1.0, static_cast<double>(result.gaps.front().population.value));
        const double radius = 8.5 + 3.5 * std::sqrt(static_cast<double>(gap.population.value) / most);
        for (const Placed& other : placed) {
            const double apart = std::hypot(at.x - other.at.x, at.y - other.at.y);
            const double needed = radius + other.radius + 0.5;
            if (apart < needed)
                at = apart < 0.01
                         ? PlanePoint{other.at.x + needed, other.at.y}
                         : PlanePoint{other.at.x + (at.x - other.at.x) * needed / apart, other.at.y + (at.y - other.at.y) * needed / apart};
        }
        at = {std::clamp(at.x, radius + 1, window.width - radius - 1), std::clamp(at.y, radius + 1, window.height() - radius - 1)};
        placed.push_back({at, radius});
        const std::string name =
            fmt::format("{} ({})", gap.name, text::say(language, "report.people", {{"n", text::rounded(language, gap.population)}}));
        numbers += fmt::format(
            "<a href=\"#hole-{}-{}\"><title>{}</title><circle class=\"badge\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>"
            "<text x=\"{:.1f}\" y=\"{:.1f}\">{}</text></a>\n",
            escaped(result.service.id), gap.rank, escaped(name), at.x, at.y, radius, at.x, at.y + 3.7, gap.rank);
    }
    return numbers;
}

std::string scaleBar(const Window& window, Language language) {
    const double wished = (window.box.maxX - window.box.minX) / 5;
    double metres = std::pow(10, std::floor(std::log10(wished)));
    for (const double factor : {5.0, 2.0}) {
        if (metres * factor <= wished) {
            metres *= factor;
            break;
        }
    }
    const double y = window.height() - 6;
    return fmt::format("<path class=\"scale\" d=\"M6 {:.1f}v3h{:.1f}v-3\"/><text class=\"scale-text\" x=\"6\" y=\"{:.1f}\">{}</text>\n",
                       y - 3, metres * window.scale(), y - 6, escaped(text::distance(language, model::Metres{metres})));
}

/// A shape drawn more than once is defined once.
std::string defined(const std::string& id, const std::string& data) {
    return fmt::format("<path id=\"{}\" d=\"{}\"/>\n", id, data);
}

std::string use(std::string_view styleClass, const std::string& id) {
    return fmt::format("<use class=\"{}\" href=\"#{}\"/>\n", styleClass, id);
}

std::string drawing(const store::StudyState& state, const MapScope& scope, std::size_t service, std::size_t number, Language language) {
    const LandWindow& land = scope.windows[number];
    const ServiceResult& result = state.analysis.services[service];
    const Window& window = land.window;
    const bool isMain = land.title.empty();
    std::string holes;
    for (const analysis::Gap& gap : result.gaps) holes += pathOf(gap.shape, window);
    const std::string suffix = fmt::format("-{}-{}", service, number);

    std::string out = "<defs>\n" + defined("land" + suffix, outlines(scope.land.departements, land.departements, window)) +
                      defined("holes" + suffix, holes);
    out += fmt::format("<clipPath id=\"clip{0}\"><use href=\"#holes{0}\"/></clipPath></defs>\n", suffix);
    out += use("land", "land" + suffix) + use("hole", "holes" + suffix);
    out += fmt::format("<g clip-path=\"url(#clip{})\">\n", suffix);
    const std::vector<std::string> densities = densityPaths(state, result, window);
    for (std::size_t i = 0; i < densities.size(); ++i) out += path(fmt::format("density-{}", i), densities[i]);
    // What imprecise positions may reach lies over the holes, at half strength.
    out += "</g>\n" + path("possible", coveragePath(result, analysis::Certainty::Possible, window));
    out += path("covered", coveragePath(result, analysis::Certainty::Nominal, window));
    out += use("departement", "land" + suffix) + path("region", regionLines(scope.land.regions, window)) + use("outline", "holes" + suffix);
    out += ownPlace(scope, window);
    const std::vector<const analysis::Gap*> told = holesOf(state, service, scope);
    out += providerDots(result, window, scope.territory ? 2.6 : isMain ? 1.6 : 1.8) + holeNumbers(result, told, window, language);
    if (isMain) out += scaleBar(window, language);
    const std::string count = text::number(language, static_cast<std::int64_t>(told.size()));
    return fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"group\" aria-label=\"{}\">\n{}</svg>\n", window.width, window.height(),
                       escaped(isMain ? text::say(language, "report.map.label", {{"count", count}}) : land.title), out);
}

}  // namespace

std::string svgMap(const store::StudyState& state, const MapScope& scope, std::size_t service, Language language) {
    std::string main;
    std::string insets;
    for (std::size_t i = 0; i < scope.windows.size(); ++i) {
        const std::string svg = drawing(state, scope, service, i, language);
        if (i == 0)
            main = "<div class=\"map\">" + svg + "</div>\n";
        else
            insets += "<figure>" + svg + element("figcaption", "", escaped(scope.windows[i].title)) + "</figure>\n";
    }
    return main + (insets.empty() ? "" : "<div class=\"insets\">\n" + insets + "</div>\n");
}

}  // namespace raquette::report

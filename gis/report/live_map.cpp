#include "gis/report/live_map.h"

#include "gis/report/density.h"
#include "gis/report/hole_words.h"
#include "gis/report/mesh.h"
#include "gis/report/provider_words.h"
#include "gis/report/svg_map.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace raquette::report {

namespace {

constexpr double around = 0.6;  // how far beyond a window one may look, in shares of its size

using analysis::ServiceResult;
using geometry::Box;
using geometry::GeoShape;
using geometry::LonLat;
using model::Language;
using nlohmann::json;

/// How finely a window is told: a tolerance that stays under a pixel until one has come eight times nearer, and coordinates finer than
/// that.
struct Fineness {
    model::Metres tolerance;
    double perDegree;
};

Fineness finenessOf(const Window& window) {
    constexpr double steps = 8000;
    const double metres = std::clamp(std::max(window.box.maxX - window.box.minX, window.box.maxY - window.box.minY) / steps, 10.0, 150.0);
    return {{metres}, metres < 40 ? 1e5 : 1e4};
}

/// The degrees that a window shows, widened by a share of its size.
Box degreesOf(const Window& window, double widened) {
    Box box;
    const double dx = (window.box.maxX - window.box.minX) * widened;
    const double dy = (window.box.maxY - window.box.minY) * widened;
    const double middle = (window.box.minX + window.box.maxX) / 2;
    // Parallels bend on the plane: the middle of an edge may lie further out than its ends.
    for (const double x : {window.box.minX - dx, middle, window.box.maxX + dx}) {
        for (const double y : {window.box.minY - dy, window.box.maxY + dy}) {
            const LonLat at = geometry::toLonLat(window.frame, geometry::PlanePoint{x, y});
            box.include(at.lon, at.lat);
        }
    }
    return box;
}

json boxJson(const Box& box) {
    const auto rounded = [](double degrees) { return std::round(degrees * 1e4) / 1e4; };
    return {rounded(box.minX), rounded(box.minY), rounded(box.maxX), rounded(box.maxY)};
}

json pointJson(LonLat at) {
    return {std::round(at.lon * 1e5) / 1e5, std::round(at.lat * 1e5) / 1e5};
}

json arcJson(const std::vector<LonLat>& arc, double perDegree) {
    json numbers = json::array();
    long lastX = 0;
    long lastY = 0;
    for (std::size_t i = 0; i < arc.size(); ++i) {
        const long x = std::lround(arc[i].lon * perDegree);
        const long y = std::lround(arc[i].lat * perDegree);
        if (i > 0 && x == lastX && y == lastY) continue;
        numbers.push_back(x - lastX);
        numbers.push_back(y - lastY);
        lastX = x;
        lastY = y;
    }
    return numbers;
}

/// The shapes of a window, gathered before they are simplified together.
class Gathered {
public:
    explicit Gathered(const Box& reach) : reach_(reach) {}

    /// Its place among the mesh's shapes; nothing of it there: none.
    std::optional<std::size_t> add(const GeoShape& shape) {
        GeoShape piece = clipped(shape, reach_.minX, reach_.minY, reach_.maxX, reach_.maxY);
        if (piece.empty()) return std::nullopt;
        shapes_.push_back(std::move(piece));
        return shapes_.size() - 1;
    }
    const std::vector<GeoShape>& shapes() const { return shapes_; }

private:
    Box reach_;
    std::vector<GeoShape> shapes_;
};

/// Where in the mesh each thing on a window is.
struct Drawn {
    std::vector<std::size_t> land, regions, own, neighbours;
    struct Service {
        std::vector<std::size_t> covered, possible;
        std::vector<std::pair<int, std::size_t>> holes;  ///< rank first
    };
    std::vector<Service> services;
};

Drawn gather(const store::StudyState& state, const MapScope& scope, const LandWindow& window, Gathered& gathered) {
    Drawn drawn;
    const auto add = [&](const GeoShape& shape, std::vector<std::size_t>& to) {
        if (const auto at = gathered.add(shape)) to.push_back(*at);
    };
    for (const std::size_t departement : window.departements) add(scope.land.departements[departement], drawn.land);
    for (const GeoShape& region : scope.land.regions) add(region, drawn.regions);
    add(scope.own, drawn.own);
    add(scope.neighbours, drawn.neighbours);
    for (const std::size_t service : scope.services) {
        const ServiceResult& result = state.analysis.services[service];
        Drawn::Service& its = drawn.services.emplace_back();
        for (const analysis::Coverage& coverage : result.coverages) {
            if (coverage.certainty == analysis::Certainty::Nominal) add(coverage.shape, its.covered);
            if (coverage.certainty == analysis::Certainty::Possible) add(coverage.shape, its.possible);
        }
        for (const analysis::Gap& gap : result.gaps) {
            if (const auto at = gathered.add(gap.shape)) its.holes.emplace_back(gap.rank, *at);
        }
    }
    return drawn;
}

/// Polygons of several shapes as one list.
json together(const Mesh& mesh, const std::vector<std::size_t>& shapes) {
    json polygons = json::array();
    for (const std::size_t shape : shapes) {
        for (const Mesh::Polygon& polygon : mesh.shapes[shape]) polygons.push_back(polygon);
    }
    return polygons;
}

/// Cells of each class, written as arcs are.
json cellsJson(const std::vector<std::vector<DensityCell>>& classes, double perDegree) {
    json out = json::array();
    for (const std::vector<DensityCell>& cells : classes) {
        json of = json::array();
        for (const DensityCell& cell : cells) of.push_back(arcJson({cell.begin(), cell.end()}, perDegree));
        out.push_back(std::move(of));
    }
    return out;
}

json landJson(const store::StudyState& state, const MapScope& scope, const LandWindow& window) {
    const Box reach = degreesOf(window.window, around);
    const Fineness fineness = finenessOf(window.window);
    Gathered gathered(reach);
    const Drawn drawn = gather(state, scope, window, gathered);
    const Mesh mesh = meshOf(gathered.shapes(), fineness.tolerance);
    json land{{"name", window.title}, {"box", boxJson(degreesOf(window.window, 0))}, {"perDegree", fineness.perDegree}};
    land["arcs"] = json::array();
    for (const auto& arc : mesh.arcs) land["arcs"].push_back(arcJson(arc, fineness.perDegree));
    land["land"] = together(mesh, drawn.land);
    land["regions"] = together(mesh, drawn.regions);
    land["own"] = together(mesh, drawn.own);
    land["neighbours"] = together(mesh, drawn.neighbours);
    land["services"] = json::array();
    for (std::size_t i = 0; i < drawn.services.size(); ++i) {
        const Drawn::Service& its = drawn.services[i];
        json holes = json::array();
        for (const auto& [rank, shape] : its.holes) holes.push_back({{"rank", rank}, {"polygons", together(mesh, {shape})}});
        const ServiceResult& result = state.analysis.services[scope.services[i]];
        land["services"].push_back({{"covered", together(mesh, its.covered)},
                                    {"possible", together(mesh, its.possible)},
                                    {"holes", std::move(holes)},
                                    {"cells", cellsJson(densityCells(state, result, window.window, around), fineness.perDegree)}});
    }
    return land;
}

bool isShown(const std::vector<Box>& boxes, LonLat at) {
    return std::ranges::any_of(boxes, [&](const Box& box) { return box.contains(at.lon, at.lat); });
}

json serviceJson(const store::StudyState& state, const MapScope& scope, std::size_t service, const std::vector<Box>& reach,
                 Language language) {
    const ServiceResult& result = state.analysis.services[service];
    json holes = json::array();
    std::size_t told = 0;
    for (const analysis::Gap* gap : holesOf(state, service, scope)) {
        json hole{{"rank", gap->rank}, {"name", gap->name}, {"lines", holeLines(*gap, language)}};
        hole["at"] = pointJson(gap->labelPoint);
        hole["people"] = gap->population.value;
        hole["numbered"] = ++told <= numberedHoles;
        holes.push_back(std::move(hole));
    }
    json providers = json::array();
    const ProviderRecords records(state.dataset);
    for (const analysis::Provider& provider : result.providers) {
        if (!provider.placed || !isShown(reach, provider.at)) continue;
        providers.push_back({{"id", provider.id},
                             {"name", provider.name},
                             {"at", pointJson(provider.at)},
                             {"lines", publicLines(state, records, provider, language)}});
    }
    return {{"id", result.service.id}, {"holes", std::move(holes)}, {"providers", std::move(providers)}};
}

/// The most populous communes of a window, for the eye to find its way: no background map names them.
json townsJson(const store::StudyState& state, const std::vector<Box>& shown) {
    constexpr std::size_t mostTowns = 150;
    std::vector<const model::Commune*> towns;
    for (const model::Commune& commune : state.reference.communes) {
        if (commune.point && isShown(shown, *commune.point)) towns.push_back(&commune);
    }
    std::ranges::stable_sort(towns, [](const model::Commune* a, const model::Commune* b) { return a->population > b->population; });
    towns.resize(std::min(mostTowns, towns.size()));
    json out = json::array();
    for (const model::Commune* town : towns) out.push_back({{"name", town->name}, {"at", pointJson(*town->point)}});
    return out;
}

}  // namespace

std::string liveMapData(const store::StudyState& state, const MapScope& scope, Language language) {
    json data{{"lands", json::array()}, {"services", json::array()}};
    std::vector<Box> reach;
    std::vector<Box> shown;
    for (const LandWindow& window : scope.windows) {
        data["lands"].push_back(landJson(state, scope, window));
        reach.push_back(degreesOf(window.window, around));
        shown.push_back(degreesOf(window.window, 0.1));
    }
    for (const std::size_t service : scope.services) data["services"].push_back(serviceJson(state, scope, service, reach, language));
    if (scope.here) data["here"] = pointJson(*scope.here);
    data["towns"] = townsJson(state, shown);
    // What is no UTF-8 in a list is written as a sign that says so, never a page that cannot be read.
    return data.dump(-1, ' ', true, json::error_handler_t::replace);
}

}  // namespace raquette::report

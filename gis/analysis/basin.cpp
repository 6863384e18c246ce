#include "gis/analysis/basin.h"

#include "gis/analysis/lattice.h"
#include "gis/geometry/locator.h"
#include "gis/geometry/overlay.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace raquette::analysis {

namespace {

using geometry::PlanePoint;
using geometry::PlaneShape;

/// Providers that the plane of a land can measure: those within about 15 degrees of it.
std::vector<PlanePoint> positionsNear(const Land& land, const std::vector<Provider>& providers) {
    const geometry::Box box = land.box();
    const geometry::LonLat middle = toLonLat(land.frame, PlanePoint{(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2});
    std::vector<PlanePoint> positions;
    for (const Provider& provider : providers) {
        if (std::abs(provider.at.lon - middle.lon) > 15 || std::abs(provider.at.lat - middle.lat) > 15) continue;
        positions.push_back(toPlane(land.frame, provider.at));
    }
    return positions;
}

std::vector<geometry::LonLat> positionsOf(const std::vector<Provider>& providers) {
    std::vector<geometry::LonLat> positions;
    for (const Provider& provider : providers) positions.push_back(provider.at);
    return positions;
}

/// Counts votes of people or cells for basins; the most voted wins, of equals the one whose top has the smaller owner.
class Votes {
public:
    explicit Votes(std::size_t pieces) : votes_(pieces) {}

    void add(std::uint32_t piece, std::uint32_t top, std::int64_t weight) {
        for (auto& [candidate, total] : votes_[piece]) {
            if (candidate == top) {
                total += weight;
                return;
            }
        }
        votes_[piece].emplace_back(top, weight);
    }
    std::uint32_t winner(std::uint32_t piece, const Lattice& lattice) const {
        std::uint32_t best = noPlace;
        std::int64_t most = 0;
        for (const auto& [top, total] : votes_[piece]) {
            const bool first = best == noPlace || total > most;
            if (first || (total == most && std::pair(lattice.owner(top), top) < std::pair(lattice.owner(best), best))) {
                best = top;
                most = total;
            }
        }
        return best;
    }

private:
    std::vector<std::vector<std::pair<std::uint32_t, std::int64_t>>> votes_;
};

/// Which pieces touch, and along how many cells, as the lattice sees them.
using Touching = std::vector<std::map<std::uint32_t, int>>;

Touching touchingPieces(const Lattice& lattice, const HeightGraph& graph, std::size_t pieces) {
    Touching touching(pieces);
    for (std::uint32_t place = 0; place < lattice.size(); ++place) {
        for (const std::uint32_t other : graph.of(place)) {
            if (lattice.owner(other) != lattice.owner(place)) ++touching[lattice.owner(place)][lattice.owner(other)];
        }
    }
    return touching;
}

/// Pieces of one label that hang together.
struct Patch {
    std::vector<std::uint32_t> pieces;
    double weight = 0;  ///< people, then area
};

std::vector<Patch> patchesOf(const std::vector<std::uint32_t>& labels, const Touching& touching, const std::vector<double>& weights) {
    std::vector<Patch> patches;
    std::vector<std::uint8_t> seen(labels.size(), 0);
    for (std::uint32_t start = 0; start < labels.size(); ++start) {
        if (seen[start] != 0) continue;
        Patch patch{{start}, 0};
        seen[start] = 1;
        for (std::size_t i = 0; i < patch.pieces.size(); ++i) {
            patch.weight += weights[patch.pieces[i]];
            for (const auto& [other, cells] : touching[patch.pieces[i]]) {
                if (seen[other] != 0 || labels[other] != labels[start]) continue;
                seen[other] = 1;
                patch.pieces.push_back(other);
            }
        }
        patches.push_back(std::move(patch));
    }
    return patches;
}

/// Where whole communes are dealt out, some may be cut off from the body of their basin by communes of another. Such a patch has no depth
/// of its own to stand apart with: it goes to the basin it touches most. Patches that touch none (islands) stay.
void giveStrandedPatches(const Touching& touching, const std::vector<double>& weights, std::vector<std::uint32_t>& labels) {
    const std::vector<Patch> patches = patchesOf(labels, touching, weights);
    std::map<std::uint32_t, const Patch*> bodies;
    for (const Patch& patch : patches) {
        const Patch*& body = bodies[labels[patch.pieces.front()]];
        if (body == nullptr || patch.weight > body->weight) body = &patch;
    }
    std::vector<std::uint32_t> given = labels;
    for (const Patch& patch : patches) {
        const std::uint32_t label = labels[patch.pieces.front()];
        if (bodies[label] == &patch) continue;
        std::map<std::uint32_t, int> cellsByLabel;
        for (const std::uint32_t piece : patch.pieces) {
            for (const auto& [other, cells] : touching[piece]) {
                if (labels[other] != label) cellsByLabel[labels[other]] += cells;
            }
        }
        const auto most = std::ranges::max_element(cellsByLabel, {}, [](const auto& entry) { return entry.second; });
        if (most == cellsByLabel.end()) continue;
        for (const std::uint32_t piece : patch.pieces) given[piece] = most->first;
    }
    labels = std::move(given);
}

/// Two neighbouring cells of different basins.
struct BorderPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

/// Pairs along the border of two basins that hang together: one narrowing.
std::vector<std::vector<BorderPair>> chainsOf(const std::vector<BorderPair>& pairs, const Lattice& lattice) {
    std::vector<std::uint32_t> group(pairs.size());
    std::iota(group.begin(), group.end(), 0u);
    const auto root = [&](std::uint32_t i) {
        while (group[i] != i) i = group[i] = group[group[i]];
        return i;
    };
    std::map<std::uint32_t, std::vector<std::uint32_t>> pairsAt;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) {
        pairsAt[pairs[i].a].push_back(i);
        pairsAt[pairs[i].b].push_back(i);
    }
    std::vector<std::uint32_t> around;
    for (const auto& [place, here] : pairsAt) {
        around.assign(1, place);
        lattice.neighbours(place, around);
        for (const std::uint32_t other : around) {
            const auto there = pairsAt.find(other);
            if (there == pairsAt.end()) continue;
            for (const std::uint32_t i : there->second) group[root(i)] = root(here.front());
        }
    }
    std::map<std::uint32_t, std::vector<BorderPair>> chains;
    for (std::uint32_t i = 0; i < pairs.size(); ++i) chains[root(i)].push_back(pairs[i]);
    std::vector<std::vector<BorderPair>> out;
    for (auto& [first, chain] : chains) out.push_back(std::move(chain));
    return out;
}

/// The saddle of a narrowing as the lattice sees it: its highest cell.
std::uint32_t saddleOf(const std::vector<BorderPair>& chain, const HeightGraph& graph) {
    std::uint32_t best = chain.front().a;
    double highest = -1;
    for (const BorderPair& pair : chain) {
        const std::uint32_t lower = graph.heights[pair.a] < graph.heights[pair.b] ? pair.a : pair.b;
        if (graph.heights[lower] > highest) {
            highest = graph.heights[lower];
            best = lower;
        }
    }
    return best;
}

/// A point beyond the face's border, on the line from a provider through a saddle at the coast.
PlanePoint beyond(const PlaneShape& face, PlanePoint provider, PlanePoint saddle, double side) {
    const double length = std::max(std::hypot(saddle.x - provider.x, saddle.y - provider.y), 1.0);
    const PlanePoint step{(saddle.x - provider.x) / length * side, (saddle.y - provider.y) / length * side};
    PlanePoint at = saddle;
    for (int i = 0; i < 20; ++i) {
        at = {at.x + step.x, at.y + step.y};
        if (!contains(face, at)) break;
    }
    return {at.x + step.x, at.y + step.y};
}

/// The cut at a saddle: straight from its nearest provider over it to its second nearest. Where these two are as near as each other and the
/// saddle lies between them, their middle is the exact saddle.
std::vector<PlanePoint> cutAt(PlanePoint saddle, const PlaneShape& face, const NearestProvider& nearest, double side) {
    const std::vector<PlanePoint> two = nearest.nearest(saddle, 2);
    if (two.empty()) return {};
    const auto distance = [](PlanePoint a, PlanePoint b) { return std::hypot(a.x - b.x, a.y - b.y); };
    const bool between = two.size() == 2 && distance(saddle, two[1]) - distance(saddle, two[0]) < 3 * side;
    if (!between) return {two[0], saddle, beyond(face, two[0], saddle, side)};
    const PlanePoint middle{(two[0].x + two[1].x) / 2, (two[0].y + two[1].y) / 2};
    return {two[0], distance(middle, saddle) < 4 * side ? middle : saddle, two[1]};
}

/// Labels of the faces a hole falls into: that of most of the cells in each.
std::vector<std::uint32_t> labelsOf(const std::vector<PlaneShape>& parts, const std::vector<std::uint32_t>& places, const Lattice& lattice,
                                    const std::vector<std::uint32_t>& tops) {
    const geometry::Locator locator(parts);
    Votes votes(parts.size());
    for (const std::uint32_t place : places) {
        if (const auto part = locator.at(lattice.middle(place))) votes.add(*part, tops[place], 1);
    }
    std::vector<std::uint32_t> labels;
    for (std::uint32_t part = 0; part < parts.size(); ++part) {
        std::uint32_t label = votes.winner(part, lattice);
        const std::uint32_t place = lattice.at(pointInside(parts[part], 0));
        if (label == noPlace) label = place == noPlace ? tops[places.front()] : tops[place];
        labels.push_back(label);
    }
    return labels;
}

/// One uncovered polygon and the cells in it.
struct Face {
    const PlaneShape& shape;
    std::vector<std::uint32_t> places;
};

void addHolesOf(const Face& face, const Lattice& lattice, const HeightGraph& graph, const std::vector<std::uint32_t>& tops,
                const NearestProvider& nearest, std::vector<Hole>& holes) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<BorderPair>> borders;
    for (const std::uint32_t place : face.places) {
        for (const std::uint32_t other : graph.of(place)) {
            if (tops[place] < tops[other]) borders[{tops[place], tops[other]}].push_back({place, other});
        }
    }
    std::vector<std::vector<PlanePoint>> cuts;
    for (const auto& [basins, pairs] : borders) {
        for (const std::vector<BorderPair>& chain : chainsOf(pairs, lattice)) {
            std::vector<PlanePoint> cut = cutAt(lattice.middle(saddleOf(chain, graph)), face.shape, nearest, lattice.side());
            if (cut.size() > 1) cuts.push_back(std::move(cut));
        }
    }
    if (cuts.empty()) {
        holes.push_back({face.shape, {}, {}});
        return;
    }
    const std::vector<PlaneShape> parts = geometry::splitByLines(face.shape, cuts);
    const std::vector<std::uint32_t> labels = labelsOf(parts, face.places, lattice, tops);
    std::map<std::uint32_t, std::vector<PlaneShape>> byLabel;
    for (std::size_t i = 0; i < parts.size(); ++i) byLabel[labels[i]].push_back(parts[i]);
    for (const auto& [label, group] : byLabel) {
        const PlaneShape joined = group.size() == 1 ? group.front() : geometry::unaryUnion(std::span<const PlaneShape>(group));
        for (std::size_t i = 0; i < joined.polygonCount(); ++i) holes.push_back({polygonOf(joined, i), {}, {}});
    }
}

}  // namespace

double latticeSide(const Land& land, double reach) {
    return std::ceil(std::max(std::clamp(reach / 30, 250.0, 1000.0), std::sqrt(land.area() / 2e6)));
}

NearestProvider::NearestProvider(const Land& land, const std::vector<Provider>& providers)
    : frame_(land.frame),
      positions_(positionsNear(land, providers)),
      plane_(positions_),
      earth_(positionsOf(providers)),
      anywhere_(!providers.empty()) {}

double NearestProvider::distance(PlanePoint from) const {
    if (!anywhere_) return 0;
    return positions_.empty() ? earth_.nearest(toLonLat(frame_, from)).distance : plane_.nearest(from).distance;
}

std::vector<PlanePoint> NearestProvider::nearest(PlanePoint from, std::size_t count) const {
    std::vector<PlanePoint> found;
    for (const geometry::Neighbour& neighbour : plane_.nearest(from, count)) found.push_back(positions_[neighbour.index]);
    return found;
}

namespace {

/// A place of a piece too small to hold the middle of any. Its border is followed by steps, which may pass over the corner of the place
/// that its inside lies in, but always stop at its corners.
std::uint32_t placeOf(const Lattice& lattice, const Piece& piece) {
    const std::uint32_t inside = lattice.at(piece.insides.front());
    return inside != noPlace ? inside : lattice.at(piece.shape->points.front());
}

}  // namespace

std::vector<std::uint32_t> basinOfPieces(const Surroundings& around, const BasinRules& rules) {
    const UncoveredLand& uncovered = around.uncovered;
    std::vector<const PlaneShape*> shapes;
    for (const Piece& piece : uncovered.pieces) shapes.push_back(piece.shape);
    const Lattice lattice(shapes, rules.side);
    const HeightGraph graph = heightGraph(lattice, rules.height, false);
    const std::vector<std::uint32_t> tops = basins(graph, rules.persistence);

    Votes byPeople(uncovered.pieces.size());
    for (const UncoveredPoint& point : uncovered.points) {
        if (point.piece == noPiece) continue;
        const std::uint32_t place = lattice.at(point.at);
        if (place != noPlace) byPeople.add(point.piece, tops[place], point.people);
    }
    Votes byArea(uncovered.pieces.size());
    for (std::uint32_t place = 0; place < lattice.size(); ++place) {
        if (lattice.holdsMiddle(place)) byArea.add(lattice.owner(place), tops[place], 1);
    }
    std::vector<std::uint32_t> labels(uncovered.pieces.size());
    for (std::uint32_t piece = 0; piece < labels.size(); ++piece) {
        std::uint32_t label = byPeople.winner(piece, lattice);
        if (label == noPlace) label = byArea.winner(piece, lattice);
        if (label == noPlace) label = tops[placeOf(lattice, uncovered.pieces[piece])];
        labels[piece] = label;
    }
    std::vector<double> weights;
    for (const Piece& piece : uncovered.pieces) weights.push_back(piece.area * 1e-12);  // decides only where nobody lives
    for (const UncoveredPoint& point : uncovered.points) {
        if (point.piece != noPiece) weights[point.piece] += point.people;
    }
    giveStrandedPatches(touchingPieces(lattice, graph, labels.size()), weights, labels);
    return labels;
}

std::vector<Hole> holesCutAtSaddles(const Surroundings& around, const BasinRules& rules) {
    std::vector<std::uint32_t> units(around.land.units.size());
    std::iota(units.begin(), units.end(), 0u);
    const std::vector<PlaneShape> faces = facesOf(around, units, !around.catchments.none());
    std::vector<const PlaneShape*> shapes;
    for (const PlaneShape& face : faces) shapes.push_back(&face);
    const Lattice lattice(shapes, rules.side);
    const NearestProvider nearest(around.land, around.providers);
    const HeightGraph graph = heightGraph(lattice, rules.height, true);
    const std::vector<std::uint32_t> tops = basins(graph, rules.persistence);

    std::vector<std::vector<std::uint32_t>> placesOf(faces.size());
    for (std::uint32_t place = 0; place < lattice.size(); ++place) placesOf[lattice.owner(place)].push_back(place);
    std::vector<Hole> holes;
    for (std::size_t i = 0; i < faces.size(); ++i) addHolesOf({faces[i], placesOf[i]}, lattice, graph, tops, nearest, holes);

    return holes;
}

}  // namespace raquette::analysis

#include "ingest/roads/extract.h"

#include "gis/model/error.h"
#include "gis/roads/path_rules.h"
#include "gis/roads/way_rules.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <osmium/handler.hpp>
#include <osmium/io/any_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>
#include <osmium/visitor.hpp>
#include <tuple>

namespace raquette::ingest {

namespace {

using roads::RawRoads;
using roads::Tag;

/// What is in a way's or node's bag of words, for the rules.
class TagList {
public:
    roads::Tags of(const osmium::TagList& tags) {
        tags_.clear();
        for (const osmium::Tag& tag : tags) tags_.push_back({tag.key(), tag.value()});
        return tags_;
    }

private:
    std::vector<Tag> tags_;
};

void remark(RawRoads& roads, std::string_view rule, const std::string& example) {
    const auto known = std::ranges::find(roads.remarks, rule, &roads::RoadRemark::rule);
    if (known == roads.remarks.end()) {
        roads.remarks.push_back({std::string(rule), 1, example});
    } else {
        ++known->count;
    }
}

/// Ways and restrictions: what roads there are, by the ids of their nodes.
class Ways : public osmium::handler::Handler {
public:
    struct Way {
        roads::WayUse use;
        std::int64_t id = 0;
        std::size_t firstRef = 0;
    };
    struct Rule {
        std::int64_t from = 0, via = 0, to = 0;
        bool only = false;
    };
    /// Over ways: these, one after another.
    struct PathRule {
        std::int64_t relation = 0;
        std::vector<std::int64_t> ways;
        bool only = false;
    };

    explicit Ways(const roads::Profile& profile, RawRoads& roads) : profile_(profile), roads_(roads) {}

    void way(const osmium::Way& way) {
        if (way.nodes().size() < 2) return;
        const roads::WayUse use = roads::useOf(tags_.of(way.tags()), profile_);
        if (!use.open()) return;
        if (use.wrongSpeed) remark(roads_, "roads-speed", fmt::format("way {}", way.id()));
        ways.push_back({use, way.id(), refs.size()});
        for (const osmium::NodeRef& node : way.nodes()) refs.push_back(node.ref());
    }

    void relation(const osmium::Relation& relation) {
        const auto turn = roads::turnOf(tags_.of(relation.tags()), profile_);
        if (!turn) return;
        std::vector<std::int64_t> from;
        std::vector<std::int64_t> to;
        std::vector<std::int64_t> viaWays;
        std::int64_t viaNode = 0;
        for (const osmium::RelationMember& member : relation.members()) {
            const std::string_view role = member.role();
            const bool isWay = member.type() == osmium::item_type::way;
            if (role == "from" && isWay) from.push_back(member.ref());
            if (role == "to" && isWay) to.push_back(member.ref());
            if (role == "via" && isWay) viaWays.push_back(member.ref());
            if (role == "via" && member.type() == osmium::item_type::node) viaNode = member.ref();
        }
        const bool isTold = from.size() == 1 && to.size() == 1;
        if (viaWays.empty()) {
            if (isTold && viaNode != 0) rules.push_back({from[0], viaNode, to[0], turn->only});
            return;
        }
        PathRule rule{relation.id(), {}, turn->only};
        if (isTold && viaNode == 0) {  // a node or ways, not both
            rule.ways.push_back(from[0]);
            rule.ways.insert(rule.ways.end(), viaWays.begin(), viaWays.end());
            rule.ways.push_back(to[0]);
        }
        pathRules.push_back(std::move(rule));
    }

    std::size_t lastRef(std::size_t way) const { return way + 1 < ways.size() ? ways[way + 1].firstRef : refs.size(); }

    std::vector<Way> ways;
    std::vector<std::int64_t> refs;
    std::vector<Rule> rules;
    std::vector<PathRule> pathRules;

private:
    const roads::Profile& profile_;
    RawRoads& roads_;
    TagList tags_;
};

/// Where the nodes of the roads are, and which of them cannot be passed.
class Nodes : public osmium::handler::Handler {
public:
    Nodes(const std::vector<std::int64_t>& refs, const roads::Profile& profile, RawRoads& roads)
        : profile_(profile), roads_(roads), ids_(refs) {
        std::ranges::sort(ids_);
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
        roads.points.resize(ids_.size());
        known_.assign(ids_.size(), 0);
    }

    void node(const osmium::Node& node) {
        // Extracts are sorted: the node looked for next is mostly the next of ours.
        while (next_ < ids_.size() && ids_[next_] < node.id()) ++next_;
        std::size_t index = next_;
        if (index == ids_.size() || ids_[index] != node.id()) {
            if (index == 0 || ids_[index - 1] < node.id()) return;
            index = indexOf(node.id());
            if (index == ids_.size()) return;
        }
        if (!node.location().valid()) return;
        roads_.points[index] = {node.location().x(), node.location().y()};
        known_[index] = 1;
        if (!node.tags().empty() && roads::bars(tags_.of(node.tags()), profile_))
            roads_.barriers.push_back(static_cast<std::uint32_t>(index));
    }

    /// The number of nodes where there is none.
    std::size_t indexOf(std::int64_t id) const {
        const auto found = std::ranges::lower_bound(ids_, id);
        return found != ids_.end() && *found == id ? static_cast<std::size_t>(found - ids_.begin()) : ids_.size();
    }
    bool known(std::size_t index) const { return index < known_.size() && known_[index] != 0; }

private:
    const roads::Profile& profile_;
    RawRoads& roads_;
    std::vector<std::int64_t> ids_;
    std::vector<std::uint8_t> known_;
    std::size_t next_ = 0;
    TagList tags_;
};

/// The roads of each way, by its id.
class RoadsOfWays {
public:
    void add(std::int64_t way, std::size_t road) { all_.emplace_back(way, static_cast<std::uint32_t>(road)); }
    void sort() { std::ranges::sort(all_); }
    std::vector<std::uint32_t> of(std::int64_t way) const {
        std::vector<std::uint32_t> roads;
        for (const auto& [id, road] : std::ranges::equal_range(all_, way, {}, &std::pair<std::int64_t, std::uint32_t>::first)) {
            roads.push_back(road);
        }
        return roads;
    }

private:
    std::vector<std::pair<std::int64_t, std::uint32_t>> all_;
};

/// Ways as roads over points; where nodes are missing (beyond the edge of an extract) a way falls into pieces.
RoadsOfWays addRoads(const Ways& ways, const Nodes& nodes, RawRoads& roads) {
    RoadsOfWays roadsOf;
    for (std::size_t i = 0; i < ways.ways.size(); ++i) {
        const Ways::Way& way = ways.ways[i];
        bool missing = false;
        std::vector<std::uint32_t> piece;
        const auto close = [&] {
            if (piece.size() > 1) {
                roadsOf.add(way.id, roads.roads.size());
                roads.roads.push_back({static_cast<std::uint32_t>(roads.vertices.size()), way.use.forward, way.use.backward,
                                       missing ? 0 : way.use.seconds, way.use.stopping});
                roads.vertices.insert(roads.vertices.end(), piece.begin(), piece.end());
            }
            piece.clear();
        };
        for (std::size_t ref = way.firstRef; ref < ways.lastRef(i); ++ref) {
            const std::size_t index = nodes.indexOf(ways.refs[ref]);
            if (nodes.known(index)) {
                const auto vertex = static_cast<std::uint32_t>(index);
                if (piece.empty() || piece.back() != vertex) piece.push_back(vertex);
                continue;
            }
            missing = true;
            close();
        }
        close();
        if (missing) remark(roads, "roads-missing-nodes", fmt::format("way {}", way.id));
    }
    roadsOf.sort();
    return roadsOf;
}

void addTurnRules(const Ways& ways, const Nodes& nodes, const RoadsOfWays& roadsOf, RawRoads& roads) {
    for (const Ways::Rule& rule : ways.rules) {
        const std::size_t via = nodes.indexOf(rule.via);
        if (!nodes.known(via)) continue;
        for (const std::uint32_t from : roadsOf.of(rule.from)) {
            for (const std::uint32_t to : roadsOf.of(rule.to))
                roads.turns.push_back({from, static_cast<std::uint32_t>(via), to, rule.only});
        }
    }
}

/// Rules over ways that join, the others told. Over a way that is no road here nobody drives: what forbids it forbids nothing.
void addPathRules(const Ways& ways, const RoadsOfWays& roadsOf, RawRoads& roads) {
    for (const Ways::PathRule& rule : ways.pathRules) {
        std::vector<std::vector<std::uint32_t>> members;
        for (const std::int64_t way : rule.ways) members.push_back(roadsOf.of(way));
        const bool isDriven = std::ranges::none_of(members, [](const auto& pieces) { return pieces.empty(); });
        const bool binds = rule.only && !members.empty() && !members.front().empty();
        if (!isDriven && !binds) continue;
        const std::vector<roads::PathRule> found = pathRules(roads, members, rule.only);
        if (found.empty()) remark(roads, "roads-via-way", fmt::format("relation {}", rule.relation));
        roads.paths.insert(roads.paths.end(), found.begin(), found.end());
    }
}

template <class Handler>
void readInto(const std::filesystem::path& file, osmium::osm_entity_bits::type kinds, Handler& handler) {
    osmium::io::Reader reader(osmium::io::File(file.string()), kinds, osmium::io::read_meta::no);
    osmium::apply(reader, handler);
    reader.close();
}

}  // namespace

bool isExtract(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    constexpr std::array<std::string_view, 5> ends{".pbf", ".osm", ".osm.gz", ".osm.bz2", ".osm.xml"};
    return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

RawRoads readExtract(const std::filesystem::path& file, const roads::Profile& profile) {
    RawRoads roads;
    try {
        Ways ways(profile, roads);
        readInto(file, osmium::osm_entity_bits::way | osmium::osm_entity_bits::relation, ways);
        Nodes nodes(ways.refs, profile, roads);
        readInto(file, osmium::osm_entity_bits::node, nodes);
        const RoadsOfWays roadsOf = addRoads(ways, nodes, roads);
        addTurnRules(ways, nodes, roadsOf, roads);
        addPathRules(ways, roadsOf, roads);
    } catch (const std::exception& problem) {
        // libosmium, and the libraries under it, each throw exceptions of their own.
        throw model::Error(fmt::format("{}: this extract is truncated or broken ({}). Fetch it again.", file.string(), problem.what()));
    }
    if (roads.roads.empty()) {
        throw model::Error(fmt::format("{}: no road in it that {} takes. Is it an OpenStreetMap extract with its ways and nodes?",
                                       file.string(), profile.id));
    }
    return roads;
}

}  // namespace raquette::ingest

#include "ingest/roads/extract.h"

#include "gis/model/error.h"
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
        Rule rule;
        rule.only = turn->only;
        int froms = 0;
        int tos = 0;
        for (const osmium::RelationMember& member : relation.members()) {
            const std::string_view role = member.role();
            if (role == "from" && member.type() == osmium::item_type::way) {
                rule.from = member.ref();
                ++froms;
            } else if (role == "to" && member.type() == osmium::item_type::way) {
                rule.to = member.ref();
                ++tos;
            } else if (role == "via" && member.type() == osmium::item_type::node) {
                rule.via = member.ref();
            } else if (role == "via") {
                remark(roads_, "roads-via-way", fmt::format("relation {}", relation.id()));  // over a stretch of road: not followed
                return;
            }
        }
        if (froms == 1 && tos == 1 && rule.via != 0) rules.push_back(rule);
    }

    std::size_t lastRef(std::size_t way) const { return way + 1 < ways.size() ? ways[way + 1].firstRef : refs.size(); }

    std::vector<Way> ways;
    std::vector<std::int64_t> refs;
    std::vector<Rule> rules;

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

/// Ways as roads over points; where nodes are missing (beyond the edge of an extract) a way falls into pieces.
void addRoads(const Ways& ways, const Nodes& nodes, RawRoads& roads) {
    std::vector<std::pair<std::int64_t, std::uint32_t>> roadOf;  // way → its roads
    for (std::size_t i = 0; i < ways.ways.size(); ++i) {
        const Ways::Way& way = ways.ways[i];
        bool missing = false;
        std::vector<std::uint32_t> piece;
        const auto close = [&] {
            if (piece.size() > 1) {
                roadOf.emplace_back(way.id, static_cast<std::uint32_t>(roads.roads.size()));
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
    std::ranges::sort(roadOf);
    const auto roadsOf = [&](std::int64_t way) {
        return std::ranges::equal_range(roadOf, way, {}, [](const auto& entry) { return entry.first; });
    };
    for (const Ways::Rule& rule : ways.rules) {
        const std::size_t via = nodes.indexOf(rule.via);
        if (!nodes.known(via)) continue;
        for (const auto& [fromWay, from] : roadsOf(rule.from)) {
            for (const auto& [toWay, to] : roadsOf(rule.to)) roads.turns.push_back({from, static_cast<std::uint32_t>(via), to, rule.only});
        }
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
        addRoads(ways, nodes, roads);
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

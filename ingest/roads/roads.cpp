#include "ingest/roads/roads.h"

#include "gis/model/error.h"
#include "gis/roads/graph_file.h"
#include "gis/roads/spot.h"
#include "gis/text/numbers.h"
#include "ingest/kept_file.h"
#include "ingest/records/issue_text.h"
#include "ingest/roads/extract.h"
#include "ingest/roads/lines.h"
#include "ingest/roads/profile_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <fstream>
#include <sstream>
#include <string_view>

namespace raquette::ingest {

namespace fs = std::filesystem;

namespace {

/// A digest of what something was made from (Fowler, Noll and Vo 1991): to see that it has changed, not to prove that it has not.
std::uint64_t fnv(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

roads::GraphKey keyOf(const fs::path& extract, const fs::path& profile) {
    std::error_code problem;
    const auto size = fs::file_size(extract, problem);
    const auto written = problem ? fs::file_time_type() : fs::last_write_time(extract, problem);
    if (problem)
        throw model::Error(fmt::format("{}: this is no file of roads that can be read ({}).", extract.string(), problem.message()));
    const std::string mark = fmt::format("{} {}", size, written.time_since_epoch().count());
    std::ostringstream text;
    text << std::ifstream(profile, std::ios::binary).rdbuf();
    return {fnv(mark), fnv(text.str())};
}

/// An extract that is not there is the study's to go without.
void tell(const model::Study& study, std::string_view what, const IssueValues& values, model::Issues& issues) {
    model::SourceDeclaration file;
    file.id = "study";
    file.writtenPath = study.file.string();
    issues.push_back(issueOf(file, 0, study.language, what, values));
    issues.back().column = "roads";
}

/// Roads that hang together with nothing: a mistake of the map as often as a car park.
void tellIslets(const model::Study& study, const roads::RoadGraph& graph, model::Issues& issues) {
    double joined = 0;
    double apart = 0;
    std::size_t count = 0;
    const roads::Part* largest = nullptr;
    for (const roads::Part& part : graph.arrays().parts) {
        (part.stopping != 0 ? joined : apart) += static_cast<double>(part.kilometres);
        if (part.stopping != 0) continue;
        ++count;
        if (largest == nullptr || part.kilometres > largest->kilometres) largest = &part;
    }
    if (largest == nullptr) return;
    const geometry::LonLat at = roads::toLonLat(largest->somewhere);
    tell(study, "roads-islets",
         {{"file", study.roads.filename().string()},
          {"count", std::to_string(count)},
          {"km", text::decimal(study.language, apart, 1)},
          {"joined", text::decimal(study.language, joined, 0)},
          {"example", fmt::format("{:.5f}, {:.5f}", at.lat, at.lon)}},
         issues);
}

std::shared_ptr<roads::Roads> roadsOf(const fs::path& extract, const model::TravelRules& counted) {
    const fs::path profile = profilePath(counted.mode);
    const roads::Profile rules = readProfile(profile);
    const roads::GraphKey key = keyOf(extract, profile);
    const std::string ending = fmt::format(".{}.roads", rules.id);
    for (const fs::path& file : keptFiles(extract, ending)) {
        if (auto kept = roads::keptGraph(key, file)) return std::make_shared<roads::Roads>(rules, counted, std::move(*kept));
    }
    const roads::RawRoads raw = isExtract(extract) ? readExtract(extract, rules) : readRoadLines(extract, rules);
    roads::RoadGraph graph = roads::makeGraph(raw);
    try {
        roads::keepGraph(graph, key, keptFileToWrite(extract, ending));
    } catch (const model::Error&) {  // NOLINT(bugprone-empty-catch): the next run makes it again
    }
    return std::make_shared<roads::Roads>(rules, counted, std::move(graph));
}

/// Communes in whose middle there is a road: an extract has the others of theirs too, and their mountains are without.
void addTerritories(const model::Reference& reference, roads::Roads& roads) {
    constexpr model::Metres near{1000};
    if (!reference.hasCommunePolygons()) return;
    std::vector<const geometry::GeoShape*> known;
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        const auto& middle = reference.communes[i].point;
        if (middle && roads::spotAt(roads.graph, *middle, near).onRoad()) known.push_back(&reference.communeShapes[i]);
    }
    roads.known.add(known);
}

}  // namespace

std::shared_ptr<const roads::Roads> readRoads(const fs::path& extract, const model::TravelRules& counted) {
    return roadsOf(extract, counted);
}

std::shared_ptr<const roads::Roads> readRoads(const model::Study& study, const model::Reference& reference, model::Issues& issues) {
    const bool asked =
        std::ranges::any_of(study.services, [](const auto& service) { return std::holds_alternative<model::Minutes>(service.reach); });
    if (!asked) return nullptr;
    const fs::path profile = profilePath(study.travel.mode);
    std::error_code ignored;
    if (study.roads.empty() || !fs::exists(study.roads, ignored)) {
        const roads::Profile rules = readProfile(profile);
        tell(study, study.roads.empty() ? "roads-none" : "roads-missing",
             {{"file", study.roads.string()},
              {"detour", fmt::format("{:g}", rules.detour)},
              {"speed", fmt::format("{:g}", rules.elsewhere)}},
             issues);
        return std::make_shared<roads::Roads>(rules, study.travel, roads::makeGraph({}));
    }
    const std::shared_ptr<roads::Roads> roads = roadsOf(study.roads, study.travel);
    addTerritories(reference, *roads);
    for (const roads::RoadRemark& remark : roads::remarksOf(roads->graph)) {
        tell(study, remark.rule,
             {{"file", study.roads.filename().string()}, {"count", std::to_string(remark.count)}, {"example", remark.example}}, issues);
    }
    tellIslets(study, roads->graph, issues);
    const bool here = std::ranges::any_of(reference.people, [&](const auto& point) { return roads->known.holds(point.at); });
    if (!here) tell(study, "roads-elsewhere", {{"file", study.roads.filename().string()}}, issues);
    return roads;
}

}  // namespace raquette::ingest

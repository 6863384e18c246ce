#include "gis/store/cells.h"
#include "gis/store/read_parts.h"

#include <algorithm>
#include <charconv>

namespace raquette::store {

namespace {

using analysis::ServiceResult;

std::optional<model::Metres> metresFromKilometres(const std::optional<double>& km) {
    return km ? std::optional(model::kilometres(*km)) : std::nullopt;
}

std::optional<model::Minutes> minutes(const std::optional<double>& value) {
    return value ? std::optional(model::Minutes{*value}) : std::nullopt;
}

std::optional<model::Share> share(const std::optional<double>& value) {
    return value ? std::optional(model::Share{*value}) : std::nullopt;
}

model::Inhabitants people(const StoredRow& row, const char* column) {
    return {row.whole(column).value_or(0)};
}

analysis::Dropped dropped(const StoredRow& row, const std::string& name) {
    return {static_cast<int>(row.whole(name.c_str()).value_or(0)),
            people(row, (name + "_population").c_str()),
            {row.number((name + "_area_km2").c_str()).value_or(0) * 1e6}};
}

model::Match readMatch(const StoredRow& row) {
    model::Match match;
    for (const std::string& kind : split(row.text("match_kind"))) {
        if (const auto known = model::recordKindNamed(kind)) match.kinds.push_back(*known);
    }
    for (const std::string& member : split(row.text("match_member"))) match.member.push_back(membershipNamed(member));
    match.functions = split(row.text("match_functions"));
    match.types = split(row.text("match_types"));
    match.labels = split(row.text("match_labels"));
    match.networks = split(row.text("match_networks"));
    match.status = split(row.text("match_status"));
    match.sources = split(row.text("match_sources"));
    match.minCapacity = row.whole("min_capacity");
    match.maxCapacity = row.whole("max_capacity");
    return match;
}

void readAccess(const StoredRow& row, ServiceResult& result) {
    const auto decay = model::decayNamed(row.text("access_decay"));
    if (!decay) return;  // not reckoned, or a store older than it
    result.service.access.decay = *decay;
    result.service.access.supply = model::supplyNamed(row.text("access_supply")).value_or(model::Supply::Count);
    for (const std::string& written : split(row.text("access_weights"))) {
        double weight = 0;
        std::from_chars(written.data(), written.data() + written.size(), weight);
        result.service.access.weights.push_back(weight);
    }
    result.access = {true,
                     row.number("supply_shared").value_or(0),
                     row.number("supply_unreaching").value_or(0),
                     static_cast<int>(row.whole("supply_unknown").value_or(0)),
                     {},
                     {}};
}

ServiceResult readService(const StoredRow& row) {
    ServiceResult result;
    result.service = {row.text("id"),
                      {row.text("label_fr"), row.text("label_en")},
                      readMatch(row),
                      model::parseReach(row.text("reach")).value_or(model::kilometres(30))};
    result.notPlaced = static_cast<int>(row.whole("not_placed").value_or(0));
    result.capacityUnknown = static_cast<int>(row.whole("capacity_unknown").value_or(0));
    result.possiblyInForce = static_cast<int>(row.whole("possibly_in_force").value_or(0));
    result.gathering.surveyStated = row.text("surveyed") == "stated";
    result.gathering.asked = row.whole("asked");
    result.gathering.answered = row.whole("answered");
    result.gathering.confirmed = row.text("confirmed");
    result.slivers = dropped(row, "slivers");
    result.fewPeople = dropped(row, "few_people");
    if (row.whole("covered_at_shorter")) result.coveredAtShorter = people(row, "covered_at_shorter");
    if (row.whole("covered_at_longer")) result.coveredAtLonger = people(row, "covered_at_longer");
    readAccess(row, result);
    if (const std::string mode = row.text("travel_fr"); !mode.empty()) {
        result.roads = analysis::RoadsUsed{
            {mode, row.text("travel_en")}, {}, people(row, "estimated_population"), people(row, "far_from_road"), {}, {}, {}};
        if (const auto walk = row.number("median_walk_m")) result.roads->medianWalk = model::Metres{*walk};
        if (const auto drawn = row.number("drawn_to_m")) result.roads->drawnTo = model::Metres{*drawn};
        if (const auto all = row.whole("junctions")) {
            result.roads->junctions =
                analysis::Junctions{*all, row.whole("junctions_beyond").value_or(0), row.whole("junctions_cut_off").value_or(0)};
        }
    }
    return result;
}

analysis::Gap readGap(const StoredRow& row) {
    analysis::Gap gap;
    gap.id = row.text("id");
    gap.rank = static_cast<int>(row.whole("rank").value_or(0));
    gap.name = row.text("name");
    gap.population = people(row, "population");
    gap.certainPopulation = people(row, "certain_population");
    gap.area = {row.number("area_km2").value_or(0) * 1e6};
    if (const auto communes = row.whole("communes")) gap.communes = static_cast<int>(*communes);
    gap.deepest = metresFromKilometres(row.number("deepest_km"));
    gap.nearest = metresFromKilometres(row.number("nearest_km"));
    gap.nearestName = row.text("nearest_name");
    gap.deepestTime = minutes(row.number("deepest_min"));
    gap.nearestTime = minutes(row.number("nearest_min"));
    gap.cause = named(row.text("cause"), analysis::Cause::Absent, analysis::Cause::Absent);
    gap.certain = row.text("certainty") != "uncertain";
    gap.epcis = split(row.text("epcis"));
    gap.departements = split(row.text("departements"));
    gap.labelPoint = {row.number("label_lon").value_or(0), row.number("label_lat").value_or(0)};
    gap.shape = row.shape();
    return gap;
}

analysis::Indicator readIndicator(const StoredRow& row) {
    analysis::Indicator indicator;
    indicator.territory = model::TerritoryId::parse(row.text("territory")).value_or(model::TerritoryId{});
    indicator.population = people(row, "population");
    indicator.coveredPopulation = people(row, "covered_population");
    indicator.surelyCovered = people(row, "surely_covered");
    indicator.possiblyCovered = people(row, "possibly_covered");
    indicator.coveredByMembers = people(row, "covered_by_members");
    indicator.coveredByNonMembers = people(row, "covered_by_non_members");
    indicator.coveredByUnknown = people(row, "covered_by_unknown");
    indicator.surveyedShare = share(row.number("surveyed_share"));
    indicator.twiceCovered = people(row, "twice_covered");
    indicator.coveredShare = share(row.number("covered_share"));
    indicator.coveredAreaShare = share(row.number("covered_area_share"));
    indicator.insideShare = {row.number("inside_share").value_or(1)};
    indicator.providers = static_cast<int>(row.whole("providers").value_or(0));
    indicator.nearest = metresFromKilometres(row.number("nearest_km"));
    if (const auto access = row.number("accessibility")) indicator.access.accessibility = analysis::Per100000{*access};
    indicator.access.opportunities = row.number("opportunities");
    indicator.access.seats = row.number("seats_within_reach");
    indicator.access.unknown = row.number("seats_unknown");
    indicator.nearestTime = minutes(row.number("nearest_min"));
    indicator.estimatedShare = share(row.number("estimated_share"));
    return indicator;
}

analysis::Provider readProvider(const StoredRow& row) {
    analysis::Provider provider;
    provider.id = row.text("id");
    provider.name = row.text("name");
    provider.commune = row.text("commune");
    provider.placed = row.point().has_value();
    provider.at = row.point().value_or(geometry::LonLat{});
    provider.uncertainty = {row.number("uncertainty_m").value_or(0)};
    provider.member = membershipNamed(row.text("member"));
    provider.kind = model::recordKindNamed(row.text("kind")).value_or(model::RecordKind::Venues);
    for (const std::string& territory : split(row.text("serves"))) {
        if (auto id = model::TerritoryId::parse(territory)) provider.serves.push_back(std::move(*id));
    }
    provider.surelyInForce = row.text("in_force") != "possibly";
    provider.until = model::parseDay(row.text("until"));
    return provider;
}

/// Calls `take` with each row and the result of the service it belongs to.
template <class Take>
void readOfServices(StoredTables& store, StudyState& state, const char* table, Take take) {
    store.read(table, [&](const StoredRow& row) {
        const std::string service = row.text("service");
        const auto found =
            std::ranges::find(state.analysis.services, service, [](const ServiceResult& result) { return result.service.id; });
        if (found != state.analysis.services.end()) take(row, *found);
    });
}

}  // namespace

void readServices(StoredTables& store, StudyState& state) {
    store.read("services", [&](const StoredRow& row) {
        state.analysis.services.push_back(readService(row));
        state.study.services.push_back(state.analysis.services.back().service);
    });
    readOfServices(store, state, "coverage", [](const StoredRow& row, ServiceResult& result) {
        const auto certainty = named(row.text("certainty"), analysis::Certainty::Possible, analysis::Certainty::Nominal);
        result.coverages.push_back({certainty, {row.number("area_km2").value_or(0) * 1e6}, people(row, "population"), row.shape()});
    });
    readOfServices(store, state, "gaps", [](const StoredRow& row, ServiceResult& result) { result.gaps.push_back(readGap(row)); });
    readOfServices(store, state, "indicators",
                   [](const StoredRow& row, ServiceResult& result) { result.indicators.push_back(readIndicator(row)); });
    readOfServices(store, state, "providers", [](const StoredRow& row, ServiceResult& result) {
        result.providers.push_back(readProvider(row));
        const std::string road = row.text("road");
        if (result.roads && (road == "far" || road == "unknown")) {
            const auto number = static_cast<std::uint32_t>(result.providers.size() - 1);
            result.roads->offRoad.push_back({number, metresFromKilometres(row.number("road_km"))});
        }
        if (const auto only = row.whole("only_population")) result.onlyReached.push_back({*only});
        if (const auto only = row.number("only_area_km2")) result.onlyCovered.push_back({*only * 1e6});
    });
}

}  // namespace raquette::store

#include "ingest/study/sections.h"
#include "ingest/table/vocabulary.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using Words = std::span<const std::string_view>;
using model::RecordKind;

constexpr std::array<std::string_view, 5> serviceKeyNames{"id", "label", "match", "reach", "access"};
constexpr std::array<std::string_view, 3> accessKeyNames{"decay", "supply", "weights"};
constexpr std::array<std::string_view, 5> decays{"none", "step", "gaussian", "exponential", "apl"};
constexpr std::array<std::string_view, 2> supplies{"count", "capacity"};
constexpr std::array<std::string_view, 10> matchKeyNames{"kind",   "functions", "types",        "labels",       "networks",
                                                         "member", "status",    "min_capacity", "max_capacity", "sources"};
constexpr std::array<std::string_view, 4> gapKeyNames{"split", "depth", "min_population", "min_area_km2"};
constexpr std::array<std::string_view, 2> timeKeyNames{"years_back", "months_ahead"};
constexpr std::array<std::string_view, 1> contractKeyNames{"floor"};
constexpr std::array<std::string_view, 3> recordKinds{"actors", "venues", "contracts"};
constexpr std::array<std::string_view, 3> memberships{"member", "not-member", "unknown"};
constexpr std::array<std::string_view, 4> splits{"basin", "connected", "departement", "epci"};

model::Membership membershipNamed(std::string_view word) {
    if (word == "member") return model::Membership::Member;
    return word == "not-member" ? model::Membership::NotMember : model::Membership::Unknown;
}

model::Match readMatch(const KeyReader& keys) {
    model::Match match;
    if (!keys.has("match")) return match;
    const TomlNode& node = *keys.find("match");
    if (node.kind != TomlNode::Kind::Table) keys.fail("match", R"(must be a table such as { functions = ["diffusion"] }, on one line)");
    const KeyReader reader(keys.file(), node, fmt::format("`match` of {}", keys.title()), matchKeyNames);
    for (const std::string& kind : reader.words("kind", recordKinds)) {
        match.kinds.push_back(static_cast<RecordKind>(std::ranges::find(recordKinds, kind) - recordKinds.begin()));
    }
    for (const std::string& word : reader.texts("functions")) match.functions.push_back(functions().orItself(word));
    match.types = reader.texts("types");
    match.labels = reader.texts("labels");
    match.networks = reader.texts("networks");
    for (const std::string& word : reader.words("member", memberships)) match.member.push_back(membershipNamed(word));
    match.status = reader.texts("status");
    match.minCapacity = reader.count("min_capacity");
    match.maxCapacity = reader.count("max_capacity");
    if (match.minCapacity && match.maxCapacity && *match.minCapacity > *match.maxCapacity) {
        reader.fail("min_capacity", "is above `max_capacity`: nothing can match");
    }
    match.sources = reader.texts("sources");
    return match;
}

bool onlyContracts(const model::Match& match) {
    return !match.kinds.empty() && std::ranges::all_of(match.kinds, [](RecordKind kind) { return kind == RecordKind::Contracts; });
}

/// Contracts serve their own perimeter, all other records start from where they stand: one service cannot do both.
void checkContracts(const KeyReader& keys, const model::Match& match) {
    if (std::ranges::find(match.kinds, RecordKind::Contracts) == match.kinds.end()) return;
    if (!onlyContracts(match)) {
        keys.fail("match", "selects contracts with other records: make a service of contracts alone, and another of the rest");
    }
    const bool ofRecords = !match.functions.empty() || !match.labels.empty() || !match.networks.empty() || !match.member.empty() ||
                           !match.status.empty() || match.minCapacity || match.maxCapacity;
    if (ofRecords) keys.fail("match", "selects contracts, which have only `types` and `sources` to be matched by");
}

model::Reach readReach(const KeyReader& keys, const model::Service& service) {
    constexpr std::string_view forms =
        "`30 km`, `500 m`, `45 min`, `commune`, `epci`, `departement`, `region`, or `scope` for a contract's own perimeter";
    if (!keys.has("reach")) {
        if (onlyContracts(service.match)) return model::ScopeReach{};
        keys.failAt(keys.line(), fmt::format("service `{}` needs a `reach`: {}", service.id, forms));
    }
    const std::string written = keys.requiredText("reach");
    const auto reach = model::parseReach(written);
    if (!reach) keys.fail("reach", fmt::format("`{}` is no reach: write {}", written, forms));
    if (const auto* metres = std::get_if<model::Metres>(&*reach); metres != nullptr && *metres > model::kilometres(500)) {
        keys.fail("reach", fmt::format("`{}` is beyond 500 km: nobody is served from so far. Write {}", written, forms));
    }
    if (const auto* minutes = std::get_if<model::Minutes>(&*reach); minutes != nullptr && *minutes > model::Minutes{600}) {
        keys.fail("reach", fmt::format("`{}` is beyond ten hours: nobody is served from so far. Write {}", written, forms));
    }
    if (onlyContracts(service.match) && !std::holds_alternative<model::ScopeReach>(*reach)) {
        keys.fail("reach", "a contract serves its own perimeter: leave `reach` out, or write `scope`");
    }
    if (std::holds_alternative<model::ScopeReach>(*reach) && !onlyContracts(service.match)) {
        keys.fail("reach", "`scope` is the perimeter of a contract: it needs match = { kind = \"contracts\" }");
    }
    return *reach;
}

/// Weights of zones from the provider outwards: whoever lives further off has no more.
std::vector<double> readWeights(const KeyReader& keys) {
    const TomlNode* const list = keys.find("weights");
    if (list == nullptr) return {};
    constexpr std::string_view rule = "must be a list of numbers from 1 down to above 0, one per zone of equal width: [1, 0.68, 0.22]";
    if (list->kind != TomlNode::Kind::List || list->items.empty()) keys.fail("weights", rule);
    std::vector<double> weights;
    for (const TomlNode& item : list->items) {
        const bool number = item.kind == TomlNode::Kind::Decimal || item.kind == TomlNode::Kind::Integer;
        const double most = weights.empty() ? 1 : weights.back();
        if (!number || !(item.decimal > 0) || item.decimal > most) keys.fail("weights", rule);
        weights.push_back(item.decimal);
    }
    return weights;
}

model::Access readAccess(const KeyReader& keys, const model::Reach& reach) {
    model::Access access;
    if (!keys.has("access")) return access;
    const TomlNode& node = *keys.find("access");
    if (node.kind != TomlNode::Kind::Table) keys.fail("access", R"(must be a table such as { decay = "gaussian", supply = "capacity" })");
    if (!std::holds_alternative<model::Metres>(reach) && !std::holds_alternative<model::Minutes>(reach))
        keys.fail("access", "needs a reach that is a distance or a travel time, such as reach = \"30 km\"");
    const KeyReader reader(keys.file(), node, fmt::format("`access` of {}", keys.title()), accessKeyNames);
    if (reader.has("decay")) access.decay = *model::decayNamed(reader.word("decay", decays));
    if (reader.has("supply")) access.supply = *model::supplyNamed(reader.word("supply", supplies));
    access.weights = readWeights(reader);
    if (!access.weights.empty() && access.decay != model::Decay::Step) reader.fail("weights", "are those of decay = \"step\"");
    return access;
}

}  // namespace

Words serviceKeys() {
    return serviceKeyNames;
}
Words gapKeys() {
    return gapKeyNames;
}
Words timeKeys() {
    return timeKeyNames;
}
Words contractKeys() {
    return contractKeyNames;
}

model::Service readService(const KeyReader& keys) {
    model::Service service;
    service.id = keys.id();
    service.label = keys.label("label");
    if (service.label.empty()) service.label = {service.id, service.id};
    service.match = readMatch(keys);
    checkContracts(keys, service.match);
    service.reach = readReach(keys, service);
    service.access = readAccess(keys, service.reach);
    return service;
}

model::GapRules readGapRules(const KeyReader& keys) {
    model::GapRules rules;
    if (keys.has("split")) rules.split = *model::splitNamed(keys.word("split", splits));
    if (const auto depth = keys.decimal("depth")) {
        if (*depth < 0 || *depth > 1) keys.fail("depth", "is a share of the reach, from 0 to 1");
        rules.depth = *depth;
    }
    if (const auto people = keys.count("min_population")) rules.minPopulation = {*people};
    if (const auto area = keys.decimal("min_area_km2")) {
        if (*area < 0) keys.fail("min_area_km2", "must not be below zero");
        rules.minArea = {*area * 1e6};
    }
    return rules;
}

model::TimeRules readTimeRules(const KeyReader& keys) {
    model::TimeRules rules;
    const auto upTo60 = [&](std::string_view key, long& value) {
        const auto count = keys.count(key);
        if (count && *count > 60) keys.fail(key, "is at most 60");
        value = count.value_or(value);
    };
    upTo60("years_back", rules.yearsBack);
    upTo60("months_ahead", rules.monthsAhead);
    return rules;
}

model::ContractRules readContractRules(const KeyReader& keys) {
    model::ContractRules rules;
    rules.floor = keys.decimal("floor");
    if (rules.floor && *rules.floor < 0) keys.fail("floor", "is in EUR per inhabitant and year, and must not be below zero");
    return rules;
}

}  // namespace raquette::ingest

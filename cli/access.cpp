#include "cli/access.h"

#include "cli/json.h"

#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using nlohmann::ordered_json;

ordered_json figure(const std::optional<double>& value) {
    return value ? ordered_json(tidy(*value)) : ordered_json(nullptr);
}

}  // namespace

ordered_json accessJson(const analysis::ServiceResult& result) {
    if (!result.access.computed || result.indicators.empty()) return nullptr;
    const model::Access& access = result.service.access;
    const analysis::AccessFigures& whole = result.indicators.front().access;
    ordered_json json{{"decay", model::name(access.decay)}, {"supply", model::name(access.supply)}};
    if (!access.weights.empty()) json["weights"] = access.weights;
    json["per_100000"] = whole.accessibility ? figure(whole.accessibility->value) : ordered_json(nullptr);
    json["opportunities"] = figure(whole.opportunities);
    json["seats_within_reach"] = figure(whole.seats);
    json["seats_unknown"] = figure(whole.unknown);
    json["supply_shared"] = figure(result.access.shared);
    json["supply_unreaching"] = figure(result.access.unreaching);
    json["supply_unknown"] = result.access.capacityUnknown;
    return json;
}

}  // namespace raquette::cli

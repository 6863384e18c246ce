#include "cli/json.h"
#include "cli/siting_text.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using nlohmann::ordered_json;

/// JSON has no infinity: without an existing place there is no distance yet.
ordered_json finite(double value) {
    return std::isfinite(value) ? ordered_json(tidy(value)) : ordered_json(nullptr);
}

ordered_json placeJson(const analysis::SitedPlace& place) {
    return {{"id", place.candidate.id},
            {"name", place.candidate.name},
            {"commune", place.candidate.commune},
            {"departement", place.departement},
            {"longitude", place.candidate.at.lon},
            {"latitude", place.candidate.at.lat},
            {"more_people", place.more.value},
            {"sum", place.sum.value}};
}

ordered_json answerJson(const analysis::SitingAnswer& answer) {
    ordered_json places = ordered_json::array();
    for (const analysis::SitedPlace& place : answer.places) places.push_back(placeJson(place));
    ordered_json curve = ordered_json::array();
    for (const analysis::SitingStep& step : answer.curve) {
        curve.push_back({{"count", step.count}, {"people", step.people.value}, {"bound", step.bound.value}});
    }
    ordered_json json{{"model", name(answer.question.model)},
                      {"reach_km", answer.question.time ? ordered_json(nullptr) : ordered_json(model::inKilometres(answer.question.reach))},
                      {"reach_min", answer.question.time ? ordered_json(answer.question.time->value) : ordered_json(nullptr)},
                      {"candidates", answer.question.candidates.size()},
                      {"providers", answer.providers},
                      {"population", answer.population.value},
                      {"served", answer.served.value},
                      {"served_twice", answer.servedTwice.value},
                      {"reachable", answer.reachable.value},
                      {"places", places},
                      {"more_people", answer.more.value},
                      {"served_twice_after", answer.twiceAfter.value},
                      {"value", finite(answer.value)},
                      {"bound", finite(answer.bound)},
                      {"proven", answer.proven()},
                      {"verified", answer.verified}};
    if (answer.before) json["before"] = finite(*answer.before);
    if (answer.leftAside.value > 0) json["left_aside"] = answer.leftAside.value;
    if (answer.unjoined.value > 0) json["unjoined"] = answer.unjoined.value;
    if (!curve.empty()) json["curve"] = curve;
    return json;
}

}  // namespace

std::string sitingDocument(const model::Service& service, const std::vector<analysis::SitingAnswer>& answers) {
    ordered_json all = ordered_json::array();
    for (const analysis::SitingAnswer& answer : answers) all.push_back(answerJson(answer));
    const ordered_json document{{"service", service.id}, {"answers", all}};
    return written(document);
}

}  // namespace raquette::cli

#include "viewer/what_if/plan.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace raquette::viewer {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr const char* format = "raquette-scenario";
constexpr int version = 1;

geometry::LonLat placeFrom(const json& at) {
    const geometry::LonLat place{at.at("lon").get<double>(), at.at("lat").get<double>()};
    if (!(std::abs(place.lon) <= 180 && std::abs(place.lat) <= 90)) {
        throw model::Error(fmt::format("This scenario has a place at {}, {}: no place on Earth.", place.lon, place.lat));
    }
    return place;
}

}  // namespace

void Plan::open(geometry::LonLat at) {
    int number = 1;
    const auto taken = [&] { return std::ranges::find(opened, fmt::format("+{}", number), &Opened::id) != opened.end(); };
    while (taken()) ++number;
    opened.push_back({fmt::format("+{}", number), at});
}

void Plan::close(const std::string& id) {
    remove(id);
    closed.push_back(id);
}

void Plan::move(const std::string& id, geometry::LonLat to) {
    if (const auto own = std::ranges::find(opened, id, &Opened::id); own != opened.end()) {
        own->at = to;
        return;
    }
    if (const auto known = std::ranges::find(moved, id, &Moved::id); known != moved.end()) {
        known->to = to;
        return;
    }
    std::erase(closed, id);
    moved.push_back({id, to});
}

void Plan::remove(const std::string& id) {
    std::erase_if(opened, [&](const Opened& one) { return one.id == id; });
    std::erase_if(moved, [&](const Moved& one) { return one.id == id; });
    std::erase(closed, id);
}

analysis::ScenarioChange changeOf(const Plan& plan) {
    analysis::ScenarioChange change;
    change.closed = plan.closed;
    for (const Plan::Opened& one : plan.opened) change.opened.push_back(one.at);
    for (const Plan::Moved& one : plan.moved) {
        change.closed.push_back(one.id);
        change.opened.push_back(one.to);
    }
    return change;
}

std::string text(const NamedPlan& named) {
    ordered_json document;
    document["format"] = format;
    document["version"] = version;
    document["name"] = named.name;
    document["service"] = named.service;
    document["opened"] = ordered_json::array();
    document["moved"] = ordered_json::array();
    for (const Plan::Opened& one : named.plan.opened) document["opened"].push_back({{"lon", one.at.lon}, {"lat", one.at.lat}});
    for (const Plan::Moved& one : named.plan.moved) document["moved"].push_back({{"id", one.id}, {"lon", one.to.lon}, {"lat", one.to.lat}});
    document["closed"] = named.plan.closed;
    return document.dump(2) + "\n";
}

NamedPlan planFrom(std::string_view text) {
    try {
        const json document = json::parse(text);
        if (document.value("format", "") != format) throw model::Error("This file is no scenario of Raquette.");
        if (document.at("version").get<int>() > version) throw model::Error("This scenario was made by a newer version of Raquette.");
        NamedPlan named{document.at("name"), document.at("service"), {}};
        for (const json& at : document.at("opened")) named.plan.open(placeFrom(at));
        for (const json& at : document.at("moved")) named.plan.move(at.at("id"), placeFrom(at));
        for (const json& id : document.at("closed")) named.plan.close(id);
        return named;
    } catch (const json::exception& problem) {
        throw model::Error(fmt::format("This file is no scenario that can be read: {}", problem.what()));
    }
}

void PlanHistory::put(Plan plan) {
    if (plan == now()) return;
    steps_.resize(at_ + 1);
    steps_.push_back(std::move(plan));
    ++at_;
}

void PlanHistory::undo() {
    if (canUndo()) --at_;
}

void PlanHistory::redo() {
    if (canRedo()) ++at_;
}

}  // namespace raquette::viewer

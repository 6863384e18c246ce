#include "viewer/map/map_look.h"

#include <algorithm>
#include <set>

namespace raquette::viewer {

namespace {

bool moveTogether(MapPart a, MapPart b) {
    return a == b || (isLand(a) && isLand(b));
}

}  // namespace

bool isLand(MapPart part) {
    return part <= MapPart::Territories;
}

bool isSign(MapPart part) {
    return part >= MapPart::Links;
}

MapLook::MapLook() {
    for (std::size_t i = 0; i < mapPartCount; ++i) order_[i] = static_cast<MapPart>(i);
    opacity_.fill(1);
    shown_.fill(true);
}

void MapLook::setOpacity(MapPart part, double opacity) {
    opacity_[static_cast<std::size_t>(part)] = std::clamp(opacity, 0.0, 1.0);
}

void MapLook::show(MapPart part, bool shown) {
    shown_[static_cast<std::size_t>(part)] = shown;
}

void MapLook::putAbove(MapPart part, MapPart other) {
    put(part, other, true);
}

void MapLook::putUnder(MapPart part, MapPart other) {
    put(part, other, false);
}

void MapLook::put(MapPart part, MapPart other, bool above) {
    if (moveTogether(part, other)) return;
    std::vector<MapPart> moved;
    std::vector<MapPart> rest;
    for (const MapPart one : order_) (moveTogether(one, part) ? moved : rest).push_back(one);
    const auto beside = [&](MapPart one) { return moveTogether(one, other); };
    const auto at = above ? std::find_if(rest.rbegin(), rest.rend(), beside).base() : std::ranges::find_if(rest, beside);
    rest.insert(at, moved.begin(), moved.end());
    std::ranges::copy(rest, order_.begin());
}

bool MapLook::setOrder(const std::vector<MapPart>& lowestFirst) {
    if (lowestFirst.size() != mapPartCount || std::set(lowestFirst.begin(), lowestFirst.end()).size() != mapPartCount) return false;
    std::ranges::copy(lowestFirst, order_.begin());
    // Land that somebody wrote apart in the settings comes together where the lowest of it is.
    auto* const first = std::ranges::find_if(order_, isLand);
    std::sort(first, std::stable_partition(first, order_.end(), isLand));
    return true;
}

std::optional<MapPart> neighbour(const std::vector<MapPart>& parts, MapPart part, bool above) {
    auto at = std::ranges::find(parts, part);
    if (at == parts.end()) return std::nullopt;
    while (true) {
        if (above ? ++at == parts.end() : at-- == parts.begin()) return std::nullopt;
        if (!moveTogether(*at, part)) return *at;
    }
}

}  // namespace raquette::viewer

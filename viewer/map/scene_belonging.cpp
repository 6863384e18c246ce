#include "viewer/map/scene_parts.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace raquette::viewer {

void tellBelonging(LandScenes& lands, const model::Dataset& dataset) {
    std::unordered_map<std::string_view, Belonging> told;
    bool any = false;
    const auto add = [&](const model::Actor& record) {
        Belonging belonging = Belonging::Unknown;
        if (record.member == model::Membership::Member) belonging = Belonging::Member;
        if (record.member == model::Membership::NotMember) belonging = Belonging::NotMember;
        any = any || belonging != Belonging::Unknown;
        told.emplace(record.id, belonging);
    };
    std::ranges::for_each(dataset.venues, add);
    std::ranges::for_each(dataset.actors, add);
    if (!any) return;
    for (auto& [land, scene] : lands) {
        for (Dot& dot : scene.dots) {
            if (const auto known = told.find(dot.id); known != told.end()) dot.belonging = known->second;
        }
    }
}

void fadeUnconfirmed(LandScenes& lands, const store::StudyState& state) {
    const long months = state.study.review.stale;
    if (months <= 0) return;
    std::unordered_set<std::string_view> unconfirmed;
    const auto add = [&](const model::Actor& record) {
        if (isUnconfirmed(record, state.study.date, months)) unconfirmed.insert(record.id);
    };
    std::ranges::for_each(state.dataset.venues, add);
    std::ranges::for_each(state.dataset.actors, add);
    for (auto& [land, scene] : lands) {
        for (Dot& dot : scene.dots) dot.faded = unconfirmed.contains(dot.id);
    }
}

}  // namespace raquette::viewer

#include "viewer/map/scene_parts.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

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

}  // namespace raquette::viewer

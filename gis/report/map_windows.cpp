#include "gis/report/map_windows.h"

#include <algorithm>
#include <map>

namespace raquette::report {

namespace {

using geometry::Box;
using geometry::Frame;

constexpr double mainWidth = 400;
constexpr double insetWidth = 96;
constexpr double margin = 0.03;

Box widened(Box box) {
    const double by = std::max(box.maxX - box.minX, box.maxY - box.minY) * margin;
    return {box.minX - by, box.minY - by, box.maxX + by, box.maxY + by};
}

/// A small map is square, so that they stand in a row.
Box squared(Box box) {
    const double side = std::max(box.maxX - box.minX, box.maxY - box.minY);
    const double x = (box.minX + box.maxX) / 2;
    const double y = (box.minY + box.maxY) / 2;
    return {x - side / 2, y - side / 2, x + side / 2, y + side / 2};
}

bool touchesStudy(const store::StudyState& state, const geometry::GeoShape& land) {
    const geometry::GeoShape& study = state.analysis.studyArea;
    const Box box = geometry::boxOf(land);
    for (const geometry::LonLat& point : study.points) {
        if (box.contains(point.lon, point.lat)) return true;
    }
    return study.empty() || (!land.empty() && geometry::contains(study, land.points.front()));
}

}  // namespace

std::vector<LandWindow> landWindows(const store::StudyState& state, const LandOutlines& land) {
    std::map<Frame, std::vector<std::size_t>> byFrame;
    for (std::size_t i = 0; i < state.reference.departements.size(); ++i) {
        const geometry::GeoShape& shape = land.departements[i];
        if (!shape.empty() && touchesStudy(state, shape))
            byFrame[geometry::frameOfDepartement(state.reference.departements[i].code)].push_back(i);
    }
    if (byFrame.empty()) return {};
    const auto main = std::ranges::max_element(byFrame, {}, [](const auto& entry) { return entry.second.size(); });
    std::vector<LandWindow> windows;
    const auto add = [&](Frame frame, const std::vector<std::size_t>& departements, const std::string& title) {
        Box box;
        for (const std::size_t at : departements) {
            // The study's own extent frames a map; where it is unknown, its départements' do.
            const auto& shape = state.analysis.studyArea.empty() || !title.empty() ? land.departements[at] : state.analysis.studyArea;
            const geometry::PlaneShape plane = inFrame(shape, frame);
            if (!plane.empty()) box.include(geometry::boxOf(plane));
            if (title.empty() && !state.analysis.studyArea.empty()) break;
        }
        if (box.empty()) return;
        windows.push_back(
            {{frame, title.empty() ? widened(box) : squared(widened(box)), title.empty() ? mainWidth : insetWidth}, title, departements});
    };
    add(main->first, main->second, "");
    for (const auto& [frame, departements] : byFrame) {
        if (frame == main->first) continue;
        for (const std::size_t at : departements) add(frame, {at}, state.reference.departements[at].name);
    }
    // A regional map shows its neighbours' land around it, not sea.
    if (windows.empty()) return windows;
    windows.front().departements.clear();
    for (std::size_t i = 0; i < state.reference.departements.size(); ++i) {
        if (geometry::frameOfDepartement(state.reference.departements[i].code) == main->first) windows.front().departements.push_back(i);
    }
    return windows;
}

}  // namespace raquette::report

#include "gis/analysis/equity/spread.h"

#include "gis/analysis/equity/inequality.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <functional>

namespace raquette::analysis {

namespace {

struct Group {
    std::string name;
    std::function<bool(const Placed&)> holds;
};

std::vector<Group> groupsOf(const std::vector<Placed>& places, const std::vector<std::string>& areas, const model::Reference& reference) {
    std::vector<Group> groups{{"study", [](const Placed&) { return true; }}};
    for (std::size_t i = 0; i < reference.regions.size(); ++i) {
        const auto index = static_cast<std::int32_t>(i);
        groups.push_back({"reg:" + reference.regions[i].code, [index](const Placed& place) { return place.region == index; }});
    }
    if (places.front().inMetropole) {
        groups.push_back({"metropoles", [](const Placed& place) { return *place.inMetropole; }});
        groups.push_back({"outside-metropoles", [](const Placed& place) { return !*place.inMetropole; }});
    }
    for (std::size_t i = 0; i < areas.size() && !places.front().inArea.empty(); ++i) {
        groups.push_back({"area:" + areas[i], [i](const Placed& place) { return place.inArea[i] != 0; }});
        groups.push_back({"outside:" + areas[i], [i](const Placed& place) { return place.inArea[i] == 0; }});
    }
    return groups;
}

struct Sums {
    std::int64_t people = 0;
    double had = 0;
};

/// In order of what they have, so that the sum does not hang on the order of places.
double hadBy(std::vector<Portion> portions) {
    return inequality(std::move(portions)).all;
}

Equity rowOf(const std::vector<Placed>& places, const Group& group, bool withTheil, const Sums& whole) {
    Equity row;
    row.group = group.name;
    std::vector<Portion> portions;
    for (const Placed& place : places) {
        if (!group.holds(place) || place.people <= 0) continue;
        if (!place.each) {
            row.unknown.value += place.people;
            continue;
        }
        row.people.value += place.people;
        portions.push_back({{place.people}, *place.each, place.region});
    }
    if (row.people.value == 0) return row;
    const Inequality found = inequality(std::move(portions));
    row.mean = found.all / static_cast<double>(row.people.value);
    row.quantiles = found.quantiles;
    row.gini = found.gini;
    row.palma = found.palma;
    if (found.theil) row.theilTotal = found.theil->total;
    if (found.theil && withTheil) {
        row.theilBetween = found.theil->between;
        row.theilWithin = found.theil->within;
    }
    if (whole.had > 0) row.share = model::Share{found.all / whole.had};
    row.peopleShare = model::Share{static_cast<double>(row.people.value) / static_cast<double>(whole.people)};
    return row;
}

}  // namespace

std::vector<Equity> spreadOf(const std::vector<Placed>& places, const std::vector<std::string>& areas, const model::Reference& reference) {
    if (places.empty()) return {};
    Sums whole;
    std::vector<Portion> all;
    for (const Placed& place : places) {
        if (!place.each || place.people <= 0) continue;
        whole.people += place.people;
        all.push_back({{place.people}, *place.each, place.region});
    }
    if (all.empty()) return {};
    whole.had = hadBy(std::move(all));
    const std::vector<Group> groups = groupsOf(places, areas, reference);
    std::vector<Equity> rows(groups.size());
    tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t i) { rows[i] = rowOf(places, groups[i], i == 0, whole); });
    // One region alone, or nobody outside: the row would say the study's own again.
    std::erase_if(rows, [&](const Equity& row) {
        return row.people.value == 0 || (row.group != "study" && row.people + row.unknown == rows.front().people + rows.front().unknown);
    });
    return rows;
}

}  // namespace raquette::analysis

#include "gis/analysis/equity/spread.h"

#include "gis/analysis/equity/inequality.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>
#include <functional>
#include <tuple>
#include <utility>

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

/// Those whose figure is known in the order that inequality() sorts by, once for all groups; then the others.
std::vector<const Placed*> inOrder(const std::vector<Placed>& places) {
    std::vector<const Placed*> order;
    order.reserve(places.size());
    for (const Placed& place : places) {
        if (place.people > 0) order.push_back(&place);
    }
    const auto key = [](const Placed* place) { return std::tuple(!place->each, place->each, place->people, place->region, place); };
    tbb::parallel_sort(order.begin(), order.end(), [&](const Placed* a, const Placed* b) { return key(a) < key(b); });
    return order;
}

Equity rowOf(const std::vector<const Placed*>& places, const Group& group) {
    Equity row;
    row.group = group.name;
    std::vector<Portion> portions;
    for (const Placed* place : places) {
        if (!group.holds(*place)) continue;
        if (!place->each) {
            row.unknown.value += place->people;
            continue;
        }
        row.people.value += place->people;
        portions.push_back({{place->people}, *place->each, place->region});
    }
    if (row.people.value == 0) return row;
    const Inequality found = inequality(std::move(portions));
    row.mean = found.all / static_cast<double>(row.people.value);
    row.quantiles = found.quantiles;
    row.gini = found.gini;
    row.palma = found.palma;
    if (found.theil) {
        row.theilTotal = found.theil->total;
        row.theilBetween = found.theil->between;
        row.theilWithin = found.theil->within;
    }
    return row;
}

double hadBy(const Equity& row) {
    return row.mean * static_cast<double>(row.people.value);
}

/// What a group has and is of the whole; within one group régions are not told apart.
void addShares(const Equity& whole, Equity& row) {
    if (hadBy(whole) > 0) row.share = model::Share{hadBy(row) / hadBy(whole)};
    row.peopleShare = model::Share{static_cast<double>(row.people.value) / static_cast<double>(whole.people.value)};
    if (row.group == whole.group) return;
    row.theilBetween.reset();
    row.theilWithin.reset();
}

}  // namespace

std::vector<Equity> spreadOf(const std::vector<Placed>& places, const std::vector<std::string>& areas, const model::Reference& reference) {
    const std::vector<const Placed*> order = inOrder(places);
    if (order.empty() || !order.front()->each) return {};
    const std::vector<Group> groups = groupsOf(places, areas, reference);
    std::vector<Equity> rows(groups.size());
    tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t i) { rows[i] = rowOf(order, groups[i]); });
    const Equity whole = rows.front();
    // One région alone, or nobody outside: the row would say the study's own again.
    std::erase_if(rows, [&](const Equity& row) {
        return row.people.value == 0 || (row.group != whole.group && row.people + row.unknown == whole.people + whole.unknown);
    });
    for (Equity& row : rows) addShares(whole, row);
    return rows;
}

}  // namespace raquette::analysis

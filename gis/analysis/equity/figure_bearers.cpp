#include "gis/analysis/equity/figure_bearers.h"

#include "gis/analysis/provider.h"
#include "gis/analysis/whereabouts.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>
#include <tuple>

namespace raquette::analysis {

namespace {

using model::Activity;
using model::Reference;

std::optional<double> figure(const Activity& activity, Measure measure) {
    const auto whole = [](const std::optional<long>& count) { return count ? std::optional(static_cast<double>(*count)) : std::nullopt; };
    if (measure == Measure::Staff) return whole(activity.staff);
    if (measure == Measure::Fte) return activity.fte;
    if (measure == Measure::Budget) return activity.budget ? std::optional(activity.budget->value) : std::nullopt;
    if (measure == Measure::Events) return whole(activity.events);
    return measure == Measure::Admissions ? whole(activity.admissions) : std::nullopt;
}

class Reader {
public:
    Reader(const model::Study& study, const model::Dataset& dataset) : dataset_(dataset) {
        year_ = static_cast<int>(std::chrono::year_month_day(study.date).year());
        for (const model::SourceDeclaration& source : study.sources) dateOf_[source.id] = source.date;
    }

    int read(std::map<std::string, FigureBearer, std::less<>>& structures) {
        int lost = 0;
        for (const Activity& activity : dataset_.activities) {
            if (activity.year && *activity.year > year_) continue;
            if (activity.actorId.empty()) ++lost;
            const auto found = structures.find(activity.actorId);
            if (found != structures.end()) take(activity, found->second);
        }
        for (const model::Grant& grant : dataset_.grants) {
            if (!grant.year || *grant.year > year_) continue;
            if (grant.actorId.empty()) ++lost;
            const auto found = structures.find(grant.actorId);
            if (found != structures.end()) addGrant(grant, found->second);
        }
        return lost;
    }

private:
    void take(const Activity& activity, FigureBearer& structure) {
        for (const Measure measure : {Measure::Staff, Measure::Fte, Measure::Budget, Measure::Events, Measure::Admissions}) {
            const auto value = figure(activity, measure);
            if (!value) continue;
            const Key key{activity.year.value_or(0), dateOf_[activity.origin.source.str()], *value};
            const auto [best, isFirst] = best_.try_emplace(std::pair(structure.id, measure), key);
            if (!isFirst && key <= best->second) continue;
            best->second = key;
            structure.last[measure] = {*value, activity.year};
        }
    }

    /// Awards of a year add up; one whose amount is not known leaves the sum of the others.
    static void addGrant(const model::Grant& grant, FigureBearer& structure) {
        std::optional<double>& sum = structure.granted[*grant.year];
        if (grant.granted) sum = sum.value_or(0) + std::round(grant.granted->value * 100);
    }

    using Key = std::tuple<int, std::string, double>;

    const model::Dataset& dataset_;
    int year_ = 0;
    std::map<std::string, std::string> dateOf_;
    std::map<std::pair<std::string, Measure>, Key> best_;
};

}  // namespace

FigureBearers figureBearers(const model::Study& study, const Reference& reference, const StudyArea& area, const model::Dataset& dataset) {
    std::map<std::string, FigureBearer, std::less<>> byId;
    const RecordFinder finder(reference, area);
    FigureBearers found;
    const auto add = [&](const model::Actor& record, bool isVenue, bool bears) {
        const std::string status = statusOn(record, study.date);
        if (status == "closed" || status == "planned") return;
        const Whereabouts where = finder.of(record.place);
        if (where.inStudy) {
            byId.try_emplace(record.id.str(),
                             FigureBearer{record.id.str(), where.commune, where.departement, isVenue, bears, record.capacity, {}, {}});
        } else {
            ++found.nowhere;
        }
    };
    for (const model::Actor& actor : dataset.actors) add(actor, false, true);
    for (const model::Venue& venue : dataset.venues) {
        const bool run = std::ranges::any_of(venue.actorIds, [](const std::string& id) { return !id.empty(); });
        add(venue, true, !run);
    }
    found.figuresWithoutActor = Reader(study, dataset).read(byId);
    for (auto& [id, structure] : byId) found.all.push_back(std::move(structure));
    return found;
}

}  // namespace raquette::analysis

#include "gis/analysis/equity/figure_bearers.h"

#include "gis/analysis/provider.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>
#include <tuple>

namespace raquette::analysis {

namespace {

using model::Activity;
using model::Reference;

/// Those of a département's base units that are wholly in the study decide for who is known only to it.
class Inside {
public:
    Inside(const Reference& reference, const StudyArea& area)
        : reference_(reference), area_(area), whole_(reference.departements.size(), 1) {
        if (!reference.hasCommunePolygons()) {
            std::ranges::copy(area.holds, whole_.begin());
            return;
        }
        for (std::size_t i = 0; i < reference.communes.size(); ++i) {
            const std::int32_t departement = reference.communes[i].departement;
            if (departement != model::nowhere && area.holds[i] != 1) whole_[static_cast<std::size_t>(departement)] = 0;
        }
    }

    bool holds(const FigureBearer& structure, const model::Place& place) const {
        if (structure.commune == model::nowhere) {
            return structure.departement != model::nowhere && whole_[static_cast<std::size_t>(structure.departement)] == 1;
        }
        const std::int32_t unit = reference_.hasCommunePolygons() ? structure.commune : structure.departement;
        if (unit == model::nowhere) return false;
        if (place.position) return area_.holdsPoint(unit, *place.position);
        return area_.holds[static_cast<std::size_t>(unit)] == 1;
    }

private:
    const Reference& reference_;
    const StudyArea& area_;
    std::vector<std::uint8_t> whole_;
};

FigureBearer placed(const model::Actor& record, const Reference& reference) {
    FigureBearer structure;
    structure.id = record.id.str();
    structure.commune = indexOf(reference.communes, record.place.commune);
    structure.departement = structure.commune != model::nowhere
                                ? reference.communes[static_cast<std::size_t>(structure.commune)].departement
                                : indexOf(reference.departements, record.place.departement);
    structure.seats = record.capacity;
    return structure;
}

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
    const Inside inside(reference, area);
    FigureBearers found;
    const auto add = [&](const model::Actor& record, bool isVenue, bool bears) {
        const std::string status = statusOn(record, study.date);
        if (status == "closed" || status == "planned") return;
        FigureBearer structure = placed(record, reference);
        structure.isVenue = isVenue;
        structure.bears = bears;
        if (inside.holds(structure, record.place)) {
            byId.try_emplace(structure.id, structure);
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

#include "gis/analysis/time/timeline.h"

#include "gis/analysis/service_reach.h"
#include "gis/analysis/territory_units.h"
#include "gis/analysis/time/calendar.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

namespace raquette::analysis {

namespace {

using model::Level;
using model::Reference;

/// The first date that a record the service could select has; nothing where none has.
std::optional<model::Day> firstDate(const model::Service& service, const model::Dataset& dataset) {
    std::optional<model::Day> first;
    const auto take = [&](const std::optional<model::PartialDate>& date) {
        if (date && (!first || date->first() < *first)) first = date->first();
    };
    const bool contracts = std::holds_alternative<model::ScopeReach>(service.reach);
    for (const model::Contract& contract : dataset.contracts) {
        if (contracts) take(contract.period.start);
    }
    if (contracts) return first;
    for (const model::Venue& venue : dataset.venues) take(venue.opened ? venue.opened : venue.closed);
    for (const model::Actor& actor : dataset.actors) take(actor.opened ? actor.opened : actor.closed);
    return first;
}

/// People of each territory of a level, and those covered on each day.
struct LevelCount {
    Level level;
    std::vector<std::int64_t> people;
    std::vector<std::vector<std::int64_t>> covered;  ///< by territory, then by day
};

void count(LevelCount& counts, std::int32_t at, std::int64_t people, Days reached) {
    if (at == model::nowhere) return;
    counts.people[static_cast<std::size_t>(at)] += people;
    std::vector<std::int64_t>& covered = counts.covered[static_cast<std::size_t>(at)];
    for (; reached != 0; reached &= reached - 1) covered[static_cast<std::size_t>(std::countr_zero(reached))] += people;
}

std::vector<LevelCount> countLevels(const Reference& reference, const StudyArea& area, const Calendar& calendar) {
    const BaseUnits units(reference);
    std::vector<LevelCount> levels;
    for (const Level level : {Level::Study, Level::Region, Level::Departement, Level::Epci}) {
        if (level == Level::Epci && !reference.hasCommunePolygons()) continue;
        const std::size_t size = countOf(reference, level);
        levels.push_back(
            {level, std::vector<std::int64_t>(size, 0), std::vector(size, std::vector<std::int64_t>(calendar.days.size(), 0))});
    }
    for (std::size_t i = 0; i < reference.people.size(); ++i) {
        const model::PopulationPoint& point = reference.people[i];
        if (point.people == 0 || !area.holdsPoint(units.of(point), point.at)) continue;
        for (LevelCount& level : levels) {
            const std::int32_t at = level.level == Level::Epci ? ofCommune(reference, point.commune, level.level)
                                                               : ofDepartement(reference, point.departement, level.level);
            count(level, at, point.people, calendar.reached[i]);
        }
    }
    return levels;
}

std::vector<TimelineDay> daysOf(const Calendar& calendar) {
    std::vector<TimelineDay> days;
    for (std::size_t d = 0; d < calendar.days.size(); ++d) {
        TimelineDay day{calendar.days[d], 0, 0, 0};
        for (const DatedProvider& dated : calendar.providers) {
            const bool now = (dated.open >> d & 1) != 0;
            const bool before = d > 0 && (dated.open >> (d - 1) & 1) != 0;
            day.providers += now ? 1 : 0;
            if (d == 0) continue;
            day.opened += now && !before ? 1 : 0;
            day.closed += before && !now ? 1 : 0;
        }
        days.push_back(day);
    }
    return days;
}

/// Providers of the last day whose first day is not known.
int undatedOf(const model::Service& service, const model::Dataset& dataset, const Calendar& calendar) {
    std::set<std::string> dated;
    for (const model::Venue& venue : dataset.venues) {
        if (venue.opened) dated.insert("v" + venue.id.str());
    }
    for (const model::Actor& actor : dataset.actors) {
        if (actor.opened) dated.insert("a" + actor.id.str());
    }
    if (std::holds_alternative<model::ScopeReach>(service.reach)) return 0;  // a contract without a start is never surely in force
    const Days last = Days{1} << (calendar.days.size() - 1);
    return static_cast<int>(std::ranges::count_if(calendar.providers, [&](const DatedProvider& one) {
        const std::string key = (one.provider.kind == model::RecordKind::Venues ? "v" : "a") + one.provider.id;
        return (one.open & last) != 0 && !dated.contains(key);
    }));
}

/// Up to three communes with most people, most first; of equals the smaller code.
std::vector<std::string> fullest(const Reference& reference, const std::map<std::int32_t, std::int64_t>& people) {
    std::vector<std::pair<std::int64_t, std::string>> sorted;
    for (const auto& [commune, count] : people) sorted.emplace_back(-count, reference.communes[static_cast<std::size_t>(commune)].code);
    std::ranges::sort(sorted);
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, sorted.size()); ++i) codes.push_back(sorted[i].second);
    return codes;
}

}  // namespace

Timeline timeline(const model::Study& study, const Reference& reference, const StudyArea& area, const model::Service& service,
                  const model::Dataset& dataset, int years) {
    Timeline result;
    if (!isDated(service, dataset)) return result;
    const std::optional<model::Day> first = firstDate(service, dataset);
    int back = 0;
    while (first && back < std::min(years, 63) && model::monthsLater(study.date, -12 * back) > *first) ++back;
    std::vector<model::Day> days(static_cast<std::size_t>(back) + 1);
    for (int year = 0; year <= back; ++year) days[static_cast<std::size_t>(back - year)] = model::monthsLater(study.date, -12 * year);
    const Calendar found = calendar(study, reference, area, service, dataset, std::move(days));
    result.days = daysOf(found);
    result.undated = undatedOf(service, dataset, found);
    const std::vector<LevelCount> levels = countLevels(reference, area, found);
    for (std::size_t d = 0; d < found.days.size(); ++d) {
        for (const LevelCount& counts : levels) {
            for (std::size_t at = 0; at < counts.people.size(); ++at) {
                if (counts.people[at] == 0) continue;
                result.rows.push_back({found.days[d],
                                       territoryAt(reference, counts.level, static_cast<std::int32_t>(at)),
                                       {counts.people[at]},
                                       {counts.covered[at][d]}});
            }
        }
    }
    return result;
}

std::vector<Ending> endings(const model::Study& study, const Reference& reference, const StudyArea& area, const model::Service& service,
                            const std::vector<Provider>& providers, int months) {
    std::vector<Ending> result;
    std::vector<model::Day> days{study.date};
    for (int month = 1; month <= std::min(months, 60); ++month) days.push_back(model::monthsLater(study.date, month));
    const bool some = std::ranges::any_of(providers, [&](const Provider& one) {
        return one.surelyInForce && one.until && *one.until >= days.front() && *one.until < days.back();
    });
    if (!some) return result;
    // Nothing new is let in: only those of today count, so a later month is never better.
    std::vector<Days> open(providers.size(), 0);
    for (std::size_t i = 0; i < providers.size(); ++i) {
        for (std::size_t d = 0; d < days.size(); ++d) {
            if (providers[i].surelyInForce && (!providers[i].until || *providers[i].until >= days[d])) open[i] |= Days{1} << d;
        }
    }
    std::vector<Days> reached(reference.people.size(), 0);
    ServiceReach(study, reference, area, service, providers).visit([&](std::uint32_t point, std::uint32_t provider) {
        reached[point] |= open[provider];
        return true;
    });
    model::Inhabitants lost;
    for (std::size_t d = 1; d < days.size(); ++d) {
        const auto endsHere = [&](Days set) { return (set >> (d - 1) & 1) != 0 && (set >> d & 1) == 0; };
        Ending ending{days[d], {}, {}, {}, {}};
        for (std::uint32_t i = 0; i < providers.size(); ++i) {
            if (endsHere(open[i])) ending.ended.push_back(i);
        }
        if (ending.ended.empty()) continue;
        std::map<std::int32_t, std::int64_t> communes;
        for (std::size_t i = 0; i < reached.size(); ++i) {
            if (!endsHere(reached[i])) continue;
            ending.losing.value += reference.people[i].people;
            if (reference.people[i].commune != model::nowhere && reference.people[i].people > 0) {
                communes[reference.people[i].commune] += reference.people[i].people;
            }
        }
        lost += ending.losing;
        ending.lost = lost;
        ending.communes = fullest(reference, communes);
        result.push_back(std::move(ending));
    }
    return result;
}

}  // namespace raquette::analysis

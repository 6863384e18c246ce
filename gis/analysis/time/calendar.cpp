#include "gis/analysis/time/calendar.h"

#include "gis/analysis/service_reach.h"

#include <algorithm>
#include <map>

namespace raquette::analysis {

namespace {

bool wants(const model::Service& service, model::RecordKind kind) {
    const auto& kinds = service.match.kinds;
    if (kinds.empty()) return kind != model::RecordKind::Contracts;
    return std::ranges::find(kinds, kind) != kinds.end();
}

}  // namespace

bool isDated(const model::Service& service, const model::Dataset& dataset) {
    const auto dated = [](const model::Actor& record) { return record.opened || record.closed; };
    const auto bounded = [](const model::Contract& contract) { return contract.period.start || contract.period.end; };
    return (wants(service, model::RecordKind::Venues) && std::ranges::any_of(dataset.venues, dated)) ||
           (wants(service, model::RecordKind::Actors) && std::ranges::any_of(dataset.actors, dated)) ||
           (wants(service, model::RecordKind::Contracts) && std::ranges::any_of(dataset.contracts, bounded));
}

Calendar calendar(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Service& service,
                  const model::Dataset& dataset, std::vector<model::Day> days) {
    Calendar calendar;
    calendar.days = std::move(days);
    std::map<std::pair<model::RecordKind, std::string>, std::size_t> known;
    for (std::size_t d = 0; d < calendar.days.size(); ++d) {
        for (Provider& provider : select(service, dataset, calendar.days[d]).providers) {
            if (!provider.surelyInForce) continue;
            const auto [found, isNew] = known.try_emplace({provider.kind, provider.id}, calendar.providers.size());
            if (isNew) calendar.providers.push_back({std::move(provider), 0});
            calendar.providers[found->second].open |= Days{1} << d;
        }
    }
    std::vector<Provider> providers;
    Days all = 0;
    for (const DatedProvider& dated : calendar.providers) {
        providers.push_back(dated.provider);
        all |= dated.open;
    }
    calendar.reached.assign(reference.people.size(), 0);
    ServiceReach(study, reference, area, service, providers).visit([&](std::uint32_t point, std::uint32_t provider) {
        calendar.reached[point] |= calendar.providers[provider].open;
        return calendar.reached[point] != all;
    });
    return calendar;
}

}  // namespace raquette::analysis

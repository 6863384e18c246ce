#include "cli/over_time.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace raquette::cli {

namespace {

using nlohmann::ordered_json;

std::vector<std::string> communeNames(const model::Reference& reference, const std::vector<std::string>& codes) {
    std::vector<std::string> names;
    for (const std::string& code : codes) {
        const std::int32_t at = indexOf(reference.communes, code);
        names.push_back(at == model::nowhere ? code : reference.communes[static_cast<std::size_t>(at)].name);
    }
    return names;
}

}  // namespace

ordered_json timelineJson(const analysis::ServiceResult& result) {
    ordered_json years = ordered_json::array();
    for (const analysis::TimelineDay& day : result.timeline.days) {
        ordered_json year{{"date", model::isoText(day.day)}, {"providers", day.providers}, {"opened", day.opened}, {"closed", day.closed}};
        for (const analysis::TimelineRow& row : result.timeline.rows) {
            if (row.day != day.day || row.territory.level != model::Level::Study) continue;
            year["covered_population"] = row.coveredPopulation.value;
        }
        years.push_back(std::move(year));
    }
    return {{"without_opening_date", result.timeline.undated}, {"years", std::move(years)}};
}

ordered_json endingsJson(const analysis::ServiceResult& result) {
    ordered_json months = ordered_json::array();
    for (const analysis::Ending& month : result.endings) {
        ordered_json ended = ordered_json::array();
        for (const std::uint32_t provider : month.ended) {
            ended.push_back({{"id", result.providers[provider].id}, {"name", result.providers[provider].name}});
        }
        months.push_back({{"by", model::isoText(month.by)},
                          {"ended", std::move(ended)},
                          {"losing_population", month.losing.value},
                          {"lost_population", month.lost.value},
                          {"communes", month.communes}});
    }
    return months;
}

std::string endingsText(const store::StudyState& state, const analysis::ServiceResult& result) {
    const model::Language language = state.study.language;
    std::string out;
    for (const analysis::Ending& month : result.endings) {
        std::vector<std::string> names;
        for (const std::uint32_t provider : month.ended) names.push_back(result.providers[provider].name);
        const std::vector<std::string> communes = communeNames(state.reference, month.communes);
        out += text::say(language, month.losing.value == 0 ? "cli.ending.nobody" : "cli.ending",
                         {{"date", text::date(language, month.by)},
                          {"names", fmt::format("{}", fmt::join(names, ", "))},
                          {"people", text::number(language, month.losing.value)},
                          {"communes", fmt::format("{}", fmt::join(communes, ", "))}}) +
               "\n";
    }
    return out;
}

}  // namespace raquette::cli

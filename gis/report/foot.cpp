#include "gis/report/html.h"
#include "gis/report/road_words.h"
#include "gis/report/sections.h"
#include "gis/report/table.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>
#include <map>

namespace raquette::report {

namespace {

using model::Language;
using text::say;

std::string count(Language language, long value) {
    return text::number(language, value);
}

std::string answersWords(const model::SourceSummary& source, Language language) {
    if (!source.asked || !source.answered) return say(language, "report.sources.asked-unknown");
    return say(language, "report.sources.answered",
               {{"asked", count(language, *source.asked)}, {"answered", count(language, *source.answered)}});
}

/// Sorted by the share that answered.
std::string answersValue(const model::SourceSummary& source) {
    if (!source.asked || !source.answered || *source.asked == 0) return {};
    return fmt::format("{:.6f}", static_cast<double>(*source.answered) / static_cast<double>(*source.asked));
}

/// Each list: whose, when, what became of its rows, how many answered, whether it says where it looked.
std::string sourcesTable(const store::StudyState& state, Language language) {
    std::vector<TableRow> rows;
    const auto counted = [&](long value) { return TableCell{count(language, value), fmt::format("{}", value)}; };
    for (const model::SourceSummary& source : state.dataset.sources) {
        rows.push_back({{{source.contributor.empty() ? source.id : source.contributor},
                         {source.path},
                         {source.date},
                         {source.licence},
                         counted(source.rows),
                         counted(source.kept),
                         counted(source.rejected),
                         counted(source.merged),
                         {answersWords(source, language), answersValue(source)},
                         {say(language, source.statesSurveyed ? "report.sources.surveyed" : "report.sources.not-surveyed")}}});
    }
    const auto head = [&](const char* key) { return say(language, std::string("report.sources.") + key); };
    return sortableTable(head("title"),
                         {{head("who")},
                          {head("file")},
                          {head("date")},
                          {head("licence")},
                          {head("read"), true},
                          {head("kept"), true},
                          {head("rejected"), true},
                          {head("merged"), true},
                          {head("answers")},
                          {head("where")}},
                         rows);
}

/// Issues by rule, the most frequent first. Values stay out of the page.
std::string issuesSummary(const model::Issues& issues, Language language) {
    if (issues.empty()) return element("p", "", escaped(say(language, "report.issues.none")));
    std::map<std::string, long> byRule;
    for (const model::Issue& issue : issues) ++byRule[issue.rule];
    std::vector<std::pair<std::string, long>> rules(byRule.begin(), byRule.end());
    std::ranges::stable_sort(rules, std::greater<>(), &std::pair<std::string, long>::second);
    if (rules.size() > 8) rules.resize(8);
    const auto rejected = std::ranges::count(issues, model::IssueEffect::Rejected, &model::Issue::effect);
    const std::string out =
        element("p", "",
                escaped(say(language, "report.issues.count",
                            {{"n", count(language, static_cast<long>(issues.size()))}, {"rejected", count(language, rejected)}})));
    std::string items;
    for (const auto& [rule, times] : rules)
        items += element("li", "", escaped(fmt::format("{} × {}", count(language, times), rule))) + "\n";
    return out + element("ul", "", items);
}

std::string paragraph(const std::string& words) {
    return element("p", "", escaped(words)) + "\n";
}

}  // namespace

std::string completenessSection(const store::StudyState& state, Language language) {
    std::string out = element("h2", "", escaped(say(language, "report.completeness.title")));
    if (!state.analysis.completenessStated) out += paragraph(say(language, "note.completeness-not-stated"));
    if (!state.dataset.sources.empty()) out += sourcesTable(state, language);
    return out + element("h3", "", escaped(say(language, "report.issues.title"))) + issuesSummary(state.dataset.issues, language);
}

std::string methodSection(const store::StudyState& state, Language language) {
    std::string out = element("h2", "", escaped(say(language, "report.method.title")));
    const auto isTime = [](const analysis::ServiceResult& result) { return std::holds_alternative<model::Minutes>(result.service.reach); };
    const auto& services = state.analysis.services;
    if (!std::ranges::all_of(services, isTime)) out += paragraph(say(language, "report.method.distance"));
    const auto timed = std::ranges::find_if(services, isTime);
    if (timed != services.end()) {
        const std::string mode = timed->roads ? timed->roads->mode.in(language) : std::string();
        out += paragraph(say(language, "report.method.travel", {{"mode", mode}}));
        for (const std::string& line : roadLines(*timed, language)) out += paragraph(line);
    }
    out += paragraph(say(language, "report.method.population",
                         {{"model", say(language, "population." + std::string(name(state.reference.populationModel)))}}));
    out += paragraph(say(language, "report.method.holes." + std::string(name(state.study.gaps.split))));
    out += paragraph(say(language, "report.method.certainty"));
    out += paragraph(say(language, "report.method.area"));
    for (const std::string& note : state.analysis.notes) {
        if (note != "note.completeness-not-stated") out += paragraph(say(language, note));
    }
    std::string items;
    for (const std::string& attribution : state.reference.attributions) items += element("li", "", escaped(attribution)) + "\n";
    if (!items.empty()) out += element("h3", "", escaped(say(language, "report.method.sources"))) + element("ul", "", items);
    return out;
}

}  // namespace raquette::report

#include "gis/report/html.h"
#include "gis/report/sections.h"
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

std::string sourceWords(const model::SourceSummary& source, Language language) {
    std::string words = source.contributor.empty() ? source.id : source.contributor;
    for (const std::string* part : {&source.path, &source.date, &source.licence}) {
        if (!part->empty()) words += " · " + *part;
    }
    words += " · " + say(language, "report.sources.rows",
                         {{"rows", count(language, source.rows)},
                          {"kept", count(language, source.kept)},
                          {"rejected", count(language, source.rejected)},
                          {"merged", count(language, source.merged)}});
    words += " ";
    if (source.asked && source.answered) {
        words += say(language, "report.sources.answered",
                     {{"asked", count(language, *source.asked)}, {"answered", count(language, *source.answered)}});
    } else {
        words += say(language, "report.sources.asked-unknown");
    }
    return words + " " + say(language, source.statesSurveyed ? "report.sources.surveyed" : "report.sources.not-surveyed");
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
    std::string items;
    for (const model::SourceSummary& source : state.dataset.sources)
        items += element("li", "", escaped(sourceWords(source, language))) + "\n";
    out += element("ul", "", items);
    return out + element("h3", "", escaped(say(language, "report.issues.title"))) + issuesSummary(state.dataset.issues, language);
}

std::string methodSection(const store::StudyState& state, Language language) {
    std::string out = element("h2", "", escaped(say(language, "report.method.title")));
    out += paragraph(say(language, "report.method.distance"));
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

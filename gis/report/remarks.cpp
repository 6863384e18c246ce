#include "gis/report/remarks.h"

#include "gis/analysis/territory_units.h"
#include "gis/report/html.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace raquette::report {

namespace {

using model::Language;
using model::Remark;
using text::say;

constexpr std::string_view gapPrefix = "gap:";

std::string dayText(Language language, const std::string& iso) {
    const auto day = model::parseDay(iso);
    return day ? text::date(language, *day) : iso;
}

/// « Contesté par X le 3 mai : … », then the answer.
std::string lineOf(const Remark& remark, Language language) {
    const std::string words = remark.isPrivate ? say(language, "remark.private") : remark.text;
    std::string line = say(language, remark.contests ? "remark.contest" : "remark.comment",
                           {{"organisation", remark.organisation}, {"date", dayText(language, remark.date)}, {"text", words}});
    if (!remark.contests) return line;
    if (remark.isOpen()) return line + ". " + say(language, "remark.open");
    const bool accepted = remark.status == model::ContributionStatus::Accepted;
    return line + " " +
           say(language, accepted ? "remark.accepted" : "remark.refused", {{"organisation", remark.answeredBy}, {"answer", remark.answer}});
}

std::string list(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::string aboutOf(const analysis::Gap& gap) {
    return std::string(gapPrefix) + gap.id;
}

std::string aboutOf(const std::string& service, const model::TerritoryId& territory) {
    return service + ":" + territory.text();
}

std::string subjectText(const store::StudyState& state, const std::string& about, Language language) {
    for (const analysis::ServiceResult& result : state.analysis.services) {
        for (const analysis::Gap& gap : result.gaps) {
            if (aboutOf(gap) == about) return say(language, "remark.gap", {{"name", gap.name}});
        }
        if (!about.starts_with(result.service.id + ":")) continue;
        const auto territory = model::TerritoryId::parse(about.substr(result.service.id.size() + 1));
        if (territory) return result.service.label.in(language) + ", " + analysis::nameOf(state.reference, *territory);
    }
    for (const model::Venue& venue : state.dataset.venues) {
        if (venue.id == about) return venue.name.str();
    }
    for (const model::Actor& actor : state.dataset.actors) {
        if (actor.id == about) return actor.name.str();
    }
    return about;
}

std::vector<std::string> remarkLines(const store::StudyState& state, const std::string& about, Language language) {
    std::vector<std::string> lines;
    for (const Remark& remark : state.dataset.remarks) {
        if (remark.about == about) lines.push_back(lineOf(remark, language));
    }
    return lines;
}

std::string diagnosisLine(const model::DiagnosisStanding& diagnosis, Language language) {
    if (diagnosis.id.empty()) return {};
    std::string line =
        diagnosis.adopted.empty()
            ? say(language, "diagnosis.in-debate", {{"date", dayText(language, diagnosis.debated)}})
            : say(language, "diagnosis.is-adopted", {{"date", dayText(language, diagnosis.adopted)}, {"list", list(diagnosis.adoptedBy)}});
    if (diagnosis.adopted.empty() && !diagnosis.adoptedBy.empty())
        line += " " + say(language, "diagnosis.adopted-by", {{"list", list(diagnosis.adoptedBy)}});
    if (!diagnosis.missing.empty()) line += " " + say(language, "diagnosis.missing", {{"list", list(diagnosis.missing)}});
    if (diagnosis.changedSince > 0)
        line +=
            " " + say(language, "diagnosis.changed", {{"n", text::number(language, static_cast<std::int64_t>(diagnosis.changedSince))}});
    return line;
}

std::string debateSection(const store::StudyState& state, Language language) {
    std::vector<const Remark*> remarks;
    for (const Remark& remark : state.dataset.remarks) remarks.push_back(&remark);
    const std::string standing = diagnosisLine(state.dataset.diagnosis, language);
    if (remarks.empty() && standing.empty()) return {};
    std::ranges::stable_sort(remarks, {}, [](const Remark* remark) { return !remark->isOpen(); });
    std::string out = element("h2", "", escaped(say(language, "report.debate.title")));
    if (!standing.empty()) out += element("p", "", escaped(standing)) + "\n";
    std::string items;
    for (const Remark* remark : remarks)
        items += element("li", "",
                         element("strong", "", escaped(subjectText(state, remark->about, language))) + ". " +
                             escaped(lineOf(*remark, language))) +
                 "\n";
    if (!items.empty()) out += element("ul", "", items);
    return element("section", "", out);
}

}  // namespace raquette::report

#include "cli/findings.h"

#include "cli/equity.h"
#include "cli/filiere_findings.h"
#include "cli/funding.h"
#include "cli/over_time.h"
#include "cli/text_table.h"
#include "gis/report/road_words.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <algorithm>
#include <variant>

namespace raquette::cli {

namespace {

using model::Language;

std::string reachText(Language language, const model::Reach& reach) {
    const auto* distance = std::get_if<model::Metres>(&reach);
    if (const auto* time = std::get_if<model::Minutes>(&reach)) return text::duration(language, *time);
    return distance != nullptr ? text::distance(language, *distance) : text::say(language, "reach." + model::text(reach));
}

std::string km(Language language, const std::optional<model::Metres>& length) {
    return length ? text::decimal(language, model::inKilometres(*length), 1) : "–";
}

std::string minutes(Language language, const std::optional<model::Minutes>& time) {
    return time ? text::decimal(language, time->value, 0) : "–";
}

std::string squareKm(Language language, model::SquareMetres area) {
    const double value = model::inSquareKilometres(area);
    return text::decimal(language, value, value < 1 ? 2 : value < 10 ? 1 : 0);
}

std::string gapTable(const std::vector<analysis::Gap>& gaps, Language language) {
    const auto heading = [&](const char* key) { return text::say(language, std::string("cli.column.") + key); };
    const bool byTime = std::ranges::any_of(gaps, [](const analysis::Gap& gap) { return gap.nearestTime.has_value(); });
    TextTable table({{heading("rank"), Align::Right},
                     {heading("name")},
                     {heading("people"), Align::Right},
                     {heading("area"), Align::Right},
                     {heading(byTime ? "nearest-min" : "nearest"), Align::Right},
                     {heading("cause")},
                     {heading("certainty")}});
    for (const analysis::Gap& gap : gaps) {
        table.add({text::number(language, gap.rank), gap.name, text::number(language, gap.population.value), squareKm(language, gap.area),
                   byTime ? minutes(language, gap.nearestTime) : km(language, gap.nearest),
                   text::say(language, "cause." + std::string(analysis::name(gap.cause))),
                   text::say(language, gap.certain ? "cli.certain" : "cli.uncertain")});
    }
    return table.text();
}

std::string titleLine(const analysis::ServiceResult& result, const model::Study& study) {
    const char* key = result.gaps.empty() ? "cli.finding.none" : result.gaps.size() == 1 ? "cli.finding.one" : "cli.finding.many";
    return text::say(study.language, key,
                     {{"label", result.service.label.in(study.language)},
                      {"reach", reachText(study.language, result.service.reach)},
                      {"date", text::date(study.language, study.date)},
                      {"count", text::number(study.language, static_cast<std::int64_t>(result.gaps.size()))}}) +
           "\n";
}

std::string totalLine(const analysis::ServiceResult& result, const store::StudyState& state) {
    if (result.indicators.empty()) return {};
    const Language language = state.study.language;
    const analysis::Indicator& whole = result.indicators.front();
    model::SquareMetres area = result.slivers.area + result.fewPeople.area;
    for (const analysis::Gap& gap : result.gaps) area += gap.area;
    const std::string share = whole.coveredShare ? text::percent(language, {1 - whole.coveredShare->value}, 2) : "–";
    return text::say(language, "cli.total",
                     {{"people", text::number(language, (whole.population - whole.coveredPopulation).value)},
                      {"all", text::number(language, whole.population.value)},
                      {"share", share},
                      {"area", squareKm(language, area)},
                      {"model", text::say(language, "population." + std::string(model::name(state.reference.populationModel)))}}) +
           "\n";
}

std::string droppedLines(const analysis::ServiceResult& result, const model::Study& study) {
    const Language language = study.language;
    const auto line = [&](const char* key, const analysis::Dropped& dropped, const std::string& limit, const std::string& area) {
        if (dropped.count == 0) return std::string();
        return text::say(language, key,
                         {{"limit", limit},
                          {"count", text::number(language, dropped.count)},
                          {"area", area},
                          {"people", text::number(language, dropped.population.value)}}) +
               "\n";
    };
    return line("cli.dropped.slivers", result.slivers, text::decimal(language, model::inSquareKilometres(study.gaps.minArea), 2),
                text::decimal(language, result.slivers.area.value, 0)) +
           line("cli.dropped.people", result.fewPeople, text::number(language, study.gaps.minPopulation.value),
                squareKm(language, result.fewPeople.area));
}

std::string providersLine(const analysis::ServiceResult& result, Language language) {
    return text::say(language, "cli.providers",
                     {{"providers", text::number(language, static_cast<std::int64_t>(result.providers.size()))},
                      {"notPlaced", text::number(language, result.notPlaced)},
                      {"capacityUnknown", text::number(language, result.capacityUnknown)}}) +
           "\n";
}

std::string sensitivityLine(const analysis::ServiceResult& result, Language language) {
    if (!result.coveredAtShorter || !result.coveredAtLonger) return {};
    return text::say(language, std::holds_alternative<model::Minutes>(result.service.reach) ? "cli.sensitivity.minutes" : "cli.sensitivity",
                     {{"shorter", text::number(language, result.coveredAtShorter->value)},
                      {"longer", text::number(language, result.coveredAtLonger->value)}}) +
           "\n";
}

std::string misfitLine(const analysis::Misfit& misfit, Language language) {
    if (misfit == analysis::Misfit{}) return {};
    return text::say(language, "cli.misfit",
                     {{"overlap", text::decimal(language, misfit.overlap.value, 0)},
                      {"blanks", text::number(language, misfit.blanks)},
                      {"blank", squareKm(language, misfit.blank)}}) +
           "\n";
}

}  // namespace

std::string findingsText(const store::StudyState& state, bool sensitivity) {
    const Language language = state.study.language;
    std::string out;
    for (const analysis::ServiceResult& result : state.analysis.services) {
        out += titleLine(result, state.study) + "\n";
        if (result.providers.empty()) out += text::say(language, "cli.finding.nobody") + "\n\n";
        if (!result.gaps.empty()) out += gapTable(result.gaps, language) + "\n";
        out += totalLine(result, state) + droppedLines(result, state.study) + providersLine(result, language);
        for (const std::string& line : report::roadLines(result, language)) out += line + "\n";
        if (sensitivity) out += sensitivityLine(result, language);
        out += endingsText(state, result) + "\n";
    }
    out += fundingText(state);
    out += filiereText(state) + cooperationText(state);
    out += equityText(state);
    out += misfitLine(state.analysis.misfit, language);
    for (const std::string& note : state.analysis.notes) out += text::say(language, note) + "\n";
    return out + qualityText(state);
}

std::string qualityText(const store::StudyState& state) {
    model::SourceSummary all;
    for (const model::SourceSummary& source : state.dataset.sources) {
        all.rows += source.rows;
        all.kept += source.kept;
        all.merged += source.merged;
        all.rejected += source.rejected;
    }
    const Language language = state.study.language;
    return text::say(language, "cli.quality",
                     {{"rows", text::number(language, all.rows)},
                      {"kept", text::number(language, all.kept)},
                      {"merged", text::number(language, all.merged)},
                      {"rejected", text::number(language, all.rejected)},
                      {"issues", text::number(language, static_cast<std::int64_t>(state.dataset.issues.size()))}}) +
           "\n";
}

std::string outputsText(const std::vector<Output>& outputs, Language language) {
    TextTable table({{""}, {""}});
    for (const Output& output : outputs) table.add({text::say(language, "cli.output." + output.kind), shortPath(output.path)});
    return table.text();
}

std::string shortPath(const std::filesystem::path& path) {
    std::error_code error;
    const std::filesystem::path near = std::filesystem::proximate(path, error);
    return error || *near.begin() == ".." ? path.string() : near.string();
}

}  // namespace raquette::cli

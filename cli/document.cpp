#include "cli/document.h"

#include "cli/access.h"
#include "cli/equity.h"
#include "cli/filiere.h"
#include "cli/findings.h"
#include "cli/funding.h"
#include "cli/json.h"
#include "cli/over_time.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

namespace raquette::cli {

namespace {

using nlohmann::ordered_json;

template <class Unit>
ordered_json optionalValue(const std::optional<model::Quantity<Unit>>& value, double scale = 1) {
    return value ? ordered_json(tidy(value->value * scale)) : ordered_json(nullptr);
}

ordered_json optionalPeople(const std::optional<model::Inhabitants>& people) {
    return people ? ordered_json(people->value) : ordered_json(nullptr);
}

ordered_json optionalCount(const std::optional<long>& count) {
    return count ? ordered_json(*count) : ordered_json(nullptr);
}

ordered_json gapJson(const analysis::Gap& gap) {
    return {{"id", gap.id},
            {"rank", gap.rank},
            {"name", gap.name},
            {"population", gap.population.value},
            {"certain_population", gap.certainPopulation.value},
            {"area_km2", tidy(model::inSquareKilometres(gap.area))},
            {"communes", gap.communes ? ordered_json(*gap.communes) : ordered_json(nullptr)},
            {"deepest_km", optionalValue(gap.deepest, 1e-3)},
            {"nearest_km", optionalValue(gap.nearest, 1e-3)},
            {"deepest_min", optionalValue(gap.deepestTime)},
            {"nearest_min", optionalValue(gap.nearestTime)},
            {"nearest_name", gap.nearestName},
            {"cause", analysis::name(gap.cause)},
            {"certainty", gap.certain ? "certain" : "uncertain"},
            {"epcis", gap.epcis},
            {"departements", gap.departements}};
}

/// How much of the figures hangs on membership, and how the lists were gathered.
ordered_json membershipJson(const analysis::Indicator& indicator) {
    return {{"members", indicator.coveredByMembers.value},
            {"not_members", indicator.coveredByNonMembers.value},
            {"unknown", indicator.coveredByUnknown.value}};
}

ordered_json gatheringJson(const analysis::Gathering& gathering, const std::optional<model::Share>& surveyed) {
    return {{"surveyed_share", optionalValue(surveyed)},
            {"asked", optionalCount(gathering.asked)},
            {"answered", optionalCount(gathering.answered)},
            {"confirmed", gathering.confirmed.empty() ? ordered_json(nullptr) : ordered_json(gathering.confirmed)}};
}

ordered_json droppedJson(const analysis::Dropped& dropped) {
    return {
        {"count", dropped.count}, {"population", dropped.population.value}, {"area_km2", tidy(model::inSquareKilometres(dropped.area))}};
}

ordered_json coverageJson(const analysis::Coverage& coverage) {
    return {{"certainty", analysis::name(coverage.certainty)},
            {"area_km2", tidy(model::inSquareKilometres(coverage.area))},
            {"population", coverage.population.value}};
}

template <class Range, class Writer>
ordered_json listOf(const Range& range, Writer writer) {
    ordered_json list = ordered_json::array();
    for (const auto& one : range) list.push_back(writer(one));
    return list;
}

/// People whom one provider reaches and no other.
ordered_json coveredByOneJson(const analysis::ServiceResult& result) {
    if (result.onlyReached.size() != result.providers.size()) return nullptr;
    return std::accumulate(result.onlyReached.begin(), result.onlyReached.end(), model::Inhabitants{}).value;
}

/// Who is alone to serve somebody or to cover some land: most people first, then most land.
ordered_json fragilityJson(const analysis::ServiceResult& result) {
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < std::min(result.onlyReached.size(), result.onlyCovered.size()); ++i) {
        if (result.onlyReached[i].value > 0 || result.onlyCovered[i].value > 0) alone.push_back(i);
    }
    std::ranges::stable_sort(alone, std::ranges::greater(),
                             [&](std::size_t i) { return std::pair(result.onlyReached[i], result.onlyCovered[i]); });
    return listOf(alone, [&](std::size_t i) {
        const analysis::Provider& provider = result.providers[i];
        return ordered_json{{"id", provider.id},
                            {"name", provider.name},
                            {"only_population", result.onlyReached[i].value},
                            {"only_area_km2", tidy(model::inSquareKilometres(result.onlyCovered[i]))}};
    });
}

ordered_json serviceJson(const analysis::ServiceResult& result, model::Language language) {
    ordered_json service{{"id", result.service.id},
                         {"label", result.service.label.in(language)},
                         {"reach", model::text(result.service.reach)},
                         {"providers", result.providers.size()},
                         {"not_placed", result.notPlaced},
                         {"capacity_unknown", result.capacityUnknown},
                         {"possibly_in_force", result.possiblyInForce}};
    if (!result.indicators.empty()) {
        const analysis::Indicator& whole = result.indicators.front();
        service["population"] = whole.population.value;
        service["covered_population"] = whole.coveredPopulation.value;
        service["covered_share"] = optionalValue(whole.coveredShare);
        service["twice_covered"] = whole.twiceCovered.value;
        service["covered_area_share"] = optionalValue(whole.coveredAreaShare);
        service["covered_by"] = membershipJson(whole);
        service["completeness"] = gatheringJson(result.gathering, whole.surveyedShare);
    }
    service["covered_at_shorter"] = optionalPeople(result.coveredAtShorter);
    service["covered_at_longer"] = optionalPeople(result.coveredAtLonger);
    service["covered_by_one"] = coveredByOneJson(result);
    service["fragility"] = fragilityJson(result);
    service["timeline"] = timelineJson(result);
    service["endings"] = endingsJson(result);
    service["accessibility"] = accessJson(result);
    service["coverage"] = listOf(result.coverages, coverageJson);
    service["gaps"] = listOf(result.gaps, gapJson);
    service["dropped"] = {{"slivers", droppedJson(result.slivers)}, {"few_people", droppedJson(result.fewPeople)}};
    return service;
}

ordered_json sourceJson(const model::SourceSummary& source) {
    return {{"id", source.id},
            {"kind", model::name(source.kind)},
            {"path", source.path},
            {"contributor", source.contributor},
            {"licence", source.licence},
            {"date", source.date},
            {"asked", optionalCount(source.asked)},
            {"answered", optionalCount(source.answered)},
            {"rows", source.rows},
            {"kept", source.kept},
            {"rejected", source.rejected},
            {"merged", source.merged}};
}

ordered_json issueJson(const model::Issue& issue) {
    return {{"effect", issue.effect == model::IssueEffect::Rejected ? "rejected" : "noted"},
            {"source", issue.source},
            {"file", issue.file},
            {"sheet", issue.sheet},
            {"row", issue.row},
            {"column", issue.column},
            {"value", issue.value},
            {"rule", issue.rule},
            {"action", issue.action}};
}

ordered_json tableJson(const ingest::TableReading& table) {
    return {{"source", table.source},
            {"file", table.file},
            {"format", table.format},
            {"encoding", table.encoding},
            {"separator", table.separator},
            {"sheet", table.sheet},
            {"other_sheets", table.otherSheets},
            {"header", table.rowsAreNumbered ? ordered_json(table.headerRow) : ordered_json(nullptr)},
            {"header_rows", table.headerRows},
            {"rows", table.rows},
            {"columns", table.columns},
            {"skipped", listOf(table.skipped, [](const ingest::SkippedRow& row) {
                 return ordered_json{{"row", row.number}, {"why", row.why}, {"text", row.text}};
             })}};
}

ordered_json questionJson(const model::Question& question) {
    return {{"about", model::name(question.about)}, {"records", question.records},  {"score", question.score}, {"text", question.text},
            {"because", question.because},          {"decision", question.decision}};
}

ordered_json sourceQualityJson(const model::SourceQuality& quality) {
    ordered_json precision = ordered_json::object();
    for (std::size_t p = 0; p < quality.atPrecision.size(); ++p) {
        precision[std::string(model::name(static_cast<model::Precision>(p)))] = quality.atPrecision[p];
    }
    precision["not_placed"] = quality.notPlaced;
    const auto far = [](const model::FarPosition& position) {
        return ordered_json{{"record", position.record},
                            {"name", position.name},
                            {"row", position.origin.row},
                            {"km", tidy(position.kilometres)},
                            {"commune", position.commune}};
    };
    const auto column = [](const model::ColumnFill& fill) {
        const double share = fill.rows == 0 ? 0 : static_cast<double>(fill.filled) / static_cast<double>(fill.rows);
        return ordered_json{{"column", fill.column}, {"key", fill.key}, {"filled", fill.filled}, {"share", tidy(share)}};
    };
    const auto group = [](const model::IssueGroup& issues) {
        return ordered_json{{"what", issues.what},
                            {"effect", issues.effect == model::IssueEffect::Rejected ? "rejected" : "noted"},
                            {"rows", issues.rows},
                            {"first", issueJson(issues.first)}};
    };
    return {{"source", quality.source},
            {"precision", precision},
            {"unknown_codes", quality.unknownCodes},
            {"old_codes", quality.oldCodes},
            {"far_positions", listOf(quality.far, far)},
            {"columns", listOf(quality.columns, column)},
            {"issues", listOf(quality.issues, group)}};
}

ordered_json completenessJson(const model::Completeness& row) {
    return {{"function", row.function},
            {"territory", row.territory.text()},
            {"records", row.records},
            {"surveyed", model::name(row.surveyed)},
            {"asked", optionalCount(row.asked)},
            {"answered", optionalCount(row.answered)},
            {"confirmed", row.confirmed}};
}

ordered_json fixJson(const model::Fix& fix) {
    return {{"record", fix.record},
            {"name", fix.name},
            {"source", fix.origin.source},
            {"row", fix.origin.row},
            {"service", fix.service},
            {"people", fix.people.value},
            {"why", fix.why},
            {"uncertainty_m", tidy(fix.uncertainty.value)}};
}

ordered_json qualityJson(const model::Quality& quality) {
    return {{"sources", listOf(quality.sources, sourceQualityJson)},
            {"completeness", listOf(quality.completeness, completenessJson)},
            {"fix_first", listOf(quality.fixes, fixJson)}};
}

ordered_json columnJson(const ingest::RecognisedColumn& column) {
    return {{"source", column.source}, {"column", column.column}, {"key", column.key}, {"reason", column.reason}};
}

ordered_json outputJson(const Output& output) {
    return {{"kind", output.kind}, {"path", shortPath(output.path)}};
}

ordered_json studyJson(const store::StudyState& state) {
    return {{"file", shortPath(state.study.file)},
            {"title", state.study.title.in(state.study.language)},
            {"date", model::isoText(state.study.date)},
            {"population_model", model::name(state.reference.populationModel)},
            {"completeness_stated", state.analysis.completenessStated}};
}

ordered_json misfitJson(const analysis::Misfit& misfit) {
    return {{"overlap_m2", misfit.overlap.value}, {"blanks", misfit.blanks}, {"blank_km2", model::inSquareKilometres(misfit.blank)}};
}

}  // namespace

std::string resultDocument(const store::StudyState& state, const std::vector<Output>& outputs) {
    const model::Language language = state.study.language;
    return written({{"study", studyJson(state)},
                    {"services", listOf(state.analysis.services, [&](const auto& result) { return serviceJson(result, language); })},
                    {"funding", fundingJson(state.analysis.funding)},
                    {"filiere", filiereJson(state)},
                    {"cooperation", cooperationJson(state)},
                    {"equity", equityJson(state.analysis.equity)},
                    {"notes", state.analysis.notes},
                    {"misfit", misfitJson(state.analysis.misfit)},
                    {"sources", listOf(state.dataset.sources, sourceJson)},
                    {"issues", state.dataset.issues.size()},
                    {"outputs", listOf(outputs, outputJson)}});
}

std::string ingestDocument(const store::StudyState& state, const std::vector<Output>& outputs) {
    return written({{"study", studyJson(state)},
                    {"sources", listOf(state.dataset.sources, sourceJson)},
                    {"quality", qualityJson(state.dataset.quality)},
                    {"questions", listOf(state.dataset.questions, questionJson)},
                    {"issues", state.dataset.issues.size()},
                    {"outputs", listOf(outputs, outputJson)}});
}

std::string checkDocument(const store::StudyState& state, const std::vector<ingest::TableReading>& tables,
                          const std::vector<ingest::RecognisedColumn>& columns) {
    return written({{"study", studyJson(state)},
                    {"sources", listOf(state.dataset.sources, sourceJson)},
                    {"tables", listOf(tables, tableJson)},
                    {"columns", listOf(columns, columnJson)},
                    {"quality", qualityJson(state.dataset.quality)},
                    {"questions", listOf(state.dataset.questions, questionJson)},
                    {"issues", listOf(state.dataset.issues, issueJson)}});
}

std::string referenceDocument(const ingest::ReferenceInfo& info) {
    return written({{"title", info.title},
                    {"attributions", info.attributions},
                    {"communes", info.communes},
                    {"epci", info.epcis},
                    {"departements", info.departements},
                    {"regions", info.regions},
                    {"areas", info.areas},
                    {"population", info.people},
                    {"communes_without_epci", info.communesWithoutEpci},
                    {"communes_without_people", info.communesWithoutPeople},
                    {"communes_without_point", info.communesWithoutPoint},
                    {"vertices", info.vertices},
                    {"differences", info.differences},
                    {"issues", listOf(info.issues, issueJson)}});
}

std::string outputsDocument(const std::vector<Output>& outputs) {
    return written({{"outputs", listOf(outputs, outputJson)}});
}

}  // namespace raquette::cli

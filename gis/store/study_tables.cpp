#include "gis/store/cells.h"
#include "gis/store/layers.h"
#include "gis/store/versions.h"

#include <fmt/format.h>
#include <algorithm>
#include <memory>

namespace raquette::store {

namespace {

using enum ColumnType;
using Pairs = std::vector<std::pair<std::string, std::string>>;

Table issues(const model::Issues& records) {
    Table table{"issues", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"source"}, {"sheet"}, {"row", Integer}, {"column"}, {"value"}, {"rule"}, {"action"}, {"file"}, {"effect"}};
    table.row = [&records](std::size_t i) {
        const model::Issue& issue = records[i];
        const bool rejected = issue.effect == model::IssueEffect::Rejected;
        return Row{cell(issue.source), cell(issue.sheet), issue.row == 0 ? Value() : Value(static_cast<std::int64_t>(issue.row)),
                   cell(issue.column), cell(issue.value), cell(issue.rule),
                   cell(issue.action), cell(issue.file),  std::string(rejected ? "rejected" : "noted")};
    };
    return table;
}

/// Where a source says it looked: `dep:42 | epci:200070001`.
Value surveyedCell(const model::Study& study, const std::string& source) {
    const auto declared = std::ranges::find(study.sources, source, &model::SourceDeclaration::id);
    if (declared == study.sources.end() || !declared->surveyed) return {};
    std::vector<std::string> territories;
    for (const model::TerritoryId& territory : *declared->surveyed) territories.push_back(territory.text());
    return cell(joined(territories));
}

Table sources(const model::Study& study, const std::vector<model::SourceSummary>& records) {
    Table table{"sources", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"id"},
                     {"kind"},
                     {"path"},
                     {"contributor", Text, "contribut"},
                     {"licence"},
                     {"date"},
                     {"asked", Integer},
                     {"answered", Integer},
                     {"rows", Integer},
                     {"kept", Integer},
                     {"rejected", Integer},
                     {"merged", Integer},
                     {"states_surveyed", Integer, "surveyed"},
                     {"surveyed", Text, "surv_where"}};
    table.row = [&study, &records](std::size_t i) {
        const model::SourceSummary& source = records[i];
        Row row{source.id,
                std::string(name(source.kind)),
                cell(source.path),
                cell(source.contributor),
                cell(source.licence),
                cell(source.date),
                cell(source.asked),
                cell(source.answered)};
        for (const long count : {source.rows, source.kept, source.rejected, source.merged})
            row.emplace_back(static_cast<std::int64_t>(count));
        row.emplace_back(std::int64_t{source.statesSurveyed ? 1 : 0});
        row.push_back(surveyedCell(study, source.id));
        return row;
    };
    return table;
}

void addDropped(Pairs& pairs, const std::string& key, const analysis::Dropped& dropped) {
    pairs.emplace_back(key, fmt::format("{} areas, {} people, {:.6f} km2", dropped.count, dropped.population.value,
                                        model::inSquareKilometres(dropped.area)));
}

void addReference(Pairs& pairs, const model::Reference& reference) {
    pairs.emplace_back("reference_title", reference.title);
    pairs.emplace_back("population_model", name(reference.populationModel));
    if (reference.populationCell) pairs.emplace_back("population_cell_m", fmt::format("{}", *reference.populationCell));
    for (std::size_t i = 0; i < reference.attributions.size(); ++i)
        pairs.emplace_back(fmt::format("attribution_{}", i + 1), reference.attributions[i]);
}

/// Where the diagnosis stands, of a study whose contributions are kept.
void addDiagnosis(Pairs& pairs, const model::DiagnosisStanding& diagnosis) {
    if (diagnosis.id.empty()) return;
    pairs.emplace_back("diagnosis_id", diagnosis.id);
    pairs.emplace_back("diagnosis_debated", diagnosis.debated);
    pairs.emplace_back("diagnosis_adopted", diagnosis.adopted);
    pairs.emplace_back("diagnosis_adopted_by", joined(diagnosis.adoptedBy));
    pairs.emplace_back("diagnosis_missing", joined(diagnosis.missing));
    pairs.emplace_back("diagnosis_changed_since", fmt::format("{}", diagnosis.changedSince));
}

/// From this table anyone can tell which study, which rules and which programs gave the figures, and compute them again.
Pairs studyPairs(const StudyState& state) {
    const model::Study& study = state.study;
    std::vector<std::string> area;
    for (const model::TerritoryId& id : study.area) area.push_back(id.text());
    Pairs pairs{{"format", storeFormat},
                {"title_fr", study.title.fr},
                {"title_en", study.title.en},
                {"date", model::isoText(study.date)},
                {"language", study.language == model::Language::French ? "fr" : "en"},
                {"area", joined(area)},
                {"file", study.file.filename().string()},
                {"text", study.text},
                {"gaps_split", std::string(name(study.gaps.split))},
                {"gaps_depth", fmt::format("{}", study.gaps.depth)},
                {"gaps_min_population", fmt::format("{}", study.gaps.minPopulation.value)},
                {"gaps_min_area_km2", fmt::format("{}", model::inSquareKilometres(study.gaps.minArea))}};
    if (study.review.stale > 0) pairs.emplace_back("review_stale", fmt::format("{}", study.review.stale));
    addReference(pairs, state.reference);
    pairs.emplace_back("completeness_stated", state.analysis.completenessStated ? "yes" : "no");
    pairs.emplace_back("notes", joined(state.analysis.notes));
    pairs.emplace_back("territories_overlap_m2", fmt::format("{}", state.analysis.misfit.overlap.value));
    pairs.emplace_back("territories_blanks", fmt::format("{}", state.analysis.misfit.blanks));
    pairs.emplace_back("territories_blank_km2", fmt::format("{}", model::inSquareKilometres(state.analysis.misfit.blank)));
    for (const analysis::ServiceResult& result : state.analysis.services) {
        addDropped(pairs, "dropped_slivers_" + result.service.id, result.slivers);
        addDropped(pairs, "dropped_few_people_" + result.service.id, result.fewPeople);
    }
    addDiagnosis(pairs, state.dataset.diagnosis);
    for (const auto& [program, version] : programVersions()) pairs.emplace_back("version_" + program, version);
    return pairs;
}

/// A word that holds an address or a number of a person stays in the store.
Table remarks(const std::vector<model::Remark>& records) {
    Table table{"remarks", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"about"},
                     {"contests", Integer},
                     {"text"},
                     {"organisation", Text, "by"},
                     {"date"},
                     {"status"},
                     {"answer"},
                     {"answered_by", Text, "answerer"},
                     {"contribution", Text, "contrib"},
                     {"private_text", Text, "", true}};
    table.row = [&records](std::size_t i) {
        const model::Remark& remark = records[i];
        return Row{cell(remark.about),
                   cell(remark.contests ? 1 : 0),
                   remark.isPrivate ? Value() : cell(remark.text),
                   cell(remark.organisation),
                   cell(remark.date),
                   std::string(name(remark.status)),
                   cell(remark.answer),
                   cell(remark.answeredBy),
                   cell(remark.contribution),
                   remark.isPrivate ? cell(remark.text) : Value()};
    };
    return table;
}

Table study(const StudyState& state) {
    const auto pairs = std::make_shared<const Pairs>(studyPairs(state));
    Table table{"study", GeometryKind::None, {{"key"}, {"value"}}, pairs->size(), {}, {}};
    table.row = [pairs](std::size_t i) { return Row{(*pairs)[i].first, cell((*pairs)[i].second)}; };
    return table;
}

}  // namespace

std::vector<Table> studyTables(const StudyState& state) {
    std::vector<Table> tables;
    tables.push_back(issues(state.dataset.issues));
    tables.push_back(sources(state.study, state.dataset.sources));
    tables.push_back(remarks(state.dataset.remarks));
    tables.push_back(study(state));
    return tables;
}

std::vector<Table> layers(const StudyState& state) {
    std::vector<Table> tables;
    for (auto* part : {&territoryLayers, &resultLayers, &timeTables, &fundingTables, &recordLayers, &filiereTables, &cooperationTables,
                       &equityTables, &qualityTables, &studyTables}) {
        for (Table& table : part(state)) tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace raquette::store

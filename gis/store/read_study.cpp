#include "gis/model/error.h"
#include "gis/store/cells.h"
#include "gis/store/file_tables.h"
#include "gis/store/read_parts.h"
#include "gis/store/versions.h"

#include <fmt/format.h>
#include <charconv>
#include <future>
#include <map>

namespace raquette::store {

namespace {

using Pairs = std::map<std::string, std::string, std::less<>>;

double numberIn(const Pairs& pairs, std::string_view key, double otherwise) {
    const auto found = pairs.find(key);
    if (found == pairs.end()) return otherwise;
    double value = otherwise;
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return value;
}

void readGapRules(const Pairs& pairs, model::GapRules& rules) {
    if (const auto found = pairs.find("gaps_split"); found != pairs.end())
        rules.split = model::splitNamed(found->second).value_or(rules.split);
    rules.depth = numberIn(pairs, "gaps_depth", rules.depth);
    rules.minPopulation = {static_cast<std::int64_t>(numberIn(pairs, "gaps_min_population", 0))};
    rules.minArea = {numberIn(pairs, "gaps_min_area_km2", model::inSquareKilometres(rules.minArea)) * 1e6};
}

/// “raquette store 2” and later are of a Raquette to come.
void requireFormat(const std::string& format) {
    if (format == storeFormat) return;
    constexpr std::string_view ofAll = "raquette store ";
    if (std::string_view(storeFormat).starts_with(ofAll) && format.starts_with(ofAll))
        throw model::Error(fmt::format("a newer Raquette wrote it (“{}”; this one reads “{}”), so update this one", format, storeFormat));
    throw model::Error(fmt::format("it has no table `study` that begins with “{}”", storeFormat));
}

}  // namespace

void readStudy(StoredTables& store, StudyState& state) {
    Pairs pairs;
    store.read("study", [&](const StoredRow& row) { pairs[row.text("key")] = row.text("value"); });
    requireFormat(pairs["format"]);
    model::Study& study = state.study;
    study.title = {pairs["title_fr"], pairs["title_en"]};
    study.text = pairs["text"];
    study.file = pairs["file"];
    study.date = model::parseDay(pairs["date"]).value_or(model::Day{});
    study.language = pairs["language"] == "en" ? model::Language::English : model::Language::French;
    for (const std::string& id : split(pairs["area"])) {
        if (const auto territory = model::TerritoryId::parse(id)) study.area.push_back(*territory);
    }
    readGapRules(pairs, study.gaps);
    study.review.stale = static_cast<long>(numberIn(pairs, "review_stale", 0));
    model::Reference& reference = state.reference;
    reference.title = pairs["reference_title"];
    reference.populationModel = named(pairs["population_model"], model::PopulationModel::Lattice, model::PopulationModel::Communes);
    if (pairs.contains("population_cell_m")) reference.populationCell = numberIn(pairs, "population_cell_m", 0);
    for (int i = 1; pairs.contains(fmt::format("attribution_{}", i)); ++i)
        reference.attributions.push_back(pairs[fmt::format("attribution_{}", i)]);
    state.dataset.diagnosis = {pairs["diagnosis_id"],
                               pairs["diagnosis_debated"],
                               pairs["diagnosis_adopted"],
                               split(pairs["diagnosis_adopted_by"]),
                               split(pairs["diagnosis_missing"]),
                               static_cast<long>(numberIn(pairs, "diagnosis_changed_since", 0))};
    state.analysis.completenessStated = pairs["completeness_stated"] == "yes";
    state.analysis.notes = split(pairs["notes"]);
    state.analysis.misfit = {{numberIn(pairs, "territories_overlap_m2", 0)},
                             static_cast<int>(numberIn(pairs, "territories_blanks", 0)),
                             {numberIn(pairs, "territories_blank_km2", 0) * 1e6}};
}

void readSources(StoredTables& store, StudyState& state) {
    store.read("sources", [&](const StoredRow& row) {
        model::SourceSummary source;
        source.id = row.text("id");
        source.kind = model::sourceKindNamed(row.text("kind")).value_or(source.kind);
        source.path = row.text("path");
        source.contributor = row.text("contributor");
        source.licence = row.text("licence");
        source.date = row.text("date");
        source.asked = row.whole("asked");
        source.answered = row.whole("answered");
        source.rows = row.whole("rows").value_or(0);
        source.kept = row.whole("kept").value_or(0);
        source.rejected = row.whole("rejected").value_or(0);
        source.merged = row.whole("merged").value_or(0);
        source.statesSurveyed = row.whole("states_surveyed").value_or(0) != 0;
        model::SourceDeclaration declared;  // what an analysis asks of it
        declared.id = source.id;
        declared.kind = source.kind;
        declared.date = source.date;
        declared.asked = source.asked;
        declared.answered = source.answered;
        if (source.statesSurveyed) {
            declared.surveyed.emplace();
            for (const std::string& written : split(row.text("surveyed"))) {
                if (const auto territory = model::TerritoryId::parse(written)) declared.surveyed->push_back(*territory);
            }
        }
        state.study.sources.push_back(std::move(declared));
        state.dataset.sources.push_back(source);
    });
    store.read("issues", [&](const StoredRow& row) {
        const auto effect = row.text("effect") == "rejected" ? model::IssueEffect::Rejected : model::IssueEffect::Noted;
        state.dataset.issues.push_back({effect, row.text("source"), row.text("file"), row.text("sheet"), row.whole("row").value_or(0),
                                        row.text("column"), row.text("value"), row.text("rule"), row.text("action")});
    });
}

void readQuality(StoredTables& store, StudyState& state) {
    model::Dataset& data = state.dataset;
    store.read("provenance", [&](const StoredRow& row) {
        if (row.text("value").empty()) return;  // a private one: it stays in the store
        data.provenance.push_back({row.text("record"),
                                   row.text("field"),
                                   row.text("value"),
                                   {row.text("source"), row.whole("source_row").value_or(0)},
                                   row.whole("kept").value_or(0) != 0});
    });
    store.read("remarks", [&](const StoredRow& row) {
        data.remarks.push_back({row.text("contribution"), row.text("about"), row.whole("contests").value_or(0) != 0, row.text("text"),
                                row.text("text").empty(), row.text("organisation"), row.text("date"),
                                named(row.text("status"), model::ContributionStatus::Reverted, model::ContributionStatus::Proposed),
                                row.text("answer"), row.text("answered_by")});
    });
    store.read("questions", [&](const StoredRow& row) {
        data.questions.push_back({named(row.text("about"), model::Question::About::Place, model::Question::About::Duplicate),
                                  split(row.text("records")), static_cast<int>(row.whole("score").value_or(0)), row.text("question"),
                                  row.text("because"), row.text("decision")});
    });
    store.read("completeness", [&](const StoredRow& row) {
        const auto territory = model::TerritoryId::parse(row.text("territory"));
        if (!territory) return;
        data.quality.completeness.push_back({row.text("function"), *territory, row.whole("records").value_or(0),
                                             named(row.text("surveyed"), model::SurveyState::Yes, model::SurveyState::NotStated),
                                             row.whole("asked"), row.whole("answered"), row.text("confirmed")});
    });
}

namespace {

using Open = std::function<std::unique_ptr<StoredTables>()>;

/// Its territories alone, by a handle of its own.
StudyState readLand(const Open& open) {
    StudyState land;
    readTerritories(*open(), land);
    return land;
}

/// What went wrong, of a sentence that may begin with the store's name.
std::string reasonIn(std::string_view said, const std::string& store) {
    if (said.starts_with(store + ": ")) said.remove_prefix(store.size() + 2);
    if (said.ends_with('.')) said.remove_suffix(1);
    return std::string(said);
}

void takeLand(StudyState land, StudyState& state) {
    model::Reference& reference = state.reference;
    reference.regions = std::move(land.reference.regions);
    reference.departements = std::move(land.reference.departements);
    reference.epcis = std::move(land.reference.epcis);
    reference.communes = std::move(land.reference.communes);
    reference.communeShapes = std::move(land.reference.communeShapes);
    reference.areaShapes = std::move(land.reference.areaShapes);
    state.study.areas = std::move(land.study.areas);
    state.analysis.studyArea = std::move(land.analysis.studyArea);
}

}  // namespace

StudyState readParts(const Open& open, const std::string& store) {
    const std::unique_ptr<StoredTables> tables = open();
    StudyState state;
    try {
        readStudy(*tables, state);
        // Outlines are half of a store: they are read beside the rest, which names territories by their codes till then.
        std::future<StudyState> land = std::async(std::launch::async, readLand, open);
        readServices(*tables, state);
        readRecords(*tables, state);
        readSources(*tables, state);
        readQuality(*tables, state);
        readFindings(*tables, state);
        const CodesOfPeople codes = readPeople(*tables, state);
        takeLand(land.get(), state);
        settlePeople(codes, state.reference);
    } catch (const model::Error& error) {
        throw model::Error(fmt::format("{} is not a store that Raquette can read: {}. Make it again with `raquette run STUDY`.", store,
                                       reasonIn(error.what(), store)));
    }
    state.study.store = store;
    return state;
}

StudyState readStore(const std::filesystem::path& path) {
    return readParts([path] { return std::make_unique<FileTables>(path); }, path.string());
}

}  // namespace raquette::store

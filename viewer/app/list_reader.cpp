#include "viewer/app/list_reader.h"

#include "gis/analysis/analysis.h"
#include "gis/model/error.h"
#include "gis/store/store.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"
#include "ingest/table/column_keys.h"
#include "viewer/assistant/new_study.h"
#include "viewer/text/words.h"

#include <fmt/format.h>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <fstream>

namespace raquette::viewer {

namespace {

std::filesystem::path written(const NewStudy& study, const QTemporaryDir& folder) {
    const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "etude.toml";
    std::ofstream stream(file, std::ios::binary);
    stream << studyText(study, file.parent_path());
    stream.close();
    if (!folder.isValid() || !stream)
        throw model::Error("The list cannot be read: there is no room for temporary files. Is the disk full?");
    return file;
}

template <class Records>
void countPlaces(const Records& records, ListReading& reading) {
    for (const auto& record : records) {
        if (record.place.position)
            ++reading.atPrecision.at(static_cast<std::size_t>(record.place.precision));
        else
            ++reading.notPlaced;
    }
}

void addColumns(const ingest::IngestResult& result, ListReading& reading) {
    const auto personal = ingest::personalKeys();
    const double rows = static_cast<double>(std::max<long>(1, reading.rows));
    for (const ingest::RecognisedColumn& column : result.columns) {
        reading.columns.push_back({column.column, column.key, column.reason, static_cast<double>(column.filled) / rows,
                                   std::ranges::find(personal, column.key) != personal.end(), column.samples});
    }
}

void addDoubts(const model::Dataset& dataset, ListReading& reading) {
    for (const model::Issue& issue : dataset.issues)
        reading.doubts.push_back(
            {issue.row, issue.column, issue.value, issue.rule, issue.action, issue.effect == model::IssueEffect::Rejected});
    std::ranges::stable_sort(reading.doubts, std::greater<>(), &ListReading::Doubt::rejected);
    for (const model::Question& question : dataset.questions) {
        const bool place = question.about == model::Question::About::Place && !question.records.empty();
        ListReading::Question asked{question.text, question.because, {}, place ? question.records.front() : std::string()};
        for (const model::Question::Choice& choice : question.choices) asked.choices.emplace_back(choice.label, choice.decision);
        reading.questions.push_back(std::move(asked));
    }
}

void addAreas(const model::Reference& reference, ListReading& reading) {
    for (const model::Unit& region : reference.regions) reading.areas.emplace_back("reg:" + region.code, region.name);
    for (const model::Unit& departement : reference.departements)
        reading.areas.emplace_back("dep:" + departement.code, departement.name + " (" + departement.code + ")");
}

}  // namespace

ListReading readList(const NewStudy& study) {
    const QTemporaryDir folder;
    auto state = std::make_shared<store::StudyState>();
    state->study = ingest::readStudyFile(written(study, folder), model::today());
    model::Issues issues;
    state->reference = ingest::readReference(state->study, issues);
    ingest::IngestResult result = ingest::ingest(state->study, state->reference);
    ListReading reading;
    for (const ingest::TableReading& table : result.tables) {
        if (table.sheet.empty()) continue;
        reading.sheets.push_back(table.sheet);
        reading.sheets.insert(reading.sheets.end(), table.otherSheets.begin(), table.otherSheets.end());
    }
    for (const std::string_view key : ingest::columnKeys(study.kind)) reading.keys.emplace_back(key);
    for (const model::SourceSummary& source : result.dataset.sources) {
        reading.rows += source.rows;
        reading.rejected += source.rejected;
    }
    if (reading.rows == 0) {
        throw model::Error(plainWords(study.language, "assistant.no-row", {{"file", study.list.filename().string()}}));
    }
    addColumns(result, reading);
    countPlaces(result.dataset.venues, reading);
    countPlaces(result.dataset.actors, reading);
    addDoubts(result.dataset, reading);
    addAreas(state->reference, reading);
    state->dataset = std::move(result.dataset);
    state->study.services.clear();
    state->analysis = analysis::analyse(state->study, state->reference, state->dataset);  // the land that is drawn
    reading.state = std::move(state);
    return reading;
}

bool mayBeList(const std::string& path) {
    static const QStringList endings{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt"),     QStringLiteral("xlsx"),
                                     QStringLiteral("xls"), QStringLiteral("ods"), QStringLiteral("geojson"), QStringLiteral("shp"),
                                     QStringLiteral("kml"), QStringLiteral("fgb")};
    return endings.contains(QFileInfo(QString::fromStdString(path)).suffix().toLower());
}

}  // namespace raquette::viewer

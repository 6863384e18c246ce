#include "gis/store/cells.h"
#include "gis/store/layers.h"

#include <fmt/format.h>
#include <memory>

namespace raquette::store {

namespace {

using enum ColumnType;

Value shareOf(long part, long all) {
    return all == 0 ? Value() : Value(static_cast<double>(part) / static_cast<double>(all));
}

Table provenance(const std::vector<model::Provenance>& records) {
    Table table{"provenance", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {
        {"record"}, {"field"}, {"value"}, {"source"}, {"source_row", Integer}, {"kept", Integer}, {"private_value", Text, "", true}};
    table.row = [&records](std::size_t i) {
        const model::Provenance& said = records[i];
        return Row{said.record,
                   said.field,
                   said.isPrivate ? Value() : cell(said.value),
                   said.origin.source,
                   cell(said.origin.row),
                   cell(said.kept ? 1 : 0),
                   said.isPrivate ? cell(said.value) : Value()};
    };
    return table;
}

Table questions(const std::vector<model::Question>& records) {
    Table table{"questions", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"about"}, {"records"}, {"score", Integer}, {"question"}, {"because"}, {"decision"}};
    table.row = [&records](std::size_t i) {
        const model::Question& question = records[i];
        const bool scored = question.about == model::Question::About::Duplicate;
        return Row{std::string(name(question.about)),
                   joined(question.records),
                   scored ? cell(question.score) : Value(),
                   cell(question.text),
                   cell(question.because),
                   cell(question.decision)};
    };
    return table;
}

Table completeness(const std::vector<model::Completeness>& records) {
    Table table{"completeness", GeometryKind::None, {}, records.size(), {}, {}};
    table.columns = {{"function"},       {"territory"},         {"records", Integer}, {"surveyed"},
                     {"asked", Integer}, {"answered", Integer}, {"confirmed"}};
    table.row = [&records](std::size_t i) {
        const model::Completeness& row = records[i];
        return Row{cell(row.function), row.territory.text(), cell(row.records),  std::string(name(row.surveyed)),
                   cell(row.asked),    cell(row.answered),   cell(row.confirmed)};
    };
    return table;
}

/// One line a figure: what is measured, of what, how many, which share of the source's rows, and what to do.
class QualityRows {
public:
    explicit QualityRows(const model::Dataset& dataset) {
        for (std::size_t i = 0; i < dataset.quality.sources.size(); ++i) addSource(dataset.sources.at(i), dataset.quality.sources[i]);
        for (const model::Fix& fix : dataset.quality.fixes) {
            add(fix.origin.source, "fix", fix.record, cell(fix.people.value), {}, fmt::format("{} ({})", fix.why, fix.service));
        }
    }
    const std::vector<Row>& rows() const { return rows_; }

private:
    void addSource(const model::SourceSummary& summary, const model::SourceQuality& quality) {
        const auto share = [&](const std::string& measure, const std::string& item, long count, const std::string& text = {}) {
            add(summary.id, measure, item, cell(count), shareOf(count, summary.rows), text);
        };
        share("rows", "kept", summary.kept);
        share("rows", "merged", summary.merged);
        share("rows", "rejected", summary.rejected);
        for (std::size_t p = 0; p < quality.atPrecision.size(); ++p) {
            share("precision", std::string(name(static_cast<model::Precision>(p))), quality.atPrecision[p]);
        }
        share("precision", "not-placed", quality.notPlaced);
        share("codes", "unknown", quality.unknownCodes);
        share("codes", "old", quality.oldCodes);
        for (const model::FarPosition& far : quality.far) {
            add(summary.id, "far_position_km", far.record, far.kilometres, {}, far.commune);
        }
        for (const model::ColumnFill& column : quality.columns) share("filled", column.column, column.filled, column.key);
        for (const model::IssueGroup& group : quality.issues) {
            const std::string effect = group.effect == model::IssueEffect::Rejected ? "rejected: " : "";
            share("issue", group.what, group.rows, effect + group.first.rule + " — " + group.first.action);
        }
    }
    void add(const std::string& source, const std::string& measure, const std::string& item, Value count, Value share,
             const std::string& text) {
        rows_.push_back({source, measure, cell(item), std::move(count), std::move(share), cell(text)});
    }

    std::vector<Row> rows_;
};

Table quality(const model::Dataset& dataset) {
    const auto rows = std::make_shared<const QualityRows>(dataset);
    Table table{"quality", GeometryKind::None, {}, rows->rows().size(), {}, {}};
    table.columns = {{"source"}, {"measure"}, {"item"}, {"figure", Real}, {"share", Real}, {"text"}};
    table.row = [rows](std::size_t i) {
        Row row = rows->rows()[i];
        if (const auto* count = std::get_if<std::int64_t>(&row[3])) row[3] = static_cast<double>(*count);
        return row;
    };
    return table;
}

}  // namespace

std::vector<Table> qualityTables(const StudyState& state) {
    std::vector<Table> tables;
    tables.push_back(provenance(state.dataset.provenance));
    tables.push_back(questions(state.dataset.questions));
    tables.push_back(completeness(state.dataset.quality.completeness));
    tables.push_back(quality(state.dataset));
    return tables;
}

}  // namespace raquette::store

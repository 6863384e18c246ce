#include "cli/quality.h"

#include "cli/text_table.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace raquette::cli {

namespace {

using model::Language;
using Values = std::vector<std::pair<std::string, std::string>>;

std::string whereText(const model::Issue& issue) {
    std::string where = issue.file.empty() ? issue.source : issue.file;
    if (!issue.sheet.empty()) where += "[" + issue.sheet + "]";
    if (issue.row > 0) where += fmt::format(":{}", issue.row);
    if (!issue.column.empty()) where += " " + issue.column;
    if (!issue.value.empty()) where += " “" + issue.value + "”";
    return where;
}

/// The report of one study, said in its language.
class Report {
public:
    explicit Report(const store::StudyState& state) : state_(state), language_(state.study.language) {}

    std::string text() const {
        std::string out;
        for (const model::SourceQuality& quality : state_.dataset.quality.sources) {
            const auto summary = std::ranges::find(state_.dataset.sources, quality.source, &model::SourceSummary::id);
            if (summary != state_.dataset.sources.end()) out += sourceText(*summary, quality) + "\n";
        }
        for (const std::string& part : {elsewhereText(), completenessText(), fixesText(), questionsText()}) {
            if (!part.empty()) out += part + "\n";
        }
        return out;
    }

private:
    std::string say(std::string_view key, const Values& values = {}) const {
        return text::say(language_, "quality." + std::string(key), values);
    }
    std::string number(long value) const { return text::number(language_, value); }
    std::string percent(long part, long all) const {
        return text::percent(language_, {all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all)});
    }
    /// `key.none`, `key.one` or `key.many` by number.
    std::string counted(const std::string& key, long count) const {
        return count == 0 ? std::string() : say(key + (count == 1 ? ".one" : ".many"), {{"n", number(count)}});
    }
    static std::string joined(const std::vector<std::string>& parts) {
        std::string all;
        for (const std::string& part : parts) {
            if (!part.empty()) all += (all.empty() ? "" : ", ") + part;
        }
        return all;
    }

    std::string sourceText(const model::SourceSummary& summary, const model::SourceQuality& quality) const {
        std::string out = say("source", {{"source", summary.id}, {"path", summary.path}}) + " ";
        out += joined({counted("read", summary.rows), counted("kept", summary.kept), counted("merged", summary.merged),
                       counted("rejected", summary.rejected)}) +
               ".\n";
        for (const std::string& line :
             {placesText(quality), farText(quality), codesText(quality), answersText(summary), emptyText(quality), unusedText(quality)}) {
            if (!line.empty()) out += "  " + line + "\n";
        }
        return out + groupsText(quality);
    }

    std::string placesText(const model::SourceQuality& quality) const {
        std::vector<std::string> parts;
        for (std::size_t p = 0; p < quality.atPrecision.size(); ++p) {
            const std::string key = "at." + std::string(model::name(static_cast<model::Precision>(p)));
            if (quality.atPrecision[p] > 0) parts.push_back(say(key, {{"n", number(quality.atPrecision[p])}}));
        }
        if (quality.notPlaced > 0) parts.push_back(say("at.nowhere", {{"n", number(quality.notPlaced)}}));
        return parts.empty() ? std::string() : say("places", {{"list", joined(parts)}});
    }

    std::string farText(const model::SourceQuality& quality) const {
        if (quality.far.empty()) return {};
        constexpr std::size_t named = 3;
        std::vector<std::string> worst;
        for (std::size_t i = 0; i < std::min(named, quality.far.size()); ++i) {
            const model::FarPosition& far = quality.far[i];
            worst.push_back(say("far.one", {{"name", far.name},
                                            {"row", std::to_string(far.origin.row)},
                                            {"distance", text::distance(language_, model::kilometres(far.kilometres))},
                                            {"commune", far.commune}}));
        }
        const auto count = static_cast<long>(quality.far.size());
        return say(count == 1 ? "far.single" : "far", {{"n", number(count)}, {"list", joined(worst)}}) +
               (quality.far.size() > named ? "…" : "");
    }

    std::string codesText(const model::SourceQuality& quality) const {
        const std::string list = joined({counted("codes.unknown", quality.unknownCodes), counted("codes.old", quality.oldCodes)});
        return list.empty() ? list : say("codes", {{"list", list}});
    }

    std::string answersText(const model::SourceSummary& summary) const {
        if (!summary.asked) return {};
        if (!summary.answered) return say("asked", {{"asked", number(*summary.asked)}});
        return say("answers", {{"asked", number(*summary.asked)},
                               {"answered", number(*summary.answered)},
                               {"share", percent(*summary.answered, *summary.asked)}});
    }

    std::string emptyText(const model::SourceQuality& quality) const {
        constexpr long full = 95;
        std::vector<const model::ColumnFill*> partly;
        for (const model::ColumnFill& column : quality.columns) {
            if (!column.key.empty() && column.filled * 100 < column.rows * full) partly.push_back(&column);
        }
        if (partly.empty()) return quality.columns.empty() ? std::string() : say("columns.full");
        std::ranges::stable_sort(partly, {}, [](const model::ColumnFill* column) { return column->filled; });
        std::vector<std::string> parts;
        for (const model::ColumnFill* column : partly) parts.push_back(column->column + " " + percent(column->filled, column->rows));
        return say("columns", {{"list", joined(parts)}});
    }

    std::string unusedText(const model::SourceQuality& quality) const {
        std::vector<std::string> unused;
        for (const model::ColumnFill& column : quality.columns) {
            if (column.key.empty() && column.filled > 0) unused.push_back(column.column);
        }
        return unused.empty() ? std::string() : say("unused", {{"list", joined(unused)}});
    }

    std::string rowsText(const model::IssueGroup& group) const {
        std::vector<std::string> rows;
        for (const long row : group.firstRows) rows.push_back(std::to_string(row));
        if (rows.empty()) return {};
        const bool more = group.rows > static_cast<long>(rows.size());
        return say(group.rows == 1 ? "row" : "rows", {{"list", joined(rows) + (more ? "…" : "")}});
    }

    /// One line for all that is alike; the first one serves as the example.
    std::string groupsText(const model::SourceQuality& quality) const {
        std::string out;
        for (const model::IssueGroup& group : quality.issues) {
            if (group.what == "unused-column") continue;  // named above
            if (out.empty()) out = "  " + say("issues") + "\n";
            std::string about = group.first.column;
            if (!group.first.value.empty()) about += (about.empty() ? "" : " ") + say("value", {{"value", group.first.value}});
            const bool rejected = group.effect == model::IssueEffect::Rejected;
            out += say(rejected ? "group.rejected" : "group",
                       {{"n", fmt::format("{:>6}", number(group.rows))}, {"rule", group.first.rule}, {"rows", rowsText(group)}}) +
                   "\n";
            out += "           " +
                   say(group.rows == 1 ? "single" : "example",
                       {{"about", about + (about.empty() ? "" : " → ")}, {"action", group.first.action}}) +
                   "\n";
        }
        return out;
    }

    /// What is wrong elsewhere than in a list: the reference, the study file.
    std::string elsewhereText() const {
        model::Issues others;
        for (const model::Issue& issue : state_.dataset.issues) {
            if (std::ranges::find(state_.dataset.sources, issue.source, &model::SourceSummary::id) == state_.dataset.sources.end()) {
                others.push_back(issue);
            }
        }
        return others.empty() ? std::string() : say("elsewhere") + "\n" + issuesText(others);
    }

    struct FunctionTotal {
        long records = 0;
        long present = 0, surveyed = 0, partly = 0, notSurveyed = 0, emptyThough = 0, all = 0;
        std::string confirmed;
    };

    std::string completenessText() const {
        std::map<std::string, FunctionTotal> totals;
        bool stated = false;
        for (const model::Completeness& row : state_.dataset.quality.completeness) {
            FunctionTotal& total = totals[row.function];
            ++total.all;
            total.records += row.records;
            if (row.records > 0) ++total.present;
            if (row.surveyed == model::SurveyState::Yes) ++total.surveyed;
            if (row.surveyed == model::SurveyState::Partly) ++total.partly;
            if (row.surveyed == model::SurveyState::Yes && row.records == 0) ++total.emptyThough;
            stated = stated || row.surveyed != model::SurveyState::NotStated;
            total.confirmed = std::max(total.confirmed, row.confirmed);
        }
        if (totals.empty()) return {};
        std::vector<std::pair<std::string, FunctionTotal>> order(totals.begin(), totals.end());
        std::ranges::stable_sort(order, {}, [](const auto& entry) { return -entry.second.records; });
        TextTable table({{say("head.function")},
                         {say("head.records"), Align::Right},
                         {say("head.present"), Align::Right},
                         {say("head.surveyed"), Align::Right},
                         {say("head.partly"), Align::Right},
                         {say("head.empty"), Align::Right},
                         {say("head.confirmed")}});
        constexpr std::size_t shown = 12;
        for (std::size_t i = 0; i < std::min(shown, order.size()); ++i) {
            const auto& [function, total] = order[i];
            const auto known = [&](long value) { return stated ? number(value) : std::string("?"); };
            table.add({function.empty() ? say("no-function") : function, number(total.records), number(total.present),
                       known(total.surveyed), known(total.partly), known(total.emptyThough),
                       total.confirmed.empty() ? "?" : total.confirmed});
        }
        std::string out = say("completeness") + "\n" + table.text();
        if (order.size() > shown) out += say("more-functions", {{"n", number(static_cast<long>(order.size() - shown))}}) + "\n";
        return out + (stated ? "" : say("not-stated") + "\n");
    }

    std::string fixText(const model::Fix& fix) const {
        return say("fix." + fix.why, {{"uncertainty", text::distance(language_, fix.uncertainty)}});
    }

    std::string fixesText() const {
        const auto& fixes = state_.dataset.quality.fixes;
        if (fixes.empty()) return {};
        TextTable table({{say("head.people"), Align::Right}, {say("head.record")}, {say("head.place")}, {say("head.fix")}});
        for (const model::Fix& fix : fixes) {
            table.add({number(fix.people.value),
                       text::say(language_, "question.record",
                                 {{"name", fix.name}, {"source", fix.origin.source}, {"row", std::to_string(fix.origin.row)}}) +
                           (fix.alike == 0 ? std::string() : counted("alike", fix.alike)),
                       fix.place, fixText(fix)});
        }
        return say(fixes.size() == 1 ? "fixes.one" : "fixes", {{"n", number(static_cast<long>(fixes.size()))}}) + "\n" + table.text() +
               say("fixes.note") + "\n";
    }

    std::string questionsText() const {
        const auto& questions = state_.dataset.questions;
        if (questions.empty()) return {};
        const auto count = static_cast<long>(questions.size());
        std::string out =
            say(count == 1 ? "questions.one" : "questions", {{"n", number(count)}, {"file", state_.study.file.filename().string()}}) + "\n";
        long rank = 0;
        for (const model::Question& question : questions) {
            out += fmt::format("\n{}. {}\n   {}\n", ++rank, question.text, question.because);
            out += question.decision;
        }
        return out;
    }

    const store::StudyState& state_;
    Language language_;
};

}  // namespace

std::string issuesText(const model::Issues& issues) {
    std::string out;
    for (const model::Issue& issue : issues) {
        const char* effect = issue.effect == model::IssueEffect::Rejected ? "rejected: " : "";
        out += fmt::format("{}{} — {}", effect, whereText(issue), issue.rule);
        out += issue.action.empty() ? "\n" : " — " + issue.action + "\n";
    }
    return out;
}

std::string reportText(const store::StudyState& state) {
    return Report(state).text();
}

}  // namespace raquette::cli

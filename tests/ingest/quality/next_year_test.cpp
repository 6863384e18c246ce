#include "ingest/reference/reference.h"
#include "tests/ingest/tiny_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace raquette::ingest {
namespace {

using ::testing::IsEmpty;

using Cells = std::vector<std::string>;
enum Column : std::size_t { Id = 0, Name = 1, Address = 6, Latitude = 10, Longitude = 11, Opened = 13, Website = 14 };

std::vector<Cells> rowsOf(const std::string& csv) {
    std::vector<Cells> rows(1, Cells(1));
    bool quoted = false;
    for (const char c : csv) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == '\n' && !quoted) {
            rows.emplace_back(1);
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c != '\r') {
            rows.back().back() += c;
        }
    }
    if (rows.back() == Cells(1)) rows.pop_back();
    return rows;
}

std::string csvOf(const std::vector<Cells>& rows) {
    std::string csv;
    for (const Cells& row : rows) csv += fmt::format("\"{}\"\n", fmt::join(row, "\",\""));
    return csv;
}

/// A list a year later: some left, some came, a few are written otherwise.
struct NextYear {
    std::vector<Cells> rows;
    std::set<std::string> left;
    std::set<std::string> newIds;
    std::set<std::string> renamed;
};

NextYear aYearLater(const std::vector<Cells>& rows) {
    std::mt19937 random(2027);
    const auto oneIn = [&](std::uint32_t n) { return random() % n == 0; };
    const auto any = [&]() -> const Cells& { return rows[1 + random() % (rows.size() - 1)]; };
    NextYear next;
    next.rows.push_back(rows.front());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (oneIn(20)) {
            next.left.insert(rows[i][Id]);
            continue;
        }
        Cells& row = next.rows.emplace_back(rows[i]);
        if (oneIn(200)) {
            const bool began = row[Name].starts_with("Festival ");
            row[Name] = began ? row[Name].substr(9) : "Festival " + row[Name];
            next.renamed.insert(row[Id]);
        }
        if (!oneIn(20)) continue;
        // A newcomer of the same town, of which little is known; one in six is a festival of the list, entered once more under another id.
        Cells& newcomer = next.rows.emplace_back(rows[i]);
        newcomer[Id] = fmt::format("NEW_{}", next.newIds.size());
        for (const Column column : {Address, Latitude, Longitude, Opened, Website}) newcomer[column].clear();
        const std::string& other = any()[Name];
        if (!oneIn(6)) newcomer[Name] = other.substr(0, other.find(' ')) + " " + any()[Name];
        next.newIds.insert(newcomer[Id]);
    }
    return next;
}

/// The question's own lines, as a person leaves them: every other pair is said to be two, what has no candidate gets a commune.
std::string answered(const model::Question& question, bool same) {
    std::string decision = question.decision;
    const auto replace = [&](const std::string& from, const std::string& to) {
        if (const std::size_t at = decision.find(from); at != std::string::npos) decision.replace(at, from.size(), to);
    };
    if (question.about == model::Question::About::Duplicate) {
        if (!same) replace("= \"same\"", "= \"different\"");
    } else if (decision.find("\ncommune") == std::string::npos) {
        replace("# commune = \"…\"", "commune = \"11069\"");
        replace("# commune", "commune");
    }
    return decision + "\n";
}

/// The ids that the rows of each record had.
std::map<std::string, std::set<std::string>> rowsOfRecords(const model::Dataset& dataset) {
    std::map<std::string, std::set<std::string>> rows;
    for (const model::Actor& record : dataset.actors) rows[record.id] = {record.id, record.ownId};
    for (const model::Provenance& said : dataset.provenance) {
        if (said.field == "id") rows[said.record].insert(said.value);
    }
    return rows;
}

/// Ids of the rows of records of several, as they were decided, of which a row left or is written otherwise: what was answered through that
/// row is not known of the others.
std::set<std::string> leftBehind(const model::Dataset& decided, const NextYear& next) {
    std::set<std::string> behind;
    for (const auto& [record, rows] : rowsOfRecords(decided)) {
        const bool lost =
            std::ranges::any_of(rows, [&](const std::string& id) { return next.left.contains(id) || next.renamed.contains(id); });
        if (lost) behind.insert(rows.begin(), rows.end());
    }
    return behind;
}

class NextYearsFestivals : public ::testing::Test {
protected:
    void SetUp() override {
        const char* data = std::getenv("RAQUETTE_TEST_DATA");
        if (!data) GTEST_SKIP() << "needs RAQUETTE_TEST_DATA";
        list_ = bytesOf(std::filesystem::path(data) / "venues/festivals.csv");
        model::Issues issues;
        reference_ = readReference(model::Study{}, issues);
    }

    IngestResult read(const std::string& list, const std::string& decisions) const {
        return TinyIngest().source("festivals", "actors", list).toml(decisions).run(reference_);
    }

    std::string list_;
    model::Reference reference_;
};

TEST_F(NextYearsFestivals, AskOnlyAboutWhatIsNew) {
    const IngestResult first = read(list_, "");
    ASSERT_FALSE(first.dataset.questions.empty());
    std::string decisions;
    bool same = true;
    for (const model::Question& question : first.dataset.questions) {
        decisions += answered(question, same);
        same = !same;
    }
    const IngestResult decided = read(list_, decisions);
    EXPECT_THAT(decided.dataset.questions, IsEmpty()) << "answered once, the same file asks nothing";

    const NextYear next = aYearLater(rowsOf(list_));
    const IngestResult second = read(csvOf(next.rows), decisions);
    const auto rows = rowsOfRecords(second.dataset);
    long aboutNewcomers = 0;
    long aboutRenamed = 0;
    long aboutLeftBehind = 0;
    const std::set<std::string> behind = leftBehind(decided.dataset, next);
    for (const model::Question& question : second.dataset.questions) {
        const auto holdsOneOf = [&](const std::set<std::string>& ids) {
            return std::ranges::any_of(question.records, [&](const std::string& record) {
                return std::ranges::any_of(rows.at(record), [&](const std::string& id) { return ids.contains(id); });
            });
        };
        if (holdsOneOf(next.newIds)) {
            ++aboutNewcomers;
        } else if (holdsOneOf(next.renamed)) {
            ++aboutRenamed;
        } else if (holdsOneOf(behind)) {
            ++aboutLeftBehind;
        } else {
            ADD_FAILURE() << "asked again, score " << question.score << ": " << question.text << "\n"
                          << question.because << "\n"
                          << question.decision;
        }
    }
    const IngestResult undecided = read(csvOf(next.rows), "");
    std::printf(
        "first year: %zu questions on %ld rows, all answered; second year: %zu rows left, %zu came, %zu are written otherwise: %zu "
        "questions (%ld about newcomers, %ld about renamed ones, %ld about records of which a row left or changed), "
        "%zu without the decisions of the first\n",
        first.dataset.questions.size(), first.dataset.sources[0].rows, next.left.size(), next.newIds.size(), next.renamed.size(),
        second.dataset.questions.size(), aboutNewcomers, aboutRenamed, aboutLeftBehind, undecided.dataset.questions.size());
    EXPECT_GT(aboutNewcomers, 20) << "some newcomers are festivals of the list";
    EXPECT_LE(aboutLeftBehind, 2);
    EXPECT_GT(undecided.dataset.questions.size(), second.dataset.questions.size());
}

}  // namespace
}  // namespace raquette::ingest

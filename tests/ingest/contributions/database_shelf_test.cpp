#include "ingest/contributions/database_shelf.h"

#include "gis/model/error.h"
#include "gis/model/period.h"
#include "ingest/contributions/history_line.h"
#include "tests/ingest/contributions/together.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>
#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

namespace raquette::ingest {
namespace {

using model::Contribution;
using model::HistoryAct;
using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::ThrowsMessage;
using What = HistoryAct::What;

HistoryAct actOf(What what, const std::string& id, const std::string& organisation) {
    HistoryAct act;
    act.what = what;
    act.contribution = id;
    act.on = model::isoText(model::today());
    act.organisation = organisation;
    return act;
}

/// A schema of the database of the tests, with roles for « Pôle », which accepts, and for « Le Fil », which votes.
class DatabaseShelfTest : public testing::Test {
protected:
    void SetUp() override {
        if (!testDatabase()) GTEST_SKIP() << "no database: ./dev test starts one";
        schema_ = freshSchema();
        for (const std::string& role : {pole(), fil(), stranger()}) asKeeper("CREATE ROLE " + role + " LOGIN");
        keeper()->hold();
    }
    void TearDown() override {
        if (schema_.empty()) return;
        asKeeper("DROP SCHEMA " + schema_ + "_contributions CASCADE");
        for (const std::string& role : {pole(), fil(), stranger()}) asKeeper("DROP ROLE " + role);
    }

    std::string pole() const { return schema_ + "_pole"; }
    std::string fil() const { return schema_ + "_fil"; }
    std::string stranger() const { return schema_ + "_etranger"; }
    model::ReviewRules rules() const {
        model::ReviewRules rules;
        rules.stated = true;
        rules.who = {{"Pôle", true, {}, {}, pole()}, {"Le Fil", false, {}, {}, fil()}};
        return rules;
    }

    static std::string addressOf(const std::string& role) {
        std::string words;  // without who comes in by default
        std::istringstream all(*testDatabase());
        for (std::string word; all >> word;) {
            if (role.empty() || !word.starts_with("user=")) words += word + " ";
        }
        return role.empty() ? words : words + "user=" + role;
    }
    std::unique_ptr<DatabaseShelf> openAs(const std::string& role, const model::ReviewRules& rules) const {
        return std::make_unique<DatabaseShelf>(store::SharedAddress{addressOf(role), schema_}, "Essai", rules, folder_.path());
    }
    std::unique_ptr<DatabaseShelf> openAs(const std::string& role) const { return openAs(role, rules()); }
    std::unique_ptr<DatabaseShelf> keeper() const { return openAs(""); }
    static std::vector<SqlRow> as(const std::string& role, const std::string& sql, const std::vector<SqlValue>& values = {}) {
        return SharedDatabase(addressOf(role)).run(sql, values);
    }
    static void asKeeper(const std::string& sql) { as("", sql); }

    std::string schema_;
    TemporaryFolder folder_;
};

const Contribution said = Together::says("Le Fil", {{"fil", "capacity", "900", "1200"}});
const Contribution ofOthers = Together::says("Le Club", {{"club", "capacity", "200", "250"}});

const auto refused = ThrowsMessage<model::Error>(AnyOf(HasSubstr("The database refuses"), HasSubstr("may not add")));

TEST_F(DatabaseShelfTest, KeepsWhatItIsGiven) {
    keeper()->keep({said, ofOthers}, {actOf(What::Proposed, said.id, "Le Fil"), actOf(What::Proposed, ofOthers.id, "Le Club")});
    EXPECT_THAT(keeper()->history(), SizeIs(2));
    EXPECT_THAT(keeper()->contributions({ofOthers.id, said.id}), testing::ElementsAre(ofOthers, said));
    keeper()->keep({said}, {actOf(What::Accepted, said.id, "Pôle")});
    EXPECT_THAT(keeper()->history(), SizeIs(3)) << "brought twice, it is there once";
    EXPECT_THAT([&] { keeper()->contribution("gone"); }, ThrowsMessage<model::Error>(HasSubstr("no longer there")));
}

TEST_F(DatabaseShelfTest, WhoVotesProposesAndVotesInTheNameOfTheirsAndNothingElse) {
    const auto shelf = openAs(fil());
    EXPECT_FALSE(shelf->owns());
    EXPECT_FALSE(shelf->settles());
    shelf->keep({said}, {actOf(What::Proposed, said.id, "Le Fil"), actOf(What::Voted, said.id, "Le Fil")});
    EXPECT_THAT([&] { shelf->keep({}, {actOf(What::Accepted, said.id, "Le Fil")}); }, refused);
    EXPECT_THAT([&] { shelf->keep({}, {actOf(What::Accepted, said.id, "votes")}); }, refused);
    EXPECT_THAT([&] { shelf->keep({}, {actOf(What::Voted, said.id, "Pôle")}); }, refused);
    EXPECT_THAT([&] { shelf->keep({ofOthers}, {actOf(What::Proposed, ofOthers.id, "Le Fil")}); }, refused);
    EXPECT_THAT(shelf->history(), SizeIs(2)) << "what was refused left nothing";
    EXPECT_THAT([&] { shelf->rewrite({}, {}); }, refused);
    for (const char* sql : {"DELETE FROM {}.history", "UPDATE {}.history SET line = '{{}}'", "DELETE FROM {}.contributions",
                            "INSERT INTO {}.organisations VALUES (current_user, 'Pôle', true)", "DROP TABLE {}.history"})
        EXPECT_THAT([&] { as(fil(), fmt::format(fmt::runtime(sql), schema_ + "_contributions")); }, refused) << sql;
    EXPECT_THAT(keeper()->history(), SizeIs(2));
}

TEST_F(DatabaseShelfTest, WhoAcceptsSettlesInTheirOwnNameAndBringsWhatWasMailed) {
    const auto shelf = openAs(pole());
    EXPECT_TRUE(shelf->settles());
    EXPECT_FALSE(shelf->owns());
    shelf->keep({ofOthers}, {actOf(What::Proposed, ofOthers.id, "Le Club"), actOf(What::Accepted, ofOthers.id, "Pôle")});
    shelf->keep({}, {actOf(What::Refused, ofOthers.id, "votes")});
    EXPECT_THAT([&] { shelf->keep({}, {actOf(What::Accepted, ofOthers.id, "Le Club")}); }, refused);
    EXPECT_THAT(shelf->history(), SizeIs(3));
}

TEST_F(DatabaseShelfTest, NobodySpeaksInTheNameOfAnother) {
    const std::string sql =
        fmt::format("INSERT INTO {}_contributions.contributions (id, organisation, bytes) VALUES ($1, $2, $3)", schema_);
    EXPECT_THAT([&] { as(fil(), sql, {{ofOthers.id}, {"Le Fil"}, {contributionBytes(ofOthers), true}}); }, refused)
        << "its manifest says who";
    EXPECT_THAT([&] { as(fil(), sql, {{"another"}, {"Le Fil"}, {contributionBytes(said), true}}); }, refused);
    EXPECT_THAT([&] { as(fil(), sql, {{"x"}, {"Le Fil"}, {"no contribution", true}}); }, refused);
    as(fil(), sql, {{said.id}, {"Le Fil"}, {contributionBytes(said), true}});
    const std::string act = fmt::format("INSERT INTO {}_contributions.history (line, writer) VALUES ($1, $2)", schema_);
    EXPECT_THAT([&] { as(fil(), act, {{R"({"act":"voted","organisation":"Le Fil"})"}, {pole()}}); }, refused);
}

TEST_F(DatabaseShelfTest, AWordIsAValueAndNeverSql) {
    const Contribution odd = Together::says("Le Fil", {{"fil'; DROP SCHEMA public; --", "name", "", "\"); DELETE FROM history; --"}});
    openAs(fil())->keep({odd}, {actOf(What::Proposed, odd.id, "Le Fil")});
    EXPECT_EQ(keeper()->contribution(odd.id), odd);
    EXPECT_THAT(keeper()->contributions({}), IsEmpty());
    EXPECT_THAT([&] { keeper()->contribution("\"},{'; DROP"); }, ThrowsMessage<model::Error>(HasSubstr("no longer there")));
}

TEST_F(DatabaseShelfTest, AStrangerSeesNothingAndIsToldWhy) {
    EXPECT_THAT([&] { openAs(stranger()); }, ThrowsMessage<model::Error>(HasSubstr("[[review.who]]")));
    EXPECT_THAT([&] { as(stranger(), "SELECT * FROM " + schema_ + "_contributions.history"); }, refused);
}

TEST_F(DatabaseShelfTest, WhatTheRulesNoLongerSayIsTakenBack) {
    openAs(fil());
    model::ReviewRules fewer = rules();
    fewer.who.pop_back();
    openAs("", fewer);
    EXPECT_NO_THROW(openAs(fil())) << "looking changes nothing";
    openAs("", fewer)->hold();
    EXPECT_THAT([&] { openAs(fil()); }, ThrowsMessage<model::Error>(HasSubstr("may not see")));
    fewer.who = {{"X", true, {}, {}, "nobody_of_that_name"}};
    EXPECT_THAT([&] { openAs("", fewer)->hold(); },
                ThrowsMessage<model::Error>(AllOf(HasSubstr("no such role"), HasSubstr("CREATE ROLE"))));
    EXPECT_NO_THROW(openAs(pole())) << "nothing changed where something was wrong";
}

TEST_F(DatabaseShelfTest, ARoleMadeAnewIsLetInAgainAndAnotherIsNotHinderedMeanwhile) {
    asKeeper("DROP OWNED BY " + fil());
    asKeeper("DROP ROLE " + fil());
    EXPECT_NO_THROW(openAs(pole())->keep({ofOthers}, {actOf(What::Proposed, ofOthers.id, "Le Club")}));
    asKeeper("CREATE ROLE " + fil() + " LOGIN");
    EXPECT_THAT([&] { openAs(fil()); }, ThrowsMessage<model::Error>(HasSubstr("may not see")));
    keeper()->hold();
    EXPECT_NO_THROW(openAs(fil())->keep({said}, {actOf(What::Proposed, said.id, "Le Fil")}));
}

TEST_F(DatabaseShelfTest, TheModeratorSettlesAndWhoVotesMayAdopt) {
    model::ReviewRules moderated = rules();
    moderated.moderator = "Le Fil";
    openAs("", moderated)->hold();
    const auto shelf = openAs(fil(), moderated);
    EXPECT_TRUE(shelf->settles());
    shelf->keep({said}, {actOf(What::Proposed, said.id, "Le Fil"), actOf(What::Refused, said.id, "Le Fil")});
    HistoryAct adopted = actOf(What::Adopted, "", "Le Fil");
    adopted.diagnosis = "0123456789abcdef";
    keeper()->hold();
    openAs(fil())->keep({}, {adopted});
    EXPECT_THAT(keeper()->history(), SizeIs(3));
}

TEST_F(DatabaseShelfTest, TheHistoryIsNobodysToReorderDateOrErase) {
    openAs(fil())->keep({said}, {actOf(What::Proposed, said.id, "Le Fil")});
    const std::string history = schema_ + "_contributions.history";
    const std::string line = historyLine(actOf(What::Voted, said.id, "Le Fil"));
    EXPECT_THAT([&] { as(fil(), "INSERT INTO " + history + " (n, line) OVERRIDING SYSTEM VALUE VALUES (-5, $1)", {{line}}); }, refused);
    HistoryAct past = actOf(What::Voted, said.id, "Le Fil");
    past.on = "2000-01-01";
    EXPECT_THAT([&] { openAs(fil())->keep({}, {past}); }, refused);
    HistoryAct erased = actOf(What::Erased, "", "Pôle");
    erased.digests = {"00"};
    EXPECT_THAT([&] { openAs(pole())->keep({}, {erased}); }, refused) << "only who keeps the study erases";
    EXPECT_THAT([&] { openAs(pole())->keep({}, {actOf(What::Voted, said.id, "votes")}); }, refused);
    for (const char* bad :
         {R"({"act":"voted","organisation":"Le Fil","contribution":"%"})", R"({"on":"2026-01-01","act":"voted","organisation":"Le Fil"})",
          R"({"on":"2026-01-01","act":"x","contribution":"%","organisation":"Le Fil"})", "[]", "1",
          R"({"on":"2026-01-01","act":"voted","contribution":"%","organisation":"Le Fil","by":5})"}) {
        std::string text = bad;
        if (const std::size_t at = text.find('%'); at != std::string::npos) text.replace(at, 1, said.id);
        EXPECT_THAT([&] { as("", "INSERT INTO " + history + " (line) VALUES ($1)", {{text}}); }, refused) << text;
    }
    HistoryAct nowhere = actOf(What::Voted, "0123456789abcdef", "Le Fil");
    EXPECT_THAT([&] { openAs(fil())->keep({}, {nowhere}); }, refused) << "of a contribution that nobody brought";
    EXPECT_THAT(keeper()->history(), SizeIs(1));
}

TEST_F(DatabaseShelfTest, NoTypeOfTheCallersOwnChangesWhatTheDatabaseReads) {
    SharedDatabase database(addressOf(fil()));
    database.run("CREATE DOMAIN pg_temp.jsonb AS text");
    database.run("SET search_path = pg_temp, public");
    const std::string sql =
        fmt::format("INSERT INTO {}_contributions.contributions (id, organisation, bytes) VALUES ($1, $2, $3)", schema_);
    EXPECT_THAT([&] { database.run(sql, {{ofOthers.id}, {"Le Fil"}, {contributionBytes(ofOthers), true}}); }, refused);
}

TEST_F(DatabaseShelfTest, OneThatCannotBeReadStopsNobody) {
    std::string bytes = contributionBytes(said);
    bytes.back() = static_cast<char>(bytes.back() + 1);
    const std::string sql =
        fmt::format("INSERT INTO {}_contributions.contributions (id, organisation, bytes) VALUES ($1, $2, $3)", schema_);
    as(fil(), sql, {{said.id}, {"Le Fil"}, {bytes, true}});
    openAs(pole())->keep({ofOthers}, {actOf(What::Proposed, said.id, "Le Fil"), actOf(What::Proposed, ofOthers.id, "Le Club")});
    std::vector<std::string> problems;
    EXPECT_THAT(keeper()->readable({said.id, ofOthers.id}, problems), testing::ElementsAre(ofOthers));
    EXPECT_THAT(problems, testing::ElementsAre(HasSubstr(said.id)));
}

TEST_F(DatabaseShelfTest, ADiagnosisHasANameAndNoPath) {
    EXPECT_THAT([&] { keeper()->diagnosis("x/../../evil"); }, ThrowsMessage<model::Error>(HasSubstr("names no diagnosis")));
    EXPECT_THAT([&] { as(pole(), "INSERT INTO " + schema_ + "_contributions.diagnoses VALUES ('../x', 'a')"); }, refused);
}

TEST_F(DatabaseShelfTest, TheContributionsOfAnotherStudyAreNotTakenForItsOwn) {
    EXPECT_THAT([&] { DatabaseShelf({addressOf(""), schema_}, "Une autre", rules(), folder_.path()); },
                ThrowsMessage<model::Error>(AllOf(HasSubstr("“Essai”"), HasSubstr("schema="))));
}

TEST_F(DatabaseShelfTest, WhereNothingWasKeptThereIsNothing) {
    DatabaseShelf shelf({addressOf(stranger()), schema_ + "_vide"}, "Essai", rules(), folder_.path());
    EXPECT_THAT(shelf.history(), IsEmpty());
    EXPECT_THAT([&] { shelf.hold(); }, ThrowsMessage<model::Error>(HasSubstr("runs it once first")));
}

TEST_F(DatabaseShelfTest, WhoWroteALineStaysBesideItWhereAPersonIsTakenOut) {
    HistoryAct act = actOf(What::Proposed, said.id, "Le Fil");
    act.by = "Camille Martin";
    openAs(fil())->keep({said}, {act});
    std::vector<HistoryAct> history = keeper()->history();
    history.front().by.clear();
    history.push_back(actOf(What::Erased, "", "Pôle"));
    keeper()->rewrite({said}, history);
    EXPECT_EQ(keeper()->history().front().by, "");
    EXPECT_THAT(keeper()->history(), SizeIs(2));
    EXPECT_EQ(*as("", "SELECT writer::text FROM " + schema_ + "_contributions.history ORDER BY n").at(0).at(0), fil());
}

TEST_F(DatabaseShelfTest, TwoWhoAskAtOnceWaitForEachOther) {
    keeper()->keep({said}, {actOf(What::Proposed, said.id, "Le Fil")});
    std::atomic<int> inside{0};
    std::atomic<bool> together{false};
    std::vector<std::thread> hands;
    for (int i = 0; i < 8; ++i) {
        hands.emplace_back([&] {
            const auto shelf = openAs(pole());
            for (int n = 0; n < 5; ++n) {
                const Shelf::Hold hold = shelf->hold();
                if (++inside > 1) together = true;
                // What each does hangs on what it read: none may be lost.
                HistoryAct act = actOf(What::Discussed, said.id, "Pôle");
                act.reason = std::to_string(shelf->history().size());
                shelf->keep({}, {act});
                --inside;
            }
        });
    }
    for (std::thread& hand : hands) hand.join();
    EXPECT_FALSE(together);
    const std::vector<HistoryAct> history = keeper()->history();
    ASSERT_THAT(history, SizeIs(41));
    for (std::size_t i = 1; i < history.size(); ++i) EXPECT_EQ(history[i].reason, std::to_string(i));
}

TEST_F(DatabaseShelfTest, KilledInTheMiddleItIsBeforeOrAfter) {
    std::vector<Contribution> many;
    std::vector<HistoryAct> acts;
    for (int i = 0; i < 300; ++i) {
        many.push_back(Together::says("Pôle", {{"fil", "capacity", "900", std::to_string(1000 + i)}}));
        acts.push_back(actOf(What::Proposed, many.back().id, "Pôle"));
    }
    for (const int milliseconds : {5, 20, 60, 120}) {
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            try {
                openAs(pole())->keep(many, acts);
            } catch (const std::exception&) {
                _exit(1);
            }
            _exit(0);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const std::size_t count = keeper()->history().size();
        EXPECT_EQ(count % many.size(), 0U) << "all or nothing";
        const std::string rows = *as("", "SELECT count(*)::text FROM " + schema_ + "_contributions.contributions").at(0).at(0);
        EXPECT_EQ(rows, count == 0 ? "0" : "300");
    }
}

/// As many as the issue asks for, for as long as RAQUETTE_LOAD_SECONDS says; two seconds else.
TEST_F(DatabaseShelfTest, FiftyContributeAtOnceAndNothingIsLost) {
    constexpr int hands = 50;
    const char* asked = std::getenv("RAQUETTE_LOAD_SECONDS");
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(asked == nullptr ? 2 : std::stol(asked));
    const Together lists;
    const model::Study study = lists.study();
    model::Study ruled = study;
    ruled.review = rules();
    const FieldState now = fieldsOf(lists.run().dataset);
    const model::Reference reference = tinyReference();
    std::mutex guard;
    std::set<std::string> kept;
    std::vector<std::string> problems;
    std::vector<std::thread> threads;
    for (int hand = 0; hand < hands; ++hand) {
        threads.emplace_back([&, hand] {
            try {
                const auto shelf = openAs(fil());
                for (int n = 0; std::chrono::steady_clock::now() < until; ++n) {
                    MergeRequest request;
                    request.organisation = "Le Fil";
                    request.today = model::isoText(model::today());
                    request.proposals = {Together::says("Le Fil", {{"fil", "capacity", "900", std::to_string(1000 + hand * 100000 + n)}})};
                    const std::string id = request.proposals.front().id;
                    const Shelf::Hold hold = shelf->hold();
                    ingest::keep(mergeOf(request, ruled, *shelf, reference, now), *shelf);
                    const std::scoped_lock lock(guard);
                    kept.insert(id);
                }
            } catch (const std::exception& problem) {
                const std::scoped_lock lock(guard);
                problems.emplace_back(problem.what());
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_THAT(problems, IsEmpty());
    std::multiset<std::string> found;
    for (const HistoryAct& act : keeper()->history()) found.insert(act.contribution);
    EXPECT_EQ(found.size(), kept.size());
    for (const std::string& id : kept) EXPECT_EQ(found.count(id), 1U) << id;
    const std::vector<std::string> ids(kept.begin(), kept.end());
    EXPECT_THAT(keeper()->contributions(ids), SizeIs(ids.size()));
    RecordProperty("contributions", static_cast<int>(kept.size()));
    std::cout << kept.size() << " contributions of " << hands << " at once\n";
}

}  // namespace
}  // namespace raquette::ingest

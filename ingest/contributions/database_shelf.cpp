#include "ingest/contributions/database_shelf.h"

#include "gis/model/error.h"
#include "gis/model/period.h"
#include "gis/store/sibling.h"
#include "gis/store/sql_words.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/history.h"
#include "ingest/contributions/history_line.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>
#include <algorithm>
#include <map>
#include <unordered_map>

namespace raquette::ingest {

namespace {

namespace fs = std::filesystem;
using model::Contribution;
using model::HistoryAct;

/// `{0}`: the schema; `{1}`: where the manifest of a contribution begins. The database reads it itself, so that none is brought in the name
/// of another; what a function says is settled when it is made, whatever stands in the search path of who calls it. Who writes is known by
/// the role they came in with, one of a group's too.
constexpr std::string_view tables = R"(
CREATE SCHEMA {0};
CREATE FUNCTION {0}.manifest(bytea) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT
    RETURN convert_from(substring($1 FROM {1} FOR position('\x0a'::bytea IN substring($1 FROM {1})) - 1), 'UTF8')::jsonb;
CREATE TABLE {0}.organisations (role name NOT NULL, organisation text NOT NULL, settles boolean NOT NULL, PRIMARY KEY (role, organisation));
CREATE VIEW {0}.mine AS SELECT organisation, settles FROM {0}.organisations o JOIN pg_roles r ON r.rolname = o.role
    WHERE pg_has_role(r.oid, 'MEMBER');
CREATE TABLE {0}.contributions (bytes bytea NOT NULL, manifest jsonb NOT NULL GENERATED ALWAYS AS ({0}.manifest(bytes)) STORED,
    id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{{16}}$'), organisation text NOT NULL,
    CHECK ((id = manifest ->> 'id' AND organisation = manifest ->> 'organisation') IS TRUE));
CREATE TABLE {0}.history (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, line jsonb NOT NULL,
    act text NOT NULL GENERATED ALWAYS AS (line ->> 'act') STORED,
    organisation text NOT NULL GENERATED ALWAYS AS (line ->> 'organisation') STORED,
    contribution text GENERATED ALWAYS AS (nullif(line ->> 'contribution', '')) STORED REFERENCES {0}.contributions(id),
    writer name NOT NULL DEFAULT current_user, written timestamptz NOT NULL DEFAULT now(),
    CHECK ((line ->> 'on' ~ '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$') IS TRUE),
    CHECK (NOT jsonb_path_exists(line, '$.keyvalue() ? (@.key != "digests").value ? (@.type() != "string")')),
    CHECK ((CASE WHEN act = 'erased' THEN true WHEN act IN ('debated', 'adopted') THEN line ->> 'diagnosis' ~ '^[0-9a-f]{{16}}$'
        WHEN act IN ('proposed', 'discussed', 'voted', 'resolved', 'accepted', 'refused', 'reverted')
        THEN line ->> 'contribution' <> '' END) IS TRUE));
CREATE TABLE {0}.diagnoses (id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{{16}}$'), file bytea NOT NULL);
ALTER TABLE {0}.contributions ENABLE ROW LEVEL SECURITY;
ALTER TABLE {0}.history ENABLE ROW LEVEL SECURITY;
ALTER TABLE {0}.diagnoses ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON {0}.contributions FOR SELECT USING (true);
CREATE POLICY read ON {0}.history FOR SELECT USING (true);
CREATE POLICY read ON {0}.diagnoses FOR SELECT USING (true);
CREATE POLICY bring ON {0}.contributions FOR INSERT WITH CHECK (EXISTS (SELECT FROM {0}.mine m
    WHERE m.settles OR m.organisation = contributions.organisation));
CREATE POLICY act ON {0}.history FOR INSERT WITH CHECK (abs((line ->> 'on')::date - current_date) <= 1
    AND EXISTS (SELECT FROM {0}.mine m WHERE m.organisation = history.organisation AND history.act IN ('proposed', 'discussed', 'voted', 'adopted')
        OR m.settles AND (m.organisation = history.organisation AND history.act IN ('resolved', 'accepted', 'refused', 'reverted', 'debated')
            OR history.act = 'proposed' OR history.organisation = 'votes' AND history.act IN ('accepted', 'refused'))));
CREATE POLICY keep ON {0}.diagnoses FOR INSERT WITH CHECK (EXISTS (SELECT FROM {0}.mine m WHERE m.settles))
)";

bool isTrue(const std::vector<SqlRow>& rows) {
    return !rows.empty() && rows.front().front() == "t";
}

/// An array of SQL.
std::string arrayOf(const std::vector<std::string>& words) {
    std::string array = "{";
    for (const std::string& word : words) {
        array += array.size() > 1 ? ",\"" : "\"";
        for (const char c : word) {
            if (c == '"' || c == '\\') array += '\\';
            array += c;
        }
        array += '"';
    }
    return array + "}";
}

bool isId(const std::string& id) {
    constexpr std::size_t digits = 16;
    return id.size() == digits && id.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

DatabaseShelf::DatabaseShelf(const store::SharedAddress& address, std::string title, model::ReviewRules rules, fs::path beside)
    : schema_(address.schema + "_contributions"),
      name_(address.text()),
      title_(std::move(title)),
      rules_(std::move(rules)),
      beside_(std::move(beside)),
      database_(address.connection) {
    look();
}

/// What there is, and what who came in may do.
void DatabaseShelf::look() {
    const std::vector<SqlRow> found = database_.run(
        "SELECT pg_has_role(nspowner, 'MEMBER'), has_schema_privilege(oid, 'USAGE'), obj_description(oid, 'pg_namespace') "
        "FROM pg_namespace WHERE nspname = $1",
        {{schema_}});
    exists_ = !found.empty();
    if (!exists_) {  // whoever may make it will keep it
        owns_ = settles_ = isTrue(database_.run("SELECT has_database_privilege(current_database(), 'CREATE')"));
        return;
    }
    owns_ = found.front().at(0) == "t";
    if (found.front().at(1) != "t")
        throw model::Error(
            fmt::format("{}: your role may not see its contributions. Who keeps the study names it, as role = \"…\" under "
                        "[[review.who]], and runs it once.",
                        name_));
    if (const std::string held = found.front().at(2).value_or(""); held != title_)
        throw model::Error(
            fmt::format("{} keeps the contributions of “{}”, not of “{}”: name another schema (schema=…).", name_, held, title_));
    settles_ = owns_ || isTrue(database_.run(fmt::format("SELECT EXISTS (SELECT FROM {}.mine WHERE settles)", schema_)));
}

/// Two who come first at once make it once.
void DatabaseShelf::make() {
    try {
        Transaction transaction(database_);
        database_.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 2))", {{schema_}});
        if (database_.run("SELECT FROM pg_namespace WHERE nspname = $1", {{schema_}}).empty()) {
            const std::string script = fmt::format(fmt::runtime(tables), schema_, contributionHead.size() + 1);
            for (std::size_t from = 0; from < script.size();) {
                const std::size_t end = std::min(script.find(";\n", from), script.size());
                database_.run(script.substr(from, end - from));
                from = end + 1;
            }
            database_.run(fmt::format("COMMENT ON SCHEMA {} IS {}", schema_, store::sqlText(title_)));
        }
        transaction.commit();
    } catch (const SqlRefusal& refusal) {
        if (!refusal.isOfRights()) throw;
        throw model::Error(
            fmt::format("{}: nothing is kept there yet, and your role may not make it: who keeps the study runs it once first.", name_));
    }
    look();
}

/// The database knows what `[[review.who]]` says, and takes back what it no longer says.
void DatabaseShelf::admit() {
    using Who = std::pair<std::string, std::string>;
    std::map<Who, bool> wanted;
    for (const model::ReviewRight& right : rules_.who) {
        if (right.role.empty()) continue;
        bool& settles = wanted[{right.role, right.organisation}];
        settles = settles || right.accepts || right.organisation == rules_.moderator;
    }
    std::map<Who, bool> known;
    bool whole = true;  // a role made anew under its old name may do nothing any more
    for (const SqlRow& row :
         database_.run(fmt::format("SELECT o.role, organisation, settles, coalesce(has_schema_privilege(r.oid, '{0}', "
                                   "'USAGE'), false) FROM {0}.organisations o LEFT JOIN pg_roles r ON r.rolname = o.role",
                                   schema_))) {
        known[{row.at(0).value_or(""), row.at(1).value_or("")}] = row.at(2) == "t";
        whole = whole && row.at(3) == "t";
    }
    if (whole && known == wanted) return;
    Transaction transaction(database_);
    const auto isThere = [&](const std::string& role) {
        return !database_.run("SELECT FROM pg_roles WHERE rolname = $1", {{role}}).empty();
    };
    for (const auto& [who, settles] : known) {
        if (!isThere(who.first)) continue;
        database_.run(fmt::format("REVOKE ALL ON ALL TABLES IN SCHEMA {} FROM {}", schema_, store::sqlName(who.first)));
        database_.run(fmt::format("REVOKE ALL ON SCHEMA {} FROM {}", schema_, store::sqlName(who.first)));
    }
    database_.run(fmt::format("DELETE FROM {}.organisations", schema_));
    for (const auto& [who, settles] : wanted) {
        const std::string role = store::sqlName(who.first);
        if (!isThere(who.first))
            throw model::Error(fmt::format(
                "[[review.who]] role = “{}”: the database has no such role. Who keeps it adds it: CREATE ROLE {} LOGIN.", who.first, role));
        database_.run(fmt::format("INSERT INTO {}.organisations VALUES ($1, $2, $3)", schema_),
                      {{who.first}, {who.second}, {settles ? "t" : "f"}});
        database_.run(fmt::format("GRANT USAGE ON SCHEMA {} TO {}", schema_, role));
        database_.run(fmt::format("GRANT SELECT ON ALL TABLES IN SCHEMA {} TO {}", schema_, role));
        // These columns alone: neither the order of the history nor who wrote it is theirs to say.
        database_.run(fmt::format("GRANT INSERT (id, organisation, bytes) ON {}.contributions TO {}", schema_, role));
        database_.run(fmt::format("GRANT INSERT (line) ON {}.history TO {}", schema_, role));
        database_.run(fmt::format("GRANT INSERT ON {}.diagnoses TO {}", schema_, role));
    }
    transaction.commit();
}

std::string DatabaseShelf::placeOf(const std::string& id) const {
    return fmt::format("{}, contribution {}", name_, id);
}

std::vector<HistoryAct> DatabaseShelf::history() {
    std::vector<HistoryAct> history;
    if (!exists_) return history;
    for (const SqlRow& row : database_.run(fmt::format("SELECT line::text, n::text AS number FROM {}.history ORDER BY n", schema_))) {
        try {
            history.push_back(actOfLine(row.at(0).value_or("")));
        } catch (const std::exception& problem) {
            throw model::Error(
                fmt::format("{}: row n = {} of {}.history cannot be read: {}.", name_, row.at(1).value_or(""), schema_, problem.what()));
        }
    }
    return history;
}

std::vector<Contribution> DatabaseShelf::contributions(const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    if (!exists_) throw model::Error(fmt::format("{}: it is no longer there.", placeOf(ids.front())));
    std::unordered_map<std::string, Contribution> found;
    const std::string sql = fmt::format("SELECT id, bytes, organisation FROM {}.contributions WHERE id = ANY($1::text[])", schema_);
    for (const SqlRow& row : database_.run(sql, {{arrayOf(ids)}})) {
        Contribution contribution = contributionFrom(row.at(1).value_or(""), placeOf(row.at(0).value_or("")));
        std::string id = contribution.id;
        found.emplace(std::move(id), std::move(contribution));
    }
    std::vector<Contribution> all;
    all.reserve(ids.size());
    for (const std::string& id : ids) {
        const auto one = found.find(id);
        if (one == found.end()) throw model::Error(fmt::format("{}: it is no longer there.", placeOf(id)));
        all.push_back(one->second);
    }
    return all;
}

void DatabaseShelf::keep(const std::vector<Contribution>& more, const std::vector<HistoryAct>& acts) {
    if (acts.empty()) return;
    if (!exists_) make();
    try {
        Transaction transaction(database_);
        const std::string bring =
            fmt::format("INSERT INTO {}.contributions (id, organisation, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", schema_);
        const std::string there = fmt::format("SELECT FROM {}.contributions WHERE id = $1", schema_);
        for (const Contribution& contribution : more) {
            // Who may not bring it may still act on what is there.
            if (!settles_ && !database_.run(there, {{contribution.id}}).empty()) continue;
            database_.run(bring, {{contribution.id}, {contribution.organisation}, {contributionBytes(contribution), true}});
        }
        const std::string add = fmt::format("INSERT INTO {}.history (line) VALUES ($1)", schema_);
        for (const HistoryAct& act : acts) database_.run(add, {{historyLine(act)}});
        transaction.commit();
    } catch (const SqlRefusal& refusal) {
        if (!refusal.isOfRights()) throw;
        refuse(acts);
    }
}

/// The database said that a role has no right; this says which it has.
void DatabaseShelf::refuse(const std::vector<HistoryAct>& acts) {
    std::vector<std::string> mine;
    for (const SqlRow& row : database_.run(fmt::format("SELECT organisation, settles FROM {}.mine ORDER BY 1", schema_)))
        mine.push_back(fmt::format("“{}” ({})", row.at(0).value_or(""), row.at(1) == "t" ? "accepts" : "votes"));
    std::vector<std::string> wished;
    for (const HistoryAct& act : acts) {
        std::string one = fmt::format("“{}” by “{}”", name(act.what), act.organisation);
        if (std::ranges::find(wished, one) == wished.end()) wished.push_back(std::move(one));
    }
    throw model::Error(fmt::format("{}: your role {} speaks for {}, and may not add {} of {}. [[review.who]] says who may.", name_,
                                   database_.run("SELECT current_user").at(0).at(0).value_or(""),
                                   mine.empty() ? "nobody" : fmt::format("{}", fmt::join(mine, ", ")), fmt::join(wished, ", "),
                                   model::isoText(model::today())));
}

void DatabaseShelf::rewrite(const std::vector<Contribution>& contributions, const std::vector<HistoryAct>& history) {
    {
        Transaction transaction(database_);
        const std::string change = fmt::format("UPDATE {}.contributions SET bytes = $2 WHERE id = $1", schema_);
        for (const Contribution& contribution : contributions)
            database_.run(change, {{contribution.id}, {contributionBytes(contribution), true}});
        // Who wrote a line, and when, stays beside it.
        const std::vector<SqlRow> rows =
            database_.run(fmt::format("SELECT n::text AS number, line::text FROM {}.history ORDER BY n FOR UPDATE", schema_));
        const std::string replace = fmt::format("UPDATE {}.history SET line = $2 WHERE n = $1::bigint", schema_);
        for (std::size_t i = 0; i < std::min(rows.size(), history.size()); ++i) {
            if (historyLine(actOfLine(rows[i].at(1).value_or(""))) != historyLine(history[i]))
                database_.run(replace, {{rows[i].at(0).value_or("")}, {historyLine(history[i])}});
        }
        const std::string add = fmt::format("INSERT INTO {}.history (line) VALUES ($1)", schema_);
        for (std::size_t i = rows.size(); i < history.size(); ++i) database_.run(add, {{historyLine(history[i])}});
        transaction.commit();
    }
    // Rows that were replaced stay in the files of the database until it cleans up.
    database_.run(fmt::format("VACUUM FULL {0}.contributions, {0}.history", schema_));
}

fs::path DatabaseShelf::draft() {
    return beside_ / fmt::format("diagnosis-draft-{}.gpkg", getpid());
}

void DatabaseShelf::keepDraft(const std::string& id) {
    const fs::path file = draft();
    std::error_code error;
    if (!exists_) make();
    try {
        database_.run(fmt::format("INSERT INTO {}.diagnoses VALUES ($1, $2) ON CONFLICT DO NOTHING", schema_),
                      {{id}, {readBytes(file), true}});
    } catch (const model::Error&) {
        fs::remove(file, error);
        throw;
    }
    fs::rename(file, beside_ / fmt::format("diagnosis-{}.gpkg", id), error);
    if (error) fs::remove(file, error);
}

fs::path DatabaseShelf::diagnosis(const std::string& id) {
    if (!isId(id)) throw model::Error(fmt::format("{}: “{}” names no diagnosis.", name_, id));
    fs::path file = beside_ / fmt::format("diagnosis-{}.gpkg", id);
    if (fs::exists(file) || !exists_) return file;
    const std::vector<SqlRow> rows = database_.run(fmt::format("SELECT file FROM {}.diagnoses WHERE id = $1", schema_), {{id}});
    if (!rows.empty()) store::writeWhole(file, rows.front().front().value_or(""));
    return file;
}

Shelf::Hold DatabaseShelf::hold() {
    if (!exists_) make();
    if (owns_) admit();
    database_.run("SET lock_timeout = '120s'");
    database_.run("SET tcp_keepalives_idle = 30");  // who is cut off lets go soon
    try {
        database_.run("SELECT pg_advisory_lock(hashtextextended($1, 3))", {{schema_}});
    } catch (const SqlRefusal& refusal) {
        if (!refusal.isOfWaiting()) throw;
        throw model::Error(fmt::format("{}: others have been merging contributions for two minutes: try again later.", name_));
    }
    return {nullptr, [this](void* /*nothing*/) {
                try {
                    database_.run("SELECT pg_advisory_unlock(hashtextextended($1, 3))", {{schema_}});
                } catch (const model::Error&) {
                    return;  // the connection is lost, and the lock with it
                }
            }};
}

}  // namespace raquette::ingest

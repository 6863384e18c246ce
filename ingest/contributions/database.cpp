#include "ingest/contributions/database.h"

#include <fmt/format.h>
#include <libpq-fe.h>

namespace raquette::ingest {

namespace {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

/// Its first line, without the `ERROR:` of every one.
std::string said(std::string text) {
    text = text.substr(0, text.find('\n'));
    constexpr std::string_view prefix = "ERROR:";
    if (text.starts_with(prefix)) text.erase(0, text.find_first_not_of(' ', prefix.size()));
    return text;
}

SqlRefusal refusalOf(PGconn* connection, PGresult* result) {
    const char* code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return {fmt::format("The database refuses: {}", said(PQerrorMessage(connection))), code == nullptr ? "" : code};
}

}  // namespace

struct SharedDatabase::Link {
    struct Close {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    std::unique_ptr<PGconn, Close> connection;
};

SharedDatabase::SharedDatabase(const std::string& connection) : link_(std::make_unique<Link>()) {
    const std::string whole =
        connection +
        " client_encoding=UTF8 application_name=raquette connect_timeout=15 keepalives_idle=30 keepalives_interval=10 keepalives_count=3";
    link_->connection.reset(PQconnectdb(whole.c_str()));
    PGconn* link = link_->connection.get();
    if (PQstatus(link) != CONNECTION_OK)
        throw model::Error(fmt::format("The database cannot be reached ({}): {}", connection, said(PQerrorMessage(link))));
    PQsetNoticeProcessor(link, [](void* /*nobody*/, const char* /*notice*/) {}, nullptr);
}

SharedDatabase::~SharedDatabase() = default;

std::vector<SqlRow> SharedDatabase::run(const std::string& sql, const std::vector<SqlValue>& values) {
    std::vector<const char*> texts;
    std::vector<int> lengths;
    std::vector<int> formats;
    for (const SqlValue& cell : values) {
        texts.push_back(cell.value.data());
        lengths.push_back(static_cast<int>(cell.value.size()));
        formats.push_back(cell.isBytes ? 1 : 0);
    }
    const Result result(PQexecParams(link_->connection.get(), sql.c_str(), static_cast<int>(values.size()), nullptr, texts.data(),
                                     lengths.data(), formats.data(), 0));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw refusalOf(link_->connection.get(), result.get());
    constexpr Oid bytes = 17;
    std::vector<SqlRow> rows(static_cast<std::size_t>(PQntuples(result.get())));
    for (int r = 0; r < PQntuples(result.get()); ++r) {
        for (int c = 0; c < PQnfields(result.get()); ++c) {
            std::optional<std::string> cell;
            if (PQgetisnull(result.get(), r, c) == 0) {
                const char* value = PQgetvalue(result.get(), r, c);
                if (PQftype(result.get(), c) == bytes) {
                    std::size_t length = 0;
                    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> plain(
                        PQunescapeBytea(reinterpret_cast<const unsigned char*>(value), &length), &PQfreemem);
                    if (!plain) throw std::bad_alloc();
                    cell.emplace(reinterpret_cast<const char*>(plain.get()), length);
                } else {
                    cell.emplace(value, static_cast<std::size_t>(PQgetlength(result.get(), r, c)));
                }
            }
            rows[static_cast<std::size_t>(r)].push_back(std::move(cell));
        }
    }
    return rows;
}

Transaction::Transaction(SharedDatabase& database) : database_(database) {
    database_.run("BEGIN");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run("ROLLBACK");
    } catch (const model::Error&) {
        open_ = false;  // the connection is lost, and with it what was begun
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace raquette::ingest

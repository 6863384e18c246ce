#include "ingest/contributions/changeset.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <array>
#include <memory>
#include <optional>

namespace raquette::ingest {

namespace {

constexpr const char* table = "fields";
constexpr std::size_t columns = 3;

[[noreturn]] void fail(int code) {
    throw model::Error(fmt::format("The changes cannot be read or written: {}.", sqlite3_errstr(code)));
}

void check(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE) fail(code);
}

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct EndSession {
    void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
};
struct EndStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct FreeBytes {
    void operator()(void* bytes) const { sqlite3_free(bytes); }
};

/// A database in memory with the one table that contributions speak of.
class Fields {
public:
    Fields() {
        sqlite3* raw = nullptr;
        const int code = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        database_.reset(raw);
        check(code);
        run("CREATE TABLE fields (record TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (record, field)) "
            "WITHOUT ROWID");
    }

    void run(const char* sql) { check(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr)); }

    void set(const model::FieldChange& change, const std::string& value) {
        if (value.empty())
            bindAndStep("DELETE FROM fields WHERE record = ?1 AND field = ?2", change, value);
        else
            bindAndStep("INSERT INTO fields VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET value = excluded.value", change, value);
    }

    sqlite3* handle() const { return database_.get(); }

private:
    void bindAndStep(const char* sql, const model::FieldChange& change, const std::string& value) {
        sqlite3_stmt* raw = nullptr;
        const int code = sqlite3_prepare_v2(database_.get(), sql, -1, &raw, nullptr);
        const std::unique_ptr<sqlite3_stmt, EndStatement> statement(raw);
        check(code);
        const auto bind = [&](int place, const std::string& text) {
            check(sqlite3_bind_text(raw, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
        };
        bind(1, change.record);
        bind(2, change.field);
        if (!value.empty()) bind(3, value);
        check(sqlite3_step(raw));
    }

    std::unique_ptr<sqlite3, CloseDatabase> database_;
};

[[noreturn]] void failDamaged() {
    throw model::Error("the changes are damaged");
}

/// The bytes of a changeset, as the session extension's source lays them out; read by us, since SQLite 3.40 itself may read damaged ones
/// without end.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    bool atEnd() const { return bytes_.empty(); }
    unsigned char peek() const { return atEnd() ? 0 : static_cast<unsigned char>(bytes_.front()); }
    unsigned char byte() { return static_cast<unsigned char>(take(1).front()); }

    std::string_view take(std::size_t count) {
        if (count > bytes_.size()) failDamaged();
        const std::string_view taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }

    /// SQLite's variable-length integer: seven bits a byte, the highest first; lengths of texts need no more than four bytes of it.
    std::size_t length() {
        constexpr int most = 5;
        std::size_t value = 0;
        for (int i = 0; i < most; ++i) {
            const unsigned char part = byte();
            value = (value << 7U) | (part & 0x7FU);
            if ((part & 0x80U) == 0) return value;
        }
        failDamaged();
    }

    std::string_view upToZero() {
        const std::size_t end = bytes_.find('\0');
        if (end == std::string_view::npos) failDamaged();
        const std::string_view text = take(end);
        take(1);
        return text;
    }

private:
    std::string_view bytes_;
};

using Row = std::array<std::optional<std::string>, columns>;

/// Of each column its text, or nothing where the change leaves it as it was.
Row rowAt(Reader& reader) {
    constexpr unsigned char undefined = 0;
    constexpr unsigned char text = 3;
    Row row;
    for (std::optional<std::string>& value : row) {
        const unsigned char type = reader.byte();
        if (type == undefined) continue;
        if (type != text) throw model::Error("the changes hold something that is no text");
        value.emplace(reader.take(reader.length()));
    }
    return row;
}

void requireTable(Reader& reader) {
    const bool known = reader.byte() == 'T' && reader.length() == columns;
    if (!known) failDamaged();
    const std::string_view keys = reader.take(columns);
    if (keys[0] == 0 || keys[1] == 0 || keys[2] != 0 || reader.upToZero() != table)
        throw model::Error("the changes are not of the table that contributions speak of");
}

model::FieldChange changeAt(Reader& reader) {
    const unsigned char operation = reader.byte();
    reader.byte();  // whether a trigger made it
    const bool had = operation == SQLITE_DELETE || operation == SQLITE_UPDATE;
    const bool has = operation == SQLITE_INSERT || operation == SQLITE_UPDATE;
    if (!had && !has) failDamaged();
    const Row before = had ? rowAt(reader) : Row();
    const Row after = has ? rowAt(reader) : Row();
    const Row& key = had ? before : after;
    if (!key[0] || !key[1] || had != before[2].has_value() || has != after[2].has_value()) failDamaged();
    return {*key[0], *key[1], before[2].value_or(""), after[2].value_or("")};
}

}  // namespace

std::string changesetOf(const std::vector<model::FieldChange>& changes) {
    Fields fields;
    fields.run("BEGIN");
    for (const model::FieldChange& change : changes) {
        if (!change.before.empty()) fields.set(change, change.before);
    }
    fields.run("COMMIT");
    sqlite3_session* raw = nullptr;
    check(sqlite3session_create(fields.handle(), "main", &raw));
    const std::unique_ptr<sqlite3_session, EndSession> session(raw);
    check(sqlite3session_attach(raw, table));
    fields.run("BEGIN");
    for (const model::FieldChange& change : changes) fields.set(change, change.after);
    fields.run("COMMIT");
    int size = 0;
    void* bytes = nullptr;
    check(sqlite3session_changeset(raw, &size, &bytes));
    const std::unique_ptr<void, FreeBytes> held(bytes);
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::vector<model::FieldChange> changesIn(std::string_view changeset) {
    Reader reader(changeset);
    std::vector<model::FieldChange> changes;
    while (!reader.atEnd()) {
        if (changes.empty() || reader.peek() == 'T') requireTable(reader);
        if (!reader.atEnd()) changes.push_back(changeAt(reader));
    }
    return changes;
}

}  // namespace raquette::ingest

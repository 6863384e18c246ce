#include "gis/store/sqlite.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace raquette::store {

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Database::Database(const std::filesystem::path& file, Access access) : name_(file.string()) {
    sqlite3* raw = nullptr;
    const int flags = access == Access::Read     ? SQLITE_OPEN_READONLY
                      : access == Access::Change ? SQLITE_OPEN_READWRITE
                                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(name_.c_str(), &raw, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(raw);
    if (code != SQLITE_OK) fail();
}

void Database::fail() const {
    throw model::Error(fmt::format("{}: {}.", name_, handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory"));
}

void Database::waitFor(std::chrono::milliseconds longest) {
    sqlite3_busy_timeout(handle_.get(), static_cast<int>(longest.count()));
}

void Database::run(const std::string& sql) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

Statement Database::prepare(const std::string& sql) {
    return {*this, sql};
}

Statement::Statement(Database& database, const std::string& sql) : database_(&database) {
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v2(database.handle_.get(), sql.c_str(), -1, &raw, nullptr);
    handle_.reset(raw);
    if (code != SQLITE_OK) database.fail();
}

Statement& Statement::bind(int place, std::int64_t value) {
    sqlite3_bind_int64(handle_.get(), place, value);
    return *this;
}

Statement& Statement::bind(int place, double value) {
    sqlite3_bind_double(handle_.get(), place, value);
    return *this;
}

Statement& Statement::bind(int place, std::string_view text) {
    sqlite3_bind_text(handle_.get(), place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_->fail();
    return false;
}

void Statement::reset() {
    sqlite3_reset(handle_.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(handle_.get(), column);
}

std::string Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(handle_.get(), column);
    const int size = sqlite3_column_bytes(handle_.get(), column);
    return text ? std::string(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size))
                : std::string();  // NOLINT(*-reinterpret-cast): SQLite's text is bytes
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::span<const std::byte> Statement::bytes(int column) const {
    const void* bytes = sqlite3_column_blob(handle_.get(), column);
    const int size = sqlite3_column_bytes(handle_.get(), column);
    return {static_cast<const std::byte*>(bytes), bytes ? static_cast<std::size_t>(size) : 0};
}

int Statement::indexOf(std::string_view column) const {
    const std::string wanted(column);
    for (int i = 0; i < sqlite3_column_count(handle_.get()); ++i) {
        if (sqlite3_stricmp(sqlite3_column_name(handle_.get(), i), wanted.c_str()) == 0) return i;
    }
    return -1;
}

}  // namespace raquette::store

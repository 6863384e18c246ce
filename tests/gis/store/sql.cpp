#include "tests/gis/store/sql.h"

#include <sqlite3.h>
#include <stdexcept>

namespace raquette::store::test {

std::vector<std::string> query(const std::filesystem::path& store, const std::string& sql) {
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    std::vector<std::string> rows;
    const bool ready = sqlite3_open_v2(store.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
                       sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK;
    while (ready && sqlite3_step(statement) == SQLITE_ROW) {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        rows.emplace_back(text == nullptr ? "NULL" : text);
    }
    const std::string problem = ready ? "" : sqlite3_errmsg(database);
    sqlite3_finalize(statement);
    sqlite3_close(database);
    if (!ready) throw std::runtime_error(sql + ": " + problem);
    return rows;
}

OpenDatabase::OpenDatabase(const std::filesystem::path& store) {
    if (sqlite3_open(store.c_str(), &database_) != SQLITE_OK) throw std::runtime_error("cannot open " + store.string());
}

OpenDatabase::~OpenDatabase() {
    sqlite3_close(database_);
}

void OpenDatabase::run(const std::string& sql) const {
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database_));
}

}  // namespace raquette::store::test

#pragma once

#include <filesystem>
#include <string>
#include <vector>

struct sqlite3;

namespace raquette::store::test {

/// First column of each row of the answer, as text, read with SQLite alone: another program than the one that wrote.
std::vector<std::string> query(const std::filesystem::path& store, const std::string& sql);

/// A store that another program keeps open and changes.
class OpenDatabase {
public:
    explicit OpenDatabase(const std::filesystem::path& store);
    ~OpenDatabase();
    OpenDatabase(const OpenDatabase&) = delete;
    OpenDatabase& operator=(const OpenDatabase&) = delete;
    OpenDatabase(OpenDatabase&&) = delete;
    OpenDatabase& operator=(OpenDatabase&&) = delete;
    void run(const std::string& sql) const;

private:
    sqlite3* database_ = nullptr;
};

}  // namespace raquette::store::test

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace raquette::store {

class Statement;

/// An SQLite file. Everything throws model::Error, naming the file. One thread at a time.
class Database {
public:
    enum class Access { Read, Change, Create };
    Database(const std::filesystem::path& file, Access access);

    /// While somebody else writes, waits so long before it fails; left out: not at all.
    void waitFor(std::chrono::milliseconds longest);
    void run(const std::string& sql);
    Statement prepare(const std::string& sql);

private:
    friend class Statement;
    struct Close {
        void operator()(sqlite3* database) const;
    };
    [[noreturn]] void fail() const;

    std::string name_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement: bind from 1, step until it says false, read columns from 0. The database must outlive it.
class Statement {
public:
    Statement(Database& database, const std::string& sql);

    Statement& bind(int place, std::int64_t value);
    Statement& bind(int place, double value);
    /// The text must live until the next step is done.
    Statement& bind(int place, std::string_view text);
    bool step();
    void reset();
    /// For what gives no rows.
    void run() {
        step();
        reset();
    }

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    bool isNull(int column) const;
    /// Until the next step.
    std::span<const std::byte> bytes(int column) const;
    /// Of a column of the answer, whatever its case; negative where there is none.
    int indexOf(std::string_view column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    const Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace raquette::store

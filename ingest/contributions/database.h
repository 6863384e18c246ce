#pragma once

#include "gis/model/error.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace raquette::ingest {

/// A value given to a statement, or one it answers: bytes are taken as they are.
struct SqlValue {
    std::string value;
    bool isBytes = false;
};
using SqlRow = std::vector<std::optional<std::string>>;

/// What a database would not do, by its code.
class SqlRefusal : public model::Error {
public:
    SqlRefusal(const std::string& message, std::string code) : model::Error(message), code_(std::move(code)) {}
    bool isOfRights() const { return code_ == "42501"; }
    bool isOfWaiting() const { return code_ == "55P03"; }

private:
    std::string code_;
};

/// A connection to a PostgreSQL database, closed with it.
class SharedDatabase {
public:
    /// `connection` is what libpq reads; credentials come from its own files. Throws model::Error when the database cannot be reached.
    explicit SharedDatabase(const std::string& connection);
    ~SharedDatabase();
    SharedDatabase(const SharedDatabase&) = delete;
    SharedDatabase& operator=(const SharedDatabase&) = delete;
    SharedDatabase(SharedDatabase&&) = delete;
    SharedDatabase& operator=(SharedDatabase&&) = delete;

    /// Runs one statement, its `$1`, `$2`… as given, never pasted into it, and tells its rows: of columns of text, bytes or truth (`t`,
    /// `f`). Throws SqlRefusal with what the database says.
    std::vector<SqlRow> run(const std::string& sql, const std::vector<SqlValue>& values = {});

private:
    struct Link;
    std::unique_ptr<Link> link_;
};

/// What is done within it is done whole or not at all: undone where it is left without `commit`.
class Transaction {
public:
    explicit Transaction(SharedDatabase& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&&) = delete;
    Transaction& operator=(Transaction&&) = delete;

    void commit();

private:
    SharedDatabase& database_;
    bool open_ = true;
};

}  // namespace raquette::ingest

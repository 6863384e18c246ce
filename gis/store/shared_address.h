#pragma once

#include <string>
#include <string_view>

namespace raquette::store {

/// Where a shared store is: `postgresql:service=network schema=haute_loire`.
struct SharedAddress {
    std::string connection;  ///< how to reach its database, as libpq reads it; never a password
    std::string schema;      ///< of that database, which holds the study's layers and nothing else

    std::string text() const;
};

/// Whether a store is named by the address of a database rather than a file.
bool isShared(std::string_view store);

/// Reads an address; `schema` is the one of an address that names none, made of that text's letters and digits; an address alone must say
/// it. Throws model::Error for
/// one with a password (the study is given away: it belongs in the service file or the password file), or that cannot be read.
SharedAddress sharedAddress(std::string_view store, std::string_view schema = {});

}  // namespace raquette::store

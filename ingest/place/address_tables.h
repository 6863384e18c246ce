#pragma once

namespace raquette::ingest {

// What the index of an address extract holds, for those who write and read it.

/// Another version is made again.
inline constexpr const char* addressIndexVersion = "1";

/// type_position of an address laid on its street by its number: good to the street.
inline constexpr int segmentKind = 9;

/// `words` are folded and joined by a space; `extent` is how far its farthest address is from its point, metres; `postcodes` between
/// spaces; `former` the name of the commune it was in before a merger. Numbers are kept in the order of their street.
inline constexpr const char* addressTables =
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT);"
    "CREATE TABLE commune(id INTEGER PRIMARY KEY, code TEXT, name TEXT);"
    "CREATE TABLE street(id INTEGER PRIMARY KEY, commune INTEGER, name TEXT, type TEXT, words TEXT, postcodes TEXT, former TEXT, lon REAL, "
    "lat REAL, extent REAL);"
    "CREATE TABLE number(street INTEGER, number INTEGER, rep TEXT, lon REAL, lat REAL, kind INTEGER, PRIMARY KEY(street, number, rep)) "
    "WITHOUT ROWID";

}  // namespace raquette::ingest

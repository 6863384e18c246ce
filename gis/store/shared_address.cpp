#include "gis/store/shared_address.h"

#include "gis/model/error.h"
#include "gis/text/fold.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::store {

namespace {

constexpr std::string_view scheme = "postgresql:";
constexpr std::size_t longestSchema = 40;  // bytes: those of contributions and of a store being written are named after it

bool isNameLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// A name that needs no quotes in SQL.
bool isName(std::string_view text) {
    return !text.empty() && text.size() <= longestSchema && !(text.front() >= '0' && text.front() <= '9') &&
           std::ranges::all_of(text, isNameLetter);
}

std::string nameOf(std::string_view text) {
    std::string name = text::fold(text);
    std::ranges::replace_if(name, [](char c) { return !isNameLetter(c); }, '_');
    if (!isName(name.substr(0, 1))) name = "s_" + name;
    return name.substr(0, longestSchema);
}

[[noreturn]] void refuse(const std::string& why) {
    throw model::Error(
        fmt::format("The address of the shared store {}. It is written postgresql:service=NAME, or with host=, port=, dbname=, "
                    "user=, and schema= for the study's own.",
                    why));
}

}  // namespace

std::string SharedAddress::text() const {
    return fmt::format("{}{} schema={}", scheme, connection, schema);
}

bool isShared(std::string_view store) {
    return store.starts_with(scheme);
}

SharedAddress sharedAddress(std::string_view store, std::string_view schema) {
    constexpr std::array<std::string_view, 9> known{"service", "host",    "hostaddr", "port",  "dbname",
                                                    "user",    "sslmode", "passfile", "schema"};
    SharedAddress address;
    std::string_view rest = store.substr(scheme.size());
    if (rest.starts_with("//")) refuse("is written as a link");
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        const std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (word.empty()) continue;
        const std::size_t equals = std::min(word.find('='), word.size());
        const std::string_view key = word.substr(0, equals);
        const std::string_view value = word.substr(std::min(equals + 1, word.size()));
        if (key.starts_with("pass") && key != "passfile")
            refuse("holds a password, and a study is given away: put it in your service file or in ~/.pgpass");
        if (std::ranges::find(known, key) == known.end())
            refuse(fmt::format("has “{}”, which is no part of one", equals < word.size() ? key : word.substr(0, 1)));
        if (value.empty() || value.find_first_of("'\\\"") != std::string_view::npos) refuse(fmt::format("says nothing for {}=", key));
        if (key == "schema")
            address.schema = value;
        else
            address.connection += (address.connection.empty() ? "" : " ") + std::string(word);
    }
    if (address.connection.empty()) refuse("does not say which database");
    if (address.schema.empty() && schema.empty()) refuse("does not say which schema=");
    if (address.schema.empty()) address.schema = nameOf(schema);
    if (!isName(address.schema)) refuse(fmt::format("has schema={}, which is not made of small letters, digits and _", address.schema));
    return address;
}

}  // namespace raquette::store

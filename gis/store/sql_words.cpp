#include "gis/store/sql_words.h"

namespace raquette::store {

namespace {

std::string quoted(std::string_view text, char quote) {
    std::string out(1, quote);
    for (const char c : text) {
        if (c == quote) out += c;
        out += c;
    }
    return out + quote;
}

}  // namespace

std::string sqlName(std::string_view name) {
    return quoted(name, '"');
}

std::string sqlText(std::string_view text) {
    return quoted(text, '\'');
}

}  // namespace raquette::store

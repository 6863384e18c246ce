#include "ingest/study/passwords.h"

#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

constexpr std::string_view mask = "…";

/// Where the host begins (its `@`) after a user's name and password; npos where there is no password. A password may hold an `@`, or
/// in a database's address a slash, unwisely.
std::size_t endOfUserPassword(std::string_view text, std::size_t begin) {
    const auto hostWithin = [&](std::string_view stops) {
        const std::size_t end = text.find_first_of(stops, begin);
        const std::string_view part = text.substr(begin, end == std::string_view::npos ? end : end - begin);
        const std::size_t host = part.rfind('@');
        const std::size_t colon = part.find(':');
        return host == std::string_view::npos || colon > host ? std::string_view::npos : begin + host;
    };
    const std::size_t host = hostWithin("/?# \t\r\n\"'");
    const std::string_view before = text.substr(0, begin);
    const bool isDatabase = before.ends_with("postgresql://") || before.ends_with("postgres://");
    return host == std::string_view::npos && isDatabase ? hostWithin(" \t\r\n\"'") : host;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWithWord(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, lower);
}

/// The length of `password = ` where the text begins with it; 0 otherwise.
std::size_t passwordKey(std::string_view text) {
    constexpr std::array<std::string_view, 3> keys{"password", "passwd", "pwd"};
    for (const std::string_view key : keys) {
        if (!startsWithWord(text, key)) continue;
        std::size_t at = std::min(text.find_first_not_of(' ', key.size()), text.size());
        if (at == text.size() || text[at] != '=') continue;
        at = std::min(text.find_first_not_of(' ', at + 1), text.size());
        return at;
    }
    return 0;
}

/// How long a value is: in quotes, with what they escape, else up to a space, an ampersand or the end of the string it stands in.
std::size_t valueLength(std::string_view text) {
    if (!text.starts_with('\'')) return std::min(text.find_first_of(" &\"'\t\r\n"), text.size());
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '\'' || text[i] == '\n') {
            return i + (text[i] == '\'' ? 1 : 0);
        }
    }
    return text.size();
}

}  // namespace

std::string withoutPasswords(std::string_view text) {
    std::string masked;
    masked.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("://")) {
            const std::size_t end = endOfUserPassword(text, at + 3);
            const std::size_t from = end == std::string_view::npos ? at + 3 : text.find(':', at + 3) + 1;
            masked += text.substr(at, from - at);
            if (end != std::string_view::npos) masked += mask;
            at = end == std::string_view::npos ? from : end;
            continue;
        }
        const std::size_t key = passwordKey(rest);
        if (key > 0) {
            masked += rest.substr(0, key);
            const std::size_t length = valueLength(rest.substr(key));
            if (length > 0) masked += mask;
            at += key + length;
            continue;
        }
        masked += text[at++];
    }
    return masked;
}

}  // namespace raquette::ingest

#include "ingest/duplicates/statements.h"

#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace raquette::ingest {

namespace {

/// `https://www.Le-Fil.com/` → `le-fil.com`.
std::string websiteOf(const std::string& text) {
    std::string plain;
    for (const char c : text) plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (const std::string_view start : {"https://", "http://", "www."}) {
        if (plain.starts_with(start)) plain.erase(0, start.size());
    }
    while (!plain.empty() && (plain.back() == '/' || plain.back() == ' ')) plain.pop_back();
    return plain.find('.') == std::string::npos ? std::string() : plain;
}

/// Whose site it is; nothing where the site is everybody's.
std::string hostOf(const std::string& website) {
    constexpr std::array<std::string_view, 10> everybodys{"facebook",  "instagram", "wix",     "wordpress", "blogspot",
                                                          "over-blog", "helloasso", "youtube", "google",    "free.fr"};
    std::string host = website.substr(0, website.find_first_of("/?"));
    const bool shared = std::ranges::any_of(everybodys, [&](std::string_view name) { return host.find(name) != std::string::npos; });
    return shared ? std::string() : host;
}

std::string digitsOf(const std::string& text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    if (digits.starts_with("0033")) digits.replace(0, 4, "0");
    if (digits.starts_with("33") && digits.size() == 11) digits.replace(0, 2, "0");
    return digits.size() == 10 ? digits : std::string();
}

std::string privateText(const model::Actor& record, const char* key) {
    const auto found = record.privateFields.find(key);
    return found == record.privateFields.end() ? std::string() : found->second;
}

int yearOf(const model::Actor& record) {
    int year = 0;
    if (record.opened) std::from_chars(record.opened->text().data(), record.opened->text().data() + 4, year);
    return year;
}

std::vector<std::string> kindsOf(const model::Actor& record) {
    std::vector<std::string> kinds;
    for (const std::string& function : record.functions) kinds.push_back(text::fold(function));
    if (kinds.empty() && !record.type.empty()) kinds.push_back(text::fold(record.type));
    return kinds;
}

}  // namespace

Statements statementsOf(const model::Actor& record) {
    Statements stated;
    stated.website = websiteOf(record.website);
    stated.host = hostOf(stated.website);
    const std::string hidden = privateText(record, "address");
    stated.address = readAddress(record.address.empty() ? hidden : record.address.str());
    stated.email = text::fold(privateText(record, "email"));
    stated.phone = digitsOf(privateText(record, "phone"));
    stated.kinds = kindsOf(record);
    stated.openedYear = yearOf(record);
    stated.placed = record.place.position && record.place.precision <= model::Precision::Street;
    return stated;
}

}  // namespace raquette::ingest

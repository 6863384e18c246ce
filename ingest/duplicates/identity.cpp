#include "ingest/duplicates/identity.h"

#include "gis/text/fold.h"
#include "ingest/duplicates/name_words.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace raquette::ingest {

namespace {

using Words = std::vector<std::string>;

/// A commune's own name in a name (« Jazz à Vienne », at Vienne) tells little more than the commune.
constexpr float ofItsCommune = 0.35F;

bool hasDigit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

std::string lettersAndDigits(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) plain += c;
        if (c >= 'a' && c <= 'z') plain += static_cast<char>(c - 'a' + 'A');
    }
    return plain;
}

/// Fourteen digits that are not all the same: fillings such as 00000000000000 identify nobody.
std::string siretOf(const std::string& text) {
    std::string digits = lettersAndDigits(text);
    const bool right = digits.size() == 14 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return right && digits.find_first_not_of(digits[0]) != std::string::npos ? digits : std::string();
}

std::string rnaOf(const std::string& text) {
    std::string code = lettersAndDigits(text);
    const bool right = code.size() == 10 && code[0] == 'W' && code.find_first_not_of(code[1], 1) != std::string::npos;
    return right ? code : std::string();
}

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

/// « 12, Bd des Châtaigniers » → `12 boulevard chataigniers`.
std::string addressOf(const std::string& text) {
    static const std::unordered_map<std::string, std::string> means{
        {"bd", "boulevard"}, {"bld", "boulevard"}, {"boul", "boulevard"}, {"av", "avenue"},  {"ave", "avenue"},  {"pl", "place"},
        {"r", "rue"},        {"rte", "route"},     {"ch", "chemin"},      {"che", "chemin"}, {"imp", "impasse"}, {"all", "allee"},
        {"fg", "faubourg"},  {"st", "saint"},      {"ste", "sainte"},     {"de", ""},        {"du", ""},         {"des", ""},
        {"la", ""},          {"le", ""},           {"les", ""},           {"l", ""},         {"d", ""}};
    std::string address;
    std::string folded = text::fold(text) + " ";
    for (std::size_t space = folded.find(' '); space != std::string::npos; space = folded.find(' ')) {
        std::string word = folded.substr(0, space);
        folded.erase(0, space + 1);
        if (const auto found = means.find(word); found != means.end()) word = found->second;
        if (!word.empty()) address += (address.empty() ? "" : " ") + word;
    }
    return address;
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

void fillFields(const model::Actor& record, Identity& identity) {
    identity.record = &record;
    identity.siret = siretOf(record.siret);
    identity.rna = rnaOf(record.rna);
    identity.website = websiteOf(record.website);
    identity.host = hostOf(identity.website);
    const std::string hidden = privateText(record, "address");
    identity.address = addressOf(record.address.empty() ? hidden : record.address.str());
    identity.email = text::fold(privateText(record, "email"));
    identity.phone = digitsOf(privateText(record, "phone"));
    identity.kinds = kindsOf(record);
    identity.openedYear = yearOf(record);
    identity.placed = record.place.position && record.place.precision <= model::Precision::Street;
}

void fillPairs(Identity& identity) {
    const std::string& text = identity.squashed;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto pair = static_cast<unsigned>(static_cast<unsigned char>(text[i]) * 37 + static_cast<unsigned char>(text[i + 1]));
        identity.pairs[pair / 64 % 4] |= std::uint64_t{1} << (pair % 64);
    }
    for (const std::uint64_t bits : identity.pairs) identity.pairCount += std::popcount(bits);
}

/// The words of a name that weigh something; all of them where none does (« L'Association »).
Words meaningful(const std::string& name) {
    const NameWords& list = nameWords();
    Words all;
    for (std::string& word : list.of(name)) {
        if (std::ranges::find(all, word) == all.end()) all.push_back(std::move(word));
    }
    Words some;
    for (const std::string& word : all) {
        if (list.weight(word) > 0) some.push_back(word);
    }
    return some.empty() ? all : some;
}

}  // namespace

Identities::Identities(const std::vector<const model::Actor*>& records, const model::Reference& reference) : identities_(records.size()) {
    std::vector<Words> names(records.size());
    (void)text::fold("é");  // made once, before threads share it
    (void)nameWords();
    tbb::parallel_for(std::size_t{0}, records.size(), [&](std::size_t i) {
        names[i] = meaningful(records[i]->name);
        fillFields(*records[i], identities_[i]);
    });

    std::unordered_map<std::string, std::uint32_t> index;
    std::vector<long> uses;
    for (const Words& name : names) {
        for (const std::string& word : name) {
            const auto [found, isNew] = index.emplace(word, static_cast<std::uint32_t>(words_.size()));
            if (isNew) {
                words_.push_back(word);
                uses.push_back(0);
            }
            ++uses[found->second];
        }
    }
    std::vector<float> weights(words_.size());
    // As if among a thousand more: in a list of three, what two share is not common for that.
    const double all = static_cast<double>(records.size()) + 1000;
    for (std::size_t w = 0; w < words_.size(); ++w) {
        const double rarity = std::log(all / static_cast<double>(uses[w])) / std::log(all);
        weights[w] = std::max(0.05F, nameWords().weight(words_[w])) * static_cast<float>(std::clamp(rarity, 0.15, 1.0));
    }

    std::unordered_map<std::string, std::unordered_set<std::string>> communeWords;
    for (const model::Actor* record : records) {
        const std::string& code = record->place.commune;
        if (code.empty() || communeWords.contains(code)) continue;
        const std::int32_t commune = indexOf(reference.communes, code);
        if (commune == model::nowhere) continue;
        const Words words = nameWords().of(reference.communes[static_cast<std::size_t>(commune)].name);
        communeWords[code] = {words.begin(), words.end()};
    }
    tbb::parallel_for(std::size_t{0}, records.size(), [&](std::size_t i) {
        Identity& identity = identities_[i];
        const auto home = communeWords.find(records[i]->place.commune);
        for (const std::string& word : names[i]) {
            const std::uint32_t w = index.at(word);
            const bool ofHome = home != communeWords.end() && home->second.contains(word);
            const float weight = weights[w] * (ofHome ? ofItsCommune : 1);
            identity.words.push_back({w, weight});
            identity.distinctive = std::max(identity.distinctive, weight);
            identity.norm += weight * weight;
            identity.squashed += word;
            identity.acronym += word[0];
            if (hasDigit(word)) identity.numbers += word + " ";
        }
        identity.norm = std::sqrt(identity.norm);
        fillPairs(identity);
    });
}

}  // namespace raquette::ingest

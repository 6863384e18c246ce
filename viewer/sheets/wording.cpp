#include "viewer/sheets/wording.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cctype>

namespace raquette::viewer {

namespace {

using model::Language;

/// Whether a word stands in a list of words separated by spaces.
bool listed(const std::string& words, const std::string& word) {
    return (" " + words + " ").find(" " + word + " ") != std::string::npos;
}

std::string firstWord(const std::string& text) {
    return text.substr(0, text.find_first_of(" ,(’'"));
}

/// First letters of French that are written in two bytes: É becomes é.
void lowerFirst(std::string& text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) {
        text[0] = static_cast<char>(std::tolower(lead));
    } else if (lead == 0xC3 && text.size() > 1) {
        const auto second = static_cast<unsigned char>(text[1]);
        if (second >= 0x80 && second <= 0x9E && second != 0x97) text[1] = static_cast<char>(second + 0x20);
    }
}

}  // namespace

std::string inSentence(const std::string& label) {
    const bool acronym = label.size() > 1 && std::isupper(static_cast<unsigned char>(label[1])) != 0;
    if (label.empty() || acronym) return label;
    std::string out = label;
    lowerFirst(out);
    return out;
}

std::string fromOne(Language language, const std::string& label) {
    const std::string inside = inSentence(label);
    const std::string word = firstWord(inside);
    if (word.empty()) return {};
    if (language == Language::English) {
        const bool vowel = std::string("aeiou").find(inside[0]) != std::string::npos;
        return fmt::format("from {} {}", vowel ? "an" : "a", inside);
    }
    if (listed(text::say(language, "sheet.words.masculine"), word)) return "d’un " + inside;
    if (listed(text::say(language, "sheet.words.feminine"), word)) return "d’une " + inside;
    return {};
}

std::string reachText(Language language, const model::Reach& reach) {
    if (const auto* metres = std::get_if<model::Metres>(&reach)) {
        return metres->value < 1000 ? fmt::format("{:.0f}\u00a0m", metres->value) : text::distance(language, *metres);
    }
    if (const auto* minutes = std::get_if<model::Minutes>(&reach)) return fmt::format("{:.0f}\u00a0min", minutes->value);
    if (const auto* level = std::get_if<model::Level>(&reach)) return text::say(language, fmt::format("reach.{}", model::name(*level)));
    return text::say(language, "reach.scope");
}

std::string peopleText(Language language, model::Inhabitants people) {
    constexpr std::int64_t million = 1'000'000;
    if (people.value < million - 500) {
        const auto count = static_cast<std::size_t>(std::max<std::int64_t>(0, people.value));
        return text::say(language, plural(language, "sheet.people", count), {{"n", text::rounded(language, people)}});
    }
    const double millions = static_cast<double>(people.value) / 1e6;
    return text::say(language, plural(language, "sheet.people-millions", millions < 2 ? 1 : 2),
                     {{"n", text::decimal(language, millions, 1)}});
}

std::string countText(Language language, std::size_t count) {
    if (count >= 2 && count <= 12) return text::say(language, fmt::format("count.{}", count));
    return text::number(language, static_cast<std::int64_t>(count));
}

std::string plural(Language language, std::string_view key, std::size_t count) {
    const bool one = count == 1 || (count == 0 && language == Language::French);
    return fmt::format("{}.{}", key, one ? "one" : "many");
}

std::string doubtText(const analysis::ClassFinding& finding, model::Language language) {
    const std::vector<std::pair<std::string, std::string>> values{{"n", text::number(language, static_cast<std::int64_t>(finding.count))},
                                                                  {"part", text::percent(language, finding.part)}};
    switch (finding.doubt) {
        case analysis::ClassDoubt::Empty:
            return text::say(language, plural(language, "classes.doubt.empty", finding.count), values);
        case analysis::ClassDoubt::NearlyAll:
            return text::say(language, "classes.doubt.nearly-all", values);
        case analysis::ClassDoubt::HiddenZero:
            return text::say(language, plural(language, "classes.doubt.hidden-zero", finding.count), values);
        case analysis::ClassDoubt::TooMany:
            break;
    }
    return text::say(language, "classes.doubt.too-many", values);
}

}  // namespace raquette::viewer

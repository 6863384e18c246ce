#include "gis/report/words.h"

#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

namespace raquette::report {

namespace {

bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// É, À, Ç… as UTF-8 writes them: 0xC3 then 0x80 to 0x9E; their small letters are 0x20 further.
bool isAccentedCapital(const std::string& text) {
    return text.size() > 1 && static_cast<unsigned char>(text[0]) == 0xC3 && static_cast<unsigned char>(text[1]) >= 0x80 &&
           static_cast<unsigned char>(text[1]) <= 0x9E;
}

}  // namespace

std::string inSentence(const std::string& label) {
    std::string text = label;
    if (isAccentedCapital(text) && (text.size() == 2 || !isCapital(text[2])))
        text[1] = static_cast<char>(text[1] + 0x20);
    else if (!text.empty() && isCapital(text[0]) && (text.size() == 1 || !isCapital(text[1])))
        text[0] = static_cast<char>(text[0] + 0x20);
    return text;
}

std::string reachWords(model::Language language, const model::Reach& reach) {
    struct Words {
        model::Language language;
        std::string operator()(model::Metres distance) const {
            return text::say(language, "report.reach.within", {{"reach", text::distance(language, distance)}});
        }
        std::string operator()(model::Minutes time) const {
            return text::say(language, "report.reach.minutes", {{"n", text::decimal(language, time.value, 0)}});
        }
        std::string operator()(model::Level level) const {
            return text::say(language, "report.reach.territory", {{"level", text::say(language, "level." + std::string(name(level)))}});
        }
        std::string operator()(model::ScopeReach /*its own*/) const { return text::say(language, "report.reach.scope"); }
    };
    return std::visit(Words{language}, reach);
}

bool isBeyondReason(model::Metres distance) {
    return distance > model::kilometres(500);
}

std::string farWords(model::Language language) {
    return text::say(language, "report.far");
}

}  // namespace raquette::report

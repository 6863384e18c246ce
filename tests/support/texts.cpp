#include "tests/support/texts.h"

#include <regex>

namespace raquette {

std::set<std::string> placesIn(const std::string& text) {
    static const std::regex place("\\{[a-zA-Z-]+\\}");
    return {std::sregex_token_iterator(text.begin(), text.end(), place), std::sregex_token_iterator()};
}

bool breaksAtASign(const std::string& french) {
    static const std::regex breaking("( (:|;|\\?|!|»|%|€))|(« )");
    return std::regex_search(french, breaking);
}

}  // namespace raquette

#include "ingest/table/folding.h"

#include "gis/text/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace raquette::ingest {

std::vector<std::string_view> wordsOf(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t space = std::min(folded.find(' '), folded.size());
        words.push_back(folded.substr(0, space));
        folded.remove_prefix(std::min(space + 1, folded.size()));
    }
    return words;
}

std::string foldedPlace(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> saints{
        {{"st", "saint"}, {"ste", "sainte"}, {"sts", "saints"}, {"stes", "saintes"}}};
    const std::string plain = text::fold(text);
    std::string place;
    for (const std::string_view word : wordsOf(plain)) {
        if (word == "cedex") break;  // its number, and whatever follows, belongs to the post
        const auto* const saint = std::ranges::find(saints, word, &std::pair<std::string_view, std::string_view>::first);
        if (!place.empty()) place += ' ';
        place += saint == saints.end() ? word : saint->second;
    }
    return place;
}

}  // namespace raquette::ingest

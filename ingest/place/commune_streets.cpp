#include "ingest/place/commune_streets.h"

#include "gis/text/spelling.h"

#include <algorithm>

namespace raquette::ingest {

void CommuneStreets::add(ExtractStreet street) {
    const auto index = static_cast<std::uint32_t>(streets_.size());
    for (const std::string& word : street.name.words) {
        const auto [entry, isNew] = byWord_.try_emplace(word);
        if (entry->second.empty() || entry->second.back() != index) entry->second.push_back(index);
        if (!isNew) continue;
        if (wordsByLength_.size() <= word.size()) wordsByLength_.resize(word.size() + 1);
        wordsByLength_[word.size()].push_back(&entry->first);
    }
    if (street.name.words.empty()) wordless_[street.name.type].push_back(index);
    streets_.push_back(std::move(street));
}

void CommuneStreets::addWithErrors(std::string_view word, std::vector<std::uint32_t>& found) const {
    const auto most = static_cast<std::size_t>(text::forgivenErrors(word.size()));
    if (most == 0) return;
    for (std::size_t length = word.size() - most; length <= word.size() + most && length < wordsByLength_.size(); ++length) {
        const int forgiven = text::forgivenErrors(std::min(length, word.size()));
        for (const std::string* other : wordsByLength_[length]) {
            if (text::typingErrors(word, *other, forgiven) > forgiven) continue;
            const auto& streets = byWord_.find(*other)->second;
            found.insert(found.end(), streets.begin(), streets.end());
        }
    }
}

std::vector<std::uint32_t> CommuneStreets::candidates(const StreetName& typed, bool withErrors) const {
    std::vector<std::uint32_t> found;
    if (typed.words.empty()) {
        const auto same = wordless_.find(typed.type);
        return same == wordless_.end() ? found : same->second;
    }
    for (const std::string& word : typed.words) {
        if (const auto exact = byWord_.find(word); exact != byWord_.end())
            found.insert(found.end(), exact->second.begin(), exact->second.end());
        if (withErrors) addWithErrors(word, found);
    }
    std::ranges::sort(found);
    const auto doubled = std::ranges::unique(found);
    found.erase(doubled.begin(), doubled.end());
    return found;
}

std::vector<CommuneStreets::Match> CommuneStreets::best(const StreetName& typed) const {
    std::vector<Match> best;
    for (const bool withErrors : {false, true}) {
        for (const std::uint32_t index : candidates(typed, withErrors)) {
            const auto found = agreement(typed, streets_[index].name);
            if (!found || (!best.empty() && best.front().agreement < *found)) continue;
            if (!best.empty() && *found < best.front().agreement) best.clear();
            best.push_back({&streets_[index], *found});
        }
        if (!best.empty()) break;
    }
    return best;
}

std::vector<const ExtractStreet*> CommuneStreets::alike(const StreetName& typed, std::size_t most) const {
    std::vector<const ExtractStreet*> found;
    if (typed.words.empty()) return found;
    const StreetName last{{}, {typed.words.back()}};
    for (const std::uint32_t index : candidates(last, true)) {
        if (found.size() == most) return found;
        const auto& words = streets_[index].name.words;
        const int errors = text::typingErrors(words.back(), last.words.front(), text::forgivenErrors(words.back().size()));
        if (errors <= text::forgivenErrors(std::min(words.back().size(), last.words.front().size()))) found.push_back(&streets_[index]);
    }
    return found;
}

}  // namespace raquette::ingest

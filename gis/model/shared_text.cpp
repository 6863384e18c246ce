#include "gis/model/shared_text.h"

#include <ostream>

namespace raquette::model {

const std::string& SharedText::nothing() {
    static const std::string empty;
    return empty;
}

std::ostream& operator<<(std::ostream& out, const SharedText& text) {
    return out << text.str();
}

std::vector<SharedText> shared(const std::vector<std::string>& words) {
    return {words.begin(), words.end()};
}

void TextPool::share(SharedText& text) {
    if (text.empty()) return;
    const auto [known, isNew] = known_.try_emplace(std::string_view(text), text);
    if (!isNew) text = known->second;
}

}  // namespace raquette::model

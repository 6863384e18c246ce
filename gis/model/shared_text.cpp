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

}  // namespace raquette::model

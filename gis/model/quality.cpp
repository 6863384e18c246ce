#include "gis/model/quality.h"

namespace raquette::model {

std::string_view name(Question::About about) {
    return about == Question::About::Duplicate ? "duplicate" : "place";
}

std::string_view name(SurveyState state) {
    constexpr std::array<std::string_view, 4> names{"not-stated", "no", "partly", "yes"};
    return names[static_cast<std::size_t>(state)];
}

}  // namespace raquette::model

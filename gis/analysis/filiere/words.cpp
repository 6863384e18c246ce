#include "gis/analysis/filiere/words.h"

#include "gis/text/catalogue.h"

namespace raquette::analysis {

std::string basketWords(const Analysis& analysis, const std::vector<bool>& reached, model::Language language) {
    std::string has;
    std::string lacks;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        std::string& list = reached[i] ? has : lacks;
        list += (list.empty() ? "" : " + ") + analysis.services[i].service.label.in(language);
    }
    const char* key = lacks.empty() ? "filiere.basket.all" : has.empty() ? "filiere.basket.none" : "filiere.basket.some";
    return text::say(language, key, {{"has", has}, {"lacks", lacks}});
}

}  // namespace raquette::analysis

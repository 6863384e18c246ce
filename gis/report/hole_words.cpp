#include "gis/report/hole_words.h"

#include "gis/report/words.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>

namespace raquette::report {

using analysis::Gap;
using model::Language;
using text::say;

std::string nearestWords(const Gap& gap, Language language) {
    if (!gap.nearest) return say(language, "report.holes.no-nearest");
    if (isBeyondReason(*gap.nearest)) return farWords(language);
    return fmt::format("{} ({})", gap.nearestName, text::howFar(language, gap.nearest, gap.nearestTime));
}

std::string areaWords(const Gap& gap, Language language) {
    const double km2 = model::inSquareKilometres(gap.area);
    return fmt::format("{}\u00a0km²", text::decimal(language, km2, km2 < 10 ? 1 : 0));
}

std::vector<std::string> holeLines(const Gap& gap, Language language) {
    const auto labelled = [&](const char* key, const std::string& words) {
        return say(language, "report.labelled", {{"label", say(language, key)}, {"words", words}});
    };
    return {say(language, "report.people", {{"n", text::rounded(language, gap.population)}}) + ", " + areaWords(gap, language),
            labelled("report.holes.cause", say(language, "cause." + std::string(analysis::name(gap.cause)))),
            labelled("report.holes.nearest", nearestWords(gap, language)),
            labelled("report.holes.certainty", say(language, gap.certain ? "report.holes.certain" : "report.holes.uncertain"))};
}

}  // namespace raquette::report

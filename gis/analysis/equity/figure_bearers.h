#pragma once

#include "gis/analysis/equity/equity_figures.h"
#include "gis/analysis/land.h"
#include "gis/model/dataset.h"

#include <map>

namespace raquette::analysis {

/// A figure and the year it is of.
struct YearFigure {
    double value = 0;
    std::optional<int> year;
};

/// An organisation or a venue that counts once, its place and its figures. Of grants, what it was granted year by year.
struct FigureBearer {
    std::string id;
    std::int32_t commune = model::nowhere;  ///< `nowhere`: known only to its département, or to none
    std::int32_t departement = model::nowhere;
    bool isVenue = false;
    bool bears = true;  ///< one whose figures are asked for: an actor, or a venue that no actor of the lists runs
    std::optional<long> seats;
    std::map<Measure, YearFigure> last;            ///< of yearly figures, the last one known on the day
    std::map<int, std::optional<double>> granted;  ///< in whole cents, so that awards add up exactly; none where none is known
};

struct FigureBearers {
    std::vector<FigureBearer> all;  ///< those open on the day and inside the study, by id
    int figuresWithoutActor = 0;
    int nowhere = 0;
};

/// Who is there on the day and what they say they have. Of two figures of one year the list with the later date is believed, else the
/// larger figure.
FigureBearers figureBearers(const model::Study& study, const model::Reference& reference, const StudyArea& area,
                            const model::Dataset& dataset);

}  // namespace raquette::analysis

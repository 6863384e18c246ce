#include "gis/analysis/filiere/add_filiere.h"

#include "gis/analysis/cooperation/study_cooperation.h"
#include "gis/analysis/filiere/baskets.h"
#include "gis/analysis/filiere/functions.h"

namespace raquette::analysis {

void addFiliere(const model::Study& study, const model::Reference& reference, const StudyArea& area, const model::Dataset& dataset,
                Analysis& analysis) {
    const StudyTerritories territories(study, reference, area);
    const Structures structures = structuresOf(study, reference, area, dataset);
    analysis.filiere = functionsOf(study, reference, territories, structures);
    addBaskets(reference, territories, analysis.services, analysis.filiere);
    analysis.cooperation = cooperationOf(study, reference, territories, structures, dataset);
}

}  // namespace raquette::analysis

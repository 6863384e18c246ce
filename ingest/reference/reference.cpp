#include "ingest/reference/reference.h"

#include "gis/data_folder.h"
#include "ingest/reference/area.h"
#include "ingest/reference/embedded.h"
#include "ingest/reference/package.h"
#include "ingest/reference/population_grid.h"
#include "ingest/roads/roads.h"

namespace raquette::ingest {

model::Reference readReference(const model::Study& study, model::Issues& issues) {
    const std::filesystem::path embedded = dataFolder() / "reference";
    model::Reference reference = study.territories.empty()
                                     ? readEmbeddedReference(embedded)
                                     : readReferencePackage(study.territories, embeddedFormerCodes(embedded), study.language, issues);
    addFormerNames(embedded, reference);
    if (study.population) placePopulationGrid(*study.population, study.language, reference, issues);
    reference.areaShapes = readAreas(study);
    reference.roads = readRoads(study, reference, issues);
    return reference;
}

}  // namespace raquette::ingest

#pragma once

#include "gis/model/reference.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// The embedded reference of `folder` (data/reference): codes, names, populations and history of codes; shapes of départements, and of
/// régions as their union; points of the communes it knows, and the lattice on which the other people stand. No commune polygons.
model::Reference readEmbeddedReference(const std::filesystem::path& folder);

/// Codes that people still write and the commune of today they are carried to, for references that do not tell.
struct FormerCode {
    std::string former;
    std::string commune;
};
std::vector<FormerCode> embeddedFormerCodes(const std::filesystem::path& folder);

/// Gives the communes of a reference the names that people still write for them: of communes merged into them, déléguées or associées, and
/// their own before they were renamed.
void addFormerNames(const std::filesystem::path& folder, model::Reference& reference);

/// Codes or postcodes of a cell: separated by spaces, commas, semicolons or bars.
std::vector<std::string> codesIn(std::string_view cell);

/// Sets the parent of each EPCI: the région of most of its people, the smaller code on a tie.
void setParentsOfEpcis(model::Reference& reference);

/// The people of each commune at its point, for the communes that `chosen` accepts; nobody where nobody lives or no point is known.
template <class Chosen>
std::vector<model::PopulationPoint> peopleAtCommunes(const std::vector<model::Commune>& communes, Chosen chosen) {
    std::vector<model::PopulationPoint> people;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        const model::Commune& commune = communes[i];
        if (!commune.point || commune.population.value == 0 || !chosen(commune)) continue;
        people.push_back(
            {*commune.point, static_cast<std::int32_t>(commune.population.value), static_cast<std::int32_t>(i), commune.departement});
    }
    return people;
}

}  // namespace raquette::ingest

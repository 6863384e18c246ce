#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/ids.h"
#include "gis/model/units.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace raquette::roads {
struct Roads;
}

namespace raquette::model {

/// Index of no territory.
inline constexpr std::int32_t nowhere = -1;

struct Commune {
    std::string code;  ///< INSEE
    std::string name;
    Inhabitants population;
    std::int32_t departement = nowhere;  ///< index in Reference::departements
    std::int32_t epci = nowhere;         ///< index in Reference::epcis; four islands have none
    std::vector<std::string> postcodes;
    std::vector<std::string> formerCodes;   ///< codes of communes merged into it, and of its arrondissements
    std::optional<geometry::LonLat> point;  ///< its reference point; none where the reference does not know it
    Metres uncertainty;                     ///< of a record placed at `point`: farthest border, or 5 km without polygons
    std::vector<std::string> formerNames;   ///< of communes merged into it, déléguées and associées, that people still write
};

/// An EPCI, département or région.
struct Unit {
    std::string code;
    std::string name;
    Inhabitants population;
    std::int32_t parent = nowhere;  ///< région of a département, of an EPCI the région of most of its people
    geometry::GeoShape shape;       ///< empty where the reference has none
};

/// People at a point: they count there, all or none.
struct PopulationPoint {
    geometry::LonLat at;
    std::int32_t people = 0;
    std::int32_t commune = nowhere;
    std::int32_t departement = nowhere;
};

enum class PopulationModel {
    Grid,      ///< the cells of a grid given by the study
    Communes,  ///< each commune's people at its reference point
    Lattice,   ///< embedded reference: communes with a known point, the rest of each département on a 2 km lattice
};

/// `grid communes lattice`.
std::string_view name(PopulationModel model);

/// Geometry, codes, history of codes and population that a study stands on.
struct Reference {
    std::string title;
    std::vector<std::string> attributions;          ///< who made it, under which licence; shown at the foot of every sheet
    std::vector<Commune> communes;                  ///< sorted by code
    std::vector<geometry::GeoShape> communeShapes;  ///< one per commune, or empty: this reference has no commune polygons
    std::vector<Unit> epcis;                        ///< sorted by code, like the next two; shapes may be empty where communes have polygons
    std::vector<Unit> departements;
    std::vector<Unit> regions;
    std::map<std::string, geometry::GeoShape> areaShapes;  ///< polygons of the study's [[area]] with a path, by id
    PopulationModel populationModel = PopulationModel::Communes;
    std::optional<double> populationCell;  ///< side in metres of a grid's or lattice's cell
    std::vector<PopulationPoint> people;
    std::shared_ptr<const roads::Roads> roads;  ///< by which travel times are told; none where no service asks for one

    bool hasCommunePolygons() const { return !communeShapes.empty(); }
};

/// Index by code in a list sorted by code; `nowhere` when there is none.
std::int32_t indexOf(const std::vector<Commune>& communes, std::string_view code);
std::int32_t indexOf(const std::vector<Unit>& units, std::string_view code);

}  // namespace raquette::model

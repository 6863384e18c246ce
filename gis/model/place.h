#pragma once

#include "gis/geometry/shape.h"
#include "gis/model/shared_text.h"
#include "gis/model/units.h"

#include <optional>
#include <string_view>

namespace raquette::model {

/// How well a record is placed, best first.
enum class Precision { Exact, Street, Locality, Commune, Departement };

/// `exact street locality commune departement`.
std::string_view name(Precision precision);

/// Where a record stands and how sure that is.
struct Place {
    std::optional<geometry::LonLat> position;  ///< none: listed, provides nothing by distance
    Precision precision = Precision::Departement;
    Metres uncertainty;      ///< the true position lies within this of `position`
    SharedText method;       ///< the rung that placed it: `coordinates`, `address:number+street+insee`, `insee`, `name+postcode`,
                             ///< `name+departement`, `departement`; the fields that agreed, never a score
    SharedText commune;      ///< INSEE code of the study's year; empty when unknown
    SharedText departement;  ///< code; empty when unknown
};

}  // namespace raquette::model

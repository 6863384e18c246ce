#pragma once

#include "gis/model/issue.h"
#include "gis/model/language.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace raquette::ingest {

/// One official file: GeoPackage, shapefile, GeoJSON… in any coordinate system.
struct ReferenceInput {
    std::filesystem::path path;                  ///< empty: not given
    std::string layer;                           ///< empty: the only one, or the one named after what it holds (`COMMUNE`…)
    std::map<std::string, std::string> columns;  ///< our name → the file's, where it is none of the usual ones
};

/// What `raquette reference build` makes a reference from.
struct ReferenceBuildOptions {
    ReferenceInput communes;            ///< required; what it lacks (population, postcodes…) comes from the embedded tables by code
    ReferenceInput epci;                ///< not given: no EPCI level
    ReferenceInput departements;        ///< not given: names from the embedded tables, people summed
    ReferenceInput regions;             ///< the same
    std::vector<ReferenceInput> areas;  ///< QPV, bassins de vie…: layer `areas`
    std::filesystem::path population;   ///< a grid of people to lay beside the reference, as it is
    std::filesystem::path output;
    std::string title;
    std::string attribution;  ///< who made the files, at the foot of every sheet
    std::string licence;
};

/// What a reference holds.
struct ReferenceInfo {
    std::string title;
    std::vector<std::string> attributions;
    std::size_t communes = 0;
    std::size_t epcis = 0;
    std::size_t departements = 0;
    std::size_t regions = 0;
    std::int64_t areas = 0;
    std::int64_t people = 0;  ///< sum of the communes
    std::size_t communesWithoutEpci = 0;
    std::size_t communesWithoutPeople = 0;
    std::size_t communesWithoutPoint = 0;
    std::size_t vertices = 0;              ///< corners of commune polygons
    std::vector<std::string> differences;  ///< units whose population is not the sum of their communes'
    model::Issues issues;
};

/// Makes a reference GeoPackage (layout in data/README.md), whole or not at all, and reads it back. Polygons are brought to longitude and
/// latitude and repaired where invalid; COM and arrondissements municipaux are left out; both are told in the answer's issues.
/// Throws model::Error for a missing file, layer or column, a commune without population or département, a full disk.
ReferenceInfo buildReference(const ReferenceBuildOptions& options, model::Language language);

/// What a reference GeoPackage holds; with an empty path the embedded one. Throws model::Error when it cannot serve.
ReferenceInfo referenceInfo(const std::filesystem::path& file, model::Language language);

/// The same in a few lines of English, for the terminal.
std::string describe(const ReferenceInfo& info);

}  // namespace raquette::ingest

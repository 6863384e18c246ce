#pragma once

#include "gis/store/store.h"
#include "gis/store/table.h"

#include <string>
#include <vector>

namespace raquette::store {

/// One file of an export, or the several of a shapefile under the name of its first, and the tables in it.
struct ExportedFile {
    std::string name;  ///< as seen from the folder of the export
    std::vector<Table> tables;
};

/// What is told of an export to those who find it later.
struct AboutExport {
    std::string format;
    std::string crs;  ///< empty: longitudes and latitudes (EPSG:4326)
    std::vector<ExportedFile> files;
    bool forPartners = false;
};

/// Title, what it holds, day, licences, who gave the lists and how many of them answered, from what and how it was made, where it lies: as
/// ISO 19115 in the XML of ISO/TS 19139, the form that French and European catalogues of geographic data take.
std::string isoMetadata(const StudyState& state, const AboutExport& about);

/// The same, and what each column of each file says, as a Data Package of Frictionless (`datapackage.json`), to publish open data.
std::string dataPackage(const StudyState& state, const AboutExport& about);

/// Whether what stands in that file was written by us, so that an export may replace it.
bool isAboutOfOurs(const std::filesystem::path& file);

/// The lists' and the reference's licences, each once, as written.
std::vector<std::string> licencesOf(const StudyState& state);

/// « Couches gaps, venues de l’étude “…” au 1er janvier 2026 », in the study's language.
std::string describe(const StudyState& state, const AboutExport& about);

/// How it was made, in one line.
std::string lineageOf(const StudyState& state);

/// A name that stays from one run to the next: the study's title folded, the day, the format.
std::string nameOf(const StudyState& state, const AboutExport& about);

}  // namespace raquette::store

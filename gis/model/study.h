#pragma once

#include "gis/model/contribution.h"
#include "gis/model/decision.h"
#include "gis/model/ids.h"
#include "gis/model/issue.h"
#include "gis/model/language.h"
#include "gis/model/period.h"
#include "gis/model/service.h"
#include "gis/model/source.h"
#include "gis/model/travel.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::model {

/// `[reference] population`: a grid of people, as points (CSV), polygons (a GIS file) or pixels (a raster).
struct PopulationFile {
    std::filesystem::path path;
    std::string layer;           ///< of a GIS file of several
    std::string x, y, weight;    ///< column names; polygons have only a weight, pixels none
    double scale = 1;            ///< x and y are multiplied by it
    std::optional<double> cell;  ///< side in CRS units; given: x, y are the lower-left corner, else the point itself
    std::string crs;             ///< empty: what the file says, else EPSG:4326
};

/// What a row of a list stands for, where the study says it.
enum class RowUnit { Recognised, Structure, StructureYear, Person, Payment };
/// `structure structure-year person payment`; empty for what the list itself shows.
std::optional<RowUnit> rowUnitNamed(std::string_view name);

/// One `[[source]]` as the study declares it.
struct SourceDeclaration {
    std::string id;
    SourceKind kind = SourceKind::Actors;
    std::filesystem::path path;  ///< absolute
    std::string writtenPath;     ///< as the study has it, for messages
    std::string sheet;
    std::string contributor;
    std::string licence;
    std::string date;
    std::optional<std::vector<TerritoryId>> surveyed;
    std::optional<long> asked;
    std::optional<long> answered;
    std::string filter;
    std::map<std::string, std::vector<std::string>> columns;           ///< our key → the source's column(s)
    std::vector<std::string> unusedColumns;                            ///< the source's columns that nothing is to be read from
    std::map<std::string, std::map<std::string, std::string>> values;  ///< our key → source's word → ours
    std::vector<std::string> publicFields;                             ///< personal keys named public
    // What reading the file guesses, said by the study instead.
    std::optional<long> header;  ///< row of the column names as a spreadsheet shows it; 0: there is none
    std::string encoding;        ///< such as `windows-1252`
    std::string separator;       ///< one character
    RowUnit rows = RowUnit::Recognised;
};

/// One `[[area]]`: codes, or polygons in a file.
struct AreaDeclaration {
    std::string id;
    Label label;
    std::vector<TerritoryId> territories;
    std::filesystem::path path;
};

enum class Split { Basin, Connected, Departement, Epci };
std::string_view name(Split split);
std::optional<Split> splitNamed(std::string_view name);

/// `[gaps]`: how the uncovered area is cut and what is too small to be a hole.
struct GapRules {
    Split split = Split::Basin;
    double depth = 0.2;  ///< of the reach
    Inhabitants minPopulation;
    SquareMetres minArea{0.01e6};
};

/// `[time]`: how far the yearly timeline looks back, and how far ahead what is known to end is looked for.
struct TimeRules {
    long yearsBack = 20;    ///< at most 60
    long monthsAhead = 24;  ///< at most 60
};

/// `[contracts]`: the line under which a contract is said to give little.
struct ContractRules {
    std::optional<double> floor;  ///< EUR per inhabitant of its scope and year
};

/// `[[review.who]]`: what an organisation may do with contributions.
struct ReviewRight {
    std::string organisation;
    bool accepts = false;                  ///< accepts and refuses; without it, it votes
    std::vector<TerritoryId> territories;  ///< of the records it settles; empty: all
    std::vector<ContributionKind> kinds;   ///< empty: all
    std::string role;                      ///< of a shared store's database: who works there in its name; empty: nobody
};

/// `[review]`: how contributions become part of the study. Not stated, whoever keeps the study accepts.
struct ReviewRules {
    bool stated = false;
    bool listedOnly = false;            ///< only the organisations of `who` may propose
    long votes = 0;                     ///< of as many organisations, all alike, settle a proposal; 0: votes settle nothing
    long days = 0;                      ///< for which a proposal waits for votes
    std::string moderator;              ///< the organisation that settles what votes leave open
    std::vector<std::string> adopters;  ///< whose adoption a diagnosis needs; empty: that of any organisation
    std::vector<ReviewRight> who;
    long stale = 0;  ///< months without a word, after which a record fades on the map; 0: none does
};

/// `[privacy]`: which personal fields leave in exports made for partners (without it, and in every other output, none does), and of how
/// many structures at least what leaves of their yearly figures is a sum.
struct PrivacyRules {
    std::vector<std::string> partner;  ///< `email`, `phone`, a list's own column
    long smallest = 0;                 ///< of what one of them has told, nothing leaves then; 0: all leaves
};

struct ExportRequest {
    std::string format;
    std::filesystem::path path;
    std::vector<std::string> layers;  ///< empty: all
    bool forPartners = false;         ///< with the fields of `[privacy] partner`
    std::string crs;                  ///< `EPSG:2154`; empty: the format's own
};

struct MapRequest {
    std::string layer;
    std::filesystem::path path;
    std::string size;    ///< a paper, `a3-portrait`, or pixels, `1600x1200`; empty for the default
    std::string extent;  ///< a territory, or `west,south,east,north`; empty for the study area
    std::optional<Language> language;
};

struct ReportRequest {
    std::filesystem::path path;
    std::optional<TerritoryId> territory;
    std::optional<Language> language;
};

/// A study file, read and checked: from it every figure can be recomputed. Paths are absolute.
struct Study {
    std::filesystem::path file;
    std::string text;  ///< the file itself, kept in the store
    Label title;
    std::vector<TerritoryId> area;  ///< empty: everything in the reference
    Day date;
    Language language = Language::French;
    std::string store;                    ///< a path, or `postgresql:…`
    std::filesystem::path contributions;  ///< their folder; empty: in the database of a shared store, else none are kept

    std::filesystem::path territories;  ///< empty: the embedded reference
    std::optional<PopulationFile> population;
    std::vector<std::filesystem::path> addresses;  ///< Base Adresse Nationale extracts
    std::filesystem::path roads;  ///< an OpenStreetMap extract, or lines with a speed; empty: travel times are estimated from distances

    std::vector<SourceDeclaration> sources;
    std::vector<AreaDeclaration> areas;
    std::vector<Service> services;
    GapRules gaps;
    TimeRules time;
    TravelRules travel;
    ContractRules contracts;
    std::vector<ExportRequest> exports;
    std::vector<MapRequest> maps;
    std::vector<ReportRequest> reports;

    std::map<std::string, std::map<std::string, std::string>> vocabulary;  ///< `[vocabulary.functions]`…: a word of the field → ours

    std::vector<Decision> decisions;
    ReviewRules review;
    PrivacyRules privacy;
};

}  // namespace raquette::model

#pragma once

#include "gis/analysis/siting/siting.h"
#include "gis/model/language.h"
#include "gis/model/period.h"
#include "ingest/reference/build.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace raquette::cli {

enum class Verb {
    Run,
    Check,
    Ingest,
    Analyse,
    Export,
    Map,
    Report,
    Explain,
    Simulate,
    Compare,
    Site,
    View,
    Contribute,
    Merge,
    Revert,
    Log,
    ReferenceBuild,
    ReferenceInfo
};

/// What `site` is asked.
struct SiteRequest {
    std::string service;
    analysis::SitingModel model = analysis::SitingModel::MostPeople;
    std::uint32_t count = 1;
    std::string candidates = "communes";  ///< `communes`, `communes:1000`, `actors`, or a list
    std::optional<analysis::AtLeast> atLeast;
    std::vector<model::Reach> reaches;  ///< distances or travel times; empty: the service's
    bool curve = false;
    double seconds = 60;
};

/// What `contribute`, `merge`, `revert` and `log` are asked.
struct CooperationRequest {
    std::string organisation, author, reason;
    // contribute
    std::vector<std::string> set;        ///< ID:FIELD=VALUE
    std::vector<std::string> closed;     ///< ID=DATE
    std::vector<std::string> confirmed;  ///< ID=DATE
    std::vector<std::string> comments;   ///< ABOUT=TEXT
    std::vector<std::string> contests;   ///< ABOUT=TEXT
    std::string added;                   ///< `venues` `actors` `links`
    std::vector<std::string> fields;     ///< of what is added: FIELD=VALUE
    bool form = false;
    std::vector<std::string> records;  ///< of the form
    std::filesystem::path from;        ///< a form that came back
    // merge, revert
    std::vector<std::filesystem::path> files;
    std::vector<std::string> accepted, refused, discussed;
    std::vector<std::string> votes;    ///< ID=yes
    std::vector<std::string> choices;  ///< ID:RECORD:FIELD=VALUE
    bool debates = false;              ///< puts the diagnosis to debate
    bool adopts = false;               ///< adopts it
    std::string contribution;          ///< to revert
    std::vector<std::string> reverted;
    std::string person;  ///< log: what is held on them; revert: to be erased
};

/// The command line, read before anything is opened. A command looks only at the options its verb takes.
struct Options {
    Verb verb = Verb::Run;
    std::filesystem::path study;  ///< a study file; for `map`, `report` and `view` also a store

    // Every command.
    bool json = false;               ///< one JSON document on stdout instead of text
    bool quiet = false;              ///< neither talk nor tables
    bool strict = false;             ///< rejected rows make the exit code 3
    int threads = 0;                 ///< 0: all the processor's
    std::optional<model::Day> date;  ///< instead of the study's

    bool sensitivity = false;                 ///< analyse
    std::string format;                       ///< export
    bool forPartners = false;                 ///< export
    std::vector<std::string> layers;          ///< export: several; map: one
    std::filesystem::path to;                 ///< export, map, report, site, reference build
    std::string size;                         ///< map
    std::string paper = "a4";                 ///< map: also `a4-portrait` `a3` `a3-portrait`
    std::string extent;                       ///< map
    std::string crs;                          ///< export
    std::string territory;                    ///< report
    std::string atlas;                        ///< report
    std::string pagesService;                 ///< report: what the pages of territories are about; empty: the first
    std::optional<model::Language> language;  ///< map, report, explain, simulate, compare: instead of the study's
    std::string what;                         ///< explain: a hole, a territory or a record
    std::filesystem::path other;              ///< compare: the second study or store
    std::vector<std::string> open;            ///< simulate: SERVICE@LON,LAT
    std::vector<std::string> close;           ///< simulate: ids
    std::vector<std::string> move;            ///< simulate: ID@LON,LAT
    std::vector<std::string> reaches;         ///< simulate: SERVICE=REACH

    CooperationRequest cooperation;       ///< contribute, merge, revert, log
    SiteRequest site;                     ///< site
    ingest::ReferenceBuildOptions build;  ///< reference build
    std::filesystem::path info;           ///< reference info: the GeoPackage; empty for the embedded one
};

}  // namespace raquette::cli

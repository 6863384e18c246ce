#include "cli/command_line.h"

#include "gis/model/error.h"
#include "ingest/table/nearest_word.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <sstream>
#include <utility>

namespace raquette::cli {

namespace {

constexpr const char* versionText = "raquette " RAQUETTE_VERSION;

/// Ends the parsing with a message, as CLI11's own checks do.
[[noreturn]] void refuse(const std::string& message) {
    throw CLI::ValidationError(message);
}

void addCommonOptions(CLI::App& command, Options& options) {
    command.set_help_flag("-h,--help", "Print this help and exit");
    command.set_version_flag("--version", versionText, "Print the version and exit");
    command.add_flag("--json", options.json, "One JSON document on stdout");
    command.add_flag("--quiet", options.quiet, "Say nothing but errors");
    command.add_option("--threads", options.threads, "Threads to use (0: all)")
        ->check(CLI::Range(0, 1024))
        ->type_name("N")
        ->default_str("0");
    command.add_flag("--strict", options.strict, "Rejected rows make the exit code 3");
}

void addDate(CLI::App& command, Options& options) {
    command
        .add_option_function<std::string>(
            "--date",
            [&options](const std::string& text) {
                options.date = model::parseDay(text);
                if (!options.date) refuse("--date: “" + text + "” is no day; write it as 2026-01-31");
            },
            "The day the result is true for, instead of the study's")
        ->type_name("YYYY-MM-DD");
}

void addLanguage(CLI::App& command, Options& options) {
    command
        .add_option_function<std::string>(
            "--language",
            [&options](const std::string& text) { options.language = text == "fr" ? model::Language::French : model::Language::English; },
            "fr or en, instead of the study's")
        ->check(CLI::IsMember({"fr", "en"}))
        ->type_name("fr|en");
}

CLI::App& addVerb(CLI::App& app, Options& options, Verb verb, const char* name, const char* purpose) {
    CLI::App& command = *app.add_subcommand(name, purpose);
    command.callback([&options, verb] { options.verb = verb; });
    addCommonOptions(command, options);
    return command;
}

/// What is wrong with the name of a paper; nothing where there is one of that name.
std::string isPaper(const std::string& text) {
    constexpr std::array<std::string_view, 4> papers{"a4", "a4-portrait", "a3", "a3-portrait"};
    if (std::ranges::find(papers, text) != papers.end()) return {};
    const std::string_view nearest = ingest::nearestWord(text, papers);
    return fmt::format("“{}” is none of {}{}", text, fmt::join(papers, ", "),
                       nearest.empty() ? "" : fmt::format("; {} is nearest", nearest));
}

constexpr const char* studyFile = "Study file (TOML)";
constexpr const char* studyOrStore = "Study file (TOML) or store (.gpkg)";

CLI::App& addStudyVerb(CLI::App& app, Options& options, Verb verb, const char* name, const char* purpose, const char* takes = studyFile) {
    CLI::App& command = addVerb(app, options, verb, name, purpose);
    command.add_option("STUDY", options.study, takes)->required()->type_name("");
    addDate(command, options);
    return command;
}

void addWriters(CLI::App& app, Options& options) {
    CLI::App& exports = addStudyVerb(app, options, Verb::Export, "export", "Write layers for other programs");
    exports.add_option("--format", options.format, "shapefile, gpkg, geojson, flatgeobuf, kml, dxf, csv or xlsx")
        ->required()
        ->check(CLI::IsMember({"shapefile", "gpkg", "geojson", "flatgeobuf", "kml", "dxf", "csv", "xlsx"}))
        ->type_name("F");
    exports.add_option("--to", options.to, "Folder, or file when one layer is asked; for gpkg, dxf and xlsx a file")
        ->required()
        ->type_name("PATH");
    exports.add_option("--layer", options.layers, "Layer to write; may be repeated (default: all)")->type_name("L");

    exports
        .add_option("--crs", options.crs,
                    "Coordinates of a shapefile, gpkg, flatgeobuf or dxf: EPSG:2154… (default: EPSG:4326; dxf: Lambert-93)")
        ->type_name("C");
    exports.add_flag("--partners", options.forPartners, "With the personal fields that [privacy] partner names, for partners alone");

    CLI::App& map = addStudyVerb(app, options, Verb::Map, "map", "Draw a map sheet", studyOrStore);
    map.add_option("--layer", options.layers,
                   "gaps:SERVICE, coverage:SERVICE, counts:SERVICE:COLUMN:LEVEL, baskets:LEVEL, venues, actors, territories:LEVEL…")
        ->required()
        ->expected(1)
        ->type_name("L");
    map.add_option("--to", options.to, "File; .png, .svg or .pdf")->required()->type_name("FILE");
    CLI::Option* paper = map.add_option("--paper", options.paper, "Paper: a4, a4-portrait, a3 or a3-portrait; a4 and a3 are landscape")
                             ->check(isPaper)
                             ->type_name("P")
                             ->default_str("a4");
    map.add_option("--size", options.size, "Pixels of a PNG or SVG, instead of a paper")->excludes(paper)->type_name("WxH");
    map.add_option("--extent", options.extent, "A territory (dep:42) or west,south,east,north")->type_name("E");
    addLanguage(map, options);

    CLI::App& report =
        addStudyVerb(app, options, Verb::Report, "report", "Write a page about the study, or pages about its territories", studyOrStore);
    report.add_option("--to", options.to, "File; .html for the study, .html, .pdf or .png for a territory, .pdf for an atlas")
        ->required()
        ->type_name("FILE");
    CLI::Option* territory =
        report.add_option("--territory", options.territory, "The page of one territory: dep:42, commune:42218…")->type_name("T");
    report.add_option("--atlas", options.atlas, "The page of every territory of a level, in one PDF: commune, epci, departement, region")
        ->check(CLI::IsMember({"commune", "epci", "departement", "region"}))
        ->excludes(territory)
        ->type_name("LEVEL");
    report.add_option("--service", options.pagesService, "What the pages of territories are about (default: the first service)")
        ->type_name("S");
    addLanguage(report, options);
}

void addQuestions(CLI::App& app, Options& options) {
    CLI::App& explain = addStudyVerb(app, options, Verb::Explain, "explain", "Say where a figure comes from");
    explain
        .add_option("WHAT", options.what,
                    "A hole (gap:1, gap:SERVICE:1 or its id), a territory (dep:42, SERVICE:dep:42, study), a record (id or name)")
        ->required()
        ->type_name("");
    addLanguage(explain, options);

    CLI::App& simulate = addStudyVerb(app, options, Verb::Simulate, "simulate", "Open, close or move places and see what changes");
    simulate.add_option("--open", options.open, "A place that opens for a service; may be repeated")->type_name("SERVICE@LON,LAT");
    simulate.add_option("--close", options.close, "A record that closes, by id or name; may be repeated")->type_name("ID");
    simulate.add_option("--move", options.move, "A record that moves, by id or name; may be repeated")->type_name("ID@LON,LAT");
    simulate.add_option("--reach", options.reaches, "Another reach for a service; may be repeated")->type_name("SERVICE=REACH");
    addLanguage(simulate, options);

    CLI::App& compare =
        addStudyVerb(app, options, Verb::Compare, "compare", "Two dates, two regions or two versions side by side", studyOrStore);
    compare.add_option("OTHER", options.other, "The second study file or store")->required()->type_name("");
    addLanguage(compare, options);
}

/// `LEVEL=N`, e.g. `departement=1`.
analysis::AtLeast atLeast(const std::string& text) {
    const std::size_t equals = text.find('=');
    const auto level = model::levelNamed(text.substr(0, equals));
    const std::string number = equals == std::string::npos ? "" : text.substr(equals + 1);
    std::uint32_t places = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), places);
    const bool whole = error == std::errc() && end == number.data() + number.size() && places > 0;
    if (!level || *level == model::Level::Area || *level == model::Level::Study || !whole) {
        refuse("--at-least: “" + text + "” is not written LEVEL=N with a level of commune, epci, departement, region: departement=1");
    }
    return {*level, places};
}

std::vector<model::Reach> reaches(const std::vector<std::string>& texts) {
    std::vector<model::Reach> found;
    for (const std::string& text : texts) {
        const auto reach = model::parseReach(text);
        const bool far = reach && (std::holds_alternative<model::Metres>(*reach) || std::holds_alternative<model::Minutes>(*reach));
        if (!far) refuse("--reach: “" + text + "” is no distance or travel time; write it as 30km or 30min, several as 15km,30km");
        found.push_back(*reach);
    }
    return found;
}

void addSite(CLI::App& app, Options& options) {
    SiteRequest& asked = options.site;
    CLI::App& site = addStudyVerb(app, options, Verb::Site, "site", "Say where one more place would serve most");
    site.add_option("--service", asked.service, "What is looked for: a service of the study; its places stay")->required()->type_name("S");
    site.add_option("--count", asked.count, "How many more places (lscp finds how many itself)")
        ->check(CLI::Range(1, 100000))
        ->type_name("N")
        ->default_str("1");
    site.add_option_function<std::string>(
            "--model", [&asked](const std::string& text) { asked.model = *analysis::sitingModelNamed(text); },
            "mclp: most people; lscp: fewest places for everybody; p-median: people nearest on average; p-center: the farthest person "
            "nearest; backup: most people, twice where possible")
        ->check(CLI::IsMember({"mclp", "lscp", "p-median", "p-center", "backup"}))
        ->type_name("M")
        ->default_str("mclp");
    site.add_option("--candidates", asked.candidates, "communes, communes:N (the N most populous), actors, or a list (FILE)")
        ->type_name("C")
        ->default_str("communes");
    site.add_option_function<std::vector<std::string>>(
            "--reach", [&asked](const std::vector<std::string>& texts) { asked.reaches = reaches(texts); },
            "Instead of the service's; several are answered one by one: 15km,30km")
        ->delimiter(',')
        ->type_name("R");
    site.add_option_function<std::string>(
            "--at-least", [&asked](const std::string& text) { asked.atLeast = atLeast(text); },
            "At least N places, there already or new, in each territory of a level that has candidates: departement=1")
        ->type_name("LEVEL=N");
    site.add_flag("--curve", asked.curve, "Also the best that 1, 2… N places can do");
    site.add_option("--seconds", asked.seconds, "Time to search; then the bound says how much more is possible")
        ->check(CLI::Range(0.1, 86400.0))
        ->type_name("T")
        ->default_str("60");
    site.add_option("--to", options.to, "Also write the places; .geojson or .csv")->type_name("FILE");
    addLanguage(site, options);
}

void addWho(CLI::App& command, CooperationRequest& asked) {
    command.add_option("--organisation", asked.organisation, "For whom this is said or done")->type_name("O");
    command.add_option("--author", asked.author, "Who says it: a person, kept private")->type_name("NAME");
    command.add_option("--reason", asked.reason, "Why")->type_name("TEXT");
}

void addCooperation(CLI::App& app, Options& options) {
    CooperationRequest& asked = options.cooperation;
    CLI::App& contribute =
        addStudyVerb(app, options, Verb::Contribute, "contribute", "Propose a change, as a file to be mailed to who keeps the study");
    addWho(contribute, asked);
    contribute.add_option("--to", options.to, "File to write; .contribution, or .xlsx for a form")->required()->type_name("FILE");
    contribute.add_option("--set", asked.set, "What a field of a record should say; may be repeated")->type_name("ID:FIELD=VALUE");
    contribute.add_option("--close", asked.closed, "A record that has closed, today or on a date; may be repeated")->type_name("ID[=DATE]");
    contribute.add_option("--confirm", asked.confirmed, "A record that is right as it stands, today or on a date; may be repeated")
        ->type_name("ID[=DATE]");
    contribute.add_option("--comment", asked.comments, "A word on a record, a hole or a figure; may be repeated")->type_name("ABOUT=TEXT");
    contribute
        .add_option("--contest", asked.contests,
                    "A doubt on a hole (gap:ID) or a figure (SERVICE:TERRITORY), to be answered before the diagnosis is adopted")
        ->type_name("ABOUT=TEXT");
    contribute.add_option("--add", asked.added, "A new record; --field says what it is")
        ->check(CLI::IsMember({"venues", "actors", "links"}))
        ->type_name("KIND");
    contribute.add_option("--field", asked.fields, "A field of the new record; may be repeated")->type_name("FIELD=VALUE");
    CLI::Option* form = contribute.add_flag("--form", asked.form, "Write records as a workbook that anyone can correct");
    contribute.add_option("--record", asked.records, "A record of the form; may be repeated")->needs(form)->type_name("ID");
    contribute.add_option("--from", asked.from, "A form that came back corrected")->excludes(form)->type_name("FILE");
    addLanguage(contribute, options);

    CLI::App& merge = addStudyVerb(app, options, Verb::Merge, "merge", "Bring contributions into the study and settle them, by its rules");
    merge.add_option("FILE", asked.files, "Contributions")->type_name("");
    addWho(merge, asked);
    merge.add_option("--accept", asked.accepted, "Accept a proposal; may be repeated")->type_name("ID");
    merge.add_option("--refuse", asked.refused, "Refuse one, with --reason; may be repeated")->type_name("ID");
    merge.add_option("--discuss", asked.discussed, "Say a word (--reason) on a proposal; may be repeated")->type_name("ID");
    merge.add_option("--vote", asked.votes, "What an organisation knows of a proposal; may be repeated")->type_name("ID=yes|no");
    merge.add_option("--resolve", asked.choices, "What a field shall say where two differ; may be repeated")
        ->type_name("ID:RECORD:FIELD=VALUE");
    CLI::Option* debates = merge.add_flag("--debate", asked.debates, "Put the diagnosis to debate, kept as it is today");
    merge.add_flag("--adopt", asked.adopts, "Adopt the diagnosis in debate, for an organisation")->excludes(debates);

    CLI::App& revert = addStudyVerb(app, options, Verb::Revert, "revert", "Take an accepted contribution back");
    CLI::Option* id = revert.add_option("ID", asked.contribution, "Contribution, or the beginning of its id")->type_name("");
    revert.add_option("--person", asked.person, "Erase a person from contributions and history, by name, address or number")
        ->excludes(id)
        ->type_name("P");
    addWho(revert, asked);

    CLI::App& log = addStudyVerb(app, options, Verb::Log, "log", "The history of contributions; --date: as it was on a day");
    log.add_option("--person", asked.person, "All that the study holds on a person instead, by name, address or number")->type_name("P");
    addLanguage(log, options);
}

/// The official file that `communes`, `epci`, `departements` or `regions` names.
ingest::ReferenceInput& inputNamed(Options& options, const std::string& kind) {
    if (kind == "communes") return options.build.communes;
    if (kind == "epci") return options.build.epci;
    if (kind == "departements") return options.build.departements;
    if (kind == "regions") return options.build.regions;
    refuse("“" + kind + "” is none of communes, epci, departements, regions");
}

/// `left=right` in two; both must be there.
std::pair<std::string, std::string> assignment(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) refuse("“" + text + "” is not written NAME=VALUE");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

void readLayerChoices(Options& options, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const auto [kind, layer] = assignment(text);
        inputNamed(options, kind).layer = layer;
    }
}

void readColumnChoices(Options& options, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const auto [ours, theirs] = assignment(text);
        const std::size_t dot = ours.find('.');
        if (dot == std::string::npos) refuse("“" + text + "” is not written communes.population=COLUMN");
        inputNamed(options, ours.substr(0, dot)).columns[ours.substr(dot + 1)] = theirs;
    }
}

void addBuildOptions(CLI::App& build, Options& options) {
    ingest::ReferenceBuildOptions& made = options.build;
    build.add_option("--communes", made.communes.path, "Communes with their polygons: GeoPackage, shapefile, GeoJSON…")
        ->required()
        ->type_name("FILE");
    build.add_option("--epci", made.epci.path, "EPCI (left out: no EPCI level)")->type_name("FILE");
    build.add_option("--departements", made.departements.path, "Départements (left out: made of their communes)")->type_name("FILE");
    build.add_option("--regions", made.regions.path, "Régions (left out: made of their communes)")->type_name("FILE");
    const auto addAreas = [&made](const std::vector<std::string>& paths) {
        for (const std::string& path : paths) made.areas.push_back({path, {}, {}});
    };
    build.add_option_function<std::vector<std::string>>("--areas", addAreas, "Named areas: QPV, bassins de vie…; may be repeated")
        ->type_name("FILE");
    build.add_option("--population", made.population, "Grid of people to lay beside the reference")->type_name("FILE");
    const auto addLayers = [&options](const std::vector<std::string>& texts) { readLayerChoices(options, texts); };
    build.add_option_function<std::vector<std::string>>("--layer", addLayers, "Layer to read in a file of several: communes=COMMUNE")
        ->type_name("KIND=LAYER");
    const auto addColumns = [&options](const std::vector<std::string>& texts) { readColumnChoices(options, texts); };
    build
        .add_option_function<std::vector<std::string>>("--column", addColumns, "Column under an unusual name: communes.population=POP2026")
        ->type_name("KIND.NAME=COLUMN");
    build.add_option("--title", made.title, "What the reference is called")->type_name("TEXT");
    build.add_option("--attribution", made.attribution, "Who made the files; at the foot of every sheet")->type_name("TEXT");
    build.add_option("--licence", made.licence, "Their licence")->type_name("TEXT");
    build.add_option("--to", made.output, "GeoPackage to write")->required()->type_name("FILE");
}

void addReferenceVerbs(CLI::App& app, Options& options) {
    CLI::App& reference = *app.add_subcommand("reference", "Make a reference from official files, or describe one");
    reference.set_help_flag("-h,--help", "Print this help and exit");
    reference.set_version_flag("--version", versionText, "Print the version and exit");
    reference.require_subcommand(1);
    addBuildOptions(addVerb(reference, options, Verb::ReferenceBuild, "build", "Make a reference GeoPackage from official files"), options);
    CLI::App& info = addVerb(reference, options, Verb::ReferenceInfo, "info", "Say what a reference holds");
    info.add_option("REFERENCE", options.info, "Reference GeoPackage (default: the embedded one)")->type_name("");
}

void describe(CLI::App& app, Options& options) {
    app.set_help_flag("-h,--help", "Print this help and exit");
    app.set_version_flag("--version", versionText, "Print the version and exit");
    app.require_subcommand(1);
    addStudyVerb(app, options, Verb::Run, "run", "Ingest, analyse, export and draw everything a study declares");
    addStudyVerb(app, options, Verb::Check, "check", "Read everything, write nothing, print the issues and what was recognised");
    addStudyVerb(app, options, Verb::Ingest, "ingest", "Sources to store, with the quality report");
    addStudyVerb(app, options, Verb::Analyse, "analyse", "Compute coverage, gaps and indicators again, into the store")
        .add_flag("--sensitivity", options.sensitivity, "Also say how the figure moves when the reach is 5 km shorter or longer");
    addWriters(app, options);
    addQuestions(app, options);
    addSite(app, options);
    addCooperation(app, options);
    addVerb(app, options, Verb::View, "view", "Open the window on a study's store")
        .add_option("STUDY", options.study, "Study file, once run, or store")
        ->required()
        ->type_name("");
    addReferenceVerbs(app, options);
    app.footer("Exit codes: 0 done, 1 failed, 2 misused, 3 rows rejected under --strict.");
}

/// A first word that is no command is named, before CLI11 calls it an argument it did not expect.
void checkVerb(const CLI::App& app, int argc, const char* const* argv) {
    if (argc < 2 || argv[1][0] == '-') return;
    const std::string_view verb = argv[1];
    const auto known = app.get_subcommands([](const CLI::App*) { return true; });
    if (std::ranges::none_of(known, [&](const CLI::App* command) { return command->get_name() == verb; })) {
        throw model::UsageError(fmt::format("There is no command “{}”. `raquette --help` lists them.", verb));
    }
}

/// The command whose help is asked or whose arguments are wrong: the deepest one parsed.
const CLI::App& deepest(const CLI::App& app) {
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty()) at = at->get_subcommands().front();
    return *at;
}

}  // namespace

std::variant<Options, Text> parseCommandLine(int argc, const char* const* argv) {
    Options options;
    CLI::App app("Finds where nobody is reached: the holes in the racket of a cultural network.", "raquette");
    describe(app, options);
    checkVerb(app, argc, argv);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
        std::ostringstream out;
        app.exit(asked, out, out);
        return Text{out.str()};
    } catch (const CLI::ParseError& wrong) {
        const CLI::App& command = deepest(app);
        const std::string name = &command == &app ? "" : " " + command.get_name();
        throw model::UsageError(fmt::format("{}. `raquette{} --help` says how it is used.", wrong.what(), name));
    }
    return options;
}

}  // namespace raquette::cli

#include "cli/commands.h"
#include "cli/document.h"
#include "cli/drawing.h"
#include "cli/findings.h"
#include "cli/output.h"
#include "cli/outputs.h"
#include "gis/model/error.h"
#include "gis/report/territory_page.h"
#include "gis/store/shared_address.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>

namespace raquette::cli {

// The commands that make one thing from a study: export, map, report, and view, which shows it.

namespace {

void tellWritten(const Options& options, const Output& output, model::Language language) {
    if (options.json) {
        print(outputsDocument({output}));
    } else if (!options.quiet) {
        print(outputsText({output}, language));
    }
}

}  // namespace

int exportStudy(const Options& options) {
    const Progress progress(options.quiet);
    const Computed computed = computeStudy(options, progress);
    progress.stage("Writing the export");
    makeFolderOf(options.to);
    if (options.forPartners && computed.state.study.privacy.partner.empty())
        throw model::Error(fmt::format("{}: [privacy] partner does not say which fields partners may have.", options.study.string()));
    for (const std::string& remark : store::exportLayers(computed.state, options.format, options.to, options.layers,
                                                         {.forPartners = options.forPartners, .crs = options.crs}))
        complain(remark);
    progress.done();
    tellWritten(options, {"export", options.to}, computed.state.study.language);
    return exitCode(options, computed.state.dataset);
}

int map(const Options& options) {
    if (!canDraw()) throw model::Error(cannotDraw);
    const Progress progress(options.quiet);
    const store::StudyState state = stateToDraw(options, progress);
    progress.stage("Drawing");
    writeMap(state, {options.layers.front(), options.to, options.size, options.extent, options.language}, options.paper);
    progress.done();
    tellWritten(options, {"map", options.to}, state.study.language);
    return exitCode(options, state.dataset);
}

int report(const Options& options) {
    const bool ofTerritories = !options.territory.empty() || !options.atlas.empty();
    const bool isHtml = options.to.extension() == ".html" && options.atlas.empty();
    if (ofTerritories && !isHtml && !canDraw()) throw model::Error(cannotDraw);
    if (!ofTerritories && !options.pagesService.empty())
        throw model::Error("--service chooses what the pages of territories are about: add --territory T or --atlas LEVEL.");
    const Progress progress(options.quiet);
    const store::StudyState state = stateToDraw(options, progress);
    progress.stage("Writing the page");
    if (ofTerritories && isHtml) {
        makeFolderOf(options.to);
        report::writeHtmlTerritoryPage(state, territoryAsked(options.territory), serviceAsked(state, options.pagesService),
                                       options.language.value_or(state.study.language), options.to);
    } else if (ofTerritories) {
        makeFolderOf(options.to);
        drawPages(state, {options.to, options.territory, options.atlas, options.pagesService},
                  options.language.value_or(state.study.language), progress.watch("Drawing the pages"));
    } else {
        writeReport(state, {options.to, {}, options.language});
    }
    progress.done();
    tellWritten(options, {"report", options.to}, state.study.language);
    return exitCode(options, state.dataset);
}

int view(const Options& options) {
    if (!canDraw()) throw model::Error(cannotDraw);
    if (options.study.extension() == ".gpkg") return openWindow(options.study);
    if (store::isShared(options.study.string())) return openWindow(options.study);
    const model::Study study = readStudy(options);
    if (store::isShared(study.store)) return openWindow(options.study);  // what was proposed meanwhile is seen at once
    const std::filesystem::path store = ingest::storePath(study);
    if (!std::filesystem::exists(store)) {
        throw model::Error(fmt::format("{} is not there yet: `raquette run {}` makes it.", store.string(), options.study.string()));
    }
    return openWindow(store);
}

}  // namespace raquette::cli

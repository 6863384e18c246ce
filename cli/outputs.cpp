#include "cli/outputs.h"

#include "cli/drawing.h"
#include "cli/output.h"
#include "gis/model/error.h"
#include "gis/report/page.h"
#include "gis/store/shared_store.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace raquette::cli {

namespace {

bool isPdf(const std::filesystem::path& path) {
    return path.extension() == ".pdf";
}

std::vector<Output> writeMaps(const store::StudyState& state) {
    std::vector<Output> outputs;
    if (!canDraw()) {
        if (!state.study.maps.empty()) complain(cannotDraw);
        return outputs;
    }
    for (const model::MapRequest& request : state.study.maps) {
        writeMap(state, request);
        outputs.push_back({"map", request.path});
    }
    return outputs;
}

std::vector<Output> writeReports(const store::StudyState& state) {
    std::vector<Output> outputs;
    for (const model::ReportRequest& request : state.study.reports) {
        if (isPdf(request.path)) {
            complain(fmt::format("{} is left out: pages are HTML only in this version.", request.path.string()));
            continue;
        }
        writeReport(state, request);
        outputs.push_back({"report", request.path});
    }
    return outputs;
}

}  // namespace

SharedHold holdShared(const Options& options) {
    const model::Study study = readStudy(options);
    if (!store::isShared(study.store) || !study.contributions.empty()) return {};
    SharedHold held{ingest::requireShelf(study), {}};
    if (!held.shelf->owns())
        throw model::Error(
            fmt::format("{}: only who keeps the study writes it. Your role may look (check, map, report, export, view) and "
                        "contribute (contribute, merge).",
                        study.store));
    held.hold = held.shelf->hold();
    return held;
}

std::vector<Output> writeStoreAndRejects(const Computed& computed, const Progress& progress) {
    progress.stage("Writing the store");
    const model::Study& study = computed.state.study;
    const std::filesystem::path store = ingest::storePath(study);
    makeFolderOf(store);
    const bool shared = store::isShared(study.store);
    if (!shared)
        store::writeStore(computed.state, store);
    else if (!store::writeSharedStore(computed.state, store::sharedAddress(study.store), ingest::rolesOf(study.review)))
        complain("QGIS will not find the styles: your role may not write public.layer_styles in the database.");
    ingest::saveReadings(computed.readings, readingsPath(study));
    std::vector<Output> outputs{shared ? Output{"shared-store", study.store} : Output{"store", store}};
    if (writeRejectedRows(computed)) outputs.push_back({"rejects", rejectsFolder(computed.state.study)});
    return outputs;
}

void renewStore(const Options& options, const model::Study& study, const Progress& progress) {
    const bool shared = store::isShared(study.store);
    if (!shared && !std::filesystem::exists(ingest::storePath(study))) return;
    if (shared && !ingest::requireShelf(study)->owns()) {
        complain("It is kept. The shared store shows it once who keeps the study has run it again.");
        return;
    }
    writeStoreAndRejects(computeStudy(options, progress), progress);
}

std::vector<Output> writeDeclared(const store::StudyState& state, const Progress& progress) {
    std::vector<Output> outputs;
    progress.stage("Writing the exports");
    for (const model::ExportRequest& request : state.study.exports) {
        makeFolderOf(request.path);
        for (const std::string& remark : store::exportLayers(state, request.format, request.path, request.layers,
                                                             {.forPartners = request.forPartners, .crs = request.crs}))
            complain(remark);
        outputs.push_back({"export", request.path});
    }
    progress.stage("Drawing the maps");
    std::ranges::copy(writeMaps(state), std::back_inserter(outputs));
    progress.stage("Writing the pages");
    std::ranges::copy(writeReports(state), std::back_inserter(outputs));
    return outputs;
}

void writeMap(const store::StudyState& state, const model::MapRequest& request, const std::string& paper) {
    makeFolderOf(request.path);
    for (const std::string& doubt : drawSheet(state, request, request.language.value_or(state.study.language), paper))
        complain(fmt::format("{}: {}", request.path.filename().string(), doubt));
}

void writeReport(const store::StudyState& state, const model::ReportRequest& request) {
    if (isPdf(request.path)) {
        throw model::Error(fmt::format("{}: pages are HTML only in this version; name a file ending in .html.", request.path.string()));
    }
    makeFolderOf(request.path);
    report::writeHtmlPage(state, request.language.value_or(state.study.language), request.path);
}

std::optional<std::size_t> serviceAsked(const store::StudyState& state, const std::string& id) {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < state.analysis.services.size(); ++i) {
        if (id.empty() || state.analysis.services[i].service.id == id) return i;
        known.push_back(state.analysis.services[i].service.id);
    }
    if (id.empty()) return std::nullopt;
    throw model::Error(fmt::format("The study has no service `{}`. It has: {}.", id, fmt::join(known, ", ")));
}

model::TerritoryId territoryAsked(const std::string& written) {
    const auto territory = model::TerritoryId::parse(written);
    if (!territory)
        throw model::Error(fmt::format("`{}` is no territory: write commune:42218, epci:244200770, dep:42 or reg:84.", written));
    return *territory;
}

}  // namespace raquette::cli

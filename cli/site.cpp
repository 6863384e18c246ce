#include "cli/commands.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/siting_candidates.h"
#include "cli/siting_text.h"
#include "gis/analysis/provider.h"
#include "gis/model/error.h"
#include "gis/store/places_file.h"
#include "ingest/table/nearest_word.h"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace raquette::cli {

namespace {

const model::Service& serviceNamed(const model::Study& study, const std::string& id) {
    const auto at = std::ranges::find(study.services, id, &model::Service::id);
    if (at != study.services.end()) return *at;
    std::vector<std::string_view> known;
    for (const model::Service& service : study.services) known.emplace_back(service.id);
    const std::string_view nearest = ingest::nearestWord(id, known);
    const std::string meant = nearest.empty() ? "" : fmt::format(" Did you mean “{}”?", nearest);
    throw model::Error(
        fmt::format("{}: there is no service “{}”; there are: {}.{}", study.file.string(), id, fmt::join(known, ", "), meant));
}

/// Only a distance or a travel time can be weighed from every candidate.
std::vector<model::Reach> reachesOf(const model::Service& service, const SiteRequest& asked) {
    if (!asked.reaches.empty()) return asked.reaches;
    const bool far = std::holds_alternative<model::Metres>(service.reach) || std::holds_alternative<model::Minutes>(service.reach);
    if (far) return {service.reach};
    throw model::Error(fmt::format("Service “{}”: its reach `{}` is no distance; say from how far a place would serve, e.g. --reach 30km.",
                                   service.id, text(service.reach)));
}

void setReach(const model::Reach& reach, const store::StudyState& state, analysis::SitingQuestion& question) {
    question.time = std::nullopt;
    if (const auto* metres = std::get_if<model::Metres>(&reach)) question.reach = *metres;
    if (const auto* minutes = std::get_if<model::Minutes>(&reach)) question.time = *minutes;
    if (!question.time || state.reference.roads) return;
    throw model::Error(
        fmt::format("--reach {}: no service of the study asks for a travel time, so no roads were read. Write reach = \"{}\" "
                    "in one of them.",
                    text(reach), text(reach)));
}

void refuseContracts(const model::Service& service) {
    const auto& kinds = service.match.kinds;
    if (std::ranges::find(kinds, model::RecordKind::Contracts) == kinds.end()) return;
    throw model::Error(
        fmt::format("Service “{}” is provided by contracts, which stand nowhere. Ask for one of actors or venues.", service.id));
}

/// Nobody should build on an answer that measuring again does not confirm.
void refuseUnverified(const std::vector<analysis::SitingAnswer>& answers) {
    if (std::ranges::all_of(answers, &analysis::SitingAnswer::verified)) return;
    throw std::logic_error("distances measured again do not give the numbers found; no answer is given.");
}

}  // namespace

int site(const Options& options) {
    if (options.site.curve && options.site.model != analysis::SitingModel::MostPeople) {
        throw model::UsageError("--curve counts people reached: it goes with --model mclp.");
    }
    const Progress progress(options.quiet);
    const SiteRequest& asked = options.site;
    const model::Study declared = readStudy(options);  // a wrong service is told before anything is read
    refuseContracts(serviceNamed(declared, asked.service));
    const std::vector<model::Reach> reaches = reachesOf(serviceNamed(declared, asked.service), asked);
    const Computed computed = ingestStudy(options, progress);
    const store::StudyState& state = computed.state;
    const model::Service& service = serviceNamed(state.study, asked.service);
    const analysis::Selection selection = analysis::select(service, state.dataset, state.study.date);
    progress.stage("Reading the candidates");
    analysis::SitingQuestion question;
    question.model = asked.model;
    question.count = asked.count;
    question.candidates = candidatesOf(asked.candidates, state, selection.providers);
    question.atLeast = asked.atLeast;
    question.curve = asked.curve;
    question.seconds = asked.seconds;
    question.threads = options.threads;
    std::vector<analysis::SitingAnswer> answers;
    progress.stage("Weighing the places");
    for (const model::Reach& reach : reaches) {
        setReach(reach, state, question);
        answers.push_back(analysis::site(state.study, state.reference, selection.providers, question));
    }
    refuseUnverified(answers);
    if (!options.to.empty()) {
        makeFolderOf(options.to);
        store::writePlaces(answers, options.to);
    }
    progress.done();
    if (options.json) {
        print(sitingDocument(service, answers));
    } else if (!options.quiet) {
        std::string text;
        for (const analysis::SitingAnswer& answer : answers) {
            text += (text.empty() ? "" : "\n") + sitingText(service, answer, options.language.value_or(state.study.language));
        }
        print(text);
    }
    return exitCode(options, state.dataset);
}

}  // namespace raquette::cli

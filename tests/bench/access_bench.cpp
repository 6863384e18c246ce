#include "gis/analysis/accessibility/floating_catchment.h"
#include "gis/analysis/provider.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>
#include <tbb/global_control.h>
#include <algorithm>
#include <chrono>
#include <exception>

// Times the accessibility of a study's first service, every decay, one thread and all: `raquette-bench-access STUDY`.

namespace {

using namespace raquette;

struct Case {
    std::vector<analysis::SharingPeople> demand;
    std::vector<analysis::SupplyPoint> supply;
    model::Metres reach;
};

Case read(const char* file) {
    const model::Study study = ingest::readStudyFile(file, std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
    model::Issues issues;
    const model::Reference reference = ingest::readReference(study, issues);
    const model::Dataset dataset = ingest::ingest(study, reference).dataset;
    Case read;
    read.reach = std::get<model::Metres>(study.services.at(0).reach);
    for (const model::PopulationPoint& point : reference.people) read.demand.push_back({point.at, point.people});
    for (const analysis::Provider& provider : analysis::select(study.services.at(0), dataset, study.date).providers) {
        read.supply.push_back({provider.at, 1});
    }
    return read;
}

/// The best of five runs, from points to figures.
void time(const Case& given, model::Decay decay, std::size_t threads) {
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    double best = 1e9;
    std::uint64_t pairs = 0;
    for (int run = 0; run < 5; ++run) {
        const auto start = std::chrono::steady_clock::now();
        const analysis::FloatingCatchment found = floatingCatchment(given.demand, given.supply, given.reach, {decay, {}, {}});
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        pairs = 0;
        for (const std::uint32_t providers : found.providers) pairs += providers;
    }
    fmt::print("access, {} cells x {} venues x {} km, {} pairs, {}, {} threads: {:.3f} s\n", given.demand.size(), given.supply.size(),
               model::inKilometres(given.reach), pairs, name(decay), threads, best);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "Usage: raquette-bench-access STUDY\n");
        return 2;
    }
    try {
        const Case given = read(argv[1]);
        for (const model::Decay decay : {model::Decay::None, model::Decay::Step, model::Decay::Gaussian, model::Decay::Exponential}) {
            time(given, decay, 2);
        }
        time(given, model::Decay::Gaussian, 1);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-access: {}\n", error.what());
        return 1;
    }
    return 0;
}

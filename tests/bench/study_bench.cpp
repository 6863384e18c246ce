#include "gis/analysis/analysis.h"
#include "gis/model/error.h"
#include "gis/store/store.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <chrono>
#include <exception>
#include <utility>

// Times one study, stage by stage: `raquette-bench STUDY` prints a line of words and numbers that tests/bench/run lays out.

namespace {

using namespace raquette;

class Clock {
public:
    /// Seconds since the last call.
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;  // NOLINT(cppcoreguidelines-pro-type-union-access): glibc's field
}

void tell(const store::StudyState& state, double read, const analysis::StageTimes& times, double analysed, double written, double peak) {
    const analysis::ServiceResult& result = state.analysis.services.at(0);
    model::SquareMetres uncovered = result.slivers.area + result.fewPeople.area;
    for (const analysis::Gap& gap : result.gaps) uncovered += gap.area;
    double covered = 0;
    for (const analysis::Coverage& coverage : result.coverages) {
        if (coverage.certainty == analysis::Certainty::Nominal) covered = coverage.area.value;
    }
    const double other = analysed - times.project - times.shares - times.dissolve - times.holes - times.people - times.fragility;
    fmt::print(
        "read {:.3f} project {:.3f} shares {:.3f} dissolve {:.3f} holes {:.3f} people {:.3f} fragility {:.3f} other {:.3f} analysis {:.3f} "
        "write {:.3f} ",
        read, times.project, times.shares, times.dissolve, times.holes, times.people, times.fragility, other, analysed, written);
    fmt::print("MB {:.0f} gaps {} slivers {} uncovered_km2 {:.1f} covered_area_% {:.4f}\n", peak, result.gaps.size(), result.slivers.count,
               model::inSquareKilometres(uncovered), 100 * covered / (covered + uncovered.value));
}

void bench(const char* file) {
    Clock clock;
    store::StudyState state;
    state.study = ingest::readStudyFile(file, std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
    state.reference = ingest::readReference(state.study, state.dataset.issues);
    state.dataset = ingest::ingest(state.study, state.reference).dataset;
    const double read = clock.lap();
    analysis::StageTimes times;
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset, {}, &times);
    const double analysed = clock.lap();
    const double peak = peakMegabytes();
    store::writeStore(state, state.study.file.parent_path() / state.study.store);
    tell(state, read, times, analysed, clock.lap(), peak);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "Usage: raquette-bench STUDY\n");
        return 2;
    }
    try {
        bench(argv[1]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench: {}\n", error.what());
        return 1;
    }
    return 0;
}

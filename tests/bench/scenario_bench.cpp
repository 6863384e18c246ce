#include "gis/analysis/scenario/scenario.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <exception>
#include <random>

// Times what-if questions: `raquette-bench-scenario STUDY` moves one venue at a time, a hundred times, each against the study as it is.

namespace {

using namespace raquette;

double seconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

void bench(const char* file) {
    const model::Study study = ingest::readStudyFile(file, std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
    model::Dataset dataset;
    const model::Reference reference = ingest::readReference(study, dataset.issues);
    dataset = ingest::ingest(study, reference).dataset;
    const analysis::Analysis analysis = analysis::analyse(study, reference, dataset);
    const analysis::ServiceResult& result = analysis.services.at(0);
    const auto start = std::chrono::steady_clock::now();
    const analysis::StudyArea area = analysis::studyArea(study, reference);
    const analysis::Scenario scenario(study, reference, area, result);
    const double prepared = seconds(start);

    std::mt19937 random(20261121);
    std::vector<std::size_t> inside;  // venues whose move is felt in the study area
    for (std::size_t i = 0; i < result.providers.size(); ++i) {
        if (result.onlyReached[i].value > 0) inside.push_back(i);
    }
    if (inside.empty()) throw std::runtime_error("no venue of this study is alone to serve anybody: there is nothing to move");
    std::vector<double> times;
    std::int64_t people = 0;
    for (int move = 0; move < 100; ++move) {
        const analysis::Provider& provider = result.providers[inside[random() % inside.size()]];
        const double east = static_cast<double>(random() % 1000) / 1000 - 0.5;
        const double north = static_cast<double>(random() % 1000) / 1000 - 0.5;
        const auto begun = std::chrono::steady_clock::now();
        const analysis::ScenarioAnswer answer = scenario.answer({{provider.id}, {{provider.at.lon + east, provider.at.lat + north}}});
        times.push_back(seconds(begun));
        people += (answer.gained + answer.lost).value;
    }
    std::ranges::sort(times);
    fmt::print(
        "scenario, one venue of {} moved, {} communes: prepare {:.3f} s, median {:.4f} s, p95 {:.4f} s, worst {:.4f} s ({} people moved in "
        "100)\n",
        result.providers.size(), reference.communes.size(), prepared, times[50], times[95], times[99], people);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "Usage: raquette-bench-scenario STUDY\n");
        return 2;
    }
    try {
        bench(argv[1]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-scenario: {}\n", error.what());
        return 1;
    }
    return 0;
}

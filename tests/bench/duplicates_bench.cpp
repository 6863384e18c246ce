#include "ingest/duplicates/duplicates.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"
#include "tests/bench/duplicate_lists.h"

#include <fmt/format.h>
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

// Times duplicates: `raquette-bench-duplicates FOLDER ROWS` writes two lists there, reads them as a study and prints what was found.

namespace {

using namespace raquette;

double seconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
}

void timeDuplicates(const std::filesystem::path& folder, long rows) {
    constexpr std::uint32_t seed = 2026;
    const std::filesystem::path file = folder / "duplicates.toml";
    const auto source = [](const char* id) {
        return fmt::format("[[source]]\nid = \"{0}\"\nkind = \"actors\"\npath = \"duplicates-{0}.csv\"\n", id);
    };
    write(file, source("a") + source("b"));
    const model::Study study = ingest::readStudyFile(file, std::chrono::sys_days{std::chrono::year{2026} / 1 / 1});
    model::Issues issues;
    const model::Reference reference = ingest::readReference(study, issues);
    const bench::DuplicateLists lists = bench::duplicateLists(reference, rows, seed);
    write(folder / "duplicates-a.csv", lists.first);
    write(folder / "duplicates-b.csv", lists.second);

    const auto begin = std::chrono::steady_clock::now();
    const ingest::IngestResult result = ingest::ingest(study, reference);
    const double whole = seconds(begin);
    long merged = 0;
    for (const model::SourceSummary& summary : result.dataset.sources) merged += summary.merged;
    // What is left once merged is as many records to compare, less a few: the room alone, a second time.
    model::Dataset again = result.dataset;
    const auto alone = std::chrono::steady_clock::now();
    ingest::joinDuplicates(study, reference, again);
    fmt::print("{} records, {} known duplicates: duplicates {:.2f} s (with reading, placing and quality {:.2f} s), merged {}, asked {}\n",
               lists.structures, lists.duplicates, seconds(alone), whole, merged, result.dataset.questions.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "Usage: raquette-bench-duplicates FOLDER ROWS\n");
        return 2;
    }
    try {
        timeDuplicates(argv[1], std::stol(argv[2]));
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-duplicates: {}\n", error.what());
        return 1;
    }
    return 0;
}

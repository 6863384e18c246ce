#include "gis/model/error.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/draft.h"
#include "ingest/contributions/merge.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/contributions/shelf.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>
#include <fmt/os.h>
#include <charconv>
#include <chrono>
#include <exception>
#include <filesystem>
#include <string_view>
#include <vector>

// Times what many hands bring at one go: `raquette-bench-merge FOLDER RECORDS CONTRIBUTIONS [postgresql:ADDRESS]` writes there a list of
// so many venues, and merges so many corrections, each of another record, into its contributions: in a folder, or in the database of that
// address. Printed are the seconds of the list, of the merge, of a merge of the same again, which does nothing, and of the study replayed.

namespace {

using namespace raquette;

class Clock {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::filesystem::path writeStudy(const std::filesystem::path& folder, const model::Reference& reference, long records,
                                 std::string_view store) {
    auto list = fmt::output_file((folder / "merge.csv").string());
    list.print("id;nom;insee;jauge\n");
    for (long i = 0; i < records; ++i) {
        const std::size_t commune = static_cast<std::size_t>(i) % reference.communes.size();
        list.print("v{};Lieu {};{};{}\n", i, i, reference.communes[commune].code, 100 + i % 900);
    }
    const std::string kept = store.empty() ? "contributions = \"merge-contributions\"" : fmt::format("store = \"{}\"", store);
    fmt::output_file((folder / "merge.toml").string())
        .print("[study]\ntitle = \"Bench\"\ndate = 2026-01-01\n{}\n[[source]]\nid = \"l\"\nkind = \"venues\"\npath = \"merge.csv\"\n",
               kept);
    return folder / "merge.toml";
}

void bench(const std::filesystem::path& folder, long records, long contributions, std::string_view store) {
    std::filesystem::create_directories(folder);
    std::filesystem::remove_all(folder / "merge-contributions");
    model::Issues issues;
    const model::Reference reference = ingest::readReference(model::Study(), issues);
    const model::Study study = ingest::readStudyFile(writeStudy(folder, reference, records, store), model::Day{});
    const auto shelf = ingest::requireShelf(study);
    const Clock reading;
    const ingest::FieldState fields = ingest::fieldsOf(ingest::ingest(study, reference).dataset);
    const double read = reading.seconds();

    ingest::MergeRequest request;
    request.today = "2026-02-01";
    for (long i = 0; i < contributions; ++i) {
        const std::string record = fmt::format("v{}", i * (records / contributions));
        const model::FieldChange change = ingest::correctionOf(fields, record, "capacity", std::to_string(2000 + i));
        // Made once, as by many hands at the same time: to tell the version of all records is theirs to do.
        request.proposals.push_back(i == 0 ? ingest::contributionOf(study, fields, {"Lieu", "", "compté"}, {change})
                                           : request.proposals[0]);
        request.proposals.back().changes = {change};
        ingest::settle(request.proposals.back());
    }
    const auto merge = [&] {
        const Clock clock;
        const ingest::Shelf::Hold hold = shelf->hold();
        const ingest::MergeOutcome outcome = mergeOf(request, study, *shelf, reference, fields);
        keep(outcome, *shelf);
        return std::pair(clock.seconds(), outcome.acts.size());
    };
    const auto [first, acts] = merge();
    const auto [again, none] = merge();
    const Clock replaying;
    const ingest::IngestResult replayed = ingest::ingest(study, reference);
    const double replay = replaying.seconds();
    long changed = 0;
    for (const model::Venue& venue : replayed.dataset.venues) changed += static_cast<long>(venue.capacity.value_or(0) >= 2000);
    fmt::print(
        "records {} contributions {}: list read {:.2f} s, merged {:.2f} s ({} acts), merged again {:.2f} s ({} acts), read and replayed "
        "{:.2f} s ({} changed)\n",
        records, contributions, read, first, acts, again, none, replay, changed);
}

long numberIn(std::string_view word) {
    long number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> words(argv, argv + argc);
    const long records = words.size() >= 4 ? numberIn(words[2]) : 0;
    const long contributions = words.size() >= 4 ? numberIn(words[3]) : 0;
    if (contributions <= 0 || records < contributions) {
        fmt::print(stderr, "Usage: raquette-bench-merge FOLDER RECORDS CONTRIBUTIONS [postgresql:ADDRESS]\n");
        return 2;
    }
    try {
        bench(words[1], records, contributions, words.size() > 4 ? words[4] : std::string_view());
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-merge: {}\n", error.what());
        return 1;
    }
    return 0;
}

#include "gis/model/error.h"
#include "ingest/ingest.h"
#include "ingest/reference/reference.h"
#include "ingest/study/study_file.h"

#include <fmt/format.h>
#include <fmt/os.h>
#include <sys/resource.h>
#include <array>
#include <charconv>
#include <chrono>
#include <exception>
#include <filesystem>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

// Times reading and georeferencing a list of any length: `raquette-bench-list FOLDER ROWS WAY` writes there a list drawn from the embedded
// reference with a fixed seed, the way people type them, and prints a line of words and numbers. WAY is `code` (INSEE code), `name` (postal
// code and town, one in five by its département alone) or `plain` (coordinates, four columns).

namespace {

using namespace raquette;

double seconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;  // NOLINT(cppcoreguidelines-pro-type-union-access): glibc's field
}

constexpr std::array<std::string_view, 6> functions{"diffusion", "répétition", "création, résidence", "festival", "label", "formation"};
constexpr std::array<std::string_view, 4> members{"oui", "non", "", "adhérent"};

void writeList(const model::Reference& reference, const std::filesystem::path& path, long rows, std::string_view way) {
    std::mt19937_64 random(20260101);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    auto out = fmt::output_file(path.string());
    const bool plain = way == "plain";
    out.print("{}\n",
              plain ? "id;nom;longitude;latitude" : "id;nom;fonctions;adresse;code postal;commune;département;insee;jauge;adhérent");
    for (long i = 0; i < rows; ++i) {
        const model::Commune& commune = reference.communes[below(reference.communes.size())];
        if (plain) {
            const double shift = static_cast<double>(below(2000)) * 1e-5;
            const geometry::LonLat at = commune.point.value_or(geometry::LonLat{2.5, 46.5});
            out.print("{};Lieu {};{:.5f};{:.5f}\n", i, i, at.lon + shift, at.lat - shift);
            continue;
        }
        const bool byDepartement = way == "name" && below(5) == 0;
        const std::string postcode = commune.postcodes.empty() || byDepartement || way == "code" ? "" : commune.postcodes.front();
        const std::string& departement = reference.departements[static_cast<std::size_t>(commune.departement)].code;
        out.print("{};Association {};{};{} rue des Lilas;{};{};{};{};{};{}\n", i, i, functions[below(functions.size())], below(200),
                  postcode, way == "code" ? "" : commune.name, byDepartement ? departement : "", way == "code" ? commune.code : "",
                  50 + below(900), members[below(members.size())]);
    }
}

void bench(const std::filesystem::path& folder, long rows, std::string_view way) {
    const std::string name = fmt::format("list-{}-{}", way, rows);
    fmt::output_file((folder / (name + ".toml")).string()).print("[[source]]\nid = \"l\"\nkind = \"actors\"\npath = \"{}.csv\"\n", name);
    const model::Study study = ingest::readStudyFile(folder / (name + ".toml"), model::Day{});
    model::Issues issues;
    const model::Reference reference = ingest::readReference(study, issues);
    writeList(reference, folder / (name + ".csv"), rows, way);
    const double before = peakMegabytes();
    const auto start = std::chrono::steady_clock::now();
    std::string step;
    std::string stages;
    auto since = start;
    const auto ended = [&](std::string_view next) {
        if (next == step) return;
        if (!step.empty()) stages += fmt::format(" {} {:.2f} s {:.0f} MB", step, seconds(since), peakMegabytes());
        step = next;
        since = std::chrono::steady_clock::now();
    };
    double records = 0;  // seconds until every row is a record
    const ingest::IngestResult result = ingest::ingest(study, reference, [&](const model::Progress& progress) {
        ended(progress.step);
        if (progress.step == "duplicates") records = seconds(start);
    });
    ended("");
    const double took = seconds(start);
    const model::SourceSummary& summary = result.dataset.sources.front();
    fmt::print("rows {} kept {} issues {} before {:.0f} MB; to records {:.2f} s {:.0f} rows/s; whole {:.2f} s {:.0f} MB;{}\n", summary.rows,
               summary.kept, result.dataset.issues.size(), before, records, static_cast<double>(summary.rows) / records, took,
               peakMegabytes(), stages);
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> words(argv, argv + argc);
    long rows = 0;
    if (words.size() == 4) std::from_chars(words[2].data(), words[2].data() + words[2].size(), rows);
    if (rows <= 0) {
        fmt::print(stderr, "Usage: raquette-bench-list FOLDER ROWS code|name|plain\n");
        return 2;
    }
    try {
        bench(words[1], rows, words[3]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "raquette-bench-list: {}\n", error.what());
        return 1;
    }
    return 0;
}

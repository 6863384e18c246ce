#include "gis/model/error.h"
#include "ingest/place/address_book.h"
#include "ingest/place/address_index.h"
#include "ingest/reference/reference.h"
#include "tests/bench/address_extract.h"

#include <fmt/format.h>
#include <chrono>
#include <cmath>
#include <exception>
#include <filesystem>
#include <string>

// Times the address rung on a made extract: `raquette-address-bench FOLDER [ADDRESSES]` writes it in FOLDER, indexes it, and looks up
// 100,000 of its addresses, abbreviated and misspelt, in one thread.

namespace {

using namespace raquette;

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void bench(const std::filesystem::path& folder, long count) {
    model::Issues issues;
    const model::Reference reference = ingest::readReference({}, issues);
    const std::filesystem::path extract = folder / "made-addresses.csv";
    const auto asked = made::writeAddressExtract(reference, count, 20260101, 100'000, extract);

    auto begin = std::chrono::steady_clock::now();
    const std::filesystem::path index = folder / "made-addresses.index.sqlite";
    ingest::buildAddressIndex(extract, index);
    fmt::print("addresses {} index_seconds {:.1f} index_MB {:.0f} ", count, secondsSince(begin),
               static_cast<double>(std::filesystem::file_size(index)) / 1e6);

    const ingest::Gazetteer gazetteer(reference);
    const ingest::AddressBook book(gazetteer, {index});
    long found = 0;
    long right = 0;
    begin = std::chrono::steady_clock::now();
    for (const made::MadeAddress& address : asked) {
        const ingest::AddressAnswer answer = book.find({ingest::readAddress(address.typed), address.commune, "", ""});
        if (answer.outcome != ingest::AddressAnswer::Outcome::Found) continue;
        ++found;
        if (std::abs(answer.at.lon - address.lon) < 1e-5 && std::abs(answer.at.lat - address.lat) < 1e-5) ++right;
    }
    const double seconds = secondsSince(begin);
    fmt::print("lookups {} lookups_per_second {:.0f} found {} right {}\n", asked.size(), static_cast<double>(asked.size()) / seconds, found,
               right);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc < 2) {
            fmt::print(stderr, "usage: raquette-address-bench FOLDER [ADDRESSES]\n");
            return 2;
        }
        bench(argv[1], argc > 2 ? std::stol(argv[2]) : 1'000'000);
        return 0;
    } catch (const std::exception& problem) {
        fmt::print(stderr, "{}\n", problem.what());
        return 1;
    }
}

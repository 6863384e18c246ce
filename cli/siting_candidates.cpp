#include "cli/siting_candidates.h"

#include "cli/output.h"
#include "gis/model/error.h"

#include <fmt/format.h>
#include <charconv>
#include <set>

namespace raquette::cli {

namespace {

using analysis::Candidate;

bool isPlaced(const model::Actor& record) {
    return record.place.position && record.place.precision != model::Precision::Departement;
}

Candidate candidateOf(const model::Actor& record) {
    return {record.id, record.name, record.place.commune, *record.place.position};
}

std::vector<Candidate> mostPopulous(const std::string& which, const store::StudyState& state) {
    std::vector<Candidate> candidates = analysis::communeCandidates(state.study, state.reference);
    if (which == "communes") return candidates;
    const std::string number = which.substr(which.find(':') + 1);
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), count);
    if (error != std::errc() || end != number.data() + number.size() || count == 0) {
        throw model::Error(fmt::format("--candidates: “{}” is not written communes:N, e.g. communes:1000.", which));
    }
    if (count < candidates.size()) candidates.resize(count);
    return candidates;
}

std::vector<Candidate> records(const store::StudyState& state, const std::vector<analysis::Provider>& providers) {
    std::set<std::string> provide;
    for (const analysis::Provider& provider : providers) provide.insert(provider.id);
    std::vector<Candidate> candidates;
    const auto add = [&](const model::Actor& record) {
        if (isPlaced(record) && !provide.contains(record.id.str())) candidates.push_back(candidateOf(record));
    };
    for (const model::Venue& venue : state.dataset.venues) add(venue);
    for (const model::Actor& actor : state.dataset.actors) add(actor);
    if (candidates.empty())
        throw model::Error("--candidates actors: the study has no placed record that does not provide the service already.");
    return candidates;
}

std::vector<Candidate> listed(const std::string& file, const store::StudyState& state) {
    if (!std::filesystem::exists(file)) {
        throw model::Error(fmt::format("--candidates: “{}” is none of communes, communes:N, actors, and there is no such file.", file));
    }
    model::Study list = state.study;
    list.sources.clear();
    list.decisions.clear();
    model::SourceDeclaration source;
    source.id = "candidates";
    source.kind = model::SourceKind::Venues;
    source.path = std::filesystem::absolute(file);
    source.writtenPath = file;
    list.sources.push_back(source);
    const model::Dataset read = ingest::ingest(list, state.reference).dataset;
    std::vector<Candidate> candidates;
    for (const model::Venue& venue : read.venues) {
        if (isPlaced(venue)) candidates.push_back(candidateOf(venue));
    }
    const long rows = read.sources.empty() ? 0 : read.sources.front().rows;
    if (candidates.empty()) {
        throw model::Error(
            fmt::format("{}: none of its {} rows could be placed. Give each a name and longitude and latitude, an INSEE code "
                        "or a town with its postal code.",
                        file, rows));
    }
    if (std::ssize(candidates) < rows) {
        complain(fmt::format("{}: {} of {} rows are candidates; the others were not placed, or are one with another.", file,
                             candidates.size(), rows));
    }
    return candidates;
}

}  // namespace

std::vector<Candidate> candidatesOf(const std::string& which, const store::StudyState& state,
                                    const std::vector<analysis::Provider>& providers) {
    if (which == "communes" || which.starts_with("communes:")) return mostPopulous(which, state);
    if (which == "actors") return records(state, providers);
    return listed(which, state);
}

}  // namespace raquette::cli

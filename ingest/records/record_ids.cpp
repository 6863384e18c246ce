#include "ingest/records/record_ids.h"

#include "gis/text/fold.h"

#include <fmt/format.h>
#include <cstdint>
#include <map>

namespace raquette::ingest {

namespace {

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t hashOf(const std::string& text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::string contentOf(const TableRow& row) {
    return fmt::format("{}", fmt::join(row.cells, "\x1f"));
}

}  // namespace

void giveIds(SourceReading& reading, std::vector<IdClaim>& claims, std::set<std::string>& taken) {
    std::map<std::string, std::vector<const IdClaim*>> byOwnId;
    std::map<std::string, std::vector<const IdClaim*>> byIdentity;
    const auto identityOf = [](const IdClaim& claim) { return text::fold(claim.name) + "|" + text::fold(claim.place); };
    for (const IdClaim& claim : claims) {
        if (!claim.id->empty()) byOwnId[*claim.id].push_back(&claim);
        byIdentity[identityOf(claim)].push_back(&claim);
    }
    const auto firstOther = [](const std::vector<const IdClaim*>& same, const IdClaim& claim) {
        return same.front() == &claim ? same[1]->row->number : same.front()->row->number;
    };
    std::vector<std::string> given;
    for (const IdClaim& claim : claims) {
        const std::string& own = *claim.id;
        if (!own.empty() && byOwnId[own].size() == 1 && !taken.contains(own)) {
            given.push_back(own);
            continue;
        }
        RecordRow row(reading, *claim.row);
        if (!own.empty() && byOwnId[own].size() > 1) {
            row.note("id", "shared-id", {{"row", std::to_string(firstOther(byOwnId[own], claim))}});
        }
        const auto& namesakes = byIdentity[identityOf(claim)];
        std::string told = identityOf(claim);
        if (namesakes.size() > 1) {
            row.note("name", "namesake", {{"row", std::to_string(firstOther(namesakes, claim))}});
            told += "|" + contentOf(*claim.row);
        }
        given.push_back(fmt::format("{}-{:016x}", reading.source.id, hashOf(told)));
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
        *claims[i].id = given[i];
        taken.insert(given[i]);
    }
}

}  // namespace raquette::ingest

#include "ingest/records/record_ids.h"

#include "gis/text/fold.h"
#include "ingest/records/text_hash.h"

#include <fmt/format.h>
#include <algorithm>

namespace raquette::ingest {

namespace {

/// Claims that say the same of something, found by its hash.
class Alike {
public:
    void add(std::uint64_t hash, std::size_t claim) { sorted_.emplace_back(hash, claim); }
    void sort() { std::ranges::sort(sorted_); }
    /// The first claim other than this that says the same; this one when it is alone.
    std::size_t firstOther(std::uint64_t hash, std::size_t claim) const {
        auto at = std::ranges::lower_bound(sorted_, std::pair<std::uint64_t, std::size_t>{hash, 0});
        if (at->second == claim) ++at;
        return at == sorted_.end() || at->first != hash ? claim : at->second;
    }

private:
    std::vector<std::pair<std::uint64_t, std::size_t>> sorted_;
};

}  // namespace

std::vector<model::SharedText> idsOf(SourceReading& reading, const std::vector<IdClaim>& claims, TakenIds& taken) {
    const auto identityOf = [](const IdClaim& claim) { return text::fold(claim.name) + "|" + text::fold(claim.place); };
    Alike byOwnId;
    Alike byIdentity;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        byOwnId.add(hashOf(claims[i].own), i);
        byIdentity.add(hashOf(identityOf(claims[i])), i);
    }
    byOwnId.sort();
    byIdentity.sort();
    std::vector<model::SharedText> ids;
    ids.reserve(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const IdClaim& claim = claims[i];
        const std::size_t sharing = claim.own.empty() ? i : byOwnId.firstOther(hashOf(claim.own), i);
        if (!claim.own.empty() && sharing == i && !taken.contains(hashOf(claim.own))) {
            ids.push_back(claim.own);
            continue;
        }
        RecordRow row(reading, *claim.row);
        if (sharing != i) row.note("id", "shared-id", {{"row", std::to_string(claims[sharing].row->number)}});
        std::string told = identityOf(claim);
        if (const std::size_t namesake = byIdentity.firstOther(hashOf(told), i); namesake != i) {
            row.note("name", "namesake", {{"row", std::to_string(claims[namesake].row->number)}});
            told += fmt::format("|{}", fmt::join(claim.row->cells, "\x1f"));
        }
        ids.emplace_back(fmt::format("{}-{:016x}", reading.source.id, hashOf(told)));
    }
    for (const model::SharedText& id : ids) taken.insert(hashOf(id));
    return ids;
}

}  // namespace raquette::ingest

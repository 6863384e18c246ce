#include "ingest/records/record_ids.h"

#include "gis/text/fold.h"
#include "ingest/records/text_hash.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <algorithm>
#include <iterator>

namespace raquette::ingest {

namespace {

/// Claims that say the same of something, found by its hash.
class Alike {
public:
    explicit Alike(std::size_t count) : hashes_(count) {}
    void set(std::size_t claim, std::uint64_t hash) { hashes_[claim] = hash; }
    void sort() {
        sorted_.reserve(hashes_.size());
        for (std::size_t i = 0; i < hashes_.size(); ++i) sorted_.push_back(static_cast<std::uint32_t>(i));
        std::ranges::sort(sorted_, {}, [&](std::uint32_t claim) { return std::pair(hashes_[claim], claim); });
    }
    /// The first claim other than this that says the same; this one when it is alone.
    std::size_t firstOther(std::size_t claim) const {
        auto at = std::ranges::lower_bound(sorted_, hashes_[claim], {}, [&](std::uint32_t other) { return hashes_[other]; });
        if (*at == claim) ++at;
        return at == sorted_.end() || hashes_[*at] != hashes_[claim] ? claim : *at;
    }
    std::uint64_t hash(std::size_t claim) const { return hashes_[claim]; }
    std::vector<std::uint64_t> takeHashes() { return std::move(hashes_); }

private:
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> sorted_;
};

std::string identityOf(const IdClaim& claim) {
    return text::fold(claim.name) + "|" + text::fold(claim.place);
}

}  // namespace

bool TakenIds::contains(std::uint64_t hash) const {
    return std::ranges::any_of(sorted_, [&](const auto& hashes) { return std::ranges::binary_search(hashes, hash); });
}

std::vector<std::uint64_t> TakenIds::among(const std::vector<std::uint64_t>& hashes) const {
    std::vector<std::uint64_t> taken;
    std::ranges::copy_if(hashes, std::back_inserter(taken), [&](std::uint64_t hash) { return contains(hash); });
    return taken;
}

void TakenIds::add(std::vector<std::uint64_t> hashes) {
    std::ranges::sort(hashes);
    sorted_.push_back(std::move(hashes));
}

std::vector<std::pair<std::size_t, model::SharedText>> otherIds(SourceReading& reading, std::size_t count,
                                                                const std::function<IdClaim(std::size_t)>& claimAt, TakenIds& taken) {
    Alike byOwnId(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { byOwnId.set(i, hashOf(claimAt(i).own)); });
    byOwnId.sort();
    std::vector<std::size_t> without;  // an id that is theirs alone
    for (std::size_t i = 0; i < count; ++i) {
        const bool own = !claimAt(i).own.empty();
        if (!own || byOwnId.firstOther(i) != i || taken.contains(byOwnId.hash(i))) without.push_back(i);
    }
    std::vector<std::pair<std::size_t, model::SharedText>> ids;
    if (!without.empty()) {
        Alike byIdentity(count);
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { byIdentity.set(i, hashOf(identityOf(claimAt(i)))); });
        byIdentity.sort();
        for (const std::size_t i : without) {
            const IdClaim claim = claimAt(i);
            RecordRow row(reading, *claim.row);
            const std::size_t sharing = claim.own.empty() ? i : byOwnId.firstOther(i);
            if (sharing != i) row.note("id", "shared-id", {{"row", std::to_string(claimAt(sharing).row->number)}});
            std::string told = identityOf(claim);
            if (const std::size_t namesake = byIdentity.firstOther(i); namesake != i) {
                row.note("name", "namesake", {{"row", std::to_string(claimAt(namesake).row->number)}});
                told += fmt::format("|{}", fmt::join(claim.row->cells, "\x1f"));
            }
            ids.emplace_back(i, fmt::format("{}-{:016x}", reading.source.id, hashOf(told)));
        }
    }
    std::vector<std::uint64_t> given = byOwnId.takeHashes();
    for (const auto& [at, id] : ids) given[at] = hashOf(id.str());
    taken.add(std::move(given));
    return ids;
}

}  // namespace raquette::ingest

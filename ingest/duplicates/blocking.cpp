#include "ingest/duplicates/blocking.h"

#include "ingest/duplicates/comparer.h"
#include "ingest/duplicates/groups.h"
#include "ingest/records/text_hash.h"

#include <tbb/parallel_for.h>
#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace raquette::ingest {

namespace {

using Index = std::uint32_t;

/// An identifier this many records share is a filling.
constexpr std::size_t sharedByMany = 50;

void compareByCommune(const Numbered& communes, Comparer& comparer) {
    const Groups groups(communes.of, communes.count);
    tbb::parallel_for(std::size_t{0}, groups.size(), [&](std::size_t commune) {
        if (groups[commune].size() > 1) comparer.within(groups[commune]);
    });
}

/// A record known to its département only may be any of that département.
void compareUnplaced(const Identities& records, Comparer& comparer) {
    const auto isUnplaced = [&](std::size_t i) {
        const model::Place& place = records[i].place;
        return place.commune.empty() && !place.position && !place.departement.empty();
    };
    const Numbered departements = numbered(records.size(), [&](std::size_t i) -> std::string_view { return records[i].place.departement; });
    const Groups groups(departements.of, departements.count);
    for (std::size_t departement = 0; departement < groups.size(); ++departement) {
        const auto block = groups[departement];
        if (std::ranges::none_of(block, isUnplaced)) continue;
        if (block.size() > largeBlock) {
            comparer.within(block);
            continue;
        }
        const std::vector<Identity> identities = records.of(block);
        tbb::parallel_for(std::size_t{0}, block.size(), [&](std::size_t i) {
            if (!isUnplaced(block[i])) return;
            for (const Identity& other : identities) comparer.compareOne(identities[i], other);
        });
    }
}

void compareSharing(const Identities& records, const std::function<std::uint64_t(std::size_t)>& identifier, Comparer& comparer) {
    const std::vector<std::vector<Index>> blocks = sharing(records.size(), identifier);
    tbb::parallel_for(std::size_t{0}, blocks.size(), [&](std::size_t b) {
        if (blocks[b].size() > sharedByMany) return;
        const std::vector<Identity> identities = records.of(blocks[b]);
        for (std::size_t i = 0; i < identities.size(); ++i) {
            for (std::size_t j = i + 1; j < identities.size(); ++j) comparer.compareOne(identities[i], identities[j], true);
        }
    });
}

void compareIdentified(const Identities& records, Comparer& comparer) {
    compareSharing(records, [&](std::size_t i) { return records.siretOf(i); }, comparer);
    compareSharing(records, [&](std::size_t i) { return records.rnaOf(i); }, comparer);
    const auto ownId = [&](std::size_t i) -> std::uint64_t {
        const model::Actor& record = records[i];
        return record.ownId.empty() ? 0 : hashOf(record.ownId) * 31 + hashOf(record.origin.source);
    };
    compareSharing(records, ownId, comparer);
}

}  // namespace

std::vector<Pair> comparePairs(const Identities& records) {
    Comparer comparer(records);
    {
        const Numbered communes = numbered(records.size(), [&](std::size_t i) -> std::string_view { return records[i].place.commune; });
        compareByCommune(communes, comparer);
        compareNeighbours(records, communes, comparer);
    }
    compareUnplaced(records, comparer);
    compareIdentified(records, comparer);
    return comparer.take();
}

}  // namespace raquette::ingest

#pragma once

#include "gis/model/progress.h"
#include "ingest/ingest.h"
#include "ingest/place/georeference.h"
#include "ingest/records/party_index.h"
#include "ingest/records/record_ids.h"
#include "ingest/records/scope.h"
#include "ingest/table/table.h"
#include "ingest/table/vocabulary.h"

namespace raquette::ingest {

/// What every source of a study is read with.
struct Readers {
    const model::Study& study;
    const Georeferencer& georeferencer;
    const ScopeReader& scopes;
    const Vocabularies& vocabularies;
    const model::Watch& watch;
};

/// Ids given to the records of the sources read so far. Actors and venues stand on the same maps: theirs are told apart together.
struct GivenIds {
    TakenIds placed;
    TakenIds contracts;
    TakenIds links;
};

/// One source, read, before its records meet those of others.
struct ReadSource {
    IngestResult result;
    // Whether an id of the source is the only one of the dataset depends on the sources read before: hashes of its own ids, and those of
    // them that others had taken. Told up to `mostKept` records.
    std::vector<std::uint64_t> ownIds;
    std::vector<std::uint64_t> takenIds;
};

/// A source of more records is read again faster than it is brought back.
inline constexpr std::size_t mostKept = 200'000;

/// One source → its records, as it says them: neither joined with those of others nor judged. What a source refers to (the contract of an
/// amount, the actors of a link) is looked up in `parties`; lists of actors, venues and contracts need none.
/// Throws model::Error when the source cannot be read at all, model::Cancelled when the watch says so.
ReadSource readSource(const model::SourceDeclaration& source, const Readers& readers, const PartyIndex* parties, GivenIds& given);
/// The same of a table that is no file.
ReadSource readTableOf(const model::SourceDeclaration& source, Table table, const Readers& readers, const PartyIndex* parties,
                       GivenIds& given);

/// Whether what was read of a source earlier would be the same now, as far as ids go; if so, they are given.
bool stillHolds(const ReadSource& earlier, model::SourceKind kind, GivenIds& given);

}  // namespace raquette::ingest

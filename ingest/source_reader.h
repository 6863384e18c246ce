#pragma once

#include "gis/model/progress.h"
#include "ingest/ingest.h"
#include "ingest/place/georeference.h"
#include "ingest/records/party_index.h"
#include "ingest/records/record_ids.h"
#include "ingest/records/scope.h"
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

/// One source → its records, as it says them: neither joined with those of others nor judged. What a source refers to (the contract of an
/// amount, the actors of a link) is looked up in `parties`; lists of actors, venues and contracts need none.
/// Throws model::Error when the source cannot be read at all, model::Cancelled when the watch says so.
IngestResult readSource(const model::SourceDeclaration& source, const Readers& readers, const PartyIndex* parties, GivenIds& given);

}  // namespace raquette::ingest

#pragma once

#include "gis/model/contribution.h"
#include "gis/model/dataset.h"
#include "gis/model/study.h"
#include "ingest/source_reader.h"
#include "ingest/table/table.h"

#include <string>
#include <vector>

namespace raquette::ingest {

/// New records that contributions bring, of one kind of list, as a source of their own: read, placed and joined like any other.
struct ContributedSource {
    model::SourceDeclaration declaration;
    Table table;
};

/// A source for each accepted contribution and kind of list it adds records to, in the order they were accepted.
std::vector<ContributedSource> contributedSources(const std::vector<model::Contribution>& accepted);

/// Says of records what accepted contributions say of them, the last one accepted first: field by field, placed anew where they say where a
/// record stands. What the source itself has said since otherwise stands, and is noted; so is what no record or no rule can take.
void correctRecords(const std::vector<model::Contribution>& accepted, const Readers& readers, model::Dataset& dataset);

/// Id of the source that a contribution is, beside those the study declares.
std::string sourceOf(const model::Contribution& contribution);

}  // namespace raquette::ingest

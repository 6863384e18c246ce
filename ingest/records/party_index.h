#pragma once

#include "gis/model/dataset.h"
#include "ingest/records/record_row.h"

#include <map>
#include <string>
#include <vector>

namespace raquette::ingest {

/// Actors, venues and contracts by the names and ids people write elsewhere.
class PartyIndex {
public:
    explicit PartyIndex(const model::Dataset& dataset);

    /// Ids of the parties of a link, empty where no record, or more than one, answers to the name: noted on the row.
    std::vector<std::string> idsOf(RecordRow& row, const model::Link& link) const;
    /// Notes a name that no record answers to.
    void checkActor(RecordRow& row, const std::string& name) const;
    void checkContract(RecordRow& row, const std::string& name) const;

private:
    using Ids = std::map<std::string, std::vector<std::string>>;

    Ids actors_;  ///< folded name, or id as it is → ids
    Ids venues_;
    Ids contracts_;
};

}  // namespace raquette::ingest

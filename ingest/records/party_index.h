#pragma once

#include "gis/model/dataset.h"
#include "ingest/place/gazetteer.h"
#include "ingest/records/identifiers.h"
#include "ingest/records/record_row.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace raquette::ingest {

/// Actors, venues and contracts by the numbers, ids and names people write elsewhere. The surest says who is meant: SIRET, RNA number, id,
/// name within the commune, name alone; a SIREN stands for its only SIRET.
class PartyIndex {
public:
    PartyIndex(const model::Dataset& dataset, const Gazetteer& gazetteer);

    /// Ids of the parties of a link, empty where no record, or more than one, answers to the name: noted on the row.
    std::vector<std::string> idsOf(RecordRow& row, const model::Link& link) const;
    /// Ids of who runs a venue, noted in the same way. Several rows may name one that is not known: told once.
    std::vector<std::string> actorsOf(RecordRow& row, const model::Venue& venue) const;
    /// Id of the actor or venue a row of grants or figures is about, by the row's own numbers and commune too; else empty, and noted.
    std::string actorOf(RecordRow& row, const std::string& name) const;
    /// The record that an id stands for today: another one where records were merged since it was given.
    std::string recordOf(const std::string& id) const;
    std::string contractOf(RecordRow& row, const std::string& name) const;

private:
    using Ids = std::unordered_map<std::string, std::vector<std::string>>;

    /// One kind of record, by each thing it may be known by.
    struct Register {
        Ids sirets;
        Ids sirens;
        Ids rnas;
        Ids ids;
        Ids names;
        Ids placedNames;  ///< folded name, `|`, INSEE code

        void add(const std::string& id, const std::string& name);
        void add(const model::Actor& record);
    };
    /// Who is meant: everything a row says of it.
    struct Claim {
        std::string name;
        Identifiers numbers;
        std::string commune;
    };

    Claim claimOf(std::string_view party) const;
    std::string communeOf(const RecordRow& row) const;
    /// All records that answer at the surest step that has any.
    std::vector<std::string> found(const Claim& claim) const;
    static std::vector<std::string> found(const Register& records, const Claim& claim);

    Register actors_;
    Register venues_;
    Register contracts_;
    const Gazetteer* gazetteer_;
};

}  // namespace raquette::ingest

#pragma once

#include "gis/model/dataset.h"
#include "ingest/place/gazetteer.h"
#include "ingest/records/identifiers.h"
#include "ingest/records/record_row.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Actors, venues and contracts by the numbers, ids and names people write elsewhere. The surest says who is meant: SIRET, RNA number, id,
/// name within the commune, name alone; a SIREN stands for its only SIRET.
class PartyIndex {
public:
    /// The dataset's actors, venues and contracts stay as they are while the index lives.
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
    /// Ids of records by something they are known by: sixteen bytes an entry, for the list may have a million. Keys are kept as hashes of
    /// 64 bits, by which two of a million names meet once in ten million studies.
    class Keys {
    public:
        void add(std::string_view key, const std::string& id);
        void sort();
        /// The ids of a key, in the order they were added, each once.
        std::vector<std::string> at(std::string_view key) const;
        bool has(std::string_view key) const;

    private:
        struct Entry {
            std::uint64_t key = 0;
            const std::string* id = nullptr;  ///< in the dataset
        };
        std::ranges::subrange<std::vector<Entry>::const_iterator> entriesOf(std::string_view key) const;

        std::vector<Entry> entries_;
    };
    /// One kind of record, by each thing it may be known by.
    struct Register {
        Keys sirets;
        Keys sirens;
        Keys rnas;
        Keys ids;
        Keys names;
        Keys placedNames;  ///< folded name, `|`, INSEE code

        void add(const std::string& id, const std::string& name);
        void add(const model::Actor& record);
        void sort();
    };
    struct Registers {
        Register actors;
        Register venues;
        Register contracts;

        explicit Registers(const model::Dataset& dataset);
    };
    /// Who is meant: everything a row says of it.
    struct Claim {
        std::string name;
        Identifiers numbers;
        std::string commune;
    };

    /// Made when first asked for: most studies have no source that names the records of another.
    const Registers& registers() const;
    Claim claimOf(std::string_view party) const;
    std::string communeOf(const RecordRow& row) const;
    /// All records that answer at the surest step that has any.
    std::vector<std::string> found(const Claim& claim) const;
    static std::vector<std::string> found(const Register& records, const Claim& claim);

    const model::Dataset* dataset_;
    const Gazetteer* gazetteer_;
    mutable std::once_flag asked_;
    mutable std::unique_ptr<const Registers> registers_;
};

}  // namespace raquette::ingest

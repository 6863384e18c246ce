#include "ingest/source_reader.h"

#include "ingest/quality/quality.h"
#include "ingest/records/figures.h"
#include "ingest/records/list_shape.h"
#include "ingest/records/read_rows.h"
#include "ingest/records/records.h"
#include "ingest/records/text_hash.h"

#include <fmt/format.h>
#include <malloc.h>
#include <algorithm>
#include <iterator>

namespace raquette::ingest {

namespace {

using model::SourceDeclaration;
using model::SourceKind;

model::SourceSummary summaryOf(const SourceDeclaration& source) {
    model::SourceSummary summary;
    summary.id = source.id;
    summary.kind = source.kind;
    summary.path = source.writtenPath;
    summary.contributor = source.contributor;
    summary.licence = source.licence;
    summary.date = source.date;
    summary.asked = source.asked;
    summary.answered = source.answered;
    summary.statesSurveyed = source.surveyed.has_value();
    return summary;
}

/// A record and what else its rows said of it.
template <class Record>
struct Read {
    Record record;
    std::vector<model::Activity> years;
    std::vector<model::Grant> grants;
    std::vector<model::Amount> amounts;
};

IdClaim claimOf(const model::Actor& actor, const TableRow* row) {
    return {actor.id.str(), actor.name.str(), actor.place.commune.str(), row};
}

class SourceReader {
public:
    SourceReader(const SourceDeclaration& source, const Readers& readers, const PartyIndex* parties, GivenIds& given)
        : source_(source), readers_(readers), parties_(parties), given_(given) {
        result_.dataset.sources.push_back(summaryOf(source));
        result_.rejects.push_back({source.id, {}, {}});
    }

    ReadSource run() {
        if (readers_.watch) readers_.watch({"open", source_.id, 0, 0});
        return run(readTable(source_, readers_.study.language, result_.dataset.issues));
    }

    ReadSource run(Table table) {
        const model::Language language = readers_.study.language;
        model::Dataset& dataset = result_.dataset;
        ColumnMap columns = recogniseColumns(source_, table, result_.columns, language);
        ListShape shape = settleColumns(source_, table, columns, result_.columns);
        countFilled(source_, table, result_.columns);
        result_.tables = table.readings;
        tellContradictions(source_, table, columns, language, dataset.issues);
        SourceReading reading{source_, table, columns, dataset.issues, language, {}, {}, &readers_.vocabularies, {}, std::move(shape)};
        readKind(reading);
        reading.tellUnknownWords();
        reading.tellUnusedColumns();
        reading.tellAlike();
        return {std::move(result_), std::move(ownIds_), std::move(takenIds_)};
    }

private:
    void readKind(SourceReading& reading) {
        model::Dataset& dataset = result_.dataset;
        switch (source_.kind) {
            case SourceKind::Actors:
                return readPlaced(reading, dataset.actors, readActor);
            case SourceKind::Venues:
                return readPlaced(reading, dataset.venues, readVenue);
            case SourceKind::Contracts:
                return readContracts(reading);
            case SourceKind::Links:
                return readLinks(reading);
            case SourceKind::Amounts:
                return readPlain(reading, dataset.amounts, readAmounts, [&](RecordRow& row, std::vector<model::Amount>& amounts) {
                    const std::string id = parties_->contractOf(row, amounts.front().contract);
                    for (model::Amount& amount : amounts) amount.contractId = id;
                });
            case SourceKind::Grants:
                return readPlain(reading, dataset.grants, readGrants, [&](RecordRow& row, std::vector<model::Grant>& grants) {
                    const std::string id = parties_->actorOf(row, grants.front().actor);
                    for (model::Grant& grant : grants) grant.actorId = id;
                });
            case SourceKind::Activity:
                return readPlain(reading, dataset.activities, readActivities, [&](RecordRow& row, std::vector<model::Activity>& years) {
                    const std::string id = parties_->actorOf(row, years.front().actor);
                    for (model::Activity& year : years) year.actorId = id;
                });
        }
    }

    /// Reads rows into products handed over in their order; see readRows.
    template <class Product, class ReadOne, class Take>
    void readGroups(SourceReading& reading, const RowGroups& groups, const ReadOne& read, const Take& take) {
        RowAccount account(reading.table, result_.dataset.sources.front(), result_.rejects.front());
        readRows<Product>(reading, groups, account, readers_.watch, read, take);
    }

    /// The same for records that have an id: gives it to them, and to what else their rows said of them.
    template <class Record, class ReadOne, class Settle, class Claim>
    void readIdentified(SourceReading& reading, std::vector<Record>& records, TakenIds& taken, const ReadOne& read, const Settle& settle,
                        const Claim& claim) {
        RowGroups groups = groupRows(reading);
        std::vector<const TableRow*> rows;                       // of the records
        std::vector<std::pair<std::size_t, Read<Record>>> more;  // of few records: figures that stand in the rows of structures
        records.reserve(groups.size());
        rows.reserve(groups.size());
        readGroups<Read<Record>>(reading, groups, read, [&](Read<Record>&& one, const RowGroup& group) {
            records.push_back(std::move(one.record));
            rows.push_back(group.row);
            if (!one.years.empty() || !one.grants.empty() || !one.amounts.empty()) more.emplace_back(rows.size() - 1, std::move(one));
        });
        groups.rows = {};
        settle(rows);
        const auto claimAt = [&](std::size_t i) { return claim(records[i], rows[i]); };
        if (records.size() <= mostKept) {
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (const std::string_view own = claimAt(i).own; !own.empty()) ownIds_.push_back(hashOf(own));
            }
            takenIds_ = taken.among(ownIds_);
        }
        for (const auto& [at, id] : otherIds(reading, rows.size(), claimAt, taken)) records[at].id = id;
        model::Dataset& dataset = result_.dataset;
        for (auto& [at, said] : more) {
            const std::string id = records[at].id;
            for (model::Activity& year : said.years) year.actorId = id;
            for (model::Grant& grant : said.grants) grant.actorId = id;
            for (model::Amount& amount : said.amounts) amount.contractId = id;
            std::ranges::move(said.years, std::back_inserter(dataset.activities));
            std::ranges::move(said.grants, std::back_inserter(dataset.grants));
            std::ranges::move(said.amounts, std::back_inserter(dataset.amounts));
        }
    }

    template <class Record>
    void readPlaced(SourceReading& reading, std::vector<Record>& records, void (*read)(RecordRow&, Record&)) {
        const bool mayHold = mayHoldFigures(reading);
        readIdentified(
            reading, records, given_.placed,
            [&, mayHold](RecordRow& row, const RowGroup& group) -> std::optional<Read<Record>> {
                Read<Record> one;
                read(row, one.record);
                if (row.rejected()) return std::nullopt;
                auto place = one.record.itinerant ? nowhereOf(row) : readers_.georeferencer.place(row);
                if (!place) return std::nullopt;
                one.record.place = std::move(*place);
                shareTexts(one.record, row.texts());
                if (mayHold) addFigures(row, group, one);
                return one;
            },
            [&](const std::vector<const TableRow*>& rows) {
                std::vector<Georeferencer::PlacedRow> placed;
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    if (Georeferencer::mayBeShared(records[i].place)) placed.push_back({&records[i].place, rows[i]});
                }
                readers_.georeferencer.settleSharedPositions(reading, std::move(placed));
            },
            [](const Record& record, const TableRow* row) { return claimOf(record, row); });
    }

    /// Each row of a structure may speak of its own year; what rows repeat is said once.
    template <class Record>
    static void addFigures(RecordRow& structure, const RowGroup& group, Read<Record>& one) {
        for (const TableRow* original : group.originals) {
            RecordRow row = structure.beside(*original);
            for (model::Activity& year : figuresOf(row, one.record.name)) {
                if (std::ranges::none_of(one.years, [&](const model::Activity& told) { return sameFigures(told, year); })) {
                    one.years.push_back(std::move(year));
                }
            }
            for (model::Grant& grant : grantsOf(row, one.record.name)) {
                if (std::ranges::none_of(one.grants, [&](const model::Grant& told) { return sameGrant(told, grant); })) {
                    one.grants.push_back(std::move(grant));
                }
            }
        }
    }

    /// An itinerant actor stands nowhere; the département it is from may be said.
    std::optional<model::Place> nowhereOf(RecordRow& row) const {
        const Gazetteer& gazetteer = readers_.georeferencer.gazetteer();
        model::Place place;
        place.method = "itinerant";
        const std::string departement = row.text("departement");
        if (!departement.empty()) {
            const std::int32_t found = gazetteer.departementNamed(departement);
            if (found != model::nowhere) place.departement = gazetteer.departementCode(found);
        }
        row.noteAlike("", "itinerant");
        return place;
    }

    void readContracts(SourceReading& reading) {
        std::vector<model::Contract>& contracts = result_.dataset.contracts;
        std::vector<std::string> starts;
        readIdentified(
            reading, contracts, given_.contracts,
            [&](RecordRow& row, const RowGroup&) {
                std::optional<Read<model::Contract>> one{std::in_place};
                readContract(row, readers_.scopes, one->record, one->amounts);
                return one;
            },
            [&](const std::vector<const TableRow*>&) {
                for (const model::Contract& contract : contracts)
                    starts.push_back(contract.period.start ? contract.period.start->text() : "");
            },
            [&](const model::Contract& contract, const TableRow* row) -> IdClaim {
                return {contract.id, contract.title, starts[static_cast<std::size_t>(&contract - contracts.data())], row};
            });
    }

    void readLinks(SourceReading& reading) {
        std::vector<model::Link>& links = result_.dataset.links;
        std::vector<std::string> parties;
        readIdentified(
            reading, links, given_.links,
            [&](RecordRow& row, const RowGroup&) {
                std::optional<Read<model::Link>> one{std::in_place};
                readLink(row, one->record);
                if (!row.rejected()) one->record.partyIds = parties_->idsOf(row, one->record);
                return one;
            },
            [&](const std::vector<const TableRow*>&) {
                for (const model::Link& link : links) parties.push_back(fmt::format("{}", fmt::join(link.parties, " | ")));
            },
            [&](const model::Link& link, const TableRow* row) -> IdClaim {
                return {link.id, parties[static_cast<std::size_t>(&link - links.data())], link.nature, row};
            });
    }

    template <class Record, class Join>
    void readPlain(SourceReading& reading, std::vector<Record>& records, std::vector<Record> (*read)(RecordRow&), const Join& join) {
        readGroups<std::vector<Record>>(
            reading, groupRows(reading),
            [&](RecordRow& row, const RowGroup&) {
                std::optional<std::vector<Record>> found = read(row);
                if (!row.rejected() && !found->empty()) join(row, *found);
                return found;
            },
            [&](std::vector<Record> found, const RowGroup&) { std::ranges::move(found, std::back_inserter(records)); });
    }

    const SourceDeclaration& source_;
    const Readers& readers_;
    const PartyIndex* parties_;
    GivenIds& given_;
    IngestResult result_;
    std::vector<std::uint64_t> ownIds_;
    std::vector<std::uint64_t> takenIds_;
};

/// Tables leave holes between the records made of them, which the allocator would keep.
void giveBackMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace

ReadSource readTableOf(const SourceDeclaration& source, Table table, const Readers& readers, const PartyIndex* parties, GivenIds& given) {
    return SourceReader(source, readers, parties, given).run(std::move(table));
}

ReadSource readSource(const SourceDeclaration& source, const Readers& readers, const PartyIndex* parties, GivenIds& given) {
    ReadSource read = SourceReader(source, readers, parties, given).run();
    if (static_cast<std::size_t>(read.result.dataset.sources.front().rows) > mostKept) giveBackMemory();
    return read;
}

bool stillHolds(const ReadSource& earlier, SourceKind kind, GivenIds& given) {
    TakenIds& taken = kind == SourceKind::Contracts ? given.contracts : kind == SourceKind::Links ? given.links : given.placed;
    if (taken.among(earlier.ownIds) != earlier.takenIds) return false;
    const model::Dataset& dataset = earlier.result.dataset;
    std::vector<std::uint64_t> hashes;
    const auto give = [&](const auto& records) {
        for (const auto& record : records) hashes.push_back(hashOf(std::string_view(record.id)));
    };
    give(dataset.actors);
    give(dataset.venues);
    give(dataset.contracts);
    give(dataset.links);
    taken.add(std::move(hashes));
    return true;
}

}  // namespace raquette::ingest

#include "ingest/ingest.h"

#include "ingest/duplicates/duplicates.h"
#include "ingest/place/georeference.h"
#include "ingest/quality/quality.h"
#include "ingest/records/party_index.h"
#include "ingest/records/record_ids.h"
#include "ingest/records/records.h"
#include "ingest/study/codes.h"

#include <fmt/format.h>
#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <type_traits>
#include <unordered_map>

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

/// Reads the sources of a study one after the other into a dataset.
class Ingest {
public:
    Ingest(const model::Study& study, const model::Reference& reference)
        : study_(study), georeferencer_(reference), scopes_(study, georeferencer_.gazetteer()) {
        result_.dataset.issues = study.notes;
        for (const SourceDeclaration& source : study.sources) {
            result_.dataset.sources.push_back(summaryOf(source));
            result_.rejects.push_back({source.id, {}, {}});
        }
    }

    IngestResult run() {
        // What names other records (links, amounts, grants, figures) is read once those are known.
        for (const bool referring : {false, true}) {
            if (referring) {
                settlePlaces(study_, georeferencer_.gazetteer().reference(), result_.dataset);
                joinDuplicates(study_, georeferencer_.gazetteer().reference(), result_.dataset);
            }
            const PartyIndex parties(result_.dataset);
            for (std::size_t i = 0; i < study_.sources.size(); ++i) {
                const SourceKind kind = study_.sources[i].kind;
                const bool refers = kind != SourceKind::Actors && kind != SourceKind::Venues && kind != SourceKind::Contracts;
                if (refers == referring) readSource(i, parties);
            }
        }
        sortIssues();
        return std::move(result_);
    }

private:
    using ReadRow = std::function<void(RecordRow&, const TableRow&)>;

    void readSource(std::size_t index, const PartyIndex& parties) {
        const SourceDeclaration& source = study_.sources[index];
        model::Dataset& dataset = result_.dataset;
        const Table table = readTable(source, study_.language, dataset.issues);
        const ColumnMap columns = recogniseColumns(source, table, result_.columns);
        countFilled(source, table, result_.columns);
        SourceReading reading{source, table, columns, dataset.issues, study_.language, {}};
        switch (source.kind) {
            case SourceKind::Actors:
                readPlaced(reading, index, dataset.actors, readActor);
                break;
            case SourceKind::Venues:
                readPlaced(reading, index, dataset.venues, readVenue);
                break;
            case SourceKind::Contracts:
                readContracts(reading, index);
                break;
            case SourceKind::Links:
                readLinks(reading, index, parties);
                break;
            case SourceKind::Amounts:
                readPlain(reading, index, dataset.amounts, readAmount,
                          [&](RecordRow& row, const model::Amount& amount) { parties.checkContract(row, amount.contract); });
                break;
            case SourceKind::Grants:
                readPlain(reading, index, dataset.grants, readGrant,
                          [&](RecordRow& row, const model::Grant& grant) { parties.checkActor(row, grant.actor); });
                break;
            case SourceKind::Activity:
                readPlain(reading, index, dataset.activities, readActivity,
                          [&](RecordRow& row, const model::Activity& activity) { parties.checkActor(row, activity.actor); });
                break;
        }
        reading.tellUnusedColumns();
        reading.tellAlike();
    }

    /// Hands over each row once: an exact double of an earlier row is merged with it, a rejected one put aside.
    void readRows(SourceReading& reading, std::size_t index, const ReadRow& read) {
        model::SourceSummary& summary = result_.dataset.sources[index];
        RejectedRows& rejects = result_.rejects[index];
        prepareRejects(reading.table, rejects);
        std::unordered_map<std::string, long> seen;
        for (const TableRow& tableRow : reading.table.rows) {
            ++summary.rows;
            RecordRow row(reading, tableRow);
            const auto [first, isNew] = seen.emplace(fmt::format("{}", fmt::join(tableRow.cells, "\x1f")), tableRow.number);
            if (!isNew) {
                row.note("", "double-row", {{"row", std::to_string(first->second)}});
                ++summary.merged;
                continue;
            }
            read(row, tableRow);
            ++(row.rejected() ? summary.rejected : summary.kept);
            if (row.rejected()) putAside(reading.table, row, rejects);
        }
    }

    static void prepareRejects(const Table& table, RejectedRows& rejects) {
        for (const std::string& column : table.header) {
            if (column != rejectColumn) rejects.header.push_back(column);
        }
        rejects.header.emplace_back(rejectColumn);
    }

    static void putAside(const Table& table, const RecordRow& row, RejectedRows& rejects) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < table.header.size(); ++i) {
            if (table.header[i] != rejectColumn) cells.push_back(row.cells()[i]);
        }
        cells.push_back(row.rejection());
        rejects.rows.push_back(std::move(cells));
    }

    template <class Record>
    void readPlaced(SourceReading& reading, std::size_t index, std::vector<Record>& records, void (*read)(RecordRow&, Record&)) {
        const std::size_t begin = records.size();
        std::vector<const TableRow*> rows;
        readRows(reading, index, [&](RecordRow& row, const TableRow& tableRow) {
            Record record;
            read(row, record);
            if (row.rejected()) return;
            const auto place = georeferencer_.place(row);
            if (!place) return;
            record.place = *place;
            records.push_back(std::move(record));
            rows.push_back(&tableRow);
        });
        std::vector<model::Place*> places;
        std::vector<IdClaim> claims;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Record& record = records[begin + i];
            places.push_back(&record.place);
            claims.push_back({&record.id, record.name, record.place.commune, rows[i]});
        }
        georeferencer_.downgradeSharedPositions(places);
        giveIds(reading, claims, placedIds_);
    }

    void readContracts(SourceReading& reading, std::size_t index) {
        std::vector<model::Contract>& contracts = result_.dataset.contracts;
        const std::size_t begin = contracts.size();
        std::vector<const TableRow*> rows;
        readRows(reading, index, [&](RecordRow& row, const TableRow& tableRow) {
            model::Contract contract;
            std::vector<model::Amount> amounts;
            readContract(row, scopes_, contract, amounts);
            if (row.rejected()) return;
            contracts.push_back(std::move(contract));
            std::ranges::move(amounts, std::back_inserter(result_.dataset.amounts));
            rows.push_back(&tableRow);
        });
        std::vector<IdClaim> claims;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            model::Contract& contract = contracts[begin + i];
            const std::string start = contract.period.start ? contract.period.start->text() : "";
            claims.push_back({&contract.id, contract.title, start, rows[i]});
        }
        giveIds(reading, claims, contractIds_);
    }

    void readLinks(SourceReading& reading, std::size_t index, const PartyIndex& parties) {
        std::vector<model::Link>& links = result_.dataset.links;
        const std::size_t begin = links.size();
        std::vector<const TableRow*> rows;
        readRows(reading, index, [&](RecordRow& row, const TableRow& tableRow) {
            model::Link link;
            readLink(row, link);
            if (row.rejected()) return;
            link.partyIds = parties.idsOf(row, link);
            links.push_back(std::move(link));
            rows.push_back(&tableRow);
        });
        std::vector<IdClaim> claims;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            model::Link& link = links[begin + i];
            claims.push_back({&link.id, fmt::format("{}", fmt::join(link.parties, " | ")), link.nature, rows[i]});
        }
        giveIds(reading, claims, linkIds_);
    }

    template <class Record>
    void readPlain(SourceReading& reading, std::size_t index, std::vector<Record>& records, void (*read)(RecordRow&, Record&),
                   const std::function<void(RecordRow&, const std::type_identity_t<Record>&)>& check) {
        readRows(reading, index, [&](RecordRow& row, const TableRow&) {
            Record record;
            read(row, record);
            if (row.rejected()) return;
            check(row, record);
            records.push_back(std::move(record));
        });
    }

    /// Issues in the order of the study's sources, then of their rows.
    void sortIssues() {
        std::unordered_map<std::string, std::size_t> order;
        for (std::size_t i = 0; i < study_.sources.size(); ++i) order[study_.sources[i].id] = i + 1;
        std::ranges::stable_sort(result_.dataset.issues, {}, [&](const model::Issue& issue) {
            const auto found = order.find(issue.source);
            return std::pair(found == order.end() ? 0 : found->second, issue.row);
        });
    }

    const model::Study& study_;
    Georeferencer georeferencer_;
    ScopeReader scopes_;
    IngestResult result_;
    std::set<std::string> placedIds_;  ///< actors and venues stand on the same maps: their ids are told apart together
    std::set<std::string> contractIds_;
    std::set<std::string> linkIds_;
};

}  // namespace

IngestResult ingest(const model::Study& study, const model::Reference& reference) {
    checkCodes(study, reference);
    IngestResult result = Ingest(study, reference).run();
    result.dataset.quality = assessQuality(study, reference, result.dataset, result.columns);
    return result;
}

}  // namespace raquette::ingest

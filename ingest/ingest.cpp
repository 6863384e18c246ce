#include "ingest/ingest.h"

#include "ingest/duplicates/duplicates.h"
#include "ingest/place/georeference.h"
#include "ingest/quality/quality.h"
#include "ingest/records/figures.h"
#include "ingest/records/list_shape.h"
#include "ingest/records/party_index.h"
#include "ingest/records/record_ids.h"
#include "ingest/records/records.h"
#include "ingest/records/row_groups.h"
#include "ingest/study/codes.h"

#include <fmt/format.h>
#include <algorithm>
#include <functional>
#include <iterator>
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
        : study_(study), georeferencer_(reference), scopes_(study, georeferencer_.gazetteer()), vocabularies_(vocabulariesOf(study)) {
        result_.dataset.issues = study.notes;
        georeferencer_.useAddresses(study, result_.dataset.issues);
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
            const PartyIndex parties(result_.dataset, georeferencer_.gazetteer());
            if (referring) {
                joinVenues(parties);
                followFigures(parties);
            }
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
    /// Reads the record of a group's own row; the rows behind it speak of one structure.
    using ReadRow = std::function<void(RecordRow&, const RowGroup&)>;

    void readSource(std::size_t index, const PartyIndex& parties) {
        const SourceDeclaration& source = study_.sources[index];
        model::Dataset& dataset = result_.dataset;
        Table table = readTable(source, study_.language, dataset.issues);
        ColumnMap columns = recogniseColumns(source, table, result_.columns, study_.language);
        ListShape shape = settleColumns(source, table, columns, result_.columns);
        countFilled(source, table, result_.columns);
        result_.tables.insert(result_.tables.end(), table.readings.begin(), table.readings.end());
        tellContradictions(source, table, columns, study_.language, dataset.issues);
        SourceReading reading{source, table, columns, dataset.issues, study_.language, {}, {}, &vocabularies_, {}, std::move(shape)};
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
                readPlain(reading, index, dataset.amounts, readAmounts, [&](RecordRow& row, std::vector<model::Amount>& amounts) {
                    const std::string id = parties.contractOf(row, amounts.front().contract);
                    for (model::Amount& amount : amounts) amount.contractId = id;
                });
                break;
            case SourceKind::Grants:
                readPlain(reading, index, dataset.grants, readGrants, [&](RecordRow& row, std::vector<model::Grant>& grants) {
                    const std::string id = parties.actorOf(row, grants.front().actor);
                    for (model::Grant& grant : grants) grant.actorId = id;
                });
                break;
            case SourceKind::Activity:
                readPlain(reading, index, dataset.activities, readActivities, [&](RecordRow& row, std::vector<model::Activity>& figures) {
                    const std::string id = parties.actorOf(row, figures.front().actor);
                    for (model::Activity& year : figures) year.actorId = id;
                });
                break;
        }
        reading.tellUnknownWords();
        reading.tellUnusedColumns();
        reading.tellAlike();
    }

    /// Hands over each structure once: an exact double of an earlier row is merged with it, a rejected one put aside with all its rows.
    void readRows(SourceReading& reading, std::size_t index, const RowGroups& rows, const ReadRow& read) {
        model::SourceSummary& summary = result_.dataset.sources[index];
        RejectedRows& rejects = result_.rejects[index];
        prepareRejects(reading.table, rejects);
        for (const auto& [twin, first] : rows.doubles) {
            RecordRow(reading, *twin).note("", "double-row", {{"row", std::to_string(first)}});
            ++summary.rows;
            ++summary.merged;
        }
        for (const RowGroup& group : rows.groups) {
            RecordRow row(reading, *group.row);
            read(row, group);
            const long size = static_cast<long>(group.size());
            summary.rows += size;
            summary.kept += row.rejected() ? 0 : 1;
            summary.merged += row.rejected() ? 0 : size - 1;
            summary.rejected += row.rejected() ? size : 0;
            if (!row.rejected() && size > 1) row.noteAlike("", "rows-of-a-structure", {{"rows", std::to_string(size)}});
            if (!row.rejected()) continue;
            for (const TableRow* original : originalsOf(group)) putAside(reading.table, original->cells, row.rejection(), rejects);
        }
    }

    static std::vector<const TableRow*> originalsOf(const RowGroup& group) {
        return group.originals.empty() ? std::vector{group.row} : group.originals;
    }

    static void prepareRejects(const Table& table, RejectedRows& rejects) {
        for (const std::string& column : table.header) {
            if (column != rejectColumn) rejects.header.push_back(column);
        }
        rejects.header.emplace_back(rejectColumn);
    }

    static void putAside(const Table& table, const std::vector<std::string>& row, const std::string& why, RejectedRows& rejects) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < table.header.size(); ++i) {
            if (table.header[i] != rejectColumn) cells.push_back(row[i]);
        }
        cells.push_back(why);
        rejects.rows.push_back(std::move(cells));
    }

    /// Figures and grants that stand in the rows of a structure, of which the id comes later.
    struct Figures {
        std::size_t record = 0;
        std::vector<model::Activity> years;
        std::vector<model::Grant> grants;
    };

    template <class Record>
    void readPlaced(SourceReading& reading, std::size_t index, std::vector<Record>& records, void (*read)(RecordRow&, Record&)) {
        const std::size_t begin = records.size();
        const RowGroups groups = groupRows(reading);
        std::vector<const TableRow*> rows;
        std::vector<Figures> figures;
        readRows(reading, index, groups, [&](RecordRow& row, const RowGroup& group) {
            Record record;
            read(row, record);
            if (row.rejected()) return;
            const auto place = record.itinerant ? nowhereOf(row) : georeferencer_.place(row);
            if (!place) return;
            record.place = *place;
            if (Figures own = figuresIn(reading, group, record.name); !own.years.empty() || !own.grants.empty()) {
                own.record = rows.size();
                figures.push_back(std::move(own));
            }
            records.push_back(std::move(record));
            rows.push_back(group.row);
        });
        std::vector<Georeferencer::PlacedRow> places;
        std::vector<IdClaim> claims;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Record& record = records[begin + i];
            places.push_back({&record.place, record.origin.row});
            claims.push_back({record.id, record.name, record.place.commune, rows[i]});
        }
        georeferencer_.settleSharedPositions(reading, places);
        const std::vector<model::SharedText> ids = idsOf(reading, claims, placedIds_);
        for (std::size_t i = 0; i < ids.size(); ++i) records[begin + i].id = ids[i];
        for (Figures& own : figures) {
            const std::string& id = records[begin + own.record].id;
            for (model::Activity& year : own.years) year.actorId = id;
            for (model::Grant& grant : own.grants) grant.actorId = id;
            std::ranges::move(own.years, std::back_inserter(result_.dataset.activities));
            std::ranges::move(own.grants, std::back_inserter(result_.dataset.grants));
        }
    }

    /// Each row of a structure may speak of its own year; what rows repeat is said once.
    static Figures figuresIn(SourceReading& reading, const RowGroup& group, const std::string& actor) {
        Figures all;
        if (!mayHoldFigures(reading)) return all;
        for (const TableRow* original : originalsOf(group)) {
            RecordRow row(reading, *original);
            for (model::Activity& year : figuresOf(row, actor)) {
                if (std::ranges::none_of(all.years, [&](const model::Activity& told) { return sameFigures(told, year); })) {
                    all.years.push_back(std::move(year));
                }
            }
            for (model::Grant& grant : grantsOf(row, actor)) {
                if (std::ranges::none_of(all.grants, [&](const model::Grant& told) { return sameGrant(told, grant); })) {
                    all.grants.push_back(std::move(grant));
                }
            }
        }
        return all;
    }

    /// An itinerant actor stands nowhere; the département it is from may be said.
    model::Place nowhereOf(RecordRow& row) const {
        model::Place place;
        place.method = "itinerant";
        const std::string departement = row.text("departement");
        if (!departement.empty()) {
            const std::int32_t found = georeferencer_.gazetteer().departementNamed(departement);
            if (found != model::nowhere) place.departement = georeferencer_.gazetteer().departementCode(found);
        }
        row.noteAlike("", "itinerant");
        return place;
    }

    /// Figures that stood in the rows of structures go where their structure went.
    void followFigures(const PartyIndex& parties) {
        for (model::Activity& year : result_.dataset.activities) year.actorId = parties.recordOf(year.actorId);
        for (model::Grant& grant : result_.dataset.grants) grant.actorId = parties.recordOf(grant.actorId);
    }

    /// The source's own name of the column read as that key.
    std::string columnReadAs(std::string_view key, const std::string& source) const {
        const auto found = std::ranges::find_if(
            result_.columns, [&](const RecognisedColumn& column) { return column.source == source && column.key == key; });
        return found == result_.columns.end() ? std::string(key) : found->column;
    }

    /// Who runs each venue, once all actors are known.
    void joinVenues(const PartyIndex& parties) {
        for (const SourceDeclaration& source : study_.sources) {
            // The rows are gone: what is told gives their numbers, and the names themselves.
            if (source.kind != SourceKind::Venues) continue;
            const Table table{{columnReadAs("actor", source.id)}, {}, {}};
            ColumnMap columns;
            columns.keys["actor"] = {0};
            SourceReading reading{source, table, columns, result_.dataset.issues, study_.language, {}, {}, &vocabularies_, {}, {}};
            for (model::Venue& venue : result_.dataset.venues) {
                if (venue.origin.source != source.id || venue.actors.empty()) continue;
                const TableRow cells{venue.origin.row, {fmt::format("{}", fmt::join(venue.actors, " | "))}};
                RecordRow row(reading, cells);
                venue.actorIds = parties.actorsOf(row, venue);
            }
            reading.tellAlike();
        }
    }

    void readContracts(SourceReading& reading, std::size_t index) {
        std::vector<model::Contract>& contracts = result_.dataset.contracts;
        const std::size_t begin = contracts.size();
        std::vector<const TableRow*> rows;
        const RowGroups groups = groupRows(reading);
        readRows(reading, index, groups, [&](RecordRow& row, const RowGroup& group) {
            model::Contract contract;
            std::vector<model::Amount> amounts;
            readContract(row, scopes_, contract, amounts);
            if (row.rejected()) return;
            contracts.push_back(std::move(contract));
            std::ranges::move(amounts, std::back_inserter(result_.dataset.amounts));
            rows.push_back(group.row);
        });
        std::vector<IdClaim> claims;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            model::Contract& contract = contracts[begin + i];
            const std::string start = contract.period.start ? contract.period.start->text() : "";
            claims.push_back({contract.id, contract.title, start, rows[i]});
        }
        const std::vector<model::SharedText> ids = idsOf(reading, claims, contractIds_);
        for (std::size_t i = 0; i < ids.size(); ++i) contracts[begin + i].id = ids[i];
    }

    void readLinks(SourceReading& reading, std::size_t index, const PartyIndex& parties) {
        std::vector<model::Link>& links = result_.dataset.links;
        const std::size_t begin = links.size();
        std::vector<const TableRow*> rows;
        const RowGroups groups = groupRows(reading);
        readRows(reading, index, groups, [&](RecordRow& row, const RowGroup& group) {
            model::Link link;
            readLink(row, link);
            if (row.rejected()) return;
            link.partyIds = parties.idsOf(row, link);
            links.push_back(std::move(link));
            rows.push_back(group.row);
        });
        std::vector<IdClaim> claims;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            model::Link& link = links[begin + i];
            claims.push_back({link.id, fmt::format("{}", fmt::join(link.parties, " | ")), link.nature, rows[i]});
        }
        const std::vector<model::SharedText> ids = idsOf(reading, claims, linkIds_);
        for (std::size_t i = 0; i < ids.size(); ++i) links[begin + i].id = ids[i];
    }

    template <class Record>
    void readPlain(SourceReading& reading, std::size_t index, std::vector<Record>& records, std::vector<Record> (*read)(RecordRow&),
                   const std::function<void(RecordRow&, std::type_identity_t<std::vector<Record>>&)>& join) {
        readRows(reading, index, groupRows(reading), [&](RecordRow& row, const RowGroup&) {
            std::vector<Record> found = read(row);
            if (row.rejected() || found.empty()) return;
            join(row, found);
            std::ranges::move(found, std::back_inserter(records));
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
    Vocabularies vocabularies_;
    IngestResult result_;
    TakenIds placedIds_;  ///< actors and venues stand on the same maps: their ids are told apart together
    TakenIds contractIds_;
    TakenIds linkIds_;
};

}  // namespace

IngestResult ingest(const model::Study& study, const model::Reference& reference) {
    checkCodes(study, reference);
    IngestResult result = Ingest(study, reference).run();
    result.dataset.quality = assessQuality(study, reference, result.dataset, result.columns);
    return result;
}

}  // namespace raquette::ingest

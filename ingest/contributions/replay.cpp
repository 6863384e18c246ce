#include "ingest/contributions/replay.h"
#include "ingest/contributions/erased_value.h"

#include "ingest/contributions/record_fields.h"
#include "ingest/duplicates/record_values.h"
#include "ingest/records/issue_text.h"
#include "ingest/records/records.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>

namespace raquette::ingest {

namespace {

using model::Actor;
using model::Contribution;
using model::FieldChange;
using model::SourceDeclaration;
using model::Venue;

SourceDeclaration declarationOf(const Contribution& contribution, model::SourceKind kind, const std::vector<std::string>& header) {
    SourceDeclaration declaration;
    declaration.id = sourceOf(contribution);
    declaration.kind = kind;
    declaration.writtenPath = contribution.id;
    declaration.contributor = contribution.organisation;
    declaration.date = contribution.date;
    declaration.rows = model::RowUnit::Structure;
    for (const std::string& column : header) declaration.columns[column] = {column};
    return declaration;
}

/// What the new records of a contribution say, by record.
std::map<std::string, std::map<std::string, std::string>> newRecords(const Contribution& contribution, std::string_view kind) {
    std::map<std::string, std::map<std::string, std::string>> records;
    for (const FieldChange& change : contribution.changes) {
        if (change.field == "kind" && change.after == kind) records[change.record]["id"] = change.record;
    }
    for (const FieldChange& change : contribution.changes) {
        const auto record = records.find(change.record);
        if (record != records.end() && change.field != "kind" && !isRemark(change.field) && !isConfirmation(change.field) &&
            !isErased(change.after))
            record->second[change.field] = change.after;
    }
    return records;
}

ContributedSource sourceWith(const Contribution& contribution, model::SourceKind kind,
                             const std::map<std::string, std::map<std::string, std::string>>& records) {
    std::vector<std::string> header;
    for (const auto& [id, said] : records) {
        for (const auto& [field, value] : said) {
            if (std::ranges::find(header, field) == header.end()) header.push_back(field);
        }
    }
    ContributedSource source{declarationOf(contribution, kind, header), {}};
    source.table.header = header;
    long row = 0;
    for (const auto& [id, said] : records) {
        std::vector<std::string> cells;
        for (const std::string& column : header) cells.push_back(said.contains(column) ? said.at(column) : std::string());
        source.table.rows.push_back({++row, RowCells(cells), 0});
    }
    source.table.readings.emplace_back();
    source.table.readings.back().source = source.declaration.id;
    return source;
}

/// What is to be said of one record: the last contribution that speaks of a field.
struct Correction {
    std::string value;
    std::string before;
    const Contribution* by = nullptr;
};
using Corrections = std::map<std::string, Correction>;  // by field

class Corrector {
public:
    Corrector(const std::vector<Contribution>& accepted, const Readers& readers, model::Dataset& dataset)
        : accepted_(accepted), readers_(readers), dataset_(dataset) {}

    void run() {
        for (const Contribution& contribution : accepted_) gather(contribution);
        if (wanted_.empty()) return;
        index();
        for (const auto& [id, corrections] : wanted_) {
            const auto record = records_.find(id);
            if (record == records_.end()) {
                note(*corrections.begin()->second.by, "contribution-unknown-record", id, {{"id", id}});
            } else if (record->second.venue) {
                correct(dataset_.venues[record->second.index], id, corrections);
            } else {
                correct(dataset_.actors[record->second.index], id, corrections);
            }
        }
    }

private:
    void gather(const Contribution& contribution) {
        std::vector<std::string_view> added;
        for (const FieldChange& change : contribution.changes) {
            if (change.field == "kind") added.push_back(change.record);
        }
        for (const FieldChange& change : contribution.changes) {
            if (isRemark(change.field) || isConfirmation(change.field) || isErased(change.after) ||
                std::ranges::find(added, change.record) != added.end())
                continue;
            wanted_[change.record].insert_or_assign(change.field, Correction{change.after, change.before, &contribution});
        }
    }

    /// By their ids, else by those their sources gave them.
    void index() {
        const auto add = [&](const auto& records, bool venue, const auto& idOf) {
            for (std::size_t i = 0; i < records.size(); ++i) {
                const std::string id = idOf(records[i]);
                if (wanted_.contains(id)) records_.try_emplace(id, Where{venue, i});
            }
        };
        for (const bool own : {false, true}) {
            const auto idOf = [own](const Actor& record) { return own ? record.ownId.str() : record.id.str(); };
            add(dataset_.venues, true, idOf);
            add(dataset_.actors, false, idOf);
        }
    }

    template <class Record>
    void correct(Record& record, const std::string& id, const Corrections& asked) {
        std::map<std::string, std::string> says;
        for (auto& [field, text] : fieldsOf(record)) says.emplace(std::move(field), std::move(text));
        Corrections corrections;
        for (const auto& [field, correction] : asked) {
            const std::string now = says.contains(field) ? says.at(field) : std::string();
            if (now == correction.value) {
                tell(record, field, now, *correction.by, true);  // the source came to say it too
            } else if (now != correction.before && spokeSince(record, *correction.by)) {
                const bool hidden = isPersonalField(field);  // an issue is told to all
                note(*correction.by, "contribution-overtaken", field,
                     {{"id", id}, {"before", hidden ? "…" : correction.before}, {"now", hidden ? "…" : now}});
                tell(record, field, correction.value, *correction.by, false);
            } else {
                corrections.emplace(field, correction);
            }
        }
        if (!corrections.empty()) take(record, says, corrections);
    }

    /// Whether the list that a record comes from is of a later day than the one a contribution was accepted on.
    bool spokeSince(const Actor& record, const Contribution& contribution) const {
        const auto& sources = readers_.study.sources;
        const auto source = std::ranges::find(sources, record.origin.source.str(), &SourceDeclaration::id);
        const auto listed = source == sources.end() ? std::nullopt : model::PartialDate::parse(source->date);
        const auto said = model::PartialDate::parse(contribution.accepted);
        return listed && said && listed->first() > said->first();
    }

    /// Reads what is said as a row of a list, so that one rule serves both; what it says anew is taken.
    template <class Record>
    void take(Record& record, const std::map<std::string, std::string>& says, const Corrections& corrections) {
        const bool moves = std::ranges::any_of(corrections, [](const auto& one) { return isPlaceField(one.first); });
        std::map<std::string, std::string> cells{{"name", record.name.str()}};
        if (moves) {
            // Coordinates that nobody corrected would win over a corrected address or commune.
            for (const char* field : {"insee", "address"}) {
                if (says.contains(field)) cells[field] = says.at(field);
            }
        }
        for (const auto& [field, correction] : corrections) cells[field] = correction.value;
        if (corrections.contains("city") || corrections.contains("postcode")) {
            if (!corrections.contains("insee")) cells.erase("insee");
        }
        std::vector<std::string> header;
        std::vector<std::string> row;
        for (const auto& [field, value] : cells) {
            header.push_back(field);
            row.push_back(value);
        }
        const Contribution& last = *corrections.begin()->second.by;
        const SourceDeclaration source = declarationOf(last, kindOf(record), header);
        const Table table{header, {{0, RowCells(row), 0}}, {}};
        std::vector<RecognisedColumn> recognised;
        const ColumnMap columns = recogniseColumns(source, table, recognised, readers_.study.language);
        SourceReading reading{source, table, columns, dataset_.issues, readers_.study.language, {}, {}, &readers_.vocabularies, {}, {}};
        RecordRow cellsRow(reading, table.rows.front());
        Record read;
        readOne(cellsRow, read);
        std::optional<model::Place> place;
        if (moves && !cellsRow.rejected()) place = readers_.georeferencer.place(cellsRow);
        if (cellsRow.rejected() || (moves && !place)) return;  // the row said why
        for (const auto& [field, correction] : corrections) takeField(record, read, field, correction, says);
        if (place) record.place = std::move(*place);
        reading.tellUnknownWords();
        reading.tellAlike();
    }

    template <class Record>
    void takeField(Record& record, const Record& read, const std::string& field, const Correction& correction,
                   const std::map<std::string, std::string>& says) {
        const auto value = std::ranges::find(recordValues(), field, &RecordValue::name);
        if (value != recordValues().end()) {
            value->take(record, read);
            if (field == "network" || field == "member") record.memberships = read.memberships;
        } else if (isPersonalField(field)) {
            record.privateFields[field] = correction.value;
        }
        if constexpr (std::is_same_v<Record, Venue>) {
            if (field == "rooms") record.rooms = read.rooms;
            if (field == "actor") record.actors = read.actors;
        }
        if (const auto before = says.find(field); before != says.end()) forget(record, field, before->second);
        tell(record, field, correction.value, *correction.by, true);
    }

    /// What the record said before is no longer what it says.
    void forget(const Actor& record, const std::string& field, const std::string& before) {
        bool told = false;
        for (model::Provenance& row : dataset_.provenance) {
            if (row.record != record.id.str() || row.field != field) continue;
            row.kept = false;
            told = true;
        }
        if (!told) dataset_.provenance.push_back({record.id.str(), field, before, record.origin, false, isPersonalField(field)});
    }

    void tell(const Actor& record, const std::string& field, const std::string& value, const Contribution& by, bool kept) {
        dataset_.provenance.push_back({record.id.str(), field, value, {sourceOf(by), 0}, kept, isPersonalField(field)});
    }

    void note(const Contribution& contribution, const char* what, const std::string& column, const IssueValues& values) {
        dataset_.issues.push_back(
            issueOf(declarationOf(contribution, model::SourceKind::Actors, {}), 0, readers_.study.language, what, values));
        dataset_.issues.back().column = column;
    }

    static void readOne(RecordRow& row, Actor& record) { readActor(row, record); }
    static void readOne(RecordRow& row, Venue& record) { readVenue(row, record); }
    static model::SourceKind kindOf(const Actor&) { return model::SourceKind::Actors; }
    static model::SourceKind kindOf(const Venue&) { return model::SourceKind::Venues; }

    struct Where {
        bool venue = false;
        std::size_t index = 0;
    };
    const std::vector<Contribution>& accepted_;
    const Readers& readers_;
    model::Dataset& dataset_;
    std::map<std::string, Corrections> wanted_;
    std::unordered_map<std::string, Where> records_;
};

}  // namespace

std::string sourceOf(const Contribution& contribution) {
    return "contribution-" + contribution.id;
}

std::vector<ContributedSource> contributedSources(const std::vector<Contribution>& accepted) {
    constexpr std::array lists{std::pair{"venues", model::SourceKind::Venues}, std::pair{"actors", model::SourceKind::Actors},
                               std::pair{"links", model::SourceKind::Links}};
    std::vector<ContributedSource> sources;
    for (const Contribution& contribution : accepted) {
        std::size_t mine = 0;
        for (const auto& [word, kind] : lists) {
            const auto records = newRecords(contribution, word);
            if (records.empty()) continue;
            sources.push_back(sourceWith(contribution, kind, records));
            // Ids of sources are told apart: a contribution that adds to several lists is several.
            if (mine++ > 0) sources.back().declaration.id += std::string("-") + word;
            sources.back().table.readings.back().source = sources.back().declaration.id;
        }
    }
    return sources;
}

void correctRecords(const std::vector<Contribution>& accepted, const Readers& readers, model::Dataset& dataset) {
    Corrector(accepted, readers, dataset).run();
}

}  // namespace raquette::ingest

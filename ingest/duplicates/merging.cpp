#include "ingest/duplicates/merging.h"

#include "ingest/duplicates/record_values.h"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace raquette::ingest {

namespace {

using model::Actor;
using model::Provenance;
using model::Venue;

std::string positionText(const Actor& record) {
    const model::Place& place = record.place;
    if (!place.position) return {};
    return fmt::format("{:.6f}, {:.6f} ({})", place.position->lon, place.position->lat, name(place.precision));
}

/// Rows of a record in two orders: as the study lists them, and the one whose word counts first.
template <class Record>
class Merge {
public:
    Merge(const std::vector<const Record*>& records, const model::Study& study, std::vector<Provenance>& provenance)
        : inOrder_(sortedByStudy(records, study)), byWord_(sortedByDate(inOrder_, study)), provenance_(provenance) {}

    Record run() {
        const auto named = std::ranges::find_if(inOrder_, [](const Record* record) { return !record->ownId.empty(); });
        Record merged = named == inOrder_.end() ? *inOrder_.front() : **named;
        for (const Record* record : inOrder_)
            tell(merged, "id", record->ownId.empty() ? record->id : record->ownId, *record, record->id == merged.id);
        for (const RecordValue& field : recordValues()) mergeField(merged, field);
        mergePlace(merged);
        mergePrivate(merged);
        mergeMemberships(merged);
        if constexpr (std::is_same_v<Record, Venue>) {
            mergeRooms(merged);
            mergeActors(merged);
        }
        return merged;
    }

private:
    using Rows = std::vector<const Record*>;

    static Rows sortedByStudy(Rows rows, const model::Study& study) {
        std::ranges::stable_sort(rows, {}, [&](const Record* record) { return std::pair(orderOf(study, *record), record->origin.row); });
        return rows;
    }
    static Rows sortedByDate(Rows rows, const model::Study& study) {
        std::ranges::stable_sort(rows, std::ranges::greater(), [&](const Record* record) { return dateOf(study, *record); });
        return rows;
    }
    static std::size_t orderOf(const model::Study& study, const Record& record) {
        const auto found = std::ranges::find(study.sources, record.origin.source.str(), &model::SourceDeclaration::id);
        return static_cast<std::size_t>(found - study.sources.begin());
    }
    /// A list dated 2026 counts as of its first day: one of April 2026 is later.
    static model::Day dateOf(const model::Study& study, const Record& record) {
        const auto found = std::ranges::find(study.sources, record.origin.source.str(), &model::SourceDeclaration::id);
        const auto date = found == study.sources.end() ? std::nullopt : model::PartialDate::parse(found->date);
        return date ? date->first() : model::Day::min();
    }

    void tell(const Record& merged, std::string field, std::string value, const Record& from, bool kept, bool isPrivate = false) {
        if (!value.empty()) provenance_.push_back({merged.id, std::move(field), std::move(value), from.origin, kept, isPrivate});
    }

    void mergeField(Record& merged, const RecordValue& field) {
        const auto stated = std::ranges::find_if(byWord_, [&](const Record* record) { return !field.text(*record).empty(); });
        if (stated == byWord_.end()) return;
        field.take(merged, **stated);
        const std::string kept = field.text(merged);
        for (const Record* record : inOrder_)
            tell(merged, std::string(field.name), field.text(*record), *record, field.text(*record) == kept);
    }

    /// The commune is the latest one stated; the position the most precise one of that commune, then the latest.
    void mergePlace(Record& merged) {
        const auto stated = std::ranges::find_if(byWord_, [](const Record* record) { return !record->place.commune.empty(); });
        const std::string commune = stated == byWord_.end() ? std::string() : (*stated)->place.commune.str();
        std::vector<const Record*> fitting;
        for (const Record* record : byWord_) {
            if (record->place.commune == commune || (record->place.commune.empty() && record->place.position)) fitting.push_back(record);
        }
        const auto best = std::ranges::min_element(
            fitting, {}, [](const Record* record) { return std::pair(!record->place.position.has_value(), record->place.precision); });
        merged.place = (*best)->place;
        if (merged.place.commune.empty()) merged.place.commune = commune;
        for (const Record* record : inOrder_) {
            tell(merged, "commune", record->place.commune, *record, record->place.commune == merged.place.commune);
            tell(merged, "position", positionText(*record), *record, positionText(*record) == positionText(merged));
        }
    }

    void mergePrivate(Record& merged) {
        std::set<std::string> keys;
        for (const Record* record : inOrder_) {
            for (const auto& [key, value] : record->privateFields) keys.insert(key);
        }
        for (const std::string& key : keys) {
            const auto holds = [&](const Record* record) {
                return record->privateFields.contains(key) && !record->privateFields.at(key).empty();
            };
            const auto stated = std::ranges::find_if(byWord_, holds);
            if (stated == byWord_.end()) continue;
            merged.privateFields[key] = (*stated)->privateFields.at(key);
            for (const Record* record : inOrder_) {
                if (!holds(record)) continue;
                const std::string& value = record->privateFields.at(key);
                tell(merged, key, value, *record, value == merged.privateFields.at(key), true);
            }
        }
    }

    /// Each network speaks of its own members: what one list says of a network stays beside what others say of theirs.
    void mergeMemberships(Record& merged) {
        merged.memberships.clear();
        for (const Record* record : byWord_) {
            for (const model::NetworkMembership& membership : record->memberships) {
                const bool told = std::ranges::find(merged.memberships, membership.network, &model::NetworkMembership::network) !=
                                  merged.memberships.end();
                if (!told) merged.memberships.push_back(membership);
            }
        }
        merged.itinerant = std::ranges::all_of(inOrder_, [](const Record* record) { return record->itinerant; });
    }

    /// Whoever is said to run a venue, by any of the lists.
    void mergeActors(Record& merged) {
        merged.actors.clear();
        for (const Record* record : byWord_) {
            for (const std::string& actor : record->actors) {
                if (std::ranges::find(merged.actors, actor) == merged.actors.end()) merged.actors.push_back(actor);
            }
        }
    }

    void mergeRooms(Record& merged) {
        const auto stated = std::ranges::find_if(byWord_, [](const Record* record) { return record->rooms.has_value(); });
        if (stated == byWord_.end()) return;
        merged.rooms = (*stated)->rooms;
        for (const Record* record : inOrder_) {
            if (record->rooms) tell(merged, "rooms", std::to_string(*record->rooms), *record, record->rooms == merged.rooms);
        }
    }

    std::vector<const Record*> inOrder_;
    std::vector<const Record*> byWord_;
    std::vector<Provenance>& provenance_;
};

}  // namespace

Actor mergeRecords(const std::vector<const Actor*>& records, const model::Study& study, std::vector<Provenance>& provenance) {
    return Merge<Actor>(records, study, provenance).run();
}

Venue mergeRecords(const std::vector<const Venue*>& records, const model::Study& study, std::vector<Provenance>& provenance) {
    return Merge<Venue>(records, study, provenance).run();
}

}  // namespace raquette::ingest

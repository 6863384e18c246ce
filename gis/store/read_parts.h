#pragma once

#include "gis/store/store.h"
#include "gis/store/stored_tables.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace raquette::store {

// The rooms `readStore` is put together from; each fills its part of the state.
void readStudy(StoredTables& store, StudyState& state);        ///< title, day, language, gap rules, reference's model and attributions
void readTerritories(StoredTables& store, StudyState& state);  ///< régions, départements, EPCI, communes, the study area
void readServices(StoredTables& store, StudyState& state);     ///< services with coverages, gaps, providers, indicators
void readRecords(StoredTables& store, StudyState& state);      ///< actors, venues, contracts and their tables, without private fields
void readSources(StoredTables& store, StudyState& state);      ///< sources, issues
void readFindings(StoredTables& store, StudyState& state);     ///< functions, baskets, funding, pairs that could cooperate, years
void readQuality(StoredTables& store, StudyState& state);      ///< provenance without private values, questions, completeness

/// What `commune` and `departement` of people are places in, until the territories themselves are known.
struct CodesOfPeople {
    std::vector<std::string> communes;
    std::vector<std::string> departements;
};
CodesOfPeople readPeople(StoredTables& store, StudyState& state);            ///< people and who reaches them; needs the services
void settlePeople(const CodesOfPeople& codes, model::Reference& reference);  ///< once the reference has its territories

/// All of it, from a store that `open` opens as often as it is asked. Throws model::Error naming `store`.
StudyState readParts(const std::function<std::unique_ptr<StoredTables>()>& open, const std::string& store);

/// The value of an enumeration that has this `name()`; the given one when none has.
template <class Enum>
Enum named(std::string_view text, Enum last, Enum otherwise) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    return otherwise;
}

}  // namespace raquette::store

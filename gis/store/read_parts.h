#pragma once

#include "gis/store/store.h"
#include "gis/store/table_reader.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace raquette::store {

// The rooms `readStore` is put together from; each fills its part of the state.
void readStudy(GDALDataset& dataset, StudyState& state);        ///< title, day, language, gap rules, reference's model and attributions
void readTerritories(GDALDataset& dataset, StudyState& state);  ///< régions, départements, EPCI, communes, the study area
void readServices(GDALDataset& dataset, StudyState& state);     ///< services with coverages, gaps, providers, indicators
void readPeople(GDALDataset& dataset, StudyState& state);       ///< people and who reaches them
void readRecords(GDALDataset& dataset, StudyState& state);      ///< actors, venues, contracts and their tables, without private fields
void readSources(GDALDataset& dataset, StudyState& state);      ///< sources, issues
void readFindings(GDALDataset& dataset, StudyState& state);     ///< functions, baskets, funding, pairs that could cooperate, years
void readQuality(GDALDataset& dataset, StudyState& state);      ///< provenance without private values, questions, completeness

/// All of it, from a store that `open` opens as often as it is asked. Throws model::Error naming `store`.
StudyState readParts(const std::function<DatasetPtr(const GdalTalk&)>& open, const std::string& store);

/// The value of an enumeration that has this `name()`; the given one when none has.
template <class Enum>
Enum named(std::string_view text, Enum last, Enum otherwise) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    return otherwise;
}

}  // namespace raquette::store

#pragma once

#include "gis/model/study.h"
#include "ingest/study/key_reader.h"

#include <map>
#include <string>

namespace raquette::ingest {

// One function per noun of the study file. Each refuses what it does not know and fills its part of the study.

model::SourceDeclaration readSource(const KeyReader& keys);
model::AreaDeclaration readArea(const KeyReader& keys);
model::Service readService(const KeyReader& keys);
model::GapRules readGapRules(const KeyReader& keys);
model::TimeRules readTimeRules(const KeyReader& keys);
model::TravelRules readTravelRules(const KeyReader& keys);
model::ContractRules readContractRules(const KeyReader& keys);
model::ExportRequest readExport(const KeyReader& keys);
model::MapRequest readMap(const KeyReader& keys);
model::ReportRequest readReport(const KeyReader& keys);
/// `[vocabulary.functions]`…: words of the field and the ones they stand for, in every source of the study.
std::map<std::string, std::map<std::string, std::string>> readVocabulary(const KeyReader& keys);
model::PopulationFile readPopulationFile(const KeyReader& keys);
model::Decision readDecision(const KeyReader& keys);
model::ReviewRules readReview(const KeyReader& keys);
model::PrivacyRules readPrivacy(const KeyReader& keys);

// The keys each of them knows.
std::span<const std::string_view> sourceKeys();
std::span<const std::string_view> areaKeys();
std::span<const std::string_view> serviceKeys();
std::span<const std::string_view> gapKeys();
std::span<const std::string_view> timeKeys();
std::span<const std::string_view> travelKeys();
std::span<const std::string_view> contractKeys();
std::span<const std::string_view> exportKeys();
std::span<const std::string_view> mapKeys();
std::span<const std::string_view> reportKeys();
std::span<const std::string_view> populationKeys();
std::span<const std::string_view> vocabularyNames();
std::span<const std::string_view> decisionKeys();
std::span<const std::string_view> reviewKeys();
std::span<const std::string_view> privacyKeys();

/// Refuses ids used twice and names nobody declared: sources of a service, services of a map layer, areas.
void checkNames(const model::Study& study, const KeyReader& root);
/// Refuses decisions that contradict each other.
void checkDecisions(const model::Study& study, const KeyReader& root);

}  // namespace raquette::ingest

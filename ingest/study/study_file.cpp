#include "ingest/study/study_file.h"

#include "gis/model/error.h"
#include "gis/store/shared_address.h"
#include "ingest/records/issue_text.h"
#include "ingest/study/passwords.h"
#include "ingest/study/sections.h"
#include "ingest/table/text_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace raquette::ingest {

namespace {

using model::Study;

constexpr std::array<std::string_view, 16> rootKeys{"study",    "reference", "source",    "area",      "service", "gaps",
                                                    "time",     "travel",    "contracts", "export",    "map",     "report",
                                                    "decision", "review",    "privacy",   "vocabulary"};
constexpr std::array<std::string_view, 6> studyKeys{"title", "area", "date", "language", "store", "contributions"};
constexpr std::array<std::string_view, 4> referenceKeys{"territories", "population", "addresses", "roads"};

std::string readText(const std::filesystem::path& path) {
    std::string text = readBytes(path);
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    if (!isUtf8(text)) {
        throw model::Error(fmt::format("{}:1: the study file is not in UTF-8: save it again in that encoding", path.string()));
    }
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        throw model::Error(fmt::format("{}:1: the study file is empty: it needs at least [study] and one [[source]]", path.string()));
    }
    return text;
}

void readStudyTable(const KeyReader& keys, Study& study) {
    if (keys.has("title")) study.title = keys.label("title");
    study.area = keys.territories("area");
    for (const model::TerritoryId& territory : study.area) {
        if (territory.level == model::Level::Study) keys.fail("area", "`study` is the area itself: name territories, or leave the key out");
    }
    if (const TomlNode* date = keys.find("date")) {
        const auto day = model::parseDay(date->text);
        if (!day) keys.fail("date", "must be a day such as 2026-01-31");
        study.date = *day;
    }
    study.language = keys.language("language").value_or(study.language);
    if (keys.has("store")) {
        const std::string store = keys.requiredText("store");
        if (store::isShared(store)) {
            try {
                study.store = store::sharedAddress(store, study.file.stem().string()).text();
            } catch (const model::Error& problem) {
                keys.fail("store", problem.what());
            }
        } else {
            study.store = keys.path("store").string();
        }
    }
    study.contributions = keys.path("contributions");
}

void readReferenceTable(const KeyReader& keys, Study& study) {
    study.territories = keys.path("territories");
    study.addresses = keys.paths("addresses");
    study.roads = keys.path("roads");
    if (const TomlNode* node = keys.find("population")) {
        if (node->kind != TomlNode::Kind::Table) {
            keys.fail("population",
                      R"(must be a table such as { path = "grid.csv.gz", x = "x_km", y = "y_km", weight = "pop" }, on one line)");
        }
        study.population = readPopulationFile(KeyReader(keys.file(), *node, "`population` of [reference]", populationKeys()));
    }
}

/// Every `[[key]]` of the file, each through its own reader.
template <class Value>
std::vector<Value> readAll(const KeyReader& root, std::string_view key, std::span<const std::string_view> known,
                           Value (*read)(const KeyReader&)) {
    std::vector<Value> values;
    for (const TomlNode* table : root.tables(key, true)) {
        values.push_back(read(KeyReader(root.file(), *table, fmt::format("[[{}]]", key), known)));
    }
    return values;
}

std::optional<KeyReader> singleTable(const KeyReader& root, std::string_view key, std::span<const std::string_view> known) {
    const auto tables = root.tables(key, false);
    if (tables.empty()) return std::nullopt;
    return KeyReader(root.file(), *tables.front(), fmt::format("[{}]", key), known);
}

}  // namespace

Study readStudyFile(const std::filesystem::path& path, model::Day today) {
    Study study;
    const std::string text = readText(path);
    const TomlNode document = parseToml(text, path);
    study.text = withoutPasswords(text);
    const KeyReader root(path, document, "the study file", rootKeys);

    study.file = std::filesystem::absolute(path).lexically_normal();
    study.date = today;
    const std::string stem = path.stem().string();
    study.title = {stem, stem};
    study.store = (study.file.parent_path() / (stem + ".gpkg")).string();

    const auto settings = singleTable(root, "study", studyKeys);
    if (settings) readStudyTable(*settings, study);
    const auto reference = singleTable(root, "reference", referenceKeys);
    if (reference) readReferenceTable(*reference, study);
    study.sources = readAll(root, "source", sourceKeys(), readSource);
    study.areas = readAll(root, "area", areaKeys(), readArea);
    study.services = readAll(root, "service", serviceKeys(), readService);
    if (const auto words = singleTable(root, "vocabulary", vocabularyNames())) study.vocabulary = readVocabulary(*words);
    if (const auto gaps = singleTable(root, "gaps", gapKeys())) study.gaps = readGapRules(*gaps);
    if (const auto time = singleTable(root, "time", timeKeys())) study.time = readTimeRules(*time);
    if (const auto travel = singleTable(root, "travel", travelKeys())) study.travel = readTravelRules(*travel);
    if (const auto contracts = singleTable(root, "contracts", contractKeys())) study.contracts = readContractRules(*contracts);
    study.exports = readAll(root, "export", exportKeys(), readExport);
    study.maps = readAll(root, "map", mapKeys(), readMap);
    study.reports = readAll(root, "report", reportKeys(), readReport);
    study.decisions = readAll(root, "decision", decisionKeys(), readDecision);
    if (const auto review = singleTable(root, "review", reviewKeys())) study.review = readReview(*review);
    if (const auto privacy = singleTable(root, "privacy", privacyKeys())) study.privacy = readPrivacy(*privacy);
    for (const model::ExportRequest& request : study.exports) {
        if (request.forPartners && study.privacy.partner.empty())
            root.fail("export", "is for partners, but [privacy] partner does not say which fields they may have");
    }
    checkNames(study, root);
    checkDecisions(study, root);
    return study;
}

std::filesystem::path storePath(const model::Study& study) {
    return store::isShared(study.store) ? std::filesystem::path(study.file).replace_extension(".gpkg")
                                        : study.file.parent_path() / study.store;
}

}  // namespace raquette::ingest

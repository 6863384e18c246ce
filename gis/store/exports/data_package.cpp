#include "gis/store/exports/about_export.h"
#include "gis/store/exports/meaning.h"
#include "gis/store/exports/short_names.h"
#include "gis/text/catalogue.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

namespace raquette::store {

namespace {

using nlohmann::ordered_json;

const char* typeOf(ColumnType type) {
    switch (type) {
        case ColumnType::Integer:
            return "integer";
        case ColumnType::Real:
            return "number";
        case ColumnType::Boolean:
            return "boolean";
        case ColumnType::Text:
        case ColumnType::Moment:
            break;
    }
    return "string";  // dates too: a list may know the year alone
}

/// Licences by the names that the Open Definition and SPDX give them, where they are known; else as written.
ordered_json licence(const std::string& written) {
    struct Known {
        std::string_view said, name, path;
    };
    constexpr std::array known{
        Known{"Licence Ouverte", "etalab-2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence"},
        Known{"ODbL", "ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"},
        Known{"CC BY-SA 4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
        Known{"CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"},
        Known{"CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
    };
    for (const Known& one : known) {
        if (written.find(one.said) != std::string::npos) return {{"name", one.name}, {"path", one.path}, {"title", written}};
    }
    return {{"name", "other"}, {"title", written}};
}

/// A shapefile calls its columns by short names, a CSV has two more for a point.
ordered_json schema(const Table& table, const std::string& extension, model::Language language) {
    std::vector<std::string> names = extension == "shp" || extension == "dbf" ? shortNames(table.columns) : std::vector<std::string>();
    if (names.empty()) std::ranges::transform(table.columns, std::back_inserter(names), &Column::name);
    ordered_json fields = ordered_json::array();
    bool hasId = false;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Column& column = table.columns[i];
        hasId = hasId || names[i] == "id";
        fields.push_back({{"name", names[i]}, {"type", typeOf(column.type)}, {"description", meaning(language, table, column)}});
    }
    if (extension == "csv" && table.geometry == GeometryKind::Point) {
        for (const char* name : {"lon", "lat"})
            fields.push_back({{"name", name}, {"type", "number"}, {"description", text::say(language, std::string("column.") + name)}});
    }
    ordered_json described{{"fields", std::move(fields)}, {"missingValues", {""}}};
    if (hasId) described["primaryKey"] = "id";
    return described;
}

std::string mediaType(const std::string& extension) {
    if (extension == "csv") return "text/csv";
    if (extension == "geojson") return "application/geo+json";
    if (extension == "kml") return "application/vnd.google-earth.kml+xml";
    if (extension == "shp") return "application/vnd.shp";
    return {};
}

ordered_json resource(const ExportedFile& file, model::Language language) {
    const std::filesystem::path path(file.name);
    const std::string extension = path.extension().string().substr(1);
    ordered_json described{{"name", path.stem().string()}, {"path", file.name}, {"format", extension}};
    if (const std::string type = mediaType(extension); !type.empty()) described["mediatype"] = type;
    described["encoding"] = "utf-8";
    if (extension == "csv") described["profile"] = "tabular-data-resource";
    if (!file.tables.empty()) described["schema"] = schema(file.tables.front(), extension, language);
    return described;
}

}  // namespace

std::string dataPackage(const StudyState& state, const AboutExport& about) {
    const model::Language language = state.study.language;
    ordered_json package{{"profile", "data-package"},
                         {"name", nameOf(state, about)},
                         {"title", state.study.title.in(language)},
                         {"description", describe(state, about) + " " + lineageOf(state)},
                         {"version", model::isoText(state.study.date)},
                         {"generator", "Raquette " RAQUETTE_VERSION}};
    for (const std::string& written : licencesOf(state)) package["licenses"].push_back(licence(written));
    for (const model::SourceSummary& source : state.dataset.sources)
        package["sources"].push_back({{"title", source.contributor.empty() ? source.id : source.contributor}});
    std::set<std::string> names;  // a layer may be in two files
    for (const ExportedFile& file : about.files) {
        ordered_json described = resource(file, language);
        if (!names.insert(described["name"].get<std::string>()).second)
            described["name"] = fmt::format("{}-{}", described["name"].get<std::string>(), described["format"].get<std::string>());
        package["resources"].push_back(std::move(described));
    }
    return package.dump(2) + "\n";
}

}  // namespace raquette::store

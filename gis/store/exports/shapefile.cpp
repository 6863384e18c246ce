#include "gis/store/exports/shapefile.h"

#include "gis/model/error.h"
#include "gis/store/exports/csv.h"
#include "gis/store/exports/meaning.h"
#include "gis/store/exports/short_names.h"
#include "gis/store/sibling.h"
#include "gis/store/table_writer.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longestText = 254;  // bytes of a dBase field
constexpr const char* dictionaryName = "dictionary.csv";

/// What a dBase text field needs: no more than its longest text, and how many had to be cut.
struct TextFit {
    std::size_t width = 1;
    std::size_t cutRows = 0;
};

std::vector<TextFit> fitTexts(const Table& table) {
    std::vector<TextFit> fits(table.columns.size());
    for (std::size_t i = 0; i < table.rows; ++i) {
        const Row row = table.row(i);
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto* text = std::get_if<std::string>(&row[c]);
            if (text == nullptr) continue;
            fits[c].width = std::max(fits[c].width, std::min(text->size(), longestText));
            if (text->size() > longestText) ++fits[c].cutRows;
        }
    }
    return fits;
}

Table withCutTexts(const Table& table) {
    Table fitted = table;
    fitted.row = [whole = table.row](std::size_t i) {
        Row row = whole(i);
        for (Value& value : row) {
            if (auto* text = std::get_if<std::string>(&value)) *text = cut(*text, longestText);
        }
        return row;
    };
    return fitted;
}

std::string dictionaryLines(const Table& table, const std::vector<std::string>& names, const std::vector<TextFit>& fits,
                            model::Language language) {
    std::string lines;
    for (std::size_t c = 0; c < names.size(); ++c) {
        const std::string note =
            fits[c].cutRows == 0
                ? ""
                : text::say(language, "export.cut", {{"count", text::number(language, static_cast<std::int64_t>(fits[c].cutRows))}});
        lines += fmt::format("{},{},{},{},{}\r\n", table.name, names[c], csvText(table.columns[c].name),
                             csvText(meaning(language, table, table.columns[c])), csvText(note));
    }
    return lines;
}

/// Names without extension that an earlier export put in the folder, from its dictionary.
std::set<std::string> earlierFiles(const fs::path& folder) {
    std::set<std::string> names{"dictionary"};
    std::ifstream file(folder / dictionaryName);
    if (file) names.insert({"metadata", "datapackage"});
    for (std::string line; std::getline(file, line);) names.insert(line.substr(0, line.find(',')));
    return names;
}

void refuseToLoseFiles(const fs::path& folder) {
    if (!fs::exists(folder)) return;
    if (!fs::is_directory(folder)) throw model::Error(fmt::format("{} is a file; shapefiles need a folder of their own.", folder.string()));
    const std::set<std::string> ours = earlierFiles(folder);
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file() && ours.contains(entry.path().stem().string())) continue;
        throw model::Error(fmt::format("The folder {} also holds {}, which an export would remove. Move it, or export to another folder.",
                                       folder.string(), entry.path().filename().string()));
    }
}

}  // namespace

void writeShapefiles(const std::vector<Table>& tables, const fs::path& folder, model::Language language, TargetCrs& crs,
                     const std::vector<std::pair<std::string, std::string>>& companions) {
    refuseToLoseFiles(folder);
    Sibling sibling(folder);
    std::string dictionary = "\xEF\xBB\xBF" + std::string("file,column,full_name,meaning,note\r\n");
    const GdalTalk talk;
    fs::create_directory(sibling.path());
    DatasetPtr dataset = createDataset("ESRI Shapefile", sibling.path(), talk);
    for (const Table& table : tables) {
        const std::vector<std::string> names = shortNames(table.columns);
        const std::vector<TextFit> fits = fitTexts(table);
        // Beyond two gigabytes many programs read the beginning of a file for the whole of it: better refused.
        WriteOptions options{{"ENCODING=UTF-8", "2GB_LIMIT=YES"}, names, {}, false, false, &crs};
        for (std::size_t c = 0; c < fits.size(); ++c) {
            options.widths.push_back(table.columns[c].type == ColumnType::Text ? static_cast<int>(fits[c].width) : 0);
        }
        addLayer(*dataset, withCutTexts(table), options, folder, talk);
        dictionary += dictionaryLines(table, names, fits, language);
    }
    closeChecked(std::move(dataset), folder, talk);
    writeWhole(sibling.path() / dictionaryName, dictionary);
    for (const auto& [name, content] : companions) writeWhole(sibling.path() / name, content);
    sibling.commit();
}

}  // namespace raquette::store

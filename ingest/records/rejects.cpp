#include "gis/model/error.h"
#include "ingest/ingest.h"
#include "ingest/table/column_map.h"
#include "ingest/table/csv.h"

#include <fmt/format.h>
#include <fstream>

namespace raquette::ingest {

namespace {

constexpr char separator = ';';  // what a French spreadsheet opens without asking

std::string line(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells) {
        if (!text.empty() || &cell != &cells.front()) text += separator;
        text += csvCell(cell, separator);
    }
    return text + "\r\n";
}

}  // namespace

void writeRejects(const std::vector<RejectedRows>& rejects, const std::filesystem::path& folder) {
    for (const RejectedRows& source : rejects) {
        const std::filesystem::path path = folder / fmt::format("{}-rejects.csv", source.source);
        std::error_code ignored;
        if (source.rows.empty()) {
            std::filesystem::remove(path, ignored);
            continue;
        }
        std::filesystem::create_directories(folder, ignored);
        std::filesystem::path written = path;
        written += ".part";
        std::ofstream file(written, std::ios::binary);
        file << "\xEF\xBB\xBF" << line(source.header);
        for (const std::vector<std::string>& row : source.rows) file << line(row);
        file.close();
        std::error_code failed;
        if (file) std::filesystem::rename(written, path, failed);
        if (file && !failed) continue;
        std::filesystem::remove(written, ignored);
        throw model::Error(fmt::format("{}: cannot be written: check the folder's rights and the space left on the disk", path.string()));
    }
}

}  // namespace raquette::ingest

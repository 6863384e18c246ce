#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace raquette::ingest {

/// What a file is by its first bytes, whatever its name.
enum class FileKind {
    Text,  ///< CSV and the like
    Xlsx,
    Ods,
    Xls,
    Layers,      ///< a format of GIS programs
    Archive,     ///< a zip of such files
    ZippedText,  ///< a zip with one CSV in it
};

/// Throws model::Error for what is no table (a PDF, a web page, a Word document), is cut short, or would fill the memory: spreadsheets and
/// archives say how large they are unpacked.
FileKind fileKindOf(const std::filesystem::path& path);

/// The only CSV in a zip, by its name there; empty where there is none, or several.
std::string textInZip(const std::filesystem::path& path);

/// `WFS:https://…`, `PG:dbname=…`, `postgresql://…`: what stands under `path` is no file.
bool isAddress(std::string_view path);

/// Whether a file of that name in a folder is a table to read, rather than a companion (`.dbf`, `.prj`) or anything else.
bool isTableName(const std::filesystem::path& path);
/// Whether its ending promises that kind.
bool endsLike(const std::filesystem::path& path, FileKind kind);

}  // namespace raquette::ingest

#pragma once

#include <filesystem>
#include <string>

namespace raquette::ingest {

/// What a text file was written in.
enum class Encoding { Utf8, Utf16, Windows1252 };

struct TextFile {
    std::string text;  ///< UTF-8, without byte order mark
    Encoding encoding = Encoding::Utf8;
};

/// The bytes of a file, through GDAL's file system (also `.gz`). Throws model::Error when it is absent, a folder, unreadable or
/// beyond 2 GB.
std::string readBytes(const std::filesystem::path& path);

/// Decodes a file a spreadsheet saved: UTF-8 or UTF-16 by their byte order mark, UTF-8 without mark when it is valid, else Windows-1252,
/// what French spreadsheets write. Throws model::Error for what is no text (NUL bytes).
TextFile decodeText(std::string bytes, const std::filesystem::path& path);

bool isUtf8(const std::string& bytes);

}  // namespace raquette::ingest

#pragma once

#include "ingest/table/encoding.h"

#include <filesystem>
#include <string>

namespace raquette::ingest {

struct TextFile {
    std::string text;         ///< UTF-8, without byte order mark
    std::string encoding;     ///< what the file was written in: `utf-8`, `utf-16le`, `windows-1252`…
    bool guessed = false;     ///< neither a mark, nor the bytes, nor the study says so for sure
    long otherLines = 0;      ///< lines of a UTF-8 file that are in `otherEncoding`: two files were pasted together
    long firstOtherLine = 0;  ///< from 1
    std::string otherEncoding;
};

/// The bytes of a file, through GDAL's file system (also `.gz`, or the file `inside` a zip). Throws model::Error when it is absent, a
/// folder, unreadable, cut short or beyond 2 GB.
std::string readBytes(const std::filesystem::path& path, const std::string& inside = {});

/// Decodes a file a spreadsheet saved: as `encoding` says, else UTF-8 or UTF-16 by their byte order marks (a file saved twice has two),
/// UTF-16 by its zero bytes, UTF-8 when it is valid, else the code page that reads French. Throws model::Error for what is no text.
TextFile decodeText(std::string bytes, const std::filesystem::path& path, const std::string& encoding = {});

}  // namespace raquette::ingest

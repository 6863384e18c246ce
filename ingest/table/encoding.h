#pragma once

#include <string>
#include <string_view>

namespace raquette::ingest {

/// Whether text in an encoding of that name (`utf-8`, `utf-16le`, `windows-1252`, `macroman`, `iso-8859-15`, `ibm850`…) can be read.
bool isEncoding(const std::string& name);

bool isUtf8(std::string_view bytes);

/// The code page of bytes that are not UTF-8: of those French files are written in (Windows, old Macintosh, Unix, DOS) the one that reads
/// French words. A letter counts by its neighbours: `é` after `l` is French, `È` or `Ž` there is not.
std::string guessedCodePage(std::string_view bytes);

/// UTF-16 without byte order mark, told by the zero bytes beside its Latin letters: `utf-16le`, `utf-16be` or nothing.
std::string guessedUtf16(std::string_view bytes);

/// Bytes that are nothing in that encoding become U+FFFD. Throws model::Error for an encoding ICU does not know.
std::string toUtf8(std::string_view bytes, const std::string& encoding);

}  // namespace raquette::ingest

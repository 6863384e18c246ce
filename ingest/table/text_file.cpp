#include "ingest/table/text_file.h"

#include "gis/model/error.h"
#include "ingest/table/quiet_errors.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace raquette::ingest {

namespace {

struct CloseVsi {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

constexpr std::size_t largestText = std::size_t{2} << 30U;
constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

void dropMarks(std::string& text) {
    std::size_t marks = 0;
    while (std::string_view(text).substr(marks).starts_with(utf8Mark)) marks += utf8Mark.size();
    text.erase(0, marks);
}

TextFile converted(std::string_view bytes, const std::string& encoding, bool guessed, const std::filesystem::path& path) {
    TextFile file;
    try {
        file.text = toUtf8(bytes, encoding);
    } catch (const model::Error& error) {
        throw model::Error(fmt::format("{}: {}", path.string(), error.what()));
    }
    file.encoding = encoding;
    file.guessed = guessed;
    dropMarks(file.text);
    return file;
}

void refuseBinary(const std::string& bytes, const std::filesystem::path& path) {
    const auto odd =
        std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
    if (bytes.find('\0') != std::string::npos || static_cast<std::size_t>(odd) * 50 > bytes.size()) {
        throw model::Error(
            fmt::format("{}: is not a text file: it holds bytes no text has. Open it where it was made and save the table "
                        "as CSV (UTF-8) or XLSX",
                        path.string()));
    }
}

/// A file that is UTF-8 here and something else there: each line is read as what it is. Nothing when no line is in UTF-8.
bool decodeMixed(std::string_view bytes, TextFile& file) {
    const auto forEachLine = [&](auto take) {
        for (std::size_t begin = 0; begin < bytes.size();) {
            const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
            take(bytes.substr(begin, end - begin));
            begin = end;
        }
    };
    const auto isPlain = [](std::string_view line) {
        return std::ranges::all_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    };
    std::string others;
    bool some = false;
    forEachLine([&](std::string_view line) {
        if (isPlain(line)) return;
        if (isUtf8(line)) {
            some = true;
        } else {
            others.append(line);
        }
    });
    if (!some) return false;
    file.encoding = "utf-8";
    file.guessed = true;
    file.otherEncoding = guessedCodePage(others);
    long number = 0;
    forEachLine([&](std::string_view line) {
        ++number;
        if (isUtf8(line)) {
            file.text.append(line);
            return;
        }
        if (file.otherLines++ == 0) file.firstOtherLine = number;
        file.text.append(toUtf8(line, file.otherEncoding));
    });
    return true;
}

}  // namespace

std::string readBytes(const std::filesystem::path& path, const std::string& inside) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw model::Error(fmt::format("{}: is a folder: name the file itself", path.string()));
    if (!std::filesystem::exists(path, ignored)) throw model::Error(fmt::format("{}: there is no such file", path.string()));
    const QuietErrors quiet;  // GDAL only complains of a gzip that is cut short, and gives what there is of it
    const bool zipped = path.extension() == ".gz";
    const std::string name = !inside.empty() ? fmt::format("/vsizip/{{{}}}/{}", path.string(), inside)
                             : zipped        ? "/vsigzip/" + path.string()
                                             : path.string();
    const std::unique_ptr<VSILFILE, CloseVsi> file(VSIFOpenL(name.c_str(), "rb"));
    if (!file) throw model::Error(fmt::format("{}: cannot be opened: check who may read it", path.string()));
    std::string bytes;
    std::string block(std::size_t{1} << 20U, '\0');
    while (const std::size_t got = VSIFReadL(block.data(), 1, block.size(), file.get())) {
        bytes.append(block, 0, got);
        if (bytes.size() >= largestText) throw model::Error(fmt::format("{}: is larger than 2 GB: split it", path.string()));
    }
    if (QuietErrors::any()) throw model::Error(fmt::format("{}: is cut short or damaged: copy it again", path.string()));
    return bytes;
}

TextFile decodeText(std::string bytes, const std::filesystem::path& path, const std::string& encoding) {
    const std::string_view view = bytes;
    if (!encoding.empty()) return converted(bytes, encoding, false, path);
    if (view.starts_with("\xFF\xFE")) return converted(view.substr(2), "utf-16le", false, path);
    if (view.starts_with("\xFE\xFF")) return converted(view.substr(2), "utf-16be", false, path);
    if (const std::string wide = guessedUtf16(view); !wide.empty()) return converted(view, wide, true, path);
    refuseBinary(bytes, path);
    TextFile file;
    file.encoding = "utf-8";
    if (isUtf8(bytes)) {
        dropMarks(bytes);
        file.text = std::move(bytes);
        return file;
    }
    if (decodeMixed(bytes, file)) {
        dropMarks(file.text);
        return file;
    }
    return converted(bytes, guessedCodePage(bytes), true, path);
}

}  // namespace raquette::ingest

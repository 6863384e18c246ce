#include "ingest/table/text_file.h"

#include "gis/model/error.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>

namespace raquette::ingest {

namespace {

struct CloseVsi {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

constexpr std::size_t largestText = std::size_t{2} << 30U;

std::string converted(std::string_view bytes, const char* from, const std::filesystem::path& path) {
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t needed = ucnv_convert("UTF-8", from, nullptr, 0, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::string text(static_cast<std::size_t>(needed), '\0');
    status = U_ZERO_ERROR;
    ucnv_convert("UTF-8", from, text.data(), needed, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) throw model::Error(fmt::format("{}: cannot be read as {}: save it again in UTF-8", path.string(), from));
    return text;
}

}  // namespace

bool isUtf8(const std::string& bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const auto size = static_cast<std::int64_t>(bytes.size());
    std::int64_t at = 0;
    while (at < size) {
        if (data[at] < 0x80) {
            ++at;
            continue;
        }
        const std::int64_t window = std::min<std::int64_t>(size - at, 8);
        std::int32_t length = 0;
        UChar32 point = 0;
        // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): ICU's macro
        U8_NEXT(data + at, length, static_cast<std::int32_t>(window), point);
        if (point < 0) return false;
        at += length;
    }
    return true;
}

std::string readBytes(const std::filesystem::path& path) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw model::Error(fmt::format("{}: is a folder: name the file itself", path.string()));
    if (!std::filesystem::exists(path, ignored)) throw model::Error(fmt::format("{}: there is no such file", path.string()));
    const std::string name = path.extension() == ".gz" ? "/vsigzip/" + path.string() : path.string();
    const std::unique_ptr<VSILFILE, CloseVsi> file(VSIFOpenL(name.c_str(), "rb"));
    if (!file) throw model::Error(fmt::format("{}: cannot be opened: check who may read it", path.string()));
    std::string bytes;
    std::string block(std::size_t{1} << 20U, '\0');
    while (const std::size_t got = VSIFReadL(block.data(), 1, block.size(), file.get())) {
        bytes.append(block, 0, got);
        if (bytes.size() >= largestText) throw model::Error(fmt::format("{}: is larger than 2 GB: split it", path.string()));
    }
    return bytes;
}

TextFile decodeText(std::string bytes, const std::filesystem::path& path) {
    const std::string_view view = bytes;
    if (view.starts_with("\xFF\xFE")) return {converted(view.substr(2), "UTF-16LE", path), Encoding::Utf16};
    if (view.starts_with("\xFE\xFF")) return {converted(view.substr(2), "UTF-16BE", path), Encoding::Utf16};
    const auto odd =
        std::ranges::count_if(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
    if (bytes.find('\0') != std::string::npos || static_cast<std::size_t>(odd) * 50 > bytes.size()) {
        throw model::Error(fmt::format("{}: is not a text file: save the table as CSV (UTF-8)", path.string()));
    }
    if (view.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
    if (isUtf8(bytes)) return {std::move(bytes), Encoding::Utf8};
    return {converted(bytes, "windows-1252", path), Encoding::Windows1252};
}

}  // namespace raquette::ingest

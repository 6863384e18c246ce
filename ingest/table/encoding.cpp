#include "ingest/table/encoding.h"

#include "gis/model/error.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace raquette::ingest {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converterOf(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(name.empty() ? nullptr : ucnv_open(name.c_str(), &status));
    return U_FAILURE(status) ? nullptr : std::move(converter);
}

constexpr char32_t nothing = 0xFFFD;
using CodePage = std::array<char32_t, 256>;

/// What each byte of an encoding of one byte per letter stands for.
CodePage codePage(const char* name) {
    CodePage page{};
    page.fill(nothing);
    const Converter converter = converterOf(name);
    if (!converter) return page;
    for (unsigned byte = 0; byte < 256; ++byte) {
        const char source = static_cast<char>(byte);
        const char* at = &source;
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 point = ucnv_getNextUChar(converter.get(), &at, &source + 1, &status);
        if (U_SUCCESS(status)) page[byte] = static_cast<char32_t>(point);
        ucnv_reset(converter.get());
    }
    return page;
}

bool isOneOf(std::u32string_view letters, char32_t point) {
    return letters.find(point) != std::u32string_view::npos;
}

bool isLetter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// How French a letter beyond ASCII looks between its neighbours.
int frenchness(char32_t point, unsigned char before, unsigned char after) {
    constexpr std::u32string_view small = U"éèêëàâäçîïôöùûüœæÿñ";
    constexpr std::u32string_view capital = U"ÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆ";
    constexpr std::u32string_view signs = U"«»–—…€°“”‘\u00A0²·•№";
    const bool inWord = isLetter(before) && isLetter(after);
    const bool afterSmall = before >= 'a' && before <= 'z';
    if (isOneOf(small, point)) return isLetter(before) || isLetter(after) || point == U'à' ? 3 : 1;
    if (isOneOf(capital, point)) return afterSmall ? -3 : isLetter(before) ? 2 : 3;
    if (point == U'’') return isLetter(before) ? 3 : 0;
    if (isOneOf(signs, point)) return inWord ? -2 : 1;
    return -2;
}

}  // namespace

bool isEncoding(const std::string& name) {
    return converterOf(name) != nullptr;
}

bool isUtf8(std::string_view bytes) {
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

std::string guessedCodePage(std::string_view bytes) {
    // Windows first: it wins where nothing tells them apart.
    static const std::array<std::pair<const char*, CodePage>, 4> pages{{{"windows-1252", codePage("windows-1252")},
                                                                        {"macroman", codePage("macintosh")},
                                                                        {"iso-8859-15", codePage("iso-8859-15")},
                                                                        {"ibm850", codePage("ibm-850")}}};
    constexpr int enough = 100'000;
    std::array<long, 4> scores{};
    int letters = 0;
    for (std::size_t i = 0; i < bytes.size() && letters < enough; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < 0x80) continue;
        ++letters;
        const auto before = static_cast<unsigned char>(i == 0 ? ' ' : bytes[i - 1]);
        const auto after = static_cast<unsigned char>(i + 1 == bytes.size() ? ' ' : bytes[i + 1]);
        for (std::size_t p = 0; p < pages.size(); ++p) scores[p] += frenchness(pages[p].second[byte], before, after);
    }
    return pages[static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin())].first;
}

std::string guessedUtf16(std::string_view bytes) {
    const std::size_t pairs = std::min<std::size_t>(bytes.size(), 8192) / 2;
    if (pairs < 2) return {};
    std::size_t evenZeros = 0;
    std::size_t oddZeros = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        evenZeros += bytes[2 * i] == '\0' ? 1U : 0U;
        oddZeros += bytes[2 * i + 1] == '\0' ? 1U : 0U;
    }
    if (oddZeros * 2 > pairs && evenZeros * 20 <= pairs) return "utf-16le";
    if (evenZeros * 2 > pairs && oddZeros * 20 <= pairs) return "utf-16be";
    return {};
}

std::string toUtf8(std::string_view bytes, const std::string& encoding) {
    const Converter from = converterOf(encoding);
    const Converter to = converterOf("UTF-8");
    if (!from || !to) throw model::Error(fmt::format("`{}` is no encoding: write utf-8, utf-16, windows-1252 or macroman", encoding));
    std::string text;
    std::string block(std::size_t{1} << 16U, '\0');
    std::array<UChar, 4096> pivot{};
    UChar* pivotFrom = pivot.data();
    UChar* pivotTo = pivot.data();
    const char* source = bytes.data();
    for (bool first = true;; first = false) {
        char* target = block.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, block.data() + block.size(), &source, bytes.data() + bytes.size(), pivot.data(),
                       &pivotFrom, &pivotTo, pivot.data() + pivot.size(), static_cast<UBool>(first), 1, &status);
        text.append(block.data(), target);
        if (status != U_BUFFER_OVERFLOW_ERROR) return text;
    }
}

}  // namespace raquette::ingest

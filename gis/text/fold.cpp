#include "gis/text/fold.h"

#include "gis/model/error.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace raquette::text {

namespace {

const icu::Transliterator& plainLetters() {
    static const std::unique_ptr<icu::Transliterator> ours = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        if (U_FAILURE(status) != 0 || !made) throw model::Error("ICU cannot fold names: its data are not installed.");
        return made;
    }();
    return *ours;
}

/// Letters with accents, as most of ours are, come apart into a plain letter and marks; what does not (ø, œ, Greek) is left to
/// transliteration, which is fifty times slower. Nothing where a letter stays that is not plain.
std::optional<std::string> withoutMarks(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const decompose = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) != 0 || decompose == nullptr) return std::nullopt;
    const icu::UnicodeString apart = decompose->normalize(text, status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    std::string letters;
    for (std::int32_t i = 0; i < apart.length(); ++i) {
        const char16_t unit = apart[i];
        constexpr char16_t firstMark = 0x300;
        constexpr char16_t lastMark = 0x36F;
        if (unit >= firstMark && unit <= lastMark) continue;
        constexpr std::u16string_view spaces = u"’–\u00A0\u202F";
        if (unit >= 0x80 && spaces.find(unit) == std::u16string_view::npos) return std::nullopt;
        letters += unit >= 0x80 ? ' ' : static_cast<char>(unit);
    }
    return letters;
}

bool isPlainAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string fold(std::string_view name) {
    std::string letters(name);
    if (!isPlainAscii(name)) {
        icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
        if (auto plain = withoutMarks(unicode)) {
            letters = std::move(*plain);
        } else {
            plainLetters().transliterate(unicode);
            letters.clear();
            unicode.toUTF8String(letters);
        }
    }
    std::string folded;
    for (const char c : letters) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (letter || capital) {
            folded += capital ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!folded.empty() && folded.back() != ' ') {
            folded += ' ';
        }
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

}  // namespace raquette::text

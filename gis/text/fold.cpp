#include "gis/text/fold.h"

#include "gis/model/error.h"

#include <unicode/translit.h>
#include <algorithm>
#include <memory>

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

bool isPlainAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string fold(std::string_view name) {
    std::string letters(name);
    if (!isPlainAscii(name)) {
        icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
        plainLetters().transliterate(unicode);
        letters.clear();
        unicode.toUTF8String(letters);
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

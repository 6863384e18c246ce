#pragma once

#include <string>

namespace raquette::model {

/// The two languages of everything an official or a coordinator sees.
enum class Language { French, English };

/// A text in both languages. A study that gives a single text gives it for both.
struct Label {
    std::string fr;
    std::string en;

    const std::string& in(Language language) const { return language == Language::French ? fr : en; }
    bool empty() const { return fr.empty() && en.empty(); }
    bool operator==(const Label&) const = default;
};

}  // namespace raquette::model

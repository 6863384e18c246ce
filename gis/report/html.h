#pragma once

#include <string>
#include <string_view>

namespace raquette::report {

/// Text as HTML, for contents and for quoted attributes alike: & < > " ' are written as entities and control characters dropped.
std::string escaped(std::string_view text);

/// `<name attributes>content</name>`; the content is HTML already.
std::string element(std::string_view name, std::string_view attributes, std::string_view content);

}  // namespace raquette::report

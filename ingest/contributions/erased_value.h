#pragma once

#include <string>
#include <string_view>

namespace raquette::ingest {

/// What stands where a person was erased. Of a public text it keeps the digest, so that a contribution is still known to be the one that
/// was accepted; of a private field nothing, because a number can be guessed from its digest.
std::string erasedText(std::string_view text);
std::string erasedField();
bool isErased(std::string_view value);

/// A word of a contribution or of the history as it may be told to all: « … » where a person was erased, or where it holds an address or a
/// number of one.
std::string told(const std::string& text);

/// The digest by which a contribution's id knows a text, erased or not.
std::string digestOfText(std::string_view text);

}  // namespace raquette::ingest

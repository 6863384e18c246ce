#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// A commune's name as it is compared: folded, CEDEX and its number dropped, `St`, `Ste`, `Sts`, `Stes` written out.
/// `ST ETIENNE CEDEX 2` → `saint etienne`.
std::string foldedPlace(std::string_view text);

std::vector<std::string_view> wordsOf(std::string_view folded);

}  // namespace raquette::ingest

#pragma once

#include <string>
#include <string_view>

namespace raquette::store {

/// A name and a text as SQL writes them, whatever they hold.
std::string sqlName(std::string_view name);
std::string sqlText(std::string_view text);

}  // namespace raquette::store

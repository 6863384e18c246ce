#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace raquette::cli {

/// A document as every command prints it. Bytes that are no UTF-8 (a value quoted from a badly encoded source) become U+FFFD rather than
/// an error.
std::string written(const nlohmann::ordered_json& document);

/// A figure without the noise of its last bits: to a millionth.
double tidy(double value);

}  // namespace raquette::cli

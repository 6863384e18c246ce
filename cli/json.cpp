#include "cli/json.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace raquette::cli {

std::string written(const nlohmann::ordered_json& document) {
    return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

double tidy(double value) {
    return std::round(value * 1e6) / 1e6;
}

}  // namespace raquette::cli

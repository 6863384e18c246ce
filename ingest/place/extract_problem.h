#pragma once

#include "gis/model/error.h"
#include "gis/text/catalogue.h"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace raquette::ingest {

/// Why an address extract cannot be used, in either language: the text `addresses.WHAT` of the catalogue.
class ExtractProblem : public model::Error {
public:
    using Values = std::vector<std::pair<std::string, std::string>>;

    ExtractProblem(std::string_view what, Values values)
        : Error(text::say(model::Language::English, fmt::format("addresses.{}", what), values)),
          key_(fmt::format("addresses.{}", what)),
          values_(std::move(values)) {}

    std::string in(model::Language language) const { return text::say(language, key_, values_); }

private:
    std::string key_;
    Values values_;
};

}  // namespace raquette::ingest

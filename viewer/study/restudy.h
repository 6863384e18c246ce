#pragma once

#include "gis/store/store.h"

#include <memory>
#include <stop_token>
#include <string>

namespace raquette::viewer {

/// What of a study is asked anew: its day, and how far one service reaches.
struct Asked {
    model::Day day;
    std::size_t service = 0;
    std::optional<model::Reach> reach;  ///< none where the service does not let it be chosen
    bool operator==(const Asked&) const = default;
};

/// What the study itself says.
Asked askedBy(const store::StudyState& state, std::size_t service);

/// The same study analysed for another day or reach; throws model::Cancelled soon after it is asked to stop.
std::shared_ptr<const store::StudyState> answeredAnew(const store::StudyState& base, const Asked& asked, const std::stop_token& stop = {});

}  // namespace raquette::viewer

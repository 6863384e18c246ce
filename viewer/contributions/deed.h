#pragma once

#include "gis/store/store.h"
#include "ingest/contributions/merge.h"

#include <functional>
#include <memory>

namespace raquette::viewer {

/// What somebody does to a study that several keep.
enum class Deed { Merge, Debate, Adopt };

/// A study after it, and whether it says anything else, or anything else is said of it.
struct Acted {
    std::shared_ptr<const store::StudyState> state;
    bool changed = false;
};

/// How a study is reached, beside the event loop. Both throw model::Error.
struct SharedStudy {
    std::function<std::shared_ptr<const store::StudyState>()> open;  ///< as it is now, private fields included
    std::function<Acted(Deed deed, const ingest::MergeRequest& request)> act;
};

}  // namespace raquette::viewer

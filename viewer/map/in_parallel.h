#pragma once

#include <cstddef>
#include <functional>

namespace raquette::viewer {

/// Does so many works on all cores and comes back when all are done. Not by Qt's pool: a work of that pool that waits for others of it may
/// wait for ever.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace raquette::viewer

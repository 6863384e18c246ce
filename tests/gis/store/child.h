#pragma once

#include <cstddef>
#include <functional>

namespace raquette::store::test {

enum class AtTheLimit { Refuse, Kill };

/// Writes in a process whose files may not grow beyond `limit`: then a full disk, or a kill in the middle of writing.
/// Its exit code (1: model::Error), or minus the signal that ended it.
int inChild(std::size_t limit, AtTheLimit then, const std::function<void()>& write);

}  // namespace raquette::store::test

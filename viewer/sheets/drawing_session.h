#pragma once

namespace raquette::viewer {

/// Makes drawing possible in a program without a window: where no Qt application exists yet, one is made on the offscreen platform,
/// which needs no display, and kept until the program ends. Call from the main thread.
void ensureDrawingSession();

}  // namespace raquette::viewer

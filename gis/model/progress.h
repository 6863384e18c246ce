#pragma once

#include "gis/model/error.h"

#include <functional>
#include <string>

namespace raquette::model {

/// How far long work has come.
struct Progress {
    std::string step;     ///< `open`, `read`, `kept`, `duplicates`, `join`, `quality`, `draw`
    std::string subject;  ///< id of the source it is about; empty: all of them
    long done = 0;        ///< rows; pages when drawing
    long of = 0;          ///< 0: not known
};

/// The person who waits no longer wants it: whatever was being made is left as it was.
class Cancelled : public Error {
public:
    using Error::Error;
};

/// Told how far the work is, now and then, from one thread at a time; throws Cancelled to stop it.
using Watch = std::function<void(const Progress&)>;

}  // namespace raquette::model

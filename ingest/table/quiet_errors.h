#pragma once

namespace raquette::ingest {

/// GDAL writes its complaints on stderr unless told not to: while there is one of these, this thread's go nowhere, but are known of.
class QuietErrors {
public:
    QuietErrors();
    ~QuietErrors();
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
    QuietErrors(QuietErrors&&) = delete;
    QuietErrors& operator=(QuietErrors&&) = delete;

    /// Whether something failed since.
    static bool any();
};

}  // namespace raquette::ingest

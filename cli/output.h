#pragma once

#include "gis/model/progress.h"

#include <string>
#include <string_view>

namespace raquette::cli {

/// Data, on stdout. Throws model::Error when it cannot be written (a full disk behind a redirection).
void print(std::string_view text);

/// One line on stderr that starts with `raquette: `.
void complain(std::string_view message);

/// Says what is being done, on stderr and only on a terminal; the line is taken back when the next stage starts or all is done. While there
/// is one, Ctrl-C asks to stop: the next stage, or the one that is watched, then throws model::Cancelled. A second one ends the program at
/// once.
class Progress {
public:
    explicit Progress(bool quiet);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();

    void stage(std::string_view what) const;
    /// Tells how far a stage is, source by source; `what` is the stage. The progress must outlive it.
    model::Watch watch(std::string what) const;
    /// Takes the last line back, before results are printed.
    void done() const;

private:
    void show(std::string_view line) const;

    bool shown_;
};

}  // namespace raquette::cli

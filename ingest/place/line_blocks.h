#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace raquette::ingest {

/// Reads a text file, or a gzip one, some megabytes of whole lines at a time, each block headed by the file's first line: what is too
/// large for memory is read as many small tables. A quoted cell may not hold a line break.
class LineBlocks {
public:
    /// Throws ExtractProblem when the file cannot be opened.
    explicit LineBlocks(const std::filesystem::path& file);
    ~LineBlocks();
    LineBlocks(const LineBlocks&) = delete;
    LineBlocks& operator=(const LineBlocks&) = delete;
    LineBlocks(LineBlocks&&) = delete;
    LineBlocks& operator=(LineBlocks&&) = delete;

    /// The next block into `text`; false at the end. Throws ExtractProblem when the file is empty, truncated or broken.
    bool next(std::string& text);

private:
    struct File;
    std::string name_;
    std::unique_ptr<File> file_;
    std::string header_;
    std::string left_;  ///< the beginning of a line whose end is not read yet
    bool ended_ = false;
};

}  // namespace raquette::ingest

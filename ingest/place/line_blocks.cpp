#include "ingest/place/line_blocks.h"

#include "ingest/place/extract_problem.h"

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <array>
#include <utility>

namespace raquette::ingest {

namespace {

constexpr std::size_t blockBytes = std::size_t{4} << 20;
constexpr std::size_t longestLine = std::size_t{1} << 20;

/// GDAL's errors are asked for, not printed.
class QuietGdal {
public:
    QuietGdal() {
        CPLErrorReset();
        CPLPushErrorHandler(CPLQuietErrorHandler);
    }
    ~QuietGdal() { CPLPopErrorHandler(); }
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
    QuietGdal(QuietGdal&&) = delete;
    QuietGdal& operator=(QuietGdal&&) = delete;
};

}  // namespace

struct LineBlocks::File {
    explicit File(const std::string& name) : handle(VSIFOpenL(name.c_str(), "rb")) {}
    ~File() {
        if (handle) VSIFCloseL(handle);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    File(File&&) = delete;
    File& operator=(File&&) = delete;

    VSILFILE* handle;
};

LineBlocks::LineBlocks(const std::filesystem::path& file) : name_(file.string()) {
    const QuietGdal quiet;
    file_ = std::make_unique<File>((file.extension() == ".gz" ? "/vsigzip/" : "") + name_);
    if (!file_->handle) throw ExtractProblem("missing", {{"file", name_}});
}

LineBlocks::~LineBlocks() = default;

bool LineBlocks::next(std::string& text) {
    if (ended_ && left_.empty()) return false;
    const QuietGdal quiet;
    text = header_;
    text += std::exchange(left_, {});
    std::array<char, 1 << 16> buffer{};
    while (!ended_ && text.size() < blockBytes) {
        const std::size_t got = VSIFReadL(buffer.data(), 1, buffer.size(), file_->handle);
        ended_ = got == 0;
        text.append(buffer.data(), got);
    }
    if (CPLGetLastErrorType() >= CE_Failure) {
        throw ExtractProblem("truncated", {{"file", name_}});
    }
    if (header_.empty() && text.find_first_not_of("\xEF\xBB\xBF \t\r\n") == std::string::npos)
        throw ExtractProblem("empty", {{"file", name_}});
    if (header_.empty()) {
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
        header_ = text.substr(0, std::min(text.find('\n'), text.size()));
        header_ += '\n';
    }
    if (ended_) return text.size() > header_.size();
    const std::size_t end = text.rfind('\n') + 1;
    if (text.size() - end > longestLine || end < header_.size()) throw ExtractProblem("long-line", {{"file", name_}});
    left_ = text.substr(end);
    text.resize(end);
    return true;
}

}  // namespace raquette::ingest

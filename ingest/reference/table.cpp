#include "ingest/reference/table.h"

#include "gis/model/error.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

namespace raquette::ingest {

namespace {

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

std::string withoutMark(std::string text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    return text;
}

}  // namespace

std::string readWholeFile(const std::filesystem::path& path) {
    const std::string name = (path.extension() == ".gz" ? "/vsigzip/" : "") + path.string();
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    std::string text;
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(name.c_str(), "rb"));
    if (file) {
        std::array<char, 1 << 16> buffer{};
        while (const std::size_t got = VSIFReadL(buffer.data(), 1, buffer.size(), file.get())) text.append(buffer.data(), got);
    }
    const bool broken = CPLGetLastErrorType() >= CE_Failure;
    const std::string why = broken ? CPLGetLastErrorMsg() : "";
    CPLPopErrorHandler();
    if (!file) throw model::Error(fmt::format("{}: this file does not exist or cannot be opened. Check its path.", path.string()));
    if (broken) throw model::Error(fmt::format("{}: this file is truncated or broken ({}). Fetch it again.", path.string(), why));
    return withoutMark(std::move(text));
}

TableReader::TableReader(std::string_view text, std::string file) : rest_(text), file_(std::move(file)) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const auto count = [&](char c) { return std::ranges::count(line, c); };
    for (const char candidate : {';', '\t'}) {
        if (count(candidate) > count(separator_)) separator_ = candidate;
    }
    if (!next()) throw model::Error(fmt::format("{}: this table is empty. Its first line must name its columns.", file_));
    header_.assign(cells_.begin(), cells_.end());
}

std::optional<std::size_t> TableReader::find(std::string_view column) const {
    const auto found = std::ranges::find(header_, column);
    if (found == header_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_.begin());
}

std::size_t TableReader::column(std::string_view name) const {
    if (const auto index = find(name)) return *index;
    throw model::Error(fmt::format("{}: no column “{}”. Its columns are: {}.", file_, name, fmt::join(header_, ", ")));
}

bool TableReader::next() {
    while (!rest_.empty()) {
        if (readRow()) return true;
    }
    return false;
}

bool TableReader::readRow() {
    ++row_;
    cells_.clear();
    unquoted_.clear();
    while (true) {
        cells_.push_back(readCell());
        const char end = rest_.empty() ? '\n' : rest_.front();
        if (!rest_.empty()) rest_.remove_prefix(1);
        if (end == '\n') break;
    }
    if (cells_.back().ends_with('\r')) cells_.back().remove_suffix(1);
    return cells_.size() > 1 || !cells_.front().empty();
}

std::string_view TableReader::readCell() {
    if (rest_.starts_with('"')) return readQuoted();
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != separator_ && rest_[end] != '\n') ++end;
    const std::string_view cell = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return cell;
}

std::string_view TableReader::readQuoted() {
    std::string& cell = unquoted_.emplace_back();
    std::size_t i = 1;
    for (; i < rest_.size(); ++i) {
        if (rest_[i] == '"' && (i + 1 == rest_.size() || rest_[i + 1] != '"')) break;
        if (rest_[i] == '"') ++i;
        cell += rest_[i];
    }
    rest_.remove_prefix(std::min(i + 1, rest_.size()));
    const std::size_t end = std::min({rest_.find(separator_), rest_.find('\n'), rest_.size()});
    rest_.remove_prefix(end);
    return cell;
}

std::optional<double> numberIn(std::string_view cell) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace raquette::ingest

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace raquette {

/// A folder of a test's own, gone with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;
    std::string read(std::string_view name) const;
    /// Names of what it holds, hidden files included, in order.
    std::vector<std::string> names() const;

private:
    std::filesystem::path path_;
};

/// What a file holds; nothing where there is none.
std::string bytesOf(const std::filesystem::path& path);

/// The root of this repository.
std::filesystem::path sourceFolder();

}  // namespace raquette

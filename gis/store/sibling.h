#pragma once

#include <filesystem>
#include <string_view>

namespace raquette::store {

/// A file or folder written beside its place and put there only when whole: until `commit` the old one is untouched, and a
/// Sibling destroyed without it leaves nothing behind. What a killed run left is removed by the next one for the same place.
class Sibling {
public:
    /// Throws model::Error when the folder of `target` does not exist or cannot be written in.
    explicit Sibling(std::filesystem::path target);
    ~Sibling();
    Sibling(const Sibling&) = delete;
    Sibling& operator=(const Sibling&) = delete;
    Sibling(Sibling&&) = delete;
    Sibling& operator=(Sibling&&) = delete;

    /// Where to write; keeps the target's extension.
    const std::filesystem::path& path() const { return path_; }
    const std::filesystem::path& target() const { return target_; }

    /// Brings what was written down to the disk, then to its place; a folder is swapped with the old one, which is removed.
    /// Throws model::Error, the old one intact.
    void commit();

private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

/// Writes a whole file or none. Throws model::Error.
void writeWhole(const std::filesystem::path& target, std::string_view content);

}  // namespace raquette::store

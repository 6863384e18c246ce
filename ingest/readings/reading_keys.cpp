#include "gis/data_folder.h"
#include "ingest/readings/readings.h"
#include "ingest/records/text_hash.h"
#include "ingest/study/toml_node.h"
#include "ingest/table/file_kind.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace raquette::ingest {

namespace {

namespace fs = std::filesystem;

class Hash {
public:
    void add(std::uint64_t number) {
        for (int byte = 0; byte < 8; ++byte) hash_ = (hash_ ^ (number >> (8 * byte) & 0xFF)) * prime;
    }
    void add(std::string_view text) {
        add(hashOf(text));
        add(text.size());
    }
    /// Enough for what is large, and for what only a person replaces.
    void addStamp(const fs::path& file) {
        std::error_code none;
        add(file.string());
        add(fs::file_size(file, none));
        if (!none) add(static_cast<std::uint64_t>(fs::last_write_time(file, none).time_since_epoch().count()));
    }
    void add(const TomlNode& node) {
        add(static_cast<std::uint64_t>(node.kind));
        add(node.key);
        add(node.text);
        add(static_cast<std::uint64_t>(node.integer));
        add(std::to_string(node.decimal));
        add(node.truth ? 1U : 0U);
        add(node.items.size());
        for (const TomlNode& item : node.items) add(item);
    }
    std::uint64_t value() const { return hash_; }

private:
    static constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash_ = hashOf("reading 1");
};

/// Whether reading a source does not depend on it.
bool isAside(const TomlNode& member) {
    static constexpr std::array<std::string_view, 8> aside{"source", "service", "gaps", "export", "map", "report", "decision", "review"};
    return std::ranges::find(aside, member.key) != aside.end();
}

bool addContent(Hash& hash, const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return false;
    std::array<char, 1U << 16U> block{};
    hash.add(file.filename().string());
    while (stream.read(block.data(), block.size()) || stream.gcount() > 0) {
        hash.add(std::string_view(block.data(), static_cast<std::size_t>(stream.gcount())));
    }
    return stream.eof();
}

/// A source's own file with its companions (`.dbf`, `.prj`…), or all those of its folder.
std::vector<fs::path> filesOf(const fs::path& source) {
    std::vector<fs::path> files;
    std::error_code failed;
    const bool folder = fs::is_directory(source, failed);
    for (const auto& entry : fs::directory_iterator(folder ? source : source.parent_path(), failed)) {
        if (entry.is_regular_file(failed) && (folder || entry.path().stem() == source.stem())) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

const TomlNode* declarationOf(const TomlNode& document, const std::string& source) {
    const TomlNode* sources = document.find("source");
    if (!sources) return nullptr;
    const auto found = std::ranges::find_if(sources->items, [&](const TomlNode& declared) {
        const TomlNode* id = declared.find("id");
        return id && id->text == source;
    });
    return found == sources->items.end() ? nullptr : &*found;
}

}  // namespace

ReadingKeys::ReadingKeys(const model::Study& study) : study_(study) {
    Hash hash;
    hash.add(std::string_view(RAQUETTE_VERSION));
    hash.addStamp("/proc/self/exe");  // a program built anew may read otherwise
    std::error_code ignored;
    std::vector<fs::path> data;
    for (const auto& entry : fs::recursive_directory_iterator(dataFolder() / "vocabulary", ignored)) data.push_back(entry.path());
    data.push_back(dataFolder() / "catalogue.json");
    std::ranges::sort(data);
    for (const fs::path& file : data) hash.addStamp(file);
    hash.addStamp(study.territories.empty() ? dataFolder() / "reference" : study.territories);
    for (const fs::path& extract : study.addresses) hash.addStamp(extract);
    for (const model::AreaDeclaration& area : study.areas) {
        if (!area.path.empty()) hash.addStamp(area.path);
    }
    hash.add(study.file.parent_path().string());
    for (const TomlNode& member : parseToml(study.text, study.file).items) {
        if (!isAside(member)) hash.add(member);
    }
    frame_ = hash.value();
}

std::optional<std::uint64_t> ReadingKeys::of(const model::SourceDeclaration& source) const {
    const TomlNode document = parseToml(study_.text, study_.file);
    const TomlNode* declared = declarationOf(document, source.id);
    if (!declared || isAddress(source.path.string())) return std::nullopt;
    Hash hash;
    hash.add(frame_);
    hash.add(*declared);
    const std::vector<fs::path> files = filesOf(source.path);
    if (files.empty()) return std::nullopt;
    for (const fs::path& file : files) {
        if (!addContent(hash, file)) return std::nullopt;
    }
    if (!model::refersToOthers(source.kind)) return hash.value();
    for (const model::SourceDeclaration& other : study_.sources) {
        if (model::refersToOthers(other.kind)) continue;
        const auto key = of(other);
        if (!key) return std::nullopt;
        hash.add(*key);
    }
    for (const TomlNode& member : document.items) {
        if (member.key == "decision") hash.add(member);
    }
    return hash.value();
}

}  // namespace raquette::ingest

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
    void addStamps(const fs::path& folder) {
        std::error_code ignored;
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
            if (entry.is_regular_file(ignored)) files.push_back(entry.path());
        }
        std::ranges::sort(files);
        for (const fs::path& file : files) addStamp(file);
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

/// A source's own file, all those of its folder, or a layer with what stands beside it (`.dbf`, `.prj`…).
std::vector<fs::path> filesOf(const fs::path& source) {
    static constexpr std::array<std::string_view, 4> layers{".shp", ".dbf", ".tab", ".mif"};
    std::error_code failed;
    const bool folder = fs::is_directory(source, failed);
    if (!folder && std::ranges::find(layers, source.extension().string()) == layers.end()) {
        const fs::path log = source.string() + "-wal";  // what a program that has a GeoPackage open wrote last
        return fs::exists(log, failed) ? std::vector{source, log} : std::vector{source};
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder ? source : source.parent_path(), failed)) {
        if (entry.is_regular_file(failed) && (folder || entry.path().stem() == source.stem())) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

bool addFiles(Hash& hash, const fs::path& source) {
    const std::vector<fs::path> files = filesOf(source);
    return !files.empty() && std::ranges::all_of(files, [&](const fs::path& file) { return addContent(hash, file); });
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

/// What the reading of every source depends on.
std::uint64_t frameOf(const model::Study& study, const TomlNode& document) {
    Hash hash;
    hash.add(std::string_view(RAQUETTE_VERSION));
    hash.addStamp("/proc/self/exe");  // a program built anew may read otherwise
    hash.addStamps(dataFolder() / "vocabulary");
    hash.addStamp(dataFolder() / "catalogue.json");
    if (study.territories.empty()) {
        hash.addStamps(dataFolder() / "reference");
    } else {
        hash.addStamp(study.territories);
    }
    for (const fs::path& extract : study.addresses) hash.addStamp(extract);
    for (const model::AreaDeclaration& area : study.areas) {
        if (!area.path.empty()) hash.addStamp(area.path);
    }
    hash.add(study.file.parent_path().string());
    for (const TomlNode& member : document.items) {
        if (!isAside(member)) hash.add(member);
    }
    return hash.value();
}

}  // namespace

ReadingKeys::ReadingKeys(const model::Study& study) {
    const TomlNode document = parseToml(study.text, study.file);
    const std::uint64_t frame = frameOf(study, document);
    Hash others;  // what referring lists depend on
    bool known = true;
    for (const bool referring : {false, true}) {
        for (const model::SourceDeclaration& source : study.sources) {
            if (model::refersToOthers(source.kind) != referring) continue;
            const TomlNode* declared = declarationOf(document, source.id);
            const bool file = declared && !isAddress(source.path.string());
            Hash hash;
            hash.add(frame);
            if (declared) hash.add(*declared);
            if (referring) hash.add(others.value());
            const bool told = file && (!referring || known) && addFiles(hash, source.path);
            if (told) keys_[source.id] = hash.value();
            if (referring) continue;
            known = known && told;
            others.add(hash.value());
        }
        for (const TomlNode& member : document.items) {
            if (member.key == "decision") others.add(member);
        }
    }
}

std::optional<std::uint64_t> ReadingKeys::of(const model::SourceDeclaration& source) const {
    const auto found = keys_.find(source.id);
    return found == keys_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace raquette::ingest

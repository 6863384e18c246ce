#include "gis/text/functions.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"

#include <algorithm>
#include <fstream>

namespace raquette::text {

namespace {

struct Functions {
    std::vector<std::string> words;
    std::vector<model::Label> labels;
};

/// The first three cells of a line; commas within quotes belong to the text.
std::vector<std::string> firstCells(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            if (cells.size() == 3) return cells;
            cells.emplace_back();
        } else if (c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

Functions readFunctions() {
    const auto path = dataFolder() / "vocabulary" / "functions.csv";
    std::ifstream file(path);
    Functions functions;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = firstCells(line);
        if (cells.size() < 3) continue;
        functions.words.push_back(cells[0]);
        functions.labels.push_back({cells[1], cells[2]});
    }
    if (functions.words.empty()) throw model::Error("The vocabulary " + path.string() + " cannot be read.");
    return functions;
}

const Functions& functions() {
    static const Functions ours = readFunctions();
    return ours;
}

}  // namespace

const std::vector<std::string>& filiereFunctions() {
    return functions().words;
}

std::string functionLabel(model::Language language, std::string_view word) {
    const auto found = std::ranges::find(functions().words, word);
    if (found == functions().words.end()) return std::string(word);
    return functions().labels[static_cast<std::size_t>(found - functions().words.begin())].in(language);
}

}  // namespace raquette::text

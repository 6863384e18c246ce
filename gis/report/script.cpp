#include "gis/report/script.h"

#include "gis/data_folder.h"
#include "gis/model/error.h"
#include "gis/report/html.h"
#include "gis/text/catalogue.h"

#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace raquette::report {

std::string pageFile(std::string_view name) {
    const std::filesystem::path path = dataFolder() / "report" / name;
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file || bytes.str().empty()) throw model::Error(fmt::format("{} cannot be read: pages are made from it.", path.string()));
    return bytes.str();
}

std::string jsonIsland(std::string_view id, std::string_view json) {
    std::string safe;
    safe.reserve(json.size());
    for (const char c : json) {
        // Only texts hold these signs, and there JSON may write any sign by its number.
        if (c == '<' || c == '>' || c == '&')
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            safe += c;
    }
    return element("script", fmt::format("type=\"application/json\" id=\"{}\"", id), safe) + "\n";
}

std::string scriptWords(model::Language language) {
    nlohmann::json words;
    words["language"] = language == model::Language::French ? "fr" : "en";
    for (const char* key : {"sort", "filter", "shown", "none", "show-on-map", "close", "zoom-in", "zoom-out", "go-to", "overview",
                            "in-table", "map", "marker"})
        words[key] = text::say(language, std::string("report.script.") + key);
    return words.dump(-1, ' ', true);
}

}  // namespace raquette::report

#include "gis/store/exports/about_export.h"

#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <fstream>
#include <sstream>

namespace raquette::store {

std::vector<std::string> licencesOf(const StudyState& state) {
    std::vector<std::string> licences;
    const auto add = [&](const std::string& licence) {
        if (!licence.empty() && std::ranges::find(licences, licence) == licences.end()) licences.push_back(licence);
    };
    for (const model::SourceSummary& source : state.dataset.sources) add(source.licence);
    for (const std::string& attribution : state.reference.attributions) add(attribution);
    return licences;
}

std::string describe(const StudyState& state, const AboutExport& about) {
    std::vector<std::string> layers;
    for (const ExportedFile& file : about.files) {
        for (const Table& table : file.tables) layers.push_back(table.name);
    }
    const model::Language language = state.study.language;
    return text::say(language, "export.about.holds",
                     {{"layers", fmt::format("{}", fmt::join(layers, ", "))},
                      {"study", state.study.title.in(language)},
                      {"date", text::date(language, state.study.date)}});
}

std::string lineageOf(const StudyState& state) {
    return text::say(state.study.language, "export.about.lineage", {{"version", RAQUETTE_VERSION}, {"reference", state.reference.title}});
}

std::string nameOf(const StudyState& state, const AboutExport& about) {
    std::string title = text::fold(state.study.title.in(state.study.language));
    std::ranges::replace(title, ' ', '-');
    std::erase_if(title, [](char c) { return !(c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return fmt::format("{}-{}-{}", title.empty() ? "raquette" : title, model::isoText(state.study.date), about.format);
}

bool isAboutOfOurs(const std::filesystem::path& file) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str().find("Raquette") != std::string::npos;  // both tell by what they were made
}

}  // namespace raquette::store

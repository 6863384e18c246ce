#include "viewer/assistant/new_study.h"

#include <fmt/format.h>
#include <cstdio>

namespace raquette::viewer {

namespace {

/// A TOML basic string.
std::string tomlText(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

std::string columnsText(const std::map<std::string, std::string>& columns) {
    std::map<std::string, std::vector<std::string>> byKey;
    for (const auto& [column, key] : columns) byKey[key.empty() ? "unused" : key].push_back(tomlText(column));
    std::string out;
    for (const auto& [key, names] : byKey) {
        const std::string list = names.size() == 1 ? names.front() : fmt::format("[{}]", fmt::join(names, ", "));
        out += (out.empty() ? "" : ", ") + fmt::format("{} = {}", key, list);
    }
    return out;
}

}  // namespace

std::string placeDecision(const std::string& record, geometry::LonLat at) {
    return fmt::format("[[decision]]\nrecord   = {}\nposition = [{:.6f}, {:.6f}]\n", tomlText(record), at.lon, at.lat);
}

std::string studyText(const NewStudy& study, const std::filesystem::path& folder) {
    const bool french = study.language == model::Language::French;
    std::error_code none;
    const std::filesystem::path relative = std::filesystem::relative(study.list, folder, none);
    std::string out = french ? "# Écrit par l’assistant de Raquette ; à relire et à compléter.\n\n"
                             : "# Written by Raquette’s assistant; read it and add to it.\n\n";
    out += fmt::format("[study]\ntitle    = {}\n", tomlText(study.title));
    if (!study.area.empty()) out += fmt::format("area     = [{}]\n", tomlText(study.area));
    out += fmt::format("language = \"{}\"\n\n", french ? "fr" : "en");
    out += fmt::format("[[source]]\nid          = \"liste\"\nkind        = \"{}\"\npath        = {}\n", model::name(study.kind),
                       tomlText((none || relative.empty() ? study.list : relative).generic_string()));
    if (!study.sheet.empty()) out += fmt::format("sheet       = {}\n", tomlText(study.sheet));
    if (!study.contributor.empty()) out += fmt::format("contributor = {}\n", tomlText(study.contributor));
    if (!study.date.empty()) out += fmt::format("date        = {}\n", tomlText(study.date));
    if (!study.columns.empty()) out += fmt::format("columns     = {{ {} }}\n", columnsText(study.columns));
    out += fmt::format(
        "\n[[service]]\nid    = \"liste\"\nlabel = {{ fr = \"{}\", en = \"{}\" }}\nmatch = {{ kind = \"{}\" }}\nreach = \"{} km\"\n",
        study.kind == model::SourceKind::Venues ? "Lieu de la liste" : "Structure de la liste",
        study.kind == model::SourceKind::Venues ? "Venue of the list" : "Organisation of the list", model::name(study.kind),
        study.reachKilometres);
    for (const std::string& decision : study.decisions) out += "\n" + decision + (decision.ends_with('\n') ? "" : "\n");
    return out;
}

}  // namespace raquette::viewer

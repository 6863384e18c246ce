#include "gis/store/qml.h"

#include <fmt/format.h>

namespace raquette::store::qml {

namespace {

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string document(const std::string& renderer) {
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.16\" styleCategories=\"Symbology\">\n" +
           renderer + "<blendMode>0</blendMode>\n<featureBlendMode>0</featureBlendMode>\n<layerOpacity>1</layerOpacity>\n</qgis>\n";
}

}  // namespace

std::string colour(const std::string& hex, int alpha) {
    const auto channel = [&](std::size_t at) { return std::stoi(hex.substr(at, 2), nullptr, 16); };
    return fmt::format("{},{},{},{}", channel(1), channel(3), channel(5), alpha);
}

std::string symbolLayer(const std::string& kind, const Options& options, const std::string& inside) {
    std::string out = fmt::format("<layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"0\">\n<Option type=\"Map\">\n", kind);
    for (const auto& [key, value] : options)
        out += fmt::format("<Option type=\"QString\" name=\"{}\" value=\"{}\"/>\n", key, escaped(value));
    return out + "</Option>\n" + inside + "</layer>\n";
}

std::string symbol(const std::string& type, const std::string& name, const std::vector<std::string>& symbolLayers) {
    std::string out = fmt::format("<symbol type=\"{}\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n", type, name);
    for (const std::string& part : symbolLayers) out += part;
    return out + "</symbol>\n";
}

std::string single(const std::string& symbol) {
    return document("<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">\n<symbols>\n" + symbol +
                    "</symbols>\n<rotation/>\n<sizescale/>\n</renderer-v2>\n");
}

std::string categorised(const std::string& column, const std::vector<Category>& categories) {
    std::string list;
    std::string symbols;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        list += fmt::format("<category symbol=\"{}\" value=\"{}\" label=\"{}\" render=\"true\" type=\"string\"/>\n", i,
                            escaped(categories[i].value), escaped(categories[i].label));
        symbols += categories[i].symbol;
    }
    return document(
        fmt::format("<renderer-v2 type=\"categorizedSymbol\" attr=\"{}\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">\n",
                    column) +
        "<categories>\n" + list + "</categories>\n<symbols>\n" + symbols + "</symbols>\n<rotation/>\n<sizescale/>\n</renderer-v2>\n");
}

std::string graduated(const std::string& column, const std::vector<Range>& ranges) {
    std::string list;
    std::string symbols;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        list += fmt::format("<range lower=\"{}\" upper=\"{}\" symbol=\"{}\" label=\"{}\" render=\"true\"/>\n", ranges[i].lower,
                            ranges[i].upper, i, escaped(ranges[i].label));
        symbols += ranges[i].symbol;
    }
    return document(fmt::format("<renderer-v2 type=\"graduatedSymbol\" attr=\"{}\" graduatedMethod=\"GraduatedColor\" symbollevels=\"0\" "
                                "enableorderby=\"0\" forceraster=\"0\">\n",
                                column) +
                    "<ranges>\n" + list + "</ranges>\n<symbols>\n" + symbols + "</symbols>\n<rotation/>\n<sizescale/>\n</renderer-v2>\n");
}

}  // namespace raquette::store::qml

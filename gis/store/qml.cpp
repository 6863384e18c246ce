#include "gis/store/qml.h"

#include "gis/store/gdal_room.h"

#include <cpl_conv.h>
#include <cpl_minixml.h>
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>

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
                                escaped(column)) +
                    "<ranges>\n" + list + "</ranges>\n<symbols>\n" + symbols + "</symbols>\n<rotation/>\n<sizescale/>\n</renderer-v2>\n");
}

std::string withOpacity(std::string style, double opacity) {
    const std::string opaque = "<layerOpacity>1</layerOpacity>";
    const std::size_t at = style.find(opaque);
    if (opacity < 1 && at != std::string::npos)
        style.replace(at, opaque.size(), fmt::format("<layerOpacity>{:.2f}</layerOpacity>", opacity));
    return style;
}

namespace {

struct FreeXml {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};

std::string value(const CPLXMLNode* node, const char* path) {
    return CPLGetXMLValue(node, path, "");
}

/// `r,g,b,a` as `#RRGGBB`.
std::string hex(const std::string& colour) {
    int red = 0;
    int green = 0;
    int blue = 0;
    // NOLINTNEXTLINE(cert-err34-c,*-vararg): what is no number is no colour of ours
    if (std::sscanf(colour.c_str(), "%d,%d,%d", &red, &green, &blue) != 3) return {};
    return fmt::format("#{:02X}{:02X}{:02X}", red, green, blue);
}

/// The first `color` among the options of a symbol, as QGIS 3.22 writes them and as older ones did.
std::string colourOf(const CPLXMLNode* symbol) {
    for (const CPLXMLNode* node = symbol->psChild; node != nullptr; node = node->psNext) {
        const bool option = node->eType == CXT_Element && (value(node, "name") == "color" || value(node, "k") == "color");
        if (option) return hex(value(node, "value") + value(node, "v"));
        if (node->eType != CXT_Element) continue;
        if (std::string found = colourOf(node); !found.empty()) return found;
    }
    return {};
}

std::map<std::string, std::string> coloursOf(const CPLXMLNode* renderer) {
    std::map<std::string, std::string> colours;
    const CPLXMLNode* symbols = CPLGetXMLNode(renderer, "symbols");
    for (const CPLXMLNode* symbol = symbols ? symbols->psChild : nullptr; symbol != nullptr; symbol = symbol->psNext) {
        if (symbol->eType == CXT_Element) colours[value(symbol, "name")] = colourOf(symbol);
    }
    return colours;
}

}  // namespace

// CPLAtof reads a point whatever the decimal sign of the country.
Read read(const std::string& style) {
    Read read;
    const GdalTalk quiet;
    const std::unique_ptr<CPLXMLNode, FreeXml> document(CPLParseXMLString(style.c_str()));
    const CPLXMLNode* root = document ? CPLGetXMLNode(document.get(), "=qgis") : nullptr;
    if (root == nullptr) return read;
    read.opacity = std::clamp(CPLAtof(CPLGetXMLValue(root, "layerOpacity", "1")), 0.0, 1.0);
    const CPLXMLNode* renderer = CPLGetXMLNode(root, "renderer-v2");
    if (renderer == nullptr || value(renderer, "type") != "graduatedSymbol") return read;
    read.column = value(renderer, "attr");
    const std::map<std::string, std::string> colours = coloursOf(renderer);
    const CPLXMLNode* ranges = CPLGetXMLNode(renderer, "ranges");
    for (const CPLXMLNode* range = ranges ? ranges->psChild : nullptr; range != nullptr; range = range->psNext) {
        if (range->eType != CXT_Element) continue;
        const double upper = CPLAtof(value(range, "upper").c_str());
        if (!std::isfinite(upper)) {
            read.classes.clear();
            return read;
        }
        const auto colour = colours.find(value(range, "symbol"));
        read.classes.push_back({CPLAtof(value(range, "lower").c_str()), upper, colour == colours.end() ? std::string() : colour->second});
    }
    std::ranges::sort(read.classes, {}, &Read::Class::upper);
    return read;
}

}  // namespace raquette::store::qml

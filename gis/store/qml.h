#pragma once

#include <string>
#include <utility>
#include <vector>

namespace raquette::store::qml {

// The few words of QGIS's style language (QML, as QGIS 3.22 writes it) that our layers need.

using Options = std::vector<std::pair<std::string, std::string>>;

/// `#RRGGBB` as QGIS writes it: `r,g,b,a`.
std::string colour(const std::string& hex, int alpha = 255);

/// One layer of a symbol: `SimpleFill`, `LinePatternFill`, `SimpleLine`, `SimpleMarker`. `inside` is the symbol it is made of, if any.
std::string symbolLayer(const std::string& kind, const Options& options, const std::string& inside = {});

/// A symbol of type `fill`, `line` or `marker`, made of layers drawn in order.
std::string symbol(const std::string& type, const std::string& name, const std::vector<std::string>& symbolLayers);

/// A whole style: one symbol for every feature.
std::string single(const std::string& symbol);

struct Category {
    std::string value;
    std::string label;
    std::string symbol;  ///< named after its index: "0", "1"…
};
/// A whole style: a symbol for each value of a column.
std::string categorised(const std::string& column, const std::vector<Category>& categories);

struct Range {
    double lower = 0;
    double upper = 0;
    std::string label;
    std::string symbol;  ///< named after its index
};
/// A whole style: a symbol for each stretch of a column's figures. QGIS takes the first range that holds a figure: listed from the largest
/// down, a figure on a bound is in the class above it, as everywhere here.
std::string graduated(const std::string& column, const std::vector<Range>& ranges);

/// A whole style, seen through: 0 unseen, 1 opaque.
std::string withOpacity(std::string style, double opacity);

/// What we understand of a style that we or QGIS wrote.
struct Read {
    double opacity = 1;
    std::string column;  ///< or expression, of a graduated one
    struct Class {
        double lower = 0, upper = 0;
        std::string colour;  ///< `#RRGGBB`
    };
    std::vector<Class> classes;  ///< from little to much
};
/// What is no style is opaque and has no classes.
Read read(const std::string& style);

}  // namespace raquette::store::qml

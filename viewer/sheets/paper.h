#pragma once

#include <QSizeF>
#include <array>
#include <optional>
#include <string_view>

class QPageLayout;

namespace raquette::viewer {

/// What a map sheet is printed on: landscape unless said.
enum class Paper { A4, A4Portrait, A3, A3Portrait };

inline constexpr std::array papers{Paper::A4, Paper::A4Portrait, Paper::A3, Paper::A3Portrait};

/// `a4` `a4-portrait` `a3` `a3-portrait`.
std::string_view name(Paper paper);
/// Nothing for a word that names none.
std::optional<Paper> paperNamed(std::string_view name);

/// Without margins: sheets keep their own.
QPageLayout pageLayout(Paper paper);

/// Dots per metre of paper in a picture: one for each unit of a sheet.
inline constexpr int paperDensity = 6124;

/// What a sheet is laid out in.
struct SheetFormat {
    QSizeF size;   ///< units across and down
    double scale;  ///< of letters, lines and signs; 1 on A4
};

/// Letters on A3 grow less than the paper, which is read from a little farther: the rest is the map's.
SheetFormat formatOf(Paper paper);
/// Of a picture of so many pixels: everything grows with it.
SheetFormat formatOf(QSizeF pixels);

/// Whether a sheet of that size has its list under the map, not beside it.
bool isTall(QSizeF size);

}  // namespace raquette::viewer

#pragma once

#include "viewer/map/map_look.h"
#include "viewer/map/map_style.h"

#include <map>
#include <string>

namespace raquette::model {
struct Study;
}

namespace raquette::viewer {

// Classes and colours that a reader chose, kept on this computer for each study, known by its title: last year's study and this year's then
// have the same classes, and compare.

/// By column of figures. What cannot be read, because somebody wrote in the settings by hand, is as if nothing had been chosen.
std::map<std::string, MapStyle> keptStyles(const model::Study& study);
/// The tool's own bounds and colours: nothing is kept.
void keepStyle(const model::Study& study, const std::string& column, const MapStyle& style);

/// In which order parts of the map are drawn, how strongly and whether at all: of the study, whatever is asked of it.
MapLook keptLook(const model::Study& study);
void keepLook(const model::Study& study, const MapLook& look);

/// Whether what is kept here has not come into the study's store yet: then it is what counts.
bool awaitsStore(const model::Study& study);
void setAwaitsStore(const model::Study& study, bool awaits);

}  // namespace raquette::viewer

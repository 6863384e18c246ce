#include "gis/store/exports/meaning.h"

#include "gis/text/catalogue.h"

namespace raquette::store {

std::string meaning(model::Language language, const Table& table, const Column& column) {
    if (column.name.starts_with("reach_")) return text::say(language, "column.reach", {{"service", column.name.substr(6)}});
    const std::string own = "column." + table.name + "." + column.name;   // a name with another meaning in one layer
    if (column.isPrivate) return text::say(language, "column.personal");  // for partners
    return text::say(language, text::isSaid(own) ? own : "column." + column.name);
}

}  // namespace raquette::store

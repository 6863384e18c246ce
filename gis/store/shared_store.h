#pragma once

#include "gis/store/shared_address.h"
#include "gis/store/store.h"

#include <string>
#include <vector>

namespace raquette::store {

/// Fills the schema of a study in a PostGIS database with the layers and tables of its store, but for private fields: those who read a
/// database are many. In one transaction: whoever reads meanwhile, with Raquette or a GIS, sees what was there before, then the new one.
/// `readers` are roles of the database that may look at it. False where the database does not let us keep the styles QGIS looks for.
/// Throws model::Error, with the old one intact, where it cannot be reached or written, where the schema is another study's (by its
/// title), or where something else was built on its tables.
bool writeSharedStore(const StudyState& state, const SharedAddress& address, const std::vector<std::string>& readers = {});

/// Reads it back, as `readStore` does a file: all of one writing, whatever is written meanwhile.
StudyState readSharedStore(const SharedAddress& address);

}  // namespace raquette::store

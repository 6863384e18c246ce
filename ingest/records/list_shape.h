#pragma once

#include "gis/model/record.h"
#include "gis/model/study.h"
#include "ingest/table/column_map.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::ingest {

/// A column that holds the figure of one year: `Budget 2022`, `Effectif (2023)`; of a contract, what a funder gave: `Région 2024`.
struct FigureColumn {
    std::size_t column = 0;
    std::string key;  ///< `budget`, `fte`… or `amount`, `granted`
    int year = 0;
    std::string funder;
};

/// A column that says of each row whether it belongs to one network: `Adhérent FEDELIMA`.
struct NetworkColumn {
    std::size_t column = 0;
    std::string network;
};

/// What the columns of a list mean together, beyond the key that each has on its own.
struct ListShape {
    std::vector<FigureColumn> figures;
    std::vector<NetworkColumn> networks;
    bool surnameIsName = false;  ///< first names stand beside the names, and no structure's: the list may be of people
    bool isAddressBase = false;  ///< an extract of the Base Adresse Nationale: addresses of nobody
};

/// Completes what was understood of the columns one by one: an address in several columns, questions of a form, figures by year,
/// memberships by network, a person's name beside a structure's; drops what is never read (`adrg_*`: who declared an association).
/// What was understood, and why, is put right in `recognised`.
ListShape settleColumns(const model::SourceDeclaration& source, Table& table, ColumnMap& map, std::vector<RecognisedColumn>& recognised);

}  // namespace raquette::ingest

#pragma once

#include "gis/model/contribution.h"
#include "gis/model/dataset.h"
#include "ingest/contributions/merge.h"
#include "ingest/contributions/shelf.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::ingest {

/// Whether a text names a person, by a name, an address or a number: as whole words, whatever the case, the accents and the spaces.
bool names(std::string_view text, std::string_view person);

/// Something a study holds on a person.
struct Held {
    enum class Where { List, Contribution, History };
    Where where = Where::List;
    std::string source;  ///< a list's id, a contribution's
    long row = 0;        ///< of a list
    std::string record;  ///< whose field it is
    std::string field;   ///< `author`, `reason` of a contribution; `by`, `reason` of the history
    std::string value;
    bool isPrivate = true;  ///< it never leaves the store

    bool operator==(const Held&) const = default;
};

/// All of it: what lists say, with the row that says so, what contributions say and who signed them. There may be no shelf.
std::vector<Held> heldOn(const std::string& person, const model::Dataset& dataset, Shelf* shelf);

/// Takes a person out of the contributions and their history, which go on saying all the rest under the same ids, and remembers by digest
/// what private cells of lists are not to be taken in again. Public fields of lists are for whose list it is: they stay in `heldOn`.
/// Whole or not at all but for a file or two redacted twice where it was interrupted. Throws model::Error when nothing is held,
/// or for less than a whole name, address or number, which would take out what others said.
void erase(const std::string& person, const MergeRequest& request, const model::Dataset& dataset, Shelf& shelf);

/// Digests of the private cells that were erased.
std::set<std::string> erasedCells(const std::vector<model::HistoryAct>& history);

/// Leaves out of records what lists still say and was erased.
void forget(const std::set<std::string>& erased, model::Dataset& dataset);

}  // namespace raquette::ingest

#pragma once

#include "gis/model/ids.h"
#include "gis/model/period.h"
#include "gis/model/record.h"
#include "gis/model/units.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::model {

/// Contrat de filière, DSP, CPO, contrat de ville…
struct Contract {
    std::string id;
    Origin origin;
    std::string title;
    std::string type;
    std::vector<std::string> parties;
    std::vector<TerritoryId> scope;  ///< empty when the source's words could not be read: the contract is listed, and covers nothing
    Period period;
    std::optional<Euros> amountPerYear;
    std::string purpose;
    std::string notes;
};

/// Whether a contract runs on a day: start ≤ day ≤ end; an unknown bound leaves it possible.
enum class InForce { NotYet, Surely, Possibly, Ended };
/// `not-yet surely possibly ended`.
std::string_view name(InForce state);
InForce inForce(const Contract& contract, Day day);

/// What a funder gives to a contract in a year.
struct Amount {
    Origin origin;
    std::string contract;  ///< id or title of the contract
    std::string funder;
    std::optional<int> year;
    Euros amount;
    std::string contractId;  ///< the contract found; empty where none, or more than one, answers
};

}  // namespace raquette::model

#pragma once

#include "gis/analysis/filiere/structures.h"
#include "gis/model/link.h"

#include <vector>

namespace raquette::analysis {

enum class LinkState { InForce, Ended, ToCome };

/// On a day; an unknown start or end does not keep a link from being in force.
LinkState stateOn(const model::Link& link, model::Day day);

/// A link whose parties are the structures that were found.
struct FoundLink {
    const model::Link* link = nullptr;
    LinkState state = LinkState::InForce;
    std::vector<std::uint32_t> parties;  ///< indexes in Structures::all, ascending, each once
    std::vector<std::string> notFound;   ///< folded names of the others, each once
};

/// By id, so that the lists' order does not matter.
std::vector<FoundLink> foundLinks(const model::Dataset& dataset, const Structures& structures, model::Day day);

}  // namespace raquette::analysis

#pragma once

#include "gis/model/reference.h"

namespace raquette::analysis {

struct StudyArea;

/// How far the outlines of a study area's territories fail to fit together. Neighbours should share their borders: what two of them hold
/// both is counted in each, what lies between them and in none is no part of the study.
struct Misfit {
    model::SquareMetres overlap;  ///< held by more than one, as often as it is held too much
    int blanks = 0;  ///< places that territories enclose and none holds: a lake left out, a foreign enclave, a gap of the reference
    model::SquareMetres blank;  ///< their area

    bool operator==(const Misfit&) const = default;
};

/// A territory that the study leaves out is no blank.
Misfit misfitOf(const model::Reference& reference, const StudyArea& area);

}  // namespace raquette::analysis

#pragma once

#include "gis/store/store.h"

#include <string>
#include <vector>

namespace raquette::test {

geometry::GeoShape square(double west, double south, double east, double north);

/// Two square départements of one région side by side in the middle of France, one degree each: the western one (`63`) is a hole of
/// 3,000 people named Ouestville, the eastern one (`42`) is covered by its single venue and has 6,000 people. Service `lieux`, 30 km.
store::StudyState twoSquares();

/// The same with so many holes, in rows over the western square, ranked 1 to `count`.
store::StudyState crowded(int count);

/// The same with the venue gone: everything is one hole.
store::StudyState withoutProvider();

/// The same with half an hour by car as reach, by time: twelve minutes in the eastern square; no road leads out of the western one.
store::StudyState timed();

/// The same all covered.
store::StudyState allCovered();

}  // namespace raquette::test

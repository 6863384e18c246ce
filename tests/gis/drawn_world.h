#pragma once

#include "gis/model/dataset.h"
#include "gis/model/reference.h"
#include "gis/model/study.h"

#include <string>
#include <vector>

namespace raquette::testing {

/// A small country drawn in characters, one commune of 10 km × 10 km per character, in the middle of the mainland (Lambert-93):
/// a digit n is a commune of n × 1000 people at its middle; `.` the same with nobody; a space is the sea. Communes are named by row and
/// column
/// (`A1` top left) and their codes ascend in reading order. All are in département 23, EPCI `200000001`, région 75.
struct DrawnWorld {
    model::Reference reference;
    model::Study study;
    model::Dataset dataset;

    explicit DrawnWorld(const std::vector<std::string>& rows);

    /// A venue at (column, row) in cells from the top left corner: (0.5, 0.5) is the middle of A1.
    void addVenue(const std::string& name, double column, double row, double uncertainty = 0);
    void addService(const std::string& id, double reachKilometres);
    geometry::LonLat at(double column, double row) const;

private:
    double height_;
};

}  // namespace raquette::testing

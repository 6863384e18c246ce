#pragma once

#include <string>
#include <string_view>

class OGRFeature;

namespace raquette::ingest {

/// The value of a field as a person would type it: whole numbers without point or exponent, at most 15 digits as a spreadsheet shows them,
/// days as 2007-02-28.
std::string cellText(OGRFeature& feature, int field);

/// What a spreadsheet's file has for a cell that stands in a column of texts: a binary number written out (`45.439999999999998`,
/// `1.2345678901234E13`) and a day with slashes become what the sheet shows; any other text stays as it is.
std::string shownText(std::string_view raw);

}  // namespace raquette::ingest

#pragma once

#include "gis/model/period.h"
#include "gis/model/record.h"
#include "gis/model/units.h"
#include "gis/store/table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace raquette::store {

/// Text, or nothing where it is empty.
Value cell(std::string_view text);
Value cell(const std::optional<model::PartialDate>& date);
Value cell(model::Inhabitants people);
Value cell(const std::optional<model::Inhabitants>& people);

template <class Whole>
    requires std::is_integral_v<Whole>
Value cell(Whole number) {
    return static_cast<std::int64_t>(number);
}

template <class Whole>
    requires std::is_integral_v<Whole>
Value cell(const std::optional<Whole>& number) {
    return number ? Value(static_cast<std::int64_t>(*number)) : Value();
}

template <class Unit>
Value cell(const std::optional<model::Quantity<Unit>>& quantity) {
    return quantity ? Value(quantity->value) : Value();
}

Value cell(const std::optional<double>& number);
Value kilometresCell(const std::optional<model::Metres>& length);

/// Lists are text joined by ` | `.
std::string joined(const std::vector<std::string>& words);
std::string joined(const std::vector<model::SharedText>& words);
std::vector<std::string> split(std::string_view list);

/// `member not-member unknown`.
std::string_view name(model::Membership member);
model::Membership membershipNamed(std::string_view name);
/// `RIM: member | FEDELIMA: not-member`.
std::string membershipsText(const std::vector<model::NetworkMembership>& memberships);
std::vector<model::NetworkMembership> readMemberships(std::string_view text);

}  // namespace raquette::store

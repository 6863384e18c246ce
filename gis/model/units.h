#pragma once

#include <compare>
#include <cstdint>

namespace raquette::model {

/// A number that carries its unit in its type. Units never mix by accident; `value` is for formatting and C calls.
template <class Unit>
struct Quantity {
    double value = 0;

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity& operator+=(Quantity other) {
        value += other.value;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend constexpr Quantity operator*(Quantity a, double k) { return {a.value * k}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
};

using Metres = Quantity<struct MetreUnit>;
using SquareMetres = Quantity<struct SquareMetreUnit>;
using Minutes = Quantity<struct MinuteUnit>;
using Euros = Quantity<struct EuroUnit>;
/// Between 0 and 1.
using Share = Quantity<struct ShareUnit>;

constexpr Metres kilometres(double km) {
    return {km * 1000};
}
constexpr double inKilometres(Metres length) {
    return length.value / 1000;
}
constexpr double inSquareKilometres(SquareMetres area) {
    return area.value / 1e6;
}

/// Whole people: sums are exact, so that holes and coverage add up to the population to the last inhabitant.
struct Inhabitants {
    std::int64_t value = 0;

    constexpr auto operator<=>(const Inhabitants&) const = default;
    constexpr Inhabitants& operator+=(Inhabitants other) {
        value += other.value;
        return *this;
    }
    friend constexpr Inhabitants operator+(Inhabitants a, Inhabitants b) { return {a.value + b.value}; }
    friend constexpr Inhabitants operator-(Inhabitants a, Inhabitants b) { return {a.value - b.value}; }
};

}  // namespace raquette::model

#include "tests/gis/drawn_world.h"

#include "gis/geometry/frame.h"

#include <fmt/format.h>

namespace raquette::testing {

namespace {

constexpr double side = 10000;
constexpr double west = 650000;
constexpr double south = 6500000;

geometry::PlaneShape square(double column, double rowFromSouth) {
    const double x = west + column * side;
    const double y = south + rowFromSouth * side;
    geometry::PlaneShape shape;
    shape.points = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

}  // namespace

DrawnWorld::DrawnWorld(const std::vector<std::string>& rows) : height_(static_cast<double>(rows.size())) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            const char mark = rows[row][column];
            if (mark == ' ') continue;
            model::Commune commune;
            commune.code = fmt::format("23{:03}", reference.communes.size() + 1);
            commune.name = fmt::format("{}{}", static_cast<char>('A' + row), column + 1);
            commune.population.value = mark == '.' ? 0 : (mark - '0') * 1000;
            commune.departement = 0;
            commune.epci = 0;
            commune.point = at(static_cast<double>(column) + 0.5, static_cast<double>(row) + 0.5);
            commune.uncertainty = {7071};
            reference.people.push_back({*commune.point, static_cast<std::int32_t>(commune.population.value),
                                        static_cast<std::int32_t>(reference.communes.size()), 0});
            reference.communes.push_back(commune);
            const auto shape = square(static_cast<double>(column), height_ - 1 - static_cast<double>(row));
            reference.communeShapes.push_back(toLonLat(geometry::lambert93, shape));
        }
    }
    reference.departements.push_back({"23", "Creuse", {}, 0, {}});
    reference.epcis.push_back({"200000001", "Pays dessiné", {}, 0, {}});
    reference.regions.push_back({"75", "Nouvelle-Aquitaine", {}, model::nowhere, {}});
    study.title = {"Pays dessiné", "Drawn country"};
    study.date = *model::parseDay("2026-01-01");
}

geometry::LonLat DrawnWorld::at(double column, double row) const {
    return toLonLat(geometry::lambert93, geometry::PlanePoint{west + column * side, south + (height_ - row) * side});
}

void DrawnWorld::addVenue(const std::string& name, double column, double row, double uncertainty) {
    model::Venue venue;
    venue.id = venue.name = name;
    venue.origin = {"dessin", static_cast<long>(dataset.venues.size()) + 2};
    venue.place = {at(column, row), model::Precision::Exact, {uncertainty}, "coordinates", "", "23"};
    dataset.venues.push_back(venue);
}

void DrawnWorld::addService(const std::string& id, double reachKilometres) {
    model::Service service;
    service.id = id;
    service.label = {id, id};
    service.reach = model::kilometres(reachKilometres);
    study.services.push_back(service);
}

}  // namespace raquette::testing

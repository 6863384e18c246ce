#include "ingest/reference/population_grid.h"

#include "gis/geometry/frame.h"
#include "gis/model/error.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "ingest/reference/population_cells.h"
#include "ingest/reference/population_land.h"

#include <fmt/format.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <algorithm>

namespace raquette::ingest {

namespace {

constexpr model::Metres offLandReach = model::kilometres(5);

/// Cells whose centre lies on no land.
struct OffLand {
    std::int64_t cells = 0;
    std::int64_t people = 0;
    long firstRow = 0;

    void add(long row, std::int32_t cellPeople) {
        if (cells == 0) firstRow = row;
        ++cells;
        people += cellPeople;
    }
};

/// Tells rows and cells of one grid, in the study's language.
class Teller {
public:
    Teller(const model::PopulationFile& grid, model::Language language, model::Issues& issues)
        : file_(grid.path.filename().string()), language_(language), issues_(issues) {}

    void note(long row, const std::string& value, const char* rule, const char* action,
              model::IssueEffect effect = model::IssueEffect::Noted) {
        issues_.push_back({effect, "population", file_, "", row, "", value, text::say(language_, rule), text::say(language_, action)});
    }
    std::string cellsAndPeople(const OffLand& offLand) const {
        return text::say(language_, "population.value.cells",
                         {{"cells", text::number(language_, offLand.cells)}, {"people", text::number(language_, offLand.people)}});
    }

private:
    std::string file_;
    model::Language language_;
    model::Issues& issues_;
};

/// Where each cell stands and in which territory.
struct Placed {
    std::vector<geometry::LonLat> at;
    std::vector<std::int32_t> territory;
    std::vector<char> offLand;
};

Placed place(const PopulationCells& cells, const LandIndex& land) {
    const std::size_t count = cells.centres.size();
    Placed placed{std::vector<geometry::LonLat>(count), std::vector<std::int32_t>(count, model::nowhere), std::vector<char>(count, 0)};
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 8192), [&](const auto& range) {
        const std::vector<geometry::PlanePoint> part(cells.centres.begin() + static_cast<std::ptrdiff_t>(range.begin()),
                                                     cells.centres.begin() + static_cast<std::ptrdiff_t>(range.end()));
        const std::vector<geometry::LonLat> at = geometry::toLonLat(cells.crs, part);
        for (std::size_t i = range.begin(); i < range.end(); ++i) {
            placed.at[i] = at[i - range.begin()];
            placed.territory[i] = land.containing(placed.at[i]);
            if (placed.territory[i] != model::nowhere) continue;
            placed.offLand[i] = 1;
            placed.territory[i] = land.nearest(placed.at[i], offLandReach);
        }
    });
    return placed;
}

std::vector<geometry::GeoShape> shapesOf(const std::vector<model::Unit>& units) {
    std::vector<geometry::GeoShape> shapes;
    shapes.reserve(units.size());
    for (const model::Unit& unit : units) shapes.push_back(unit.shape);
    return shapes;
}

/// Départements of which the grid knows nobody keep the people the reference gave them.
void keepPeopleElsewhere(std::vector<model::PopulationPoint>& people, Teller& teller, const model::Reference& reference) {
    std::vector<char> counted(reference.departements.size(), 0);
    for (const model::PopulationPoint& point : people) counted[static_cast<std::size_t>(point.departement)] = 1;
    std::vector<char> kept(counted.size(), 0);
    for (const model::PopulationPoint& point : reference.people) {
        if (point.departement == model::nowhere || counted[static_cast<std::size_t>(point.departement)]) continue;
        kept[static_cast<std::size_t>(point.departement)] = 1;
        people.push_back(point);
    }
    std::string names;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i]) names += (names.empty() ? "" : ", ") + reference.departements[i].name;
    }
    if (names.empty()) return;
    teller.note(0, names, "population.rule.departements",
                reference.hasCommunePolygons() ? "population.action.at-communes" : "population.action.as-before");
}

}  // namespace

void placePopulationGrid(const model::PopulationFile& grid, model::Language language, model::Reference& reference, model::Issues& issues) {
    Teller teller(grid, language, issues);
    const PopulationCells cells = readPopulationCells(grid);
    for (const BrokenCell& broken : cells.broken) {
        teller.note(broken.row, broken.value, "population.rule.numbers",
                    broken.row > 0 ? "population.action.left-out" : "population.action.more-left-out", model::IssueEffect::Rejected);
    }
    const bool byCommune = reference.hasCommunePolygons();
    const std::vector<geometry::GeoShape> departements = byCommune ? std::vector<geometry::GeoShape>() : shapesOf(reference.departements);
    const Placed placed = place(cells, LandIndex(byCommune ? reference.communeShapes : departements));

    std::vector<model::PopulationPoint> people;
    people.reserve(cells.people.size());
    OffLand near;
    OffLand far;
    for (std::size_t i = 0; i < cells.people.size(); ++i) {
        const std::int32_t territory = placed.territory[i];
        if (placed.offLand[i]) (territory == model::nowhere ? far : near).add(cells.rows[i], cells.people[i]);
        if (territory == model::nowhere) continue;
        const std::int32_t departement = byCommune ? reference.communes[static_cast<std::size_t>(territory)].departement : territory;
        people.push_back({placed.at[i], cells.people[i], byCommune ? territory : model::nowhere, departement});
    }
    if (people.empty())
        throw model::Error(
            fmt::format("{}: none of its {} cells lies in the reference. Check x, y, scale, cell and crs of [reference] population.",
                        grid.path.string(), cells.people.size()));
    if (near.cells > 0) teller.note(near.firstRow, teller.cellsAndPeople(near), "population.rule.on-land", "population.action.nearest");
    if (far.cells > 0)
        teller.note(far.firstRow, teller.cellsAndPeople(far), "population.rule.near-land", "population.action.cells-left-out");
    keepPeopleElsewhere(people, teller, reference);

    reference.people = std::move(people);
    reference.populationModel = model::PopulationModel::Grid;
    reference.populationCell = cells.side;
    reference.attributions.push_back(text::say(language, "population.credit", {{"file", grid.path.filename().string()}}));
}

}  // namespace raquette::ingest

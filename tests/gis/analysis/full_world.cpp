#include "tests/gis/analysis/full_world.h"

#include <algorithm>
#include <set>

namespace raquette::testing {

namespace {

constexpr int columns = 9;
constexpr int rows = 6;

std::vector<std::string> drawn(std::mt19937& random) {
    std::vector<std::string> cells(rows, std::string(columns, ' '));
    for (std::string& row : cells) {
        for (char& cell : row) cell = random() % 7 == 0 ? ' ' : random() % 6 == 0 ? '.' : static_cast<char>('1' + random() % 9);
    }
    cells[0][0] = cells[0][4] = cells[0][8] = '5';  // each département has land
    return cells;
}

bool oneIn(std::mt19937& random, unsigned count) {
    return random() % count == 0;
}

double upTo(std::mt19937& random, double most) {
    return static_cast<double>(random() % 10000) / 10000 * most;
}

std::optional<model::PartialDate> someYear(std::mt19937& random, unsigned from) {
    if (oneIn(random, 2)) return {};
    return model::PartialDate::parse(std::to_string(from + random() % 12) + (oneIn(random, 2) ? "" : "-05"));
}

std::vector<model::SharedText> someFunctions(std::mt19937& random) {
    std::vector<std::string> some;
    for (const char* function : {"création", "répétition", "diffusion", "festival", "cirque"}) {
        if (oneIn(random, 3)) some.emplace_back(function);
    }
    return model::shared(some);
}

}  // namespace

FullWorld::FullWorld(std::mt19937& random) : DrawnWorld(drawn(random)) {
    divide();
    settle(random);
    for (int i = 0; i < 12; ++i) addRandomVenue(random);
    for (int i = 0; i < 14; ++i) addActor(random);
    for (int i = 0; i < 6; ++i) addContract(random);
    addFigures(random);
    addServices();
}

void FullWorld::divide() {
    reference.departements = {{"03", "Allier", {}, 1, {}}, {"23", "Creuse", {}, 0, {}}, {"87", "Haute-Vienne", {}, 0, {}}};
    reference.regions = {{"75", "Nouvelle-Aquitaine", {}, model::nowhere, {}}, {"84", "Auvergne-Rhône-Alpes", {}, model::nowhere, {}}};
    reference.epcis = {{"200000001", "Pays d’en haut", {}, 0, {}}, {"200000002", "Pays d’en bas", {}, 0, {}}};
    for (std::size_t i = 0; i < reference.communes.size(); ++i) {
        model::Commune& commune = reference.communes[i];
        const int row = commune.name.front() - 'A';
        const int column = std::stoi(commune.name.substr(1)) - 1;
        commune.departement = reference.people[i].departement = column * 3 / columns;
        commune.epci = row == 2 ? model::nowhere : row < 3 ? 0 : 1;
    }
}

void FullWorld::settle(std::mt19937& random) {
    const std::vector<model::PopulationPoint> middles = reference.people;
    for (const model::PopulationPoint& middle : middles) {
        for (int i = 0; i < 3 && middle.people > 0; ++i) {
            model::PopulationPoint point = middle;
            point.people = static_cast<std::int32_t>(random() % 500);
            point.at.lon += upTo(random, 0.1) - 0.05;  // 4 km
            point.at.lat += upTo(random, 0.07) - 0.035;
            reference.people.push_back(point);
        }
    }
}

void FullWorld::place(std::mt19937& random, model::Actor& record) const {
    const auto cell = random() % reference.communes.size();
    const model::Commune& commune = reference.communes[cell];
    record.functions = someFunctions(random);
    record.member = static_cast<model::Membership>(random() % 3);
    record.opened = someYear(random, 2016);
    record.closed = oneIn(random, 3) ? someYear(random, 2021) : std::nullopt;
    if (oneIn(random, 2)) record.capacity = static_cast<long>(random() % 900);
    record.place = {commune.point,
                    model::Precision::Exact,
                    {upTo(random, oneIn(random, 3) ? 15000 : 300)},
                    "coordinates",
                    commune.code,
                    reference.departements[static_cast<std::size_t>(commune.departement)].code};
    if (oneIn(random, 2)) record.place.position->lon += upTo(random, 0.08) - 0.04;
    if (oneIn(random, 6)) record.place.commune = "";
    if (oneIn(random, 7)) record.place = {{}, model::Precision::Departement, {}, "departement", "", "23"};
}

void FullWorld::addRandomVenue(std::mt19937& random) {
    model::Venue venue;
    venue.id = "v" + std::to_string(dataset.venues.size());
    venue.name = "Lieu " + std::to_string(random() % 20);
    venue.origin = {"lieux", static_cast<long>(dataset.venues.size()) + 2};
    place(random, venue);
    if (!dataset.actors.empty() && oneIn(random, 2)) {
        venue.actors = venue.actorIds = {dataset.actors[random() % dataset.actors.size()].id};
    }
    dataset.venues.push_back(venue);
}

void FullWorld::addActor(std::mt19937& random) {
    model::Actor actor;
    actor.id = "a" + std::to_string(dataset.actors.size());
    actor.name = "Acteur " + std::to_string(random() % 20);
    actor.origin = {oneIn(random, 2) ? "acteurs" : "réseau", static_cast<long>(dataset.actors.size()) + 2};
    place(random, actor);
    if (oneIn(random, 5)) {  // the same as a venue, by name and commune
        const model::Venue& venue = dataset.venues[random() % dataset.venues.size()];
        actor.name = venue.name;
        actor.place = venue.place;
    }
    dataset.actors.push_back(actor);
}

void FullWorld::addContract(std::mt19937& random) {
    static const std::vector<model::TerritoryId> anywhere{{model::Level::Departement, "03"}, {model::Level::Departement, "87"},
                                                          {model::Level::Region, "75"},      {model::Level::Epci, "200000002"},
                                                          {model::Level::Commune, "23001"},  {model::Level::Commune, "23005"}};
    model::Contract contract;
    contract.id = "c" + std::to_string(dataset.contracts.size());
    contract.title = "Contrat " + contract.id;
    contract.type = oneIn(random, 2) ? "filière" : "ville";
    contract.origin = {"contrats", static_cast<long>(dataset.contracts.size()) + 2};
    for (unsigned i = 0; i <= random() % 2; ++i) contract.scope.push_back(anywhere[random() % anywhere.size()]);
    contract.period = {someYear(random, 2018), someYear(random, 2023), oneIn(random, 5)};
    if (oneIn(random, 2)) contract.amountPerYear = model::Euros{1000.0 * static_cast<double>(random() % 90)};
    dataset.contracts.push_back(contract);
}

void FullWorld::addFigures(std::mt19937& random) {
    long row = 2;
    for (const model::Contract& contract : dataset.contracts) {
        for (int year = 2024; year < 2027; ++year) {
            if (oneIn(random, 2))
                dataset.amounts.push_back({{"montants", row++},
                                           contract.title,
                                           oneIn(random, 2) ? "DRAC" : "Région",
                                           year,
                                           {100.3 * static_cast<double>(random() % 99)},
                                           contract.id});
        }
    }
    for (const model::Actor& actor : dataset.actors) {
        const std::string id = actor.id.str();
        for (int year = 2023; year < 2026; ++year) {
            if (oneIn(random, 2))
                dataset.grants.push_back({{"aides", row++},
                                          actor.name.str(),
                                          "création",
                                          year,
                                          model::Euros{900.7},
                                          oneIn(random, 2) ? std::optional(model::Euros{333.1 * year}) : std::nullopt,
                                          id});
            if (!oneIn(random, 2)) continue;
            model::Activity activity;
            activity.origin = {"chiffres", row++};
            activity.actor = activity.actorId = id;
            activity.year = year;
            activity.fte = 0.1 * static_cast<double>(random() % 70);
            activity.staff = static_cast<long>(random() % 9);
            activity.budget = model::Euros{1234.56 * static_cast<double>(random() % 700)};
            dataset.activities.push_back(activity);
        }
    }
    for (int i = 0; i < 9; ++i) {
        model::Link link;
        link.id = "l" + std::to_string(i);
        link.origin = {"liens", row++};
        std::set<std::string> parties;
        for (unsigned p = 0; p < 2 + random() % 3; ++p) parties.insert("a" + std::to_string(random() % 16));  // two are in no list
        for (const std::string& party : parties) {
            link.parties.push_back(party);
            link.partyIds.push_back(party == "a14" || party == "a15" ? "" : party);
        }
        link.intensity = static_cast<model::Intensity>(random() % 4);
        link.period = {someYear(random, 2018), someYear(random, 2024), false};
        dataset.links.push_back(link);
    }
}

void FullWorld::addServices() {
    study.time.yearsBack = 6;
    study.contracts.floor = 0.5;
    model::AreaDeclaration area;
    area.id = "bord";
    area.territories = {{model::Level::Departement, "03"}, {model::Level::Commune, "23005"}};
    study.areas = {area};
    for (const auto& [id, kind] : std::vector<std::pair<std::string, model::SourceKind>>{
             {"lieux", model::SourceKind::Venues}, {"acteurs", model::SourceKind::Actors}, {"réseau", model::SourceKind::Actors}}) {
        model::SourceDeclaration source;
        source.id = id;
        source.kind = kind;
        source.date = id == "réseau" ? "2025-06-01" : "2024-01-01";
        if (id != "réseau") source.surveyed = {{model::Level::Region, "75"}};
        study.sources.push_back(source);
    }
    addService("lieux", 9);
    study.services.back().match.kinds = {model::RecordKind::Venues};
    study.services.back().access.supply = model::Supply::Capacity;
    addService("tous", 14);
    study.services.back().access.decay = model::Decay::Exponential;
    for (const model::Level level : {model::Level::Commune, model::Level::Epci, model::Level::Departement, model::Level::Region}) {
        addService(std::string(name(level)), 1);
        study.services.back().reach = level;
        study.services.back().match.functions = {"diffusion"};
    }
    addService("contrats", 1);
    study.services.back().reach = model::ScopeReach{};
    study.services.back().match.kinds = {model::RecordKind::Contracts};
}

}  // namespace raquette::testing

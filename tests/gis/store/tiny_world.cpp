#include "tests/gis/store/tiny_world.h"

namespace raquette::store::test {

namespace {

using namespace model;
using analysis::PointReach;

Unit unit(std::string code, std::string name, std::int64_t people, std::int32_t parent, geometry::GeoShape shape) {
    return {std::move(code), std::move(name), {people}, parent, std::move(shape)};
}

Reference reference() {
    Reference land;
    land.title = "Deux départements";
    land.attributions = {"Contours inventés, domaine public"};
    land.regions = {unit("84", "Auvergne-Rhône-Alpes", 1500, nowhere, rectangle(0, 46, 2, 47))};
    land.departements = {unit("01", "Ain", 1000, 0, rectangle(0, 46, 1, 47)), unit("02", "L’Autre", 500, 0, rectangle(1, 46, 2, 47))};
    land.epcis = {unit("200000001", "CC de l’Ain", 1000, 0, {})};
    land.communes = {
        {"01001", "Saint-Étienne-sur-Ain", {1000}, 0, 0, {"01000", "01001"}, {"01999"}, geometry::LonLat{0.25, 46.5}, kilometres(3), {}},
        {"02001", "Œuilly", {500}, 1, nowhere, {"02000"}, {}, geometry::LonLat{1.5, 46.5}, kilometres(2), {}}};
    land.communeShapes = {rectangle(0, 46, 1, 47), rectangle(1, 46, 2, 47)};
    land.populationModel = PopulationModel::Grid;
    land.populationCell = 1000;
    land.people = {{{0.25, 46.5}, 700, 0, 0}, {{0.9, 46.5}, 300, 0, 0}, {{1.5, 46.5}, 500, 1, 1}, {{3, 46.5}, 9, nowhere, nowhere}};
    return land;
}

template <class Record>
Record placed(std::string id, std::string name, geometry::LonLat at, long row) {
    Record record;
    record.id = std::move(id);
    record.name = std::move(name);
    record.origin = {"salles", row};
    record.place.position = at;
    record.place.precision = Precision::Exact;
    record.place.uncertainty = Metres{50};
    record.place.method = "coordinates";
    record.place.departement = "01";
    return record;
}

Dataset dataset() {
    Dataset data;
    auto fil = placed<Venue>("fil", "Le Fil", {0.25, 46.5}, 2);
    fil.functions = {"diffusion", "résidence"};
    fil.member = Membership::Member;
    fil.capacity = 1200;
    fil.rooms = 2;
    fil.opened = PartialDate::parse("2008-01");
    fil.place.commune = "01001";
    fil.privateFields = {{"email", privateMail}, {"phone", privatePhone}};
    auto hostile = placed<Venue>("hostile", hostileName, {0.3, 46.4}, 3);
    hostile.notes = "=HYPERLINK(\"http://example.org\";\"clic\")";
    auto longName = placed<Venue>("long", "Salle " + std::string(247, 'a') + "ééé", {0.2, 46.45}, 4);
    longName.member = Membership::NotMember;
    fil.memberships = {{"RIM", Membership::Member}, {"Pôle: Loire", Membership::NotMember}};
    fil.actors = {"LIMACE", "?"};
    fil.actorIds = {"limace", ""};
    data.venues = {fil, hostile, longName};
    auto network = placed<Actor>("limace", "LIMACE", {0.4, 46.6}, 2);
    network.origin.source = "acteurs";
    network.itinerant = true;
    network.privateFields = {{"contact", privateContact}};
    data.actors = {network};
    Contract filiere;
    filiere.id = "filiere";
    filiere.origin = {"contrats", 2};
    filiere.title = "Contrat de filière";
    filiere.scope = {{Level::Departement, "01"}, {Level::Departement, "02"}};
    filiere.period = {PartialDate::parse("2024"), PartialDate::parse("2027-12-31")};
    filiere.amountPerYear = Euros{240000};
    Contract words = filiere;
    words.id = "mots";
    words.scope.clear();
    words.period = {PartialDate::parse("2024"), std::nullopt, true};
    data.contracts = {filiere, words};
    data.amounts = {{{"contrats", 2}, "filiere", "DRAC", 2024, {80000}, "filiere"}};
    data.grants = {{{"aides", 2}, "limace", "AAP", 2024, Euros{5000}, std::nullopt, "limace"}};
    data.activities = {{{"activite", 2}, "limace", 2023, 2.5, 4, Euros{115000}, 80, 12000, 22, "limace"}};
    data.links = {{"l1", {"liens", 2}, {"LIMACE", "Le Fil", "?"}, {"limace", "fil", ""}, "LIMACE", "Le Fil", Intensity::Triple, "DSP", {}}};
    data.sources = {{"salles", SourceKind::Venues, "sources/salles.csv", "Pôle", "Licence Ouverte 2.0", "2026-01", 5, 3, true, 4, 3, 1, 0}};
    data.issues = {
        {IssueEffect::Rejected, "salles", "salles.csv", "", 5, "commune", "Sain-Etiene", "no commune of that name", "correct the name"}};
    return data;
}

analysis::Gap gap(int rank, std::string name, std::int64_t people, geometry::GeoShape shape, geometry::LonLat label) {
    analysis::Gap hole;
    hole.id = "lieux-" + std::to_string(rank);
    hole.rank = rank;
    hole.name = std::move(name);
    hole.population = {people};
    hole.certainPopulation = {people};
    hole.area = {1234.5e6};
    hole.communes = 1;
    hole.deepest = kilometres(61);
    hole.nearest = kilometres(42.5);
    hole.nearestName = hostileName;
    hole.labelPoint = label;
    hole.shape = std::move(shape);
    return hole;
}

analysis::Indicator indicator(TerritoryId id, std::int64_t people, std::int64_t covered) {
    analysis::Indicator figures;
    figures.territory = std::move(id);
    figures.population = {people};
    figures.coveredPopulation = {covered};
    figures.surelyCovered = {covered};
    figures.possiblyCovered = {covered};
    figures.coveredShare = Share{static_cast<double>(covered) / static_cast<double>(people)};
    figures.coveredAreaShare = Share{0.4};
    figures.providers = covered > 0 ? 3 : 0;
    figures.nearest = kilometres(12);
    return figures;
}

analysis::Analysis analysisOf(const Dataset& data) {
    analysis::ServiceResult result;
    result.service.id = "lieux";
    result.service.label = {"Lieu de musiques actuelles", "Music venue"};
    result.service.match.functions = {"diffusion"};
    for (const Venue& venue : data.venues) {
        result.providers.push_back(
            {venue.id, venue.name, venue.place.commune, *venue.place.position, venue.place.uncertainty, venue.member});
    }
    result.notPlaced = 1;
    const auto covered = [](analysis::Certainty certainty, double east) {
        return analysis::Coverage{certainty, {3000e6}, {700}, rectangle(0, 46, east, 47)};
    };
    result.coverages = {covered(analysis::Certainty::Sure, 0.6), covered(analysis::Certainty::Nominal, 0.7),
                        covered(analysis::Certainty::Possible, 0.8)};
    result.gaps = {gap(1, "Œuilly", 500, rectangle(1, 46, 2, 47), {1.5, 46.5}),
                   gap(2, "Saint-Étienne-sur-Ain, " + hostileName, 300, rectangle(0.7, 46, 1, 47), {0.9, 46.5})};
    result.gaps[1].certain = false;
    result.gaps[1].cause = analysis::Cause::Uncertain;
    result.slivers = {2, {0}, {120}};
    result.indicators = {indicator({Level::Study, ""}, 1500, 700),      indicator({Level::Commune, "01001"}, 1000, 700),
                         indicator({Level::Commune, "02001"}, 500, 0),  indicator({Level::Departement, "01"}, 1000, 700),
                         indicator({Level::Departement, "02"}, 500, 0), indicator({Level::Region, "84"}, 1500, 700)};
    result.service.access = {Decay::Step, Supply::Capacity, {1, 0.25}};
    result.access = {true, 1200, 0, 2, {}, {}};
    result.indicators[3].access = {analysis::Per100000{85.5}, 1.5, 840, 0.7};
    result.reach = {PointReach::SurelyReached, PointReach::NotReached, PointReach::NotReached, PointReach::OutsideStudy};
    result.onlyReached = {{600}, {0}, {100}};
    result.onlyCovered = {{250e6}, {0}, {12.5e6}};
    result.coveredAtShorter = Inhabitants{650};
    result.coveredAtLonger = Inhabitants{1000};
    analysis::Analysis analysis;
    analysis.services = {result};
    analysis.completenessStated = true;
    analysis.misfit = {{12.5}, 2, {3e6}};
    analysis.studyArea = rectangle(0, 46, 2, 47);
    analysis.equity.means = {{{Level::Departement, "01"}, analysis::Measure::Staff, 2025, 2023, 12.0, 0.012, 3, 4, 1},
                             {{Level::Departement, "02"}, analysis::Measure::Staff, {}, {}, {}, {}, 0, 2, 0}};
    analysis.equity.reachedBy = {{"lieux", 0, {800}, Share{0.8 / 1.5}, Share{1}}};
    analysis::Equity spread;
    spread.subject = "lieux";
    spread.figure = "accessibility";
    spread.between = analysis::Between::People;
    spread.group = "study";
    spread.people = {1500};
    spread.gini = Share{0.25};
    analysis.equity.equity = {spread};
    analysis.equity.comparisons = {
        {{Level::Departement, "01"}, "lieux", "accessibility", 85.5, 40.0, {}, 0.0, 0.0, 0.0, 1, {{Level::Departement, "02"}}}};
    return analysis;
}

}  // namespace

geometry::GeoShape rectangle(double west, double south, double east, double north) {
    geometry::GeoShape shape;
    shape.points = {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

StudyState tinyWorld() {
    StudyState state;
    state.study.title = {"Petit monde", "Small world"};
    state.study.text = "[study]\ntitle = \"Petit monde\"\n";
    state.study.file = "/somewhere/private/petit-monde.toml";
    state.study.date = *parseDay("2026-01-01");
    state.reference = reference();
    state.dataset = dataset();
    state.analysis = analysisOf(state.dataset);
    state.study.services = {state.analysis.services.front().service};
    return state;
}

}  // namespace raquette::store::test

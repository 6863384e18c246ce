#include "tests/viewer/world.h"

namespace raquette::test {

namespace {

model::Service lieux() {
    model::Service service;
    service.id = "lieux";
    service.label = {"Lieu de musiques actuelles", "Music venue"};
    service.reach = model::kilometres(30);
    return service;
}

model::Reference reference() {
    model::Reference reference;
    reference.title = "Référence d’essai";
    reference.attributions = {"Essai (domaine public)"};
    reference.populationModel = model::PopulationModel::Grid;
    reference.populationCell = 4000;
    const model::Unit loire{"42", "Loire", {6000}, 0, square(3, 46, 4, 47)};
    const model::Unit puyDeDome{"63", "Puy-de-Dôme", {3000}, 0, square(2, 46, 3, 47)};
    reference.departements = {loire, puyDeDome};
    reference.regions = {{"84", "Auvergne-Rhône-Alpes", {9000}, model::nowhere, square(2, 46, 4, 47)}};
    const model::Commune estville{"42001", "Estville", {6000}, 0, model::nowhere, {}, {}, geometry::LonLat{3.5, 46.5}, {5000}, {}};
    const model::Commune ouestville{"63001", "Ouestville", {3000}, 1, model::nowhere, {}, {}, geometry::LonLat{2.5, 46.5}, {5000}, {}};
    reference.communes = {estville, ouestville};
    reference.people = {{{3.5, 46.5}, 6000, 0, 0}, {{2.5, 46.5}, 3000, 1, 1}};
    return reference;
}

analysis::Indicator indicator(model::TerritoryId id, std::int64_t people, std::int64_t covered) {
    analysis::Indicator out;
    out.territory = std::move(id);
    out.population = {people};
    out.coveredPopulation = {covered};
    if (people > 0) out.coveredShare = model::Share{static_cast<double>(covered) / static_cast<double>(people)};
    out.nearest = model::kilometres(12);
    return out;
}

void coverWith(analysis::ServiceResult& result, const geometry::GeoShape& shape) {
    result.coverages.clear();
    for (const auto certainty : {analysis::Certainty::Sure, analysis::Certainty::Nominal, analysis::Certainty::Possible})
        result.coverages.push_back({certainty, {}, {}, shape});
}

}  // namespace

geometry::GeoShape square(double west, double south, double east, double north) {
    geometry::GeoShape shape;
    shape.points = {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    shape.closeRing();
    shape.closePolygon();
    return shape;
}

store::StudyState twoSquares() {
    store::StudyState state;
    state.study.title = {"Musiques actuelles, essai", "Music, a trial"};
    state.study.date = *model::parseDay("2026-01-01");
    state.study.services = {lieux()};
    state.reference = reference();
    model::Venue venue;
    venue.id = "le-fil";
    venue.name = "Le Fil";
    venue.origin = {"agence", 2};
    venue.place.position = geometry::LonLat{3.5, 46.5};
    venue.place.precision = model::Precision::Exact;
    venue.place.commune = "42001";
    venue.place.departement = "42";
    venue.privateFields["email"] = "secret@example.org";
    state.dataset.venues = {venue};
    model::SourceSummary source;
    source.id = "agence";
    source.contributor = "Agence culturelle";
    source.licence = "Licence Ouverte 2.0";
    source.date = "2026-04-15";
    state.dataset.sources = {source};

    analysis::ServiceResult result;
    result.service = lieux();
    result.providers = {{"le-fil", "Le Fil", "42001", {3.5, 46.5}, {50}, model::Membership::Unknown}};
    coverWith(result, square(3, 46, 4, 47));
    analysis::Gap gap;
    gap.id = "lieux-63001";
    gap.rank = 1;
    gap.name = "Ouestville";
    gap.population = {3000};
    gap.certainPopulation = {3000};
    gap.area = {8.5e9};
    gap.nearest = model::kilometres(77);
    gap.nearestName = "Le Fil";
    gap.labelPoint = {2.5, 46.5};
    gap.shape = square(2, 46, 3, 47);
    result.gaps = {gap};
    result.reach = {analysis::SurelyReached, analysis::NotReached};
    result.indicators = {indicator({model::Level::Study, "study"}, 9000, 6000), indicator({model::Level::Departement, "42"}, 6000, 6000),
                         indicator({model::Level::Departement, "63"}, 3000, 0)};
    result.coveredAtShorter = model::Inhabitants{5400};
    result.coveredAtLonger = model::Inhabitants{6300};
    state.analysis.services = {result};
    state.analysis.studyArea = square(2, 46, 4, 47);
    state.analysis.notes = {"note.completeness-not-stated"};
    return state;
}

store::StudyState crowded(int count) {
    store::StudyState state = twoSquares();
    std::vector<analysis::Gap>& gaps = state.analysis.services.front().gaps;
    const analysis::Gap pattern = gaps.front();
    gaps.clear();
    for (int i = 0; i < count; ++i) {
        analysis::Gap gap = pattern;
        const double south = 46 + static_cast<double>(i) / count;
        gap.id += std::to_string(i);
        gap.rank = i + 1;
        gap.name = "Villeneuve-Saint-Georges-sur-la-Très-Longue-Rivière, Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson, Ouestville " +
                   std::to_string(i);
        gap.population = {3000 - i};
        gap.shape = square(2, south, 3, south + 1.0 / count);
        gap.labelPoint = {2.5, 46.5};
        gaps.push_back(gap);
    }
    return state;
}

store::StudyState withoutProvider() {
    store::StudyState state = twoSquares();
    analysis::ServiceResult& result = state.analysis.services.front();
    result.providers.clear();
    coverWith(result, {});
    result.gaps.front().shape = square(2, 46, 4, 47);
    result.gaps.front().population = {9000};
    result.gaps.front().nearest.reset();
    result.gaps.front().nearestName.clear();
    result.reach = {analysis::NotReached, analysis::NotReached};
    result.indicators = {indicator({model::Level::Study, "study"}, 9000, 0)};
    result.coveredAtShorter.reset();
    result.coveredAtLonger.reset();
    state.dataset.venues.clear();
    return state;
}

store::StudyState timed() {
    store::StudyState state = twoSquares();
    analysis::ServiceResult& result = state.analysis.services.front();
    state.study.services.front().reach = result.service.reach = model::Minutes{30};
    result.roads = analysis::RoadsUsed{};
    result.roads->mode = {"en voiture", "by car"};
    for (analysis::Indicator& indicator : result.indicators) {
        indicator.estimatedShare = model::Share{0};
        if (indicator.territory.code != "63") indicator.nearestTime = model::Minutes{12};
    }
    return state;
}

store::StudyState allCovered() {
    store::StudyState state = twoSquares();
    analysis::ServiceResult& result = state.analysis.services.front();
    coverWith(result, square(2, 46, 4, 47));
    result.gaps.clear();
    result.reach = {analysis::SurelyReached, analysis::SurelyReached};
    result.indicators = {indicator({model::Level::Study, "study"}, 9000, 9000)};
    result.coveredAtShorter = model::Inhabitants{9000};
    result.coveredAtLonger = model::Inhabitants{9000};
    return state;
}

}  // namespace raquette::test

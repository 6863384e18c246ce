#include "tests/ingest/expectations.h"

namespace raquette::ingest {
namespace {

struct Placed {
    const char* header;
    const char* row;
    const char* commune;
    const char* method;
};

class PlacedRow : public ::testing::TestWithParam<Placed> {};

TEST_P(PlacedRow, StandsInItsCommune) {
    const IngestResult result = placing(GetParam().header, GetParam().row);
    const model::Place place = placeOf(result);
    EXPECT_EQ(place.commune, GetParam().commune);
    EXPECT_EQ(place.method, GetParam().method);
    EXPECT_TRUE(place.position);
}

INSTANTIATE_TEST_SUITE_P(Rungs, PlacedRow,
                         ::testing::Values(Placed{"insee", "42218", "42218", "insee"}, Placed{"insee", "1004", "01004", "insee"},
                                           Placed{"insee", "2a004", "2A004", "insee"}, Placed{"insee", "42336", "42218", "insee"},
                                           Placed{"insee", "69383", "69123", "insee"}, Placed{"commune", "42218", "42218", "insee"},
                                           Placed{"commune;cp", "ST ETIENNE CEDEX 1;42000", "42218", "name+postcode"},
                                           Placed{"commune;cp", "saint étienne;42100", "42218", "name+postcode"},
                                           Placed{"commune;cp", "Saint-Etienne;42023", "42218", "name+departement"},
                                           Placed{"commune;cp", "Ambérieu en Bugey;1500", "01004", "name+postcode"},
                                           Placed{"commune;cp", "Lyon 3e arrondissement;69003", "69123", "name+postcode"},
                                           Placed{"commune;cp", "LYON 03;69003", "69123", "name+postcode"},
                                           Placed{"commune;cp", "St-Just St-Rambert;42170", "42237", "name+postcode"},
                                           Placed{"commune;cp", "Ajaccio;20700", "2A004", "name+departement"},
                                           Placed{"commune;département", "Saint-Denis;93", "93066", "name+departement"},
                                           Placed{"commune;département", "Saint-Denis;La Réunion", "97411", "name+departement"},
                                           Placed{"commune;département", "AMBERIEU-EN-BUGEY;1", "01004", "name+departement"},
                                           Placed{"commune", "Saint-Denis (93)", "93066", "name+departement"},
                                           Placed{"commune;cp", "Île-Saint-Denis (L');93450", "93039", "name+postcode"},
                                           Placed{"insee;commune;cp", "#N/A;Saint-Étienne;42000", "42218", "name+postcode"}));

TEST(Georeference, APlaceKnownByItsCommuneIsAsUncertainAsTheCommune) {
    const model::Place place = placeOf(placing("insee", "42218"));
    EXPECT_EQ(place.precision, model::Precision::Commune);
    EXPECT_EQ(place.uncertainty, model::kilometres(4));
    EXPECT_EQ(place.departement, "42");
}

TEST(Georeference, AReferenceOfAnotherCountryHasCodesOfItsOwn) {
    model::Reference reference = tinyReference();
    const auto commune = std::ranges::find(reference.communes, "42218", &model::Commune::code);
    model::Commune canillo = *commune;
    canillo.code = "AD02";
    canillo.name = "Canillo";
    reference.communes.push_back(canillo);
    const IngestResult result = TinyIngest().source("v", "venues", "nom;insee\nLe Fil;AD02\nLa Clé;AD99\n").run(reference);
    EXPECT_EQ(placeOf(result).commune, "AD02");
    EXPECT_EQ(placeOf(result).method, "insee");
    EXPECT_THAT(result.dataset.issues, Contains(Field(&model::Issue::value, "AD99")));
}

TEST(Georeference, CoordinatesAreExactToFiftyMetres) {
    const model::Place place = placeOf(placing("insee;lon;lat", "42218;4.40;45.44"));
    EXPECT_EQ(place.precision, model::Precision::Exact);
    EXPECT_EQ(place.uncertainty, model::Metres{50});
    EXPECT_EQ(place.position, (geometry::LonLat{4.40, 45.44}));
    EXPECT_EQ(place.commune, "42218");
}

TEST(Georeference, NamesakesAreNeverGuessed) {
    const IngestResult result = placing("commune", "Saint-Denis");
    EXPECT_THAT(result.dataset.venues, IsEmpty());
    EXPECT_THAT(result.dataset.issues,
                Contains(AllOf(Field(&model::Issue::effect, model::IssueEffect::Rejected), Field(&model::Issue::row, 2),
                               Field(&model::Issue::column, "commune"), Field(&model::Issue::value, "Saint-Denis"),
                               Field(&model::Issue::action, AllOf(HasSubstr("93066"), HasSubstr("97411"))))));
}

TEST(Georeference, ARowKnownToItsDepartementIsListedWithoutAPosition) {
    const IngestResult result = placing("commune;cp", "Trifouilly;42000");
    ASSERT_EQ(result.dataset.venues.size(), 1U);
    EXPECT_FALSE(placeOf(result).position);
    EXPECT_EQ(placeOf(result).precision, model::Precision::Departement);
    EXPECT_EQ(placeOf(result).departement, "42");
    EXPECT_THAT(result.dataset.issues, says("no commune has this name"));
}

TEST(Georeference, SwappedProjectedAndFrenchNumbersAreConvertedAndSaid) {
    EXPECT_EQ(placeOf(placing("insee;lon;lat", "42218;45.44;4.40")).position, (geometry::LonLat{4.40, 45.44}));
    EXPECT_THAT(placing("insee;lon;lat", "42218;45.44;4.40").dataset.issues, says("swapped back"));
    EXPECT_EQ(placeOf(placing("lon;lat", "45.44;4.40")).position, (geometry::LonLat{4.40, 45.44})) << "even without a commune";
    EXPECT_EQ(placeOf(placing("insee;coordonnées", "42218;45,44, 4,40")).position, (geometry::LonLat{4.40, 45.44}));
    EXPECT_THAT(placing("insee;lon;lat", "42218;4,40;45,44").dataset.issues, says("comma"));

    const IngestResult lambert = placing("insee;x;y", "42218;808700;6481800");
    ASSERT_TRUE(placeOf(lambert).position);
    EXPECT_NEAR(placeOf(lambert).position->lon, 4.39, 0.02);
    EXPECT_THAT(lambert.dataset.issues, says("EPSG:2154"));
}

TEST(Georeference, APositionFarFromItsCommuneIsACandidateAndTheCommuneWins) {
    // Lyon, 50 km from Saint-Étienne
    const IngestResult far = placing("insee;lon;lat", "42218;4.84;45.76");
    EXPECT_EQ(placeOf(far).position, (geometry::LonLat{4.39, 45.43}));
    EXPECT_EQ(placeOf(far).method, "insee");
    EXPECT_THAT(far.dataset.issues, says("45.76000, 4.84000"));
    // about 12 km from its point, 8 km beyond its border: kept, said
    const IngestResult near = placing("insee;lon;lat", "42218;4.39;45.54");
    EXPECT_EQ(placeOf(near).precision, model::Precision::Exact);
    EXPECT_THAT(near.dataset.issues, says("kept; check it"));
    // inside
    EXPECT_THAT(placing("insee;lon;lat", "42218;4.40;45.44").dataset.issues, IsEmpty());
}

TEST(Georeference, ATownsNameAloneIsTheOneThatThePositionIsBeside) {
    const model::Place place = placeOf(placing("commune;lon;lat", "Saint-Denis;2.37;48.94"));
    EXPECT_EQ(place.commune, "93066") << "not that of La Réunion";
    EXPECT_EQ(place.method, "coordinates");
    // An inset of La Réunion beside Brittany: neither Saint-Denis is there.
    const IngestResult inset = placing("commune;lon;lat", "Saint-Denis;-4.05;46.4");
    EXPECT_THAT(inset.dataset.venues, IsEmpty());
    EXPECT_THAT(inset.dataset.issues, says("the position is left out"));
    EXPECT_THAT(inset.dataset.issues, says("93066"));
}

TEST(Georeference, APolygonSaysExactlyWhatIsInside) {
    model::Reference reference = tinyReference();
    reference.communeShapes.resize(reference.communes.size());
    geometry::GeoShape& stEtienne = reference.communeShapes[3];
    stEtienne.points = {{4.3, 45.3}, {4.5, 45.3}, {4.5, 45.5}, {4.3, 45.5}, {4.3, 45.3}};
    stEtienne.closeRing();
    stEtienne.closePolygon();
    // No commune named: the polygon names it.
    const IngestResult inside = TinyIngest().source("v", "venues", "nom;lon;lat\nLe Fil;4.31;45.49\n").run(reference);
    EXPECT_EQ(placeOf(inside).commune, "42218");
    EXPECT_EQ(placeOf(inside).departement, "42");
    // 0.2° north of its border: 22.2 km
    const IngestResult off = TinyIngest().source("v", "venues", "nom;insee;lon;lat\nLe Fil;42218;4.4;45.7\n").run(reference);
    EXPECT_THAT(off.dataset.issues, says("22.2 km away"));
}

TEST(Georeference, OutOfRangeAndNullPositionsAreLeftOut) {
    for (const char* row : {"42218;400;45", "42218;0;0", "42218;quatre;45"}) {
        const IngestResult result = placing("insee;lon;lat", row);
        EXPECT_EQ(placeOf(result).method, "insee") << row;
        EXPECT_THAT(result.dataset.issues, says("left out")) << row;
    }
}

TEST(Georeference, AnUnknownCodeFallsBackToTheName) {
    const IngestResult result = placing("insee;commune;cp", "42999;Saint-Étienne;42000");
    EXPECT_EQ(placeOf(result).commune, "42218");
    EXPECT_THAT(result.dataset.issues, says("the name was tried"));
}

TEST(Georeference, RowsOutsideTheReferenceAreKeptPlacedAndSaid) {
    const IngestResult noumea = placing("insee;lon;lat", "98818;166.45;-22.27");
    EXPECT_EQ(placeOf(noumea).position, (geometry::LonLat{166.45, -22.27}));
    EXPECT_THAT(noumea.dataset.issues, says("counted as outside"));
    const IngestResult geneva = placing("lon;lat", "16.37;48.2");
    EXPECT_TRUE(placeOf(geneva).position);
    EXPECT_THAT(geneva.dataset.issues, says("counted as outside"));
}

TEST(Georeference, APositionAtSeaIsSaidToBeOutside) {
    model::Reference reference = tinyReference();
    for (model::Unit& departement : reference.departements) {
        departement.shape.points = {{4.0, 45.0}, {5.0, 45.0}, {5.0, 46.0}, {4.0, 46.0}, {4.0, 45.0}};
        departement.shape.closeRing();
        departement.shape.closePolygon();
    }
    const auto issuesAt = [&](const char* row) {
        return TinyIngest().source("v", "venues", std::string("nom;commune;lon;lat\nLe Fil;") + row + "\n").run(reference).dataset.issues;
    };
    EXPECT_THAT(issuesAt("Les Abymes - Pointe-à-Pitre;-4.1;45.4"), says("it lies outside")) << "an inset, in the Atlantic";
    EXPECT_THAT(issuesAt(";5.05;45.5"), IsEmpty()) << "4 km off the outline: a quay";
    EXPECT_THAT(issuesAt(";5.1;45.5"), says("it lies outside"));
}

TEST(Georeference, PositionsThatSeveralRecordsShareSayNoMoreThanTheCommune) {
    const IngestResult result = TinyIngest()
                                    .source("v", "venues",
                                            "nom;insee;lon;lat\n"
                                            "A;42218;4.40;45.44\n"
                                            "B;42218;4.40;45.44\n"
                                            "C;42218;4.41;45.44\n"   // alone
                                            "D;42218;4.39;45.43\n"   // on the commune's own point
                                            "E;42186;4.40;45.44\n")  // another commune's
                                    .run();
    std::vector<model::Precision> precisions;
    for (const model::Venue& venue : result.dataset.venues) precisions.push_back(venue.place.precision);
    using enum model::Precision;
    EXPECT_THAT(precisions, ElementsAre(Commune, Commune, Exact, Commune, Exact));
    const model::Place& shared = result.dataset.venues[0].place;
    EXPECT_EQ(shared.position, (geometry::LonLat{4.40, 45.44})) << "the position stays";
    EXPECT_GT(shared.uncertainty, model::kilometres(4)) << "its way to the commune's point is added";
    EXPECT_LT(shared.uncertainty, model::kilometres(6));
}

TEST(Georeference, ACommuneTheReferenceCannotPlaceIsListedOnly) {
    model::Reference reference = tinyReference();
    reference.communes[3].point.reset();
    const IngestResult result = TinyIngest().source("v", "venues", "nom;insee\nLe Fil;42218\n").run(reference);
    EXPECT_FALSE(placeOf(result).position);
    EXPECT_EQ(placeOf(result).commune, "42218");
    EXPECT_THAT(result.dataset.issues, says("provides nothing by distance"));
}

TEST(Georeference, AHugeCellIsNoAddressAndNoTown) {
    const auto begin = std::chrono::steady_clock::now();
    for (const char* words : {"rue a ", "1 ", "saint "}) {
        std::string cell;
        while (cell.size() < 300'000) cell += words;
        EXPECT_EQ(placeOf(placing("adresse;cp", cell + ";42800")).commune, "42186") << words;
        const IngestResult result = placing("commune;cp", cell + ";42800");
        EXPECT_EQ(placeOf(result).method, "departement") << words;
        EXPECT_THAT(result.dataset.issues, says("no commune has this name")) << words;
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60)) << "some two; room for sanitizers";
}

TEST(Georeference, PlacesAHundredThousandRowsFast) {
    std::string text = "nom;insee;commune;cp\n";
    for (int i = 0; i < 100000; ++i) text += "Lieu " + std::to_string(i) + (i % 2 == 0 ? ";42218;;\n" : ";;ST ÉTIENNE;42000\n");
    const auto begin = std::chrono::steady_clock::now();
    const IngestResult result = TinyIngest().source("v", "venues", text).run();
    EXPECT_EQ(result.dataset.venues.size(), 100000U);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << "5 s in a release build; room for sanitizers";
}

}  // namespace
}  // namespace raquette::ingest

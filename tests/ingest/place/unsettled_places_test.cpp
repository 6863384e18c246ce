#include "tests/ingest/place/addresses.h"

namespace raquette::ingest {
namespace {

using model::Precision;

/// Rive-de-Gier and Génilac have the postal code 42800; Saint-Martin-la-Plaine, which has it too, is in no extract.
class AddressesByPostcode : public Addresses {
protected:
    IngestResult placing(const std::string& columns, const std::string& row, bool allKnown = true) {
        folder_.write("adresses-42.csv", extract() +
                                             extractLine("5", "", "Rue des Fleurs", "42800", "42225", "Génilac", "", "4.590", "45.530") +
                                             extractLine("5", "", "Rue du Bourg", "42800", "42225", "Génilac", "", "4.591", "45.530") +
                                             extractLine("5", "", "Rue de la Mairie", "42152", "42225", "Génilac", "", "4.592", "45.530"));
        model::Reference reference = tinyReference();
        reference.communes.insert(reference.communes.begin() + 4, commune("42225", "Génilac", 2, {"42800", "42152"}, {4.59, 45.53}));
        if (!allKnown)
            reference.communes.insert(reference.communes.begin() + 5,
                                      commune("42259", "Saint-Martin-la-Plaine", 2, {"42800"}, {4.6, 45.54}));
        return TinyIngest()
            .toml("[study]\nlanguage = \"en\"\n[reference]\naddresses = \"" + (folder_ / "adresses-42.csv").string() + "\"")
            .source("v", "venues", "nom;" + columns + "\nLe Fil;" + row + "\n")
            .run(reference);
    }
};

TEST_F(AddressesByPostcode, OneCommuneThatAnswersIsTheOne) {
    const IngestResult result = placing("adresse;code postal", "5 rue du Bourg;42800");
    EXPECT_EQ(placeOf(result).position, (geometry::LonLat{4.591, 45.530}));
    EXPECT_EQ(placeOf(result).precision, Precision::Exact);
    EXPECT_EQ(placeOf(result).method, "address:number+street+postcode");
    EXPECT_EQ(placeOf(result).commune, "42225");
    EXPECT_THAT(result.dataset.issues, says("Génilac (42225) alone has this address"));
    EXPECT_EQ(placeOf(placing("adresse", "5 rue du Bourg 42800")).commune, "42225") << "the code at the end of the address";
}

TEST_F(AddressesByPostcode, ATownThatIsNoCommuneMayBeALieuDit) {
    const IngestResult result = placing("adresse;commune;code postal", "5 rue du Bourg;La Cula;42800");
    EXPECT_EQ(placeOf(result).commune, "42225");
    EXPECT_THAT(result.dataset.issues,
                Contains(AllOf(Field(&model::Issue::value, "La Cula"), Field(&model::Issue::action, HasSubstr("check")))));
}

TEST_F(AddressesByPostcode, TwoCommunesThatAnswerAreNotGuessed) {
    const IngestResult result = placing("adresse;code postal", "5 rue des Fleurs;42800");
    EXPECT_EQ(placeOf(result).method, "departement");
    EXPECT_FALSE(placeOf(result).position);
}

TEST_F(AddressesByPostcode, ACommuneWithoutAnExtractMayHaveTheAddressToo) {
    EXPECT_EQ(placeOf(placing("adresse;code postal", "5 rue du Bourg;42800", false)).method, "departement");
}

TEST_F(AddressesByPostcode, AStreetOfAnotherPostalCodeIsNoAnswer) {
    EXPECT_EQ(placeOf(placing("adresse;code postal", "5 rue de la Mairie;42800")).method, "departement");
    EXPECT_EQ(placeOf(placing("adresse;code postal", "5 rue de la Mairie;42152")).commune, "42225");
}

TEST_F(AddressesByPostcode, ANameThatTwoCommunesMayHaveIsSettledByTheAddress) {
    model::Reference reference = tinyReference();
    reference.communes[2].name = "Saint-Romain-en-Gier";
    reference.communes.insert(reference.communes.begin() + 4, commune("42225", "Saint-Romain-en-Jarez", 2, {"42800"}, {4.59, 45.53}));
    folder_.write("adresses-42.csv",
                  extract() + extractLine("5", "", "Rue du Bourg", "42800", "42225", "Saint-Romain-en-Jarez", "", "4.591", "45.530"));
    const auto placed = [&](const std::string& typed) {
        return placeOf(TinyIngest()
                           .toml("[study]\nlanguage = \"en\"\n[reference]\naddresses = \"" + (folder_ / "adresses-42.csv").string() + "\"")
                           .source("v", "venues", "nom;adresse;commune;code postal\nLe Fil;" + typed + ";Saint-Romain;42800\n")
                           .run(reference));
    };
    EXPECT_EQ(placed("5 rue du Bourg").method, "address:number+street+name+postcode");
    EXPECT_EQ(placed("5 rue du Bourg").commune, "42225");
    EXPECT_EQ(placed("5 rue Inconnue").method, "departement");
}

TEST_F(AddressesByPostcode, ATownOrADepartementThatSaysOtherwiseIsNotOverruled) {
    EXPECT_EQ(placeOf(placing("adresse;commune;code postal", "5 rue du Bourg;Villeurbanne;42800")).method, "departement")
        << "a commune elsewhere has that name";
    EXPECT_EQ(placeOf(placing("adresse;code postal;département", "5 rue du Bourg;42800;69")).method, "departement");
}

/// Several venues read with that extract.
class SharedPositions : public Addresses {
protected:
    IngestResult reading(const std::string& text) {
        folder_.write("adresses-42.csv", extract());
        return TinyIngest()
            .toml("[study]\nlanguage = \"en\"\n[reference]\naddresses = \"" + (folder_ / "adresses-42.csv").string() + "\"")
            .source("v", "venues", text)
            .run();
    }
    static std::vector<std::string> methodsOf(const IngestResult& result) {
        std::vector<std::string> methods;
        for (const model::Venue& venue : result.dataset.venues) methods.push_back(venue.place.method);
        return methods;
    }
};

TEST_F(SharedPositions, GoToTheirAddressesWhereTheExtractKnowsThem) {
    const IngestResult result = reading(
        "nom;insee;lon;lat;adresse\n"
        "Le Fil;42218;4.40;45.44;3 rue de la République\n"
        "Le Clapier;42218;4.40;45.44;\n"
        "Le Remue-Méninges;42218;4.40;45.44;8 avenue Inconnue\n"
        "La Comète;42218;4.41;45.44;9 rue de la République\n"  // alone there
        "Le Pax;42218;4.39;45.43;rue de la République\n"       // on the commune's own point
        "L'Autre;01004;4.40;45.44;3 rue de la République\n");  // another commune, which no extract knows
    EXPECT_THAT(methodsOf(result),
                ElementsAre("address:number+street+insee", "coordinates", "coordinates", "coordinates", "address:street+insee", "insee"));
    const std::vector<model::Venue>& venues = result.dataset.venues;
    EXPECT_EQ(venues[0].place.position, (geometry::LonLat{4.381, 45.430}));
    EXPECT_EQ(venues[0].place.precision, Precision::Exact);
    EXPECT_EQ(venues[1].place.precision, Precision::Commune) << "no address: its position is still shared in the file";
    EXPECT_EQ(venues[2].place.precision, Precision::Commune) << "an address the extract has not";
    EXPECT_EQ(venues[3].place.precision, Precision::Exact) << "a position of its own needs no address";
    EXPECT_EQ(venues[4].place.precision, Precision::Street);
    EXPECT_THAT(result.dataset.issues, says("address was used (2 rows"));
    EXPECT_THAT(result.dataset.issues, Contains(AllOf(Field(&model::Issue::row, 4), Field(&model::Issue::value, "8 avenue Inconnue"),
                                                      Field(&model::Issue::action, HasSubstr("the extract has none of this name")))));
}

TEST_F(SharedPositions, AreLeftToTheCommuneWithoutAnExtract) {
    const IngestResult result = TinyIngest()
                                    .source("v", "venues",
                                            "nom;insee;lon;lat;adresse\n"
                                            "Le Fil;42218;4.40;45.44;3 rue de la République\n"
                                            "Le Clapier;42218;4.40;45.44;9 rue de la République\n")
                                    .run();
    EXPECT_THAT(methodsOf(result), ElementsAre("coordinates", "coordinates"));
    EXPECT_THAT(result.dataset.issues, IsEmpty());
}

TEST_F(SharedPositions, StructuresOfOneHouseAreAllAtItsNumber) {
    const IngestResult result = reading(
        "nom;insee;adresse\n"
        "Le Fil;42218;3 rue de la République\n"
        "Le Clapier;42218;3, rue de la République\n");
    for (const model::Venue& venue : result.dataset.venues) {
        EXPECT_EQ(venue.place.precision, Precision::Exact) << "the extract says where, not the file";
        EXPECT_EQ(venue.place.position, (geometry::LonLat{4.381, 45.430}));
    }
    EXPECT_EQ(result.dataset.venues.size(), 2U);
}

TEST_F(SharedPositions, RowsOfOneNumberInTwoFilesKeepTheirOwnAddresses) {
    folder_.write("adresses-42.csv", extract());
    const auto lists = folder_ / "lists";
    std::filesystem::create_directory(lists);
    folder_.write("lists/a.csv", "nom;insee;lon;lat;adresse\nLe Fil;42218;4.40;45.44;3 rue de la République\n");
    folder_.write("lists/b.csv", "nom;insee;lon;lat;adresse\nLe Clapier;42218;4.39;45.43;9 rue de la Républiqe\n");
    const IngestResult result =
        TinyIngest()
            .toml("[study]\nlanguage = \"en\"\n[reference]\naddresses = \"" + (folder_ / "adresses-42.csv").string() +
                  "\"\n[[source]]\nid = \"v\"\nkind = \"venues\"\npath = \"" + lists.string() + "\"")
            .source("w", "venues", "nom;insee;lon;lat\nLe Pax;42218;4.39;45.43\n")
            .run();
    const std::vector<model::Venue>& venues = result.dataset.venues;
    ASSERT_EQ(venues.size(), 3U);
    EXPECT_EQ(venues[0].place.method, "coordinates") << "alone there";
    EXPECT_EQ(venues[1].place.position, (geometry::LonLat{4.384, 45.430})) << "its own address, not that of row 2 of a.csv";
    EXPECT_THAT(result.dataset.issues, Contains(AllOf(Field(&model::Issue::file, HasSubstr("b.csv")), Field(&model::Issue::row, 2),
                                                      Field(&model::Issue::action, HasSubstr("read as 9 Rue de la République")))));
}

}  // namespace
}  // namespace raquette::ingest

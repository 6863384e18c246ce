#include "ingest/place/address_book.h"
#include "gis/geometry/geodesic.h"
#include "ingest/place/address_index.h"
#include "ingest/reference/reference.h"
#include "tests/bench/address_extract.h"
#include "tests/ingest/place/addresses.h"

#include <cstdlib>

namespace raquette::ingest {
namespace {

using model::Precision;

TEST_F(Addresses, ANumberOfAStreetIsExact) {
    const model::Place place = at("3 rue de la République");
    EXPECT_EQ(place.position, (geometry::LonLat{4.381, 45.430}));
    EXPECT_EQ(place.precision, Precision::Exact);
    EXPECT_EQ(place.uncertainty, model::Metres{50});
    EXPECT_EQ(place.method, "address:number+street+name+postcode");
    EXPECT_EQ(place.commune, "42218");
    EXPECT_EQ(at("3 bis, r. de la Republique").position, (geometry::LonLat{4.3811, 45.430}));
    EXPECT_EQ(at("3B rue de la république").position, (geometry::LonLat{4.3811, 45.430}));
}

TEST_F(Addresses, AnAddressLaidOnItsStreetByTheExtractIsGoodToTheStreet) {
    const model::Place place = at("5 rue Gambetta");
    EXPECT_EQ(place.position, (geometry::LonLat{4.395, 45.432})) << "Rue Léon Gambetta: a first name is left out, Place Gambetta is no rue";
    EXPECT_EQ(place.precision, Precision::Street);
}

TEST_F(Addresses, AnUnknownNumberIsPlacedAtTheNearestWithItsDistanceAsUncertainty) {
    const IngestResult result = placing("adresse;insee", "12 rue de la République;42218");
    EXPECT_EQ(placeOf(result).position, (geometry::LonLat{4.384, 45.430})) << "9, nearer than 20";
    EXPECT_EQ(placeOf(result).precision, Precision::Street);
    EXPECT_EQ(placeOf(result).method, "address:nearest-number+street+insee");
    EXPECT_GT(placeOf(result).uncertainty, model::Metres{450}) << "as far as 20 is";
    EXPECT_THAT(result.dataset.issues, says("nearest one, 9"));
}

TEST_F(Addresses, BeyondTheLastKnownNumberTheStreetMayGoOn) {
    const model::Place near = at("22 rue de la République");
    const model::Place far = at("120 rue de la République");
    EXPECT_EQ(near.position, (geometry::LonLat{4.390, 45.430}));
    EXPECT_EQ(far.position, near.position);
    EXPECT_NEAR((far.uncertainty - near.uncertainty).value, 980, 1) << "98 numbers of 10 m";
}

TEST_F(Addresses, AStreetWithoutANumberIsPlacedAtItsMiddle) {
    const model::Place place = at("rue de la République");
    EXPECT_EQ(place.precision, Precision::Street);
    EXPECT_EQ(place.position, (geometry::LonLat{4.384, 45.430})) << "the address nearest to the middle";
    EXPECT_GE(place.uncertainty, geometry::geodesicDistance({4.384, 45.430}, {4.390, 45.430})) << "its farthest address";
}

TEST_F(Addresses, ALieuDitIsALocality) {
    for (const char* typed : {"Bellevue", "lieu-dit Bellevue", "Grand Bois"}) {
        const model::Place place = at(typed);
        EXPECT_EQ(place.precision, Precision::Locality) << typed;
        EXPECT_EQ(place.uncertainty, model::kilometres(1)) << typed;
    }
}

TEST_F(Addresses, TypingErrorsAreForgivenAndSaid) {
    const IngestResult result = placing("adresse;insee", "3 rue de la Républiqe;42218");
    EXPECT_EQ(placeOf(result).position, (geometry::LonLat{4.381, 45.430}));
    EXPECT_THAT(result.dataset.issues, says("read as 3 Rue de la République, Saint-Étienne"));
}

TEST_F(Addresses, AStreetOfAnotherCommuneIsRefusedAndListed) {
    const IngestResult result = placing("adresse;insee", "1 rue des Fleurs;42218");
    EXPECT_EQ(placeOf(result).method, "insee");
    EXPECT_EQ(placeOf(result).precision, Precision::Commune);
    EXPECT_THAT(result.dataset.issues, says("would it be 1 Rue des Fleurs, Rive-de-Gier"));
    const IngestResult farther = placing("adresse;insee", "1 rue des Tulipes noires;42218");
    EXPECT_EQ(placeOf(farther).method, "insee");
    EXPECT_THAT(farther.dataset.issues, Not(says("Villeurbanne"))) << "another département";
    EXPECT_THAT(farther.dataset.issues, says("the extract has none of this name"));
}

TEST_F(Addresses, AStreetOfAnotherTypeIsRefusedAndListed) {
    const IngestResult result = placing("adresse;insee", "2 avenue Gambetta;42218");
    EXPECT_EQ(placeOf(result).method, "insee");
    EXPECT_THAT(result.dataset.issues, says("2 Place Gambetta, Saint-Étienne"));
}

TEST_F(Addresses, OneNameTwiceInACommuneIsToldApartOrNotGuessed) {
    const char* columns = "adresse;insee;code postal";
    EXPECT_EQ(placeOf(placing(columns, "1 rue de l'église;69149;69310")).position, (geometry::LonLat{4.824, 45.703}))
        << "by its postal code";
    EXPECT_EQ(placeOf(placing("adresse;insee;commune", "1 rue de l'église;69149;Oullins")).position, (geometry::LonLat{4.806, 45.714}))
        << "by its former commune";
    const IngestResult neither = placing(columns, "1 rue de l'église;69149;");
    EXPECT_EQ(placeOf(neither).method, "insee");
    EXPECT_THAT(neither.dataset.issues, says("several fit: 1 Rue de l'Église, Oullins-Pierre-Bénite"));
    EXPECT_EQ(at("Gambetta").precision, Precision::Commune) << "Rue or Place: not guessed";
}

TEST_F(Addresses, ArrondissementsAreOneCommune) {
    const model::Place place = at("11 rue Mercière", "Lyon 2e;69002");
    EXPECT_EQ(place.position, (geometry::LonLat{4.833, 45.763}));
    EXPECT_EQ(place.commune, "69123");
}

TEST_F(Addresses, CoordinatesComeFirstUnlessTheyAreTooFar) {
    const char* columns = "adresse;insee;lon;lat";
    EXPECT_EQ(placeOf(placing(columns, "3 rue de la République;42218;4.40;45.44")).method, "coordinates");
    EXPECT_EQ(placeOf(placing(columns, "3 rue de la République;42218;2.35;48.85")).position, (geometry::LonLat{4.381, 45.430}));
}

TEST_F(Addresses, TheTownMayStandInTheAddress) {
    const IngestResult result = placing("adresse", "3 rue de la République 42000 Saint-Étienne Cedex 1");
    EXPECT_EQ(placeOf(result).position, (geometry::LonLat{4.381, 45.430}));
}

TEST_F(Addresses, APostBoxIsNoPlace) {
    const IngestResult result = placing("adresse;insee", "BP 12;42218");
    EXPECT_EQ(placeOf(result).precision, Precision::Commune);
    EXPECT_THAT(result.dataset.issues, says("post box"));
}

TEST_F(Addresses, ARowOutsideTheExtractsIsPlacedAtItsCommuneAndSaid) {
    const IngestResult result = placing("adresse;insee", "3 rue de la République;01004");
    EXPECT_EQ(placeOf(result).method, "insee");
    EXPECT_THAT(result.dataset.issues, says("no extract knows this commune"));
}

class AddressIndex : public ::testing::Test {
protected:
    AddressAnswer find(const std::filesystem::path& extractPath, const char* typed) const {
        const AddressBook book(gazetteer_, {addressIndexOf(extractPath)});
        const StreetAddress address = readAddress(typed);
        return book.find({address, model::indexOf(reference_.communes, "42218"), "", ""});
    }

    model::Reference reference_ = tinyReference();
    Gazetteer gazetteer_{reference_};
    TemporaryFolder folder_;
};

TEST_F(AddressIndex, IsKeptBesideTheExtractAndMadeAgainWhenThatChanges) {
    const auto path = folder_.write("adresses.csv", extract());
    const auto index = addressIndexOf(path);
    EXPECT_EQ(index, folder_ / "adresses.csv.index.sqlite");
    const auto made = std::filesystem::last_write_time(index);
    addressIndexOf(path);
    EXPECT_EQ(std::filesystem::last_write_time(index), made) << "unchanged: not made again";
    EXPECT_EQ(find(path, "33 rue Neuve").outcome, AddressAnswer::Outcome::NotFound);
    folder_.write("adresses.csv", extract() + extractLine("33", "", "Rue Neuve", "42000", "42218", "Saint-Étienne", "", "4.37", "45.44"));
    EXPECT_EQ(find(path, "33 rue Neuve").at, (geometry::LonLat{4.37, 45.44}));
    EXPECT_THAT(folder_.names(), ElementsAre("adresses.csv", "adresses.csv.index.sqlite")) << "nothing half written is left";
}

TEST_F(AddressIndex, ABrokenIndexIsMadeAgain) {
    const auto path = folder_.write("adresses.csv", extract());
    folder_.write("adresses.csv.index.sqlite", "no database");
    EXPECT_EQ(find(path, "3 rue de la République").outcome, AddressAnswer::Outcome::Found);
}

TEST_F(AddressIndex, ReadsGzip) {
    const auto path = folder_ / "adresses.csv.gz";
    const std::string command = "gzip " + folder_.write("adresses.csv", extract()).string();
    ASSERT_EQ(std::system(command.c_str()), 0);  // NOLINT(concurrency-mt-unsafe): one thread
    EXPECT_EQ(find(path, "3 rue de la République").outcome, AddressAnswer::Outcome::Found);
}

struct Broken {
    const char* name;
    std::string bytes;
    const char* inFrench;
    const char* inEnglish;
};

TEST_F(Addresses, AMissingOrBrokenExtractIsToldAndTheStudyRunsWithoutIt) {
    const std::array<Broken, 5> cases{
        {{"none.csv", "", "ce fichier n’existe pas", "this file does not exist"},
         {"void.csv", "\n", "ce fichier est vide", "this file is empty"},
         {"other.csv", "nom;ville\nx;y\n", "pas de colonne «\u00a0numero\u00a0». Il a nom, ville.",
          "no column “numero”. It has nom, ville."},
         {"streetless.csv", extractHeader, "aucune adresse avec une rue", "no address with a street"},
         {"broken.csv.gz", std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03garbage", 17), "tronqué ou abîmé", "truncated or broken"}}};
    const auto told = [&](const Broken& broken, const char* language) {
        const IngestResult result = TinyIngest()
                                        .toml(std::string("[study]\nlanguage = \"") + language + "\"\n[reference]\naddresses = [\"" +
                                              (folder_ / broken.name).string() + "\"]")
                                        .source("v", "venues", "nom;adresse;insee\nLe Fil;3 rue de la République;42218\n")
                                        .run();
        EXPECT_EQ(placeOf(result).method, "insee") << broken.name;
        return result.dataset.issues;
    };
    for (const Broken& broken : cases) {
        if (!broken.bytes.empty()) folder_.write(broken.name, broken.bytes);
        EXPECT_THAT(told(broken, "en"), says("without it: the addresses of its territory are placed at their commune")) << broken.name;
        EXPECT_THAT(told(broken, "en"), says(broken.inEnglish)) << broken.name;
        EXPECT_THAT(told(broken, "fr"), says(broken.inFrench)) << broken.name;
    }
}

TEST_F(Addresses, AnIndexThatCannotBeMadeIsToldToo) {
    const auto path = folder_.write("adresses-42.csv", extract());
    std::filesystem::create_directory(folder_ / "adresses-42.csv.index.sqlite");  // in its place
    const IngestResult result = TinyIngest()
                                    .toml("[study]\nlanguage = \"fr\"\n[reference]\naddresses = \"" + path.string() + "\"")
                                    .source("v", "venues", "nom;insee\nLe Fil;42218\n")
                                    .run();
    EXPECT_EQ(placeOf(result).method, "insee");
    EXPECT_THAT(result.dataset.issues, says("l’index de cet extrait ne peut pas être fait"));
}

TEST(MadeExtract, IsTheSameForTheSameSeedAndItsAddressesAreFoundAgain) {
    const TemporaryFolder folder;
    model::Issues issues;
    const model::Reference reference = readReference({}, issues);
    const auto asked = made::writeAddressExtract(reference, 20'000, 7, 2'000, folder / "a.csv");
    made::writeAddressExtract(reference, 20'000, 7, 2'000, folder / "b.csv");
    EXPECT_EQ(bytesOf(folder / "a.csv"), bytesOf(folder / "b.csv"));
    ASSERT_GE(asked.size(), 2'000U);

    const Gazetteer gazetteer(reference);
    const AddressBook book(gazetteer, {addressIndexOf(folder / "a.csv")});
    long found = 0;
    long wrong = 0;
    for (const made::MadeAddress& one : asked) {
        const AddressAnswer answer = book.find({readAddress(one.typed), one.commune, "", ""});
        if (answer.outcome != AddressAnswer::Outcome::Found) continue;
        ++found;
        if (std::abs(answer.at.lon - one.lon) > 1e-5 || std::abs(answer.at.lat - one.lat) > 1e-5) ++wrong;
    }
    EXPECT_GE(found, static_cast<long>(asked.size()) * 99 / 100) << "abbreviated, most with a typing error";
    EXPECT_LE(wrong, found / 500) << "a typing error may make another street of the commune";
}

}  // namespace
}  // namespace raquette::ingest

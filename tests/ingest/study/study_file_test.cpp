#include "ingest/study/study_file.h"

#include "gis/model/error.h"
#include "tests/ingest/tiny_world.h"
#include "tests/support/files.h"

namespace raquette::ingest {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

model::Study read(const std::string& text) {
    const TemporaryFolder folder;
    return readStudyFile(folder.write("etude.toml", text), *model::parseDay("2026-06-01"));
}

std::string refusal(const std::string& text) {
    try {
        read(text);
    } catch (const model::Error& error) {
        return error.what();
    }
    return "accepted";
}

constexpr const char* source = "[[source]]\nid = \"a\"\nkind = \"venues\"\npath = \"a.csv\"\n";

TEST(StudyFile, ReadsEveryKeyOfTheDesign) {
    const model::Study study = read(R"(
[study]
title    = "Musiques actuelles en Nouvelle-Aquitaine"
area     = ["reg:75"]
date     = 2026-01-01
language = "en"
store    = "nouvelle-aquitaine.gpkg"

[reference]
territories = "france.gpkg"
population  = { path = "grid.csv.gz", x = "x_km", y = "y_km", scale = 1000, cell = 1000, weight = "pop", crs = "EPSG:3035" }

[[source]]
id          = "agence"
kind        = "actors"
path        = "sources/agence.ods"
sheet       = "Lieux"
contributor = "Agence culturelle"
licence     = "Licence Ouverte 2.0"
date        = 2026-04-15
surveyed    = ["reg:75", "area:sud"]
asked       = 141
answered    = 112
header      = 3
encoding    = "windows-1252"
separator   = "tab"
filter      = "discipline = 'Musiques actuelles'"
columns     = { name = "nom", functions = "type", address = ["numero", "voie"], unused = ["divers"] }
values      = { functions = { "lieu de concerts" = "diffusion" } }
public      = ["email"]

[[area]]
id = "sud"
label = "Sud"
territories = ["epci:244200770"]

[[service]]
id    = "lieux"
label = { fr = "Lieu", en = "Venue" }
match = { kind = "venues", functions = ["Repetition"], member = ["member", "unknown"], min_capacity = 200, sources = ["agence"] }
reach = "30 km"

[gaps]
split = "departement"
depth = 0.3
min_population = 100
min_area_km2 = 2

[[export]]
format = "shapefile"
path   = "out/shapefile"
layers = ["gaps", "coverage"]

[[map]]
layer = "indicators:lieux:covered_share:epci"
path  = "out/trous.pdf"
size  = "1600x1200"
extent = "dep:33"

[[report]]
path = "out/page.html"
territory = "reg:75"
)");
    EXPECT_EQ(study.title.fr, "Musiques actuelles en Nouvelle-Aquitaine");
    EXPECT_EQ(study.title.en, study.title.fr);
    EXPECT_EQ(study.area.front().text(), "reg:75");
    EXPECT_EQ(model::isoText(study.date), "2026-01-01");
    EXPECT_EQ(study.language, model::Language::English);
    const std::filesystem::path folder = study.file.parent_path();
    EXPECT_TRUE(folder.is_absolute());
    EXPECT_EQ(study.store, folder / "nouvelle-aquitaine.gpkg");
    EXPECT_EQ(study.territories, folder / "france.gpkg");
    ASSERT_TRUE(study.population);
    EXPECT_EQ(study.population->cell, 1000);

    ASSERT_EQ(study.sources.size(), 1U);
    const model::SourceDeclaration& agence = study.sources.front();
    EXPECT_EQ(agence.path, folder / "sources/agence.ods");
    EXPECT_EQ(agence.writtenPath, "sources/agence.ods");
    EXPECT_EQ(agence.date, "2026-04-15");
    EXPECT_EQ(agence.surveyed->size(), 2U);
    EXPECT_EQ(agence.answered, 112);
    EXPECT_EQ(agence.header, 3);
    EXPECT_EQ(agence.encoding, "windows-1252");
    EXPECT_EQ(agence.separator, "\t");
    EXPECT_THAT(agence.columns.at("address"), ElementsAre("numero", "voie"));
    EXPECT_THAT(agence.unusedColumns, ElementsAre("divers"));
    EXPECT_FALSE(agence.columns.contains("unused"));
    EXPECT_EQ(agence.values.at("functions").at("lieu de concerts"), "diffusion");
    EXPECT_THAT(agence.publicFields, ElementsAre("email"));

    ASSERT_EQ(study.services.size(), 1U);
    const model::Service& lieux = study.services.front();
    EXPECT_EQ(lieux.label.en, "Venue");
    EXPECT_THAT(lieux.match.functions, ElementsAre("répétition")) << "the word of the vocabulary, however the study spells it";
    EXPECT_THAT(lieux.match.kinds, ElementsAre(model::RecordKind::Venues));
    EXPECT_THAT(lieux.match.member, ElementsAre(model::Membership::Member, model::Membership::Unknown));
    EXPECT_EQ(lieux.reach, model::Reach(model::kilometres(30)));

    EXPECT_EQ(study.gaps.split, model::Split::Departement);
    EXPECT_EQ(study.gaps.minArea.value, 2e6);
    EXPECT_EQ(study.maps.front().extent, "dep:33");
    EXPECT_EQ(study.reports.front().territory->text(), "reg:75");
}

TEST(StudyFile, DefaultsAreTheDesigns) {
    const model::Study study = read(source);
    EXPECT_EQ(model::isoText(study.date), "2026-06-01") << "today";
    EXPECT_EQ(study.language, model::Language::French);
    EXPECT_EQ(study.store, study.file.parent_path() / "etude.gpkg");
    EXPECT_TRUE(study.area.empty());
    EXPECT_FALSE(study.sources.front().surveyed);
    EXPECT_EQ(study.gaps.split, model::Split::Basin);
}

TEST(StudyFile, AServiceSaysHowItsAccessibilityIsReckoned) {
    const model::Access access =
        read("[[service]]\nid = \"a\"\nreach = \"20 km\"\naccess = { decay = \"step\", supply = \"capacity\", weights = [1, 0.5] }\n")
            .services.front()
            .access;
    EXPECT_EQ(access.decay, model::Decay::Step);
    EXPECT_EQ(access.supply, model::Supply::Capacity);
    EXPECT_EQ(access.weights, (std::vector{1.0, 0.5}));
    const model::Access silent = read("[[service]]\nid = \"a\"\nreach = \"20 km\"\n").services.front().access;
    EXPECT_EQ(silent.decay, model::Decay::Gaussian);
    EXPECT_EQ(silent.supply, model::Supply::Count);
}

TEST(StudyFile, AContractsReachIsItsScopeUnlessSaid) {
    const model::Study study = read("[[service]]\nid = \"filiere\"\nmatch = { kind = \"contracts\" }\n");
    EXPECT_TRUE(std::holds_alternative<model::ScopeReach>(study.services.front().reach));
}

TEST(StudyFile, SharedStoresKeepTheirAddress) {
    EXPECT_EQ(read("[study]\nstore = \"postgresql:service=raquette\"\n").store, "postgresql:service=raquette schema=etude")
        << "its schema is named after the study file";
    EXPECT_EQ(read("[study]\nstore = \"postgresql:service=raquette schema=loire\"\n").store, "postgresql:service=raquette schema=loire");
    EXPECT_THAT(refusal("[study]\nstore = \"postgresql:host=h password=secret\"\n"),
                AllOf(HasSubstr("etude.toml:2"), HasSubstr("~/.pgpass")));
}

TEST(StudyFile, AServiceKeepsItsAddressAndHidesItsPassword) {
    const TemporaryFolder folder;
    const auto read = [&](const std::string& address) {
        return readStudyFile(folder.write("s.toml", "[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"" + address + "\"\n"),
                             model::Day{})
            .sources[0];
    };
    EXPECT_EQ(read("WFS:https://exemple.fr/wfs?x=1").path, "WFS:https://exemple.fr/wfs?x=1");
    EXPECT_EQ(read("postgresql:service=reseau").writtenPath, "postgresql:service=reseau");
    EXPECT_EQ(read("PG:host=h password=secret dbname=d").writtenPath, "PG:host=h password=… dbname=d");
    EXPECT_EQ(read("postgresql://moi:secret@h/d").writtenPath, "postgresql://moi:…@h/d");
}

TEST(StudyFile, SaysHowOneTravels) {
    EXPECT_EQ(read("[study]\ntitle = \"T\"\n").travel, model::TravelRules());
    const model::TravelRules rules = read(
                                         "[travel]\nmode = \"bicycle\"\ntrip = \"back\"\nparking = 5\nentry = 2.5\ntolerance = 50\n"
                                         "[[travel.at]]\nid = \"zenith\"\nentry = 20\n")
                                         .travel;
    EXPECT_EQ(rules.mode, "bicycle");
    EXPECT_EQ(rules.trip, model::Trip::Back);
    EXPECT_EQ(rules.tolerance.value, 50);
    EXPECT_EQ(rules.delayAt("fil"), (model::ArrivalDelay{{5}, {2.5}}));
    EXPECT_EQ(rules.delayAt("zenith"), (model::ArrivalDelay{{5}, {20}})) << "what it does not say is as everywhere";
    EXPECT_THAT(refusal("[travel]\ntrip = \"sideways\"\n"), HasSubstr("there, back, both"));
    EXPECT_THAT(refusal("[travel]\nparking = -3\n"), HasSubstr("minutes from 0 to 240"));
    EXPECT_THAT(refusal("[travel]\nspeed = 30\n"), HasSubstr("speed"));
    EXPECT_THAT(refusal("[[travel.at]]\nid = \"a\"\n[[travel.at]]\nid = \"a\"\n"), HasSubstr("already"));
    EXPECT_THAT(refusal("[[service]]\nid = \"s\"\nreach = \"700 min\"\n"), HasSubstr("ten hours"));
}

TEST(StudyFile, SaysWhatPartnersMayHave) {
    const std::string exported = "[[export]]\nformat = \"csv\"\npath = \"out\"\nfor = \"partners\"\n";
    const model::Study study = read("[privacy]\npartner = [\"email\"]\n" + exported);
    EXPECT_EQ(study.privacy.partner, std::vector<std::string>{"email"});
    EXPECT_TRUE(study.exports.at(0).forPartners);
    EXPECT_THAT(refusal(exported), HasSubstr("[privacy] partner"));
}

struct Refused {
    const char* text;
    const char* line;
    const char* says;
};

class RefusedStudyFile : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedStudyFile, NamesLineAndWayOut) {
    EXPECT_THAT(refusal(GetParam().text), AllOf(HasSubstr(std::string("etude.toml:") + GetParam().line + ":"), HasSubstr(GetParam().says)));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, RefusedStudyFile,
    ::testing::Values(
        Refused{"", "1", "empty"}, Refused{" \n\t\n", "1", "empty"}, Refused{"[study]\ntitle = \"caf\xE9\"\n", "1", "UTF-8"},
        Refused{"[study]\ntitle = Musiques\n", "2", "TOML"}, Refused{"[study]\ntitle = \"a\"\ntitle = \"b\"\n", "3", "TOML"},
        Refused{"[studdy]\n", "1", "Did you mean `study`"}, Refused{"[study]\n\ntilte = \"x\"\n", "3", "Did you mean `title`"},
        Refused{"[study]\nzzzzzzzzzz = 1\n", "2", "Known keys: title, area"}, Refused{"[study]\ntitle = 3\n", "2", "a text, or"},
        Refused{"[study]\nlanguage = \"de\"\n", "2", "fr, en"}, Refused{"[study]\ndate = \"2026-02-30\"\n", "2", "a day"},
        Refused{"[study]\narea = \"departement:42\"\n", "2", "dep:42"}, Refused{"[study]\narea = [\"area:nord\"]\n", "2", "[[area]]"},
        Refused{"[[study]]\n", "1", "[study]"}, Refused{"[source]\nid = \"a\"\n", "1", "[[source]]"},
        Refused{"[[source]]\nkind = \"actors\"\npath = \"a\"\n", "1", "needs the key `id`"},
        Refused{"[[source]]\nid = \"a b\"\nkind = \"actors\"\npath = \"a\"\n", "2", "letters"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actor\"\npath = \"a\"\n", "3", "Did you mean `actors`"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\ncolumns = { nmae = \"nom\" }\n", "5", "Did you mean `name`"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\ncolumns = { name = 3 }\n", "5", "text"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\ncolumns = { capacity = [] }\n", "5", "goes in `unused`"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\ncolumns = { name = \"nom\", unused = [\"nom\"] }\n", "5",
                "which `unused` says is not to be read"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\nvalues = { type = \"x\" }\n", "5", "table"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\nheader = -1\n", "5", "header"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\nencoding = \"latin-neuf\"\n", "5", "windows-1252"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\nseparator = \";;\"\n", "5", "one sign"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\nasked = 3\nanswered = 4\n", "6", "only 3"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\nasked = -3\n", "5", "zero"},
        Refused{"[[source]]\nid = \"a\"\nkind = \"actors\"\npath = \"a\"\npublic = [\"name\"]\n", "5", "contact, email, phone"},
        Refused{"[[source]]\nid=\"a\"\nkind=\"actors\"\npath=\"a\"\n[[source]]\nid=\"a\"\nkind=\"actors\"\npath=\"b\"\n", "6", "already"},
        Refused{"[[area]]\nid = \"a\"\n", "1", "`territories` or `path`"}, Refused{"[[service]]\nid = \"a\"\n", "1", "needs a `reach`"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"30\"\n", "3", "30 km"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"scope\"\n", "3", "contracts"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"0 km\"\n", "3", "is no reach"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"-5 km\"\n", "3", "is no reach"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"501 km\"\n", "3", "beyond 500 km"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"5 km\"\nmatch = { kind = \"contracts\" }\n", "3", "its own perimeter"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"5 km\"\nmatch = { kind = [\"contracts\", \"venues\"] }\n", "4", "contracts alone"},
        Refused{"[[service]]\nid = \"a\"\nmatch = { kind = \"contracts\", functions = [\"diffusion\"] }\n", "3", "`types` and `sources`"},
        Refused{"[time]\nmonths_ahead = 61\n", "2", "at most 60"}, Refused{"[contracts]\nfloor = -1\n", "2", "below zero"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\nmatch = { sources = [\"b\"] }\n", "4", "no [[source]]"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\nmatch = { member = \"yes\" }\n", "4", "not-member"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\nmatch = { min_capacity = 9, max_capacity = 3 }\n", "4", "nothing can match"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = \"gaussian\"\n", "4", "{ decay ="},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { decya = \"step\" }\n", "4", "Did you mean `decay`"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { decay = \"gausian\" }\n", "4", "Did you mean `gaussian`"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { supply = \"seats\" }\n", "4", "count, capacity"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { weights = [1, 0.5] }\n", "4", "decay = \"step\""},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { decay = \"step\", weights = [0.5, 1] }\n", "4", "from 1 down"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { decay = \"step\", weights = [1, 0] }\n", "4", "above 0"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { decay = \"step\", weights = [] }\n", "4", "list of numbers"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"1 km\"\naccess = { decay = \"step\", weights = [\"1\"] }\n", "4", "list of numbers"},
        Refused{"[[service]]\nid = \"a\"\nreach = \"epci\"\naccess = { decay = \"apl\" }\n", "4", "a distance"},
        Refused{"[gaps]\nsplit = \"bassin\"\n", "2", "Did you mean `basin`"}, Refused{"[gaps]\ndepth = 20\n", "2", "from 0 to 1"},
        Refused{"[gaps]\nmin_area_km2 = nan\n", "2", "finite"}, Refused{"[[export]]\nformat = \"shp\"\npath = \"o\"\n", "2", "shapefile"},
        Refused{"[[export]]\nformat = \"xlsx\"\npath = \"out/tableaux\"\n", "3", "end its name in .xlsx"},
        Refused{"[[export]]\nformat = \"csv\"\npath = \"o\"\nlayers = [\"gap\"]\n", "4", "Did you mean `gaps`"},
        Refused{"[[service]]\nid=\"lieux\"\nreach=\"1 km\"\n[[map]]\nlayer = \"gaps:lieu\"\npath = \"a.png\"\n", "5",
                "Did you mean `lieux`"},
        Refused{"[[map]]\nlayer = \"gaps:lieux\"\npath = \"a.png\"\n", "2", "declares no [[service]]"},
        Refused{"[[map]]\nlayer = \"gap\"\npath = \"a.png\"\n", "2", "Did you mean `gaps`"},
        Refused{"[[map]]\nlayer = \"gaps\"\npath = \"a.png\"\n", "2", "gaps:SERVICE"},
        Refused{"[[service]]\nid=\"l\"\nreach=\"1 km\"\n[[map]]\nlayer = \"indicators:l:cover:epci\"\npath = \"a.png\"\n", "5",
                "covered_share"},
        Refused{"[[service]]\nid=\"l\"\nreach=\"1 km\"\n[[map]]\nlayer = \"indicators:l:nearest_min:epci\"\npath = \"a.png\"\n", "5",
                "draw nearest_km"},
        Refused{"[[map]]\nlayer = \"venues+gap\"\npath = \"a.png\"\n", "2", "lies over another"},
        Refused{"[[service]]\nid=\"l\"\nreach=\"1 km\"\n[[map]]\nlayer = \"counts:l:covered_share:epci\"\npath = \"a.png\"\n", "5",
                "uncovered_population"},
        Refused{"[[map]]\nlayer = \"territories:canton\"\npath = \"a.png\"\n", "2", "departement"},
        Refused{"[[map]]\nlayer = \"venues\"\npath = \"a.bmp\"\n", "3", ".png, .svg, .pdf"},
        Refused{"[[map]]\nlayer = \"venues\"\npath = \"a.png\"\nsize = \"1600\"\n", "4", "1600x1200"},
        Refused{"[[map]]\nlayer = \"venues\"\npath = \"a.png\"\nextent = \"3,2,1,0\"\n", "4", "west,south,east,north"},
        Refused{"[[decision]]\nrecrods = [\"a\", \"b\"]\nis = \"same\"\n", "2", "Did you mean `records`"},
        Refused{"[[decision]]\nrecords = [\"a\"]\nis = \"same\"\n", "2", "two ids"},
        Refused{"[[decision]]\nrecords = [\"a\", \"a\"]\nis = \"same\"\n", "2", "two ids"},
        Refused{"[[decision]]\nrecords = [\"a\", \"b\"]\n", "2", "needs `is`"},
        Refused{"[[decision]]\nrecords = [\"a\", \"b\"]\nis = \"smae\"\n", "3", "Did you mean `same`"},
        Refused{"[[decision]]\nis = \"same\"\n", "1", "either `records`"},
        Refused{"[[decision]]\nrecords = [\"a\", \"b\"]\nis = \"same\"\ncommune = \"42218\"\n", "4", "two [[decision]]"},
        Refused{"[[decision]]\nrecord = \"a\"\n", "2", "`commune`"},
        Refused{"[[decision]]\nrecord = \"a\"\nposition = [45.44]\n", "3", "[longitude, latitude]"},
        Refused{"[[decision]]\nrecord = \"a\"\nposition = [4.39, 145.44]\n", "3", "[longitude, latitude]"},
        Refused{"[[decision]]\nrecord = \"a\"\ncommune = \"42218\"\ndate = \"hier\"\n", "4", "a day"},
        Refused{"[[decision]]\nrecord = \"a\"\ncommune = \"42218\"\n[[decision]]\nrecord = \"a\"\ncommune = \"42186\"\n", "4",
                "already settled by line 1"},
        Refused{"[[decision]]\nrecords=[\"a\",\"b\"]\nis=\"same\"\n[[decision]]\nrecords=[\"b\",\"a\"]\nis=\"different\"\n", "4",
                "keep one of the two"},
        Refused{"[[map]]\nlayer = \"venues\"\npath = \"a.png\"\n[[map]]\nlayer = \"actors\"\npath = \"./a.png\"\n", "6", "line 3"}));

TEST(StudyFile, MapsMinutesOfAServiceThatReachesByTime) {
    const model::Study study =
        read("[[service]]\nid = \"l\"\nreach = \"30 min\"\n[[map]]\nlayer = \"indicators:l:nearest_min:commune\"\npath = \"a.png\"\n");
    EXPECT_EQ(study.maps[0].layer, "indicators:l:nearest_min:commune");
}

TEST(StudyFile, MapsEveryLayerThatTheCommandDraws) {
    for (const std::string layer :
         {"gaps:l", "coverage:l", "indicators:l:covered_share:epci", "counts:l:uncovered_population:commune", "baskets:departement",
          "venues", "actors", "records", "contracts", "links", "territories:region", "gaps:l+contracts", "baskets:epci + venues+links"}) {
        const std::string text = "[[service]]\nid = \"l\"\nreach = \"1 km\"\n[[map]]\nlayer = \"" + layer + "\"\npath = \"a.png\"\n";
        EXPECT_EQ(read(text).maps[0].layer, layer);
    }
}

TEST(StudyFile, SaysWhenThereIsNone) {
    const TemporaryFolder folder;
    EXPECT_THROW(readStudyFile(folder.path() / "absent.toml", model::Day{}), model::Error);
    EXPECT_THROW(readStudyFile(folder.path(), model::Day{}), model::Error);
}

TEST(StudyFile, SaysWhatARowOfAListIs) {
    EXPECT_EQ(read(std::string(source) + "rows = \"structure-year\"\n").sources[0].rows, model::RowUnit::StructureYear);
    EXPECT_EQ(read(source).sources[0].rows, model::RowUnit::Recognised);
    EXPECT_THAT(refusal(std::string(source) + "rows = \"persons\"\n"),
                AllOf(HasSubstr("etude.toml:5:"), HasSubstr("Did you mean `person`?")));
}

TEST(StudyFile, ExtendsTheVocabularies) {
    const model::Study study =
        read("[vocabulary.functions]\n\"gig room\" = \"diffusion\"\n[vocabulary.intensities]\nlourde = \"double\"\n");
    EXPECT_EQ(study.vocabulary.at("functions").at("gig room"), "diffusion");
    EXPECT_EQ(study.vocabulary.at("intensities").at("lourde"), "double");
    EXPECT_THAT(refusal("[vocabulary.function]\nx = \"y\"\n"), HasSubstr("functions"));
    EXPECT_THAT(refusal("[vocabulary.functions]\nx = 3\n"), AllOf(HasSubstr("etude.toml:2:"), HasSubstr("must be a text")));
    EXPECT_THAT(refusal("[vocabulary.intensities]\nx = \"quadruple\"\n"),
                AllOf(HasSubstr("etude.toml:2:"), HasSubstr("simple, double or triple")));
}

}  // namespace
}  // namespace raquette::ingest

#include "gis/model/error.h"
#include "tests/ingest/expectations.h"
#include "tests/support/http_server.h"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <cstdlib>

namespace raquette::ingest {
namespace {

// Lists that a study reads where they are served: by a WFS, from a PostgreSQL or PostGIS database.

IngestResult readFrom(const std::string& address, const std::string& more = "") {
    return TinyIngest().toml("[[source]]\nid = \"v\"\nkind = \"venues\"\npath = \"" + address + "\"\n" + more).run();
}

std::string refusal(const std::string& address, const std::string& more = "") {
    try {
        readFrom(address, more);
    } catch (const model::Error& error) {
        return error.what();
    }
    return "accepted";
}

std::vector<std::string> namesOf(const IngestResult& result) {
    std::vector<std::string> names;
    for (const model::Venue& venue : result.dataset.venues) names.push_back(venue.name);
    return names;
}

constexpr const char* schema = R"(<?xml version="1.0"?>
<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:c="http://exemple.fr/culture"
        targetNamespace="http://exemple.fr/culture" elementFormDefault="qualified">
 <import namespace="http://www.opengis.net/gml/3.2" schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>
 <element name="NAME" substitutionGroup="gml:AbstractFeature" type="c:NAMEType"/>
 <complexType name="NAMEType"><complexContent><extension base="gml:AbstractFeatureType"><sequence>
  <element name="nom" type="string" minOccurs="0"/><element name="insee" type="string" minOccurs="0"/>
  <element name="capacite" type="int" minOccurs="0"/><element name="geom" type="gml:PointPropertyType" minOccurs="0"/>
 </sequence></extension></complexContent></complexType>
</schema>)";

constexpr const char* features = R"(<?xml version="1.0"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"
   xmlns:c="http://exemple.fr/culture" numberMatched="2" numberReturned="2">
 <wfs:member><c:NAME gml:id="NAME.1"><c:nom>Le Fil – scène</c:nom><c:insee>42218</c:insee><c:capacite>1200</c:capacite>
  <c:geom><gml:Point gml:id="p1" srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>45.44 4.40</gml:pos></gml:Point></c:geom></c:NAME></wfs:member>
 <wfs:member><c:NAME gml:id="NAME.2"><c:nom>L’Ambérienne</c:nom><c:insee>01004</c:insee></c:NAME></wfs:member>
</wfs:FeatureCollection>)";

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

/// A WFS 2.0.0 with two layers of the same two venues.
class Wfs : public ::testing::Test {
protected:
    void SetUp() override { CPLSetConfigOption("GDAL_HTTP_PROXY", ""); }  // this machine's own server is asked directly
    std::string address() const { return "WFS:http://" + server_.host() + "/wfs"; }

private:
    std::string answer(const std::string& asked) const {
        const std::string layer = asked.find("salles") != std::string::npos ? "salles" : "lieux";
        if (asked.find("GetCapabilities") != std::string::npos) return capabilities();
        if (asked.find("DescribeFeatureType") != std::string::npos) return replaced(schema, "NAME", layer);
        if (asked.find("GetFeature") != std::string::npos) return replaced(features, "NAME", layer);
        return {};
    }
    std::string capabilities() const {
        std::string text = R"(<?xml version="1.0"?><wfs:WFS_Capabilities version="2.0.0" xmlns:wfs="http://www.opengis.net/wfs/2.0"
            xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:c="http://exemple.fr/culture">
            <ows:OperationsMetadata>)";
        for (const char* operation : {"GetCapabilities", "DescribeFeatureType", "GetFeature"}) {
            text += std::string("<ows:Operation name=\"") + operation + "\"><ows:DCP><ows:HTTP><ows:Get xlink:href=\"http://" +
                    server_.host() + "/wfs\"/></ows:HTTP></ows:DCP></ows:Operation>";
        }
        text += "</ows:OperationsMetadata><wfs:FeatureTypeList>";
        for (const char* layer : {"lieux", "salles"}) {
            text += std::string("<wfs:FeatureType><wfs:Name>c:") + layer +
                    "</wfs:Name><wfs:DefaultCRS>urn:ogc:def:crs:EPSG::4326</wfs:DefaultCRS><ows:WGS84BoundingBox><ows:LowerCorner>-5 41"
                    "</ows:LowerCorner><ows:UpperCorner>10 52</ows:UpperCorner></ows:WGS84BoundingBox></wfs:FeatureType>";
        }
        return text + "</wfs:FeatureTypeList></wfs:WFS_Capabilities>";
    }

    HttpServer server_{[this](const std::string& asked) { return answer(asked); }};
};

TEST_F(Wfs, AListIsReadWithItsPositions) {
    const IngestResult result = readFrom(address(), "sheet = \"c:lieux\"");
    ASSERT_THAT(namesOf(result), ElementsAre("Le Fil – scène", "L’Ambérienne"));
    const std::vector<model::Venue>& venues = result.dataset.venues;
    EXPECT_EQ(venues[0].place.position, (geometry::LonLat{4.40, 45.44})) << "the service says latitude first";
    EXPECT_EQ(venues[0].place.method, "coordinates");
    EXPECT_EQ(venues[0].capacity, 1200);
    EXPECT_EQ(venues[1].place.commune, "01004") << "a code is no number";
    EXPECT_EQ(venues[1].place.method, "insee") << "no position there";
    EXPECT_EQ(result.dataset.sources[0].path, address());
}

TEST_F(Wfs, ALayerIsToBeNamedWhereThereAreSeveral) {
    EXPECT_THAT(refusal(address()), AllOf(HasSubstr("choose one with `sheet`"), HasSubstr("c:lieux, c:salles")));
    EXPECT_THAT(refusal(address(), "sheet = \"c:lieu\""), HasSubstr("nearest: `c:lieux`"));
}

TEST_F(Wfs, AnAddressThatServesNothingIsOneError) {
    EXPECT_THAT(refusal("WFS:http://moi:secret@127.0.0.1:1/wfs"), AllOf(HasSubstr("cannot be read"), Not(HasSubstr("secret"))));
}

TEST(PostGisAddress, ADatabaseThatDoesNotAnswerIsOneErrorWithoutThePassword) {
    for (const char* address :
         {"postgresql://moi:secret@127.0.0.1:1/reseau", "PG:host=127.0.0.1 port=1 dbname=reseau user=moi password=secret",
          "postgresql:host=127.0.0.1 port=1 password=secret"}) {
        EXPECT_THAT(refusal(address), AllOf(HasSubstr("The service says"), Not(HasSubstr("secret")))) << address;
    }
}

/// A schema of the test's own in the database that PGHOST and the like name, gone with it.
class PostGis : public ::testing::Test {
protected:
    void SetUp() override {
        if (!std::getenv("PGHOST")) {
            GTEST_SKIP()
                << "needs a PostgreSQL server (with PostGIS for positions): set PGHOST, and PGPORT, PGUSER, PGPASSWORD, PGDATABASE as "
                   "psql takes them, for a user who may create a schema";
        }
        GDALAllRegister();
        database_.reset(GDALDataset::Open("PG:", GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR));
        ASSERT_TRUE(database_) << CPLGetLastErrorMsg();
        run("CREATE SCHEMA " + schema_);
        run("CREATE TABLE " + schema_ +
            ".lieux (id serial PRIMARY KEY, nom text, insee text, capacite integer, ouverture date, email text)");
        run("INSERT INTO " + schema_ +
            ".lieux (nom, insee, capacite, ouverture, email) VALUES ('Le Fil', '42218', 1200, '2008-01-31', 'a@b.fr'), "
            "('L’Ambérienne', '01004', NULL, NULL, NULL)");
    }
    void TearDown() override {
        if (database_) run("DROP SCHEMA " + schema_ + " CASCADE");
    }
    void run(const std::string& sql) const {
        CPLErrorReset();
        database_->ReleaseResultSet(database_->ExecuteSQL(sql.c_str(), nullptr, nullptr));
        ASSERT_EQ(CPLGetLastErrorType(), CE_None) << sql << "\n" << CPLGetLastErrorMsg();
    }
    std::string layer(const std::string& table) const { return "sheet = \"" + schema_ + "." + table + "\""; }

    GDALDatasetUniquePtr database_;
    std::string schema_ = "raquette_test_" + std::to_string(getpid());
};

TEST_F(PostGis, ATableIsReadWithItsOwnTypes) {
    for (const char* address : {"PG:", "postgresql://"}) {
        const IngestResult result = readFrom(address, layer("lieux"));
        ASSERT_THAT(namesOf(result), ElementsAre("Le Fil", "L’Ambérienne")) << address;
        const std::vector<model::Venue>& venues = result.dataset.venues;
        EXPECT_EQ(venues[0].capacity, 1200);
        EXPECT_EQ(venues[0].opened->text(), "2008-01-31");
        EXPECT_EQ(venues[0].privateFields.at("email"), "a@b.fr");
        EXPECT_EQ(venues[1].place.commune, "01004");
        EXPECT_FALSE(venues[1].capacity);
    }
}

TEST_F(PostGis, AFilterSelectsRows) {
    EXPECT_THAT(namesOf(readFrom("PG:", layer("lieux") + "\nfilter = \"CAST(capacite AS integer) > 1000\"")), ElementsAre("Le Fil"));
}

TEST_F(PostGis, ATableThatIsNotThereIsRefusedWithTheNearest) {
    EXPECT_THAT(refusal("PG:", layer("lieu")), HasSubstr("nearest: `" + schema_ + ".lieux`"));
}

TEST_F(PostGis, PositionsAreReadInTheirOwnProjection) {
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    database_->ReleaseResultSet(database_->ExecuteSQL("SELECT postgis_version()", nullptr, nullptr));
    CPLPopErrorHandler();
    if (CPLGetLastErrorType() != CE_None) GTEST_SKIP() << "needs the extension PostGIS in that database: CREATE EXTENSION postgis";
    run("ALTER TABLE " + schema_ + ".lieux ADD COLUMN geom geometry(Point, 2154)");
    run("UPDATE " + schema_ + ".lieux SET geom = ST_Transform(ST_SetSRID(ST_MakePoint(4.40, 45.44), 4326), 2154) WHERE nom = 'Le Fil'");
    const IngestResult result = readFrom("PG:", layer("lieux"));
    ASSERT_THAT(result.dataset.venues, SizeIs(2));
    const auto fil = std::ranges::find(result.dataset.venues, "Le Fil", &model::Venue::name);  // a database keeps rows in no order
    ASSERT_NE(fil, result.dataset.venues.end());
    ASSERT_TRUE(fil->place.position);
    EXPECT_NEAR(fil->place.position->lon, 4.40, 1e-6);
    EXPECT_NEAR(fil->place.position->lat, 45.44, 1e-6);
}

}  // namespace
}  // namespace raquette::ingest

#include "gis/model/error.h"
#include "gis/store/gdal_room.h"
#include "gis/store/shared_store.h"
#include "gis/store/store.h"
#include "tests/gis/store/sql.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/database.h"
#include "tests/support/files.h"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <cstdlib>
#include <fstream>

namespace raquette::store {
namespace {

using test::tinyWorld;
using testing::ElementsAre;
using testing::HasSubstr;

class ReadStore : public testing::Test {
protected:
    StudyState readBack(const StudyState& state) {
        if (std::getenv("RAQUETTE_TEST_SHELF") != nullptr) return readShared(state);
        writeStore(state, folder_ / "monde.gpkg");
        return readStore(folder_ / "monde.gpkg");
    }
    static StudyState readShared(const StudyState& state) {
        const SharedAddress address{*testDatabase(), freshSchema()};
        writeSharedStore(state, address);
        StudyState read = readSharedStore(address);
        const GdalTalk talk;
        const DatasetPtr database(GDALDataset::Open(("PG:" + address.connection).c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        firstCell(*database, "DROP SCHEMA " + address.schema + " CASCADE");
        return read;
    }
    std::string messageFor(const std::filesystem::path& path) {
        try {
            readStore(path);
        } catch (const model::Error& error) {
            return error.what();
        }
        return "no error";
    }
    TemporaryFolder folder_;
};

TEST_F(ReadStore, GivesBackTheStudyAndItsLand) {
    const StudyState before = tinyWorld();
    const StudyState after = readBack(before);
    EXPECT_EQ(after.study.title, before.study.title);
    EXPECT_EQ(after.study.date, before.study.date);
    EXPECT_EQ(after.study.gaps.depth, before.study.gaps.depth);
    EXPECT_EQ(after.analysis.studyArea, before.analysis.studyArea);
    EXPECT_EQ(after.analysis.completenessStated, true);
    EXPECT_EQ(after.analysis.misfit, before.analysis.misfit);
    EXPECT_EQ(after.reference.communeShapes, before.reference.communeShapes);
    EXPECT_EQ(after.reference.departements[1].name, "L’Autre");
    EXPECT_EQ(after.reference.departements[1].parent, 0);
    EXPECT_EQ(after.reference.communes[0].epci, 0);
    EXPECT_THAT(after.reference.communes[0].postcodes, ElementsAre("01000", "01001"));
    EXPECT_EQ(after.reference.communes[1].epci, model::nowhere);
    EXPECT_EQ(after.reference.populationModel, model::PopulationModel::Grid);
    EXPECT_EQ(after.reference.attributions, before.reference.attributions);
}

TEST_F(ReadStore, GivesBackTheAnswers) {
    const StudyState before = tinyWorld();
    const StudyState after = readBack(before);
    ASSERT_EQ(after.analysis.services.size(), 1U);
    const analysis::ServiceResult& was = before.analysis.services[0];
    const analysis::ServiceResult& is = after.analysis.services[0];
    EXPECT_EQ(is.service.label, was.service.label);
    EXPECT_EQ(is.service.reach, was.service.reach);
    EXPECT_EQ(is.service.match.functions, was.service.match.functions);
    ASSERT_EQ(is.gaps.size(), 2U);
    EXPECT_EQ(is.gaps[1].name, was.gaps[1].name);
    EXPECT_EQ(is.gaps[1].cause, analysis::Cause::Uncertain);
    EXPECT_FALSE(is.gaps[1].certain);
    EXPECT_EQ(is.gaps[0].shape, was.gaps[0].shape);
    EXPECT_EQ(is.gaps[0].labelPoint, was.gaps[0].labelPoint);
    EXPECT_EQ(is.coverages[2].shape, was.coverages[2].shape);
    EXPECT_EQ(is.indicators[3].territory.text(), "dep:01");
    EXPECT_EQ(is.indicators[3].coveredShare, was.indicators[3].coveredShare);
    EXPECT_EQ(is.indicators[3].access.accessibility, was.indicators[3].access.accessibility);
    EXPECT_EQ(is.indicators[3].access.seats, 840);
    EXPECT_FALSE(is.indicators[4].access.opportunities.has_value());
    EXPECT_EQ(is.service.access.decay, model::Decay::Step);
    EXPECT_EQ(is.service.access.supply, model::Supply::Capacity);
    EXPECT_THAT(is.service.access.weights, ElementsAre(1, 0.25));
    EXPECT_EQ(is.access.shared, 1200);
    EXPECT_EQ(is.access.capacityUnknown, 2);
    EXPECT_EQ(is.providers[1].name, test::hostileName);
    EXPECT_EQ(is.providers[2].member, model::Membership::NotMember);
    EXPECT_EQ(is.onlyReached, was.onlyReached);
    EXPECT_EQ(is.onlyCovered, was.onlyCovered);
    EXPECT_EQ(is.coveredAtLonger, was.coveredAtLonger);
    EXPECT_EQ(is.slivers.count, 2);
    EXPECT_THAT(is.reach, ElementsAre(4, 1, 1)) << "the fourth point is outside the study";
    EXPECT_EQ(after.reference.people.size(), 3U);
}

TEST_F(ReadStore, GivesBackWhoRunsWhatAndBelongsWhere) {
    const StudyState before = tinyWorld();
    const StudyState after = readBack(before);
    const model::Venue& fil = after.dataset.venues[0];
    EXPECT_EQ(fil.memberships, before.dataset.venues[0].memberships);
    EXPECT_THAT(fil.actors, ElementsAre("LIMACE", "?"));
    EXPECT_THAT(fil.actorIds, ElementsAre("limace", ""));
    EXPECT_FALSE(fil.itinerant);
    EXPECT_TRUE(after.dataset.actors[0].itinerant);
    EXPECT_FALSE(after.dataset.contracts[0].period.open);
    EXPECT_TRUE(after.dataset.contracts[1].period.open) << "said to have no end, which is not an unknown one";
    EXPECT_EQ(after.dataset.amounts[0].contractId, "filiere");
    EXPECT_EQ(after.dataset.grants[0].actorId, "limace");
    EXPECT_EQ(after.dataset.activities[0].actorId, "limace");
}

TEST_F(ReadStore, GivesBackTheRecordsWithoutTheirPrivateFields) {
    const StudyState after = readBack(tinyWorld());
    ASSERT_EQ(after.dataset.venues.size(), 3U);
    const model::Venue& fil = after.dataset.venues[0];
    EXPECT_EQ(fil.name, "Le Fil");
    EXPECT_EQ(fil.rooms, 2);
    EXPECT_EQ(fil.opened->text(), "2008-01");
    EXPECT_EQ(fil.place.precision, model::Precision::Exact);
    EXPECT_TRUE(fil.privateFields.empty());
    EXPECT_EQ(after.dataset.contracts[0].scope.size(), 2U);
    EXPECT_THAT(after.dataset.links[0].partyIds, ElementsAre("limace", "fil", ""));
    EXPECT_EQ(after.dataset.links[0].intensity, model::Intensity::Triple);
    EXPECT_EQ(after.dataset.sources[0].answered, 3);
    EXPECT_EQ(after.dataset.issues, tinyWorld().dataset.issues);
    EXPECT_EQ(after.dataset.activities[0].fte, 2.5);
}

TEST_F(ReadStore, GivesBackProvenanceQuestionsAndCompletenessWithoutPrivateValues) {
    StudyState before = tinyWorld();
    model::Dataset& data = before.dataset;
    data.provenance = {{"fil", "name", "Le Fil", {"salles", 2}, true, false},
                       {"fil", "email", test::privateMail, {"salles", 2}, true, true}};
    data.questions = {{model::Question::About::Place, {"fil"}, 0, "où ?", "loin", "[[decision]]\nrecord = \"fil\"\n"},
                      {model::Question::About::Duplicate, {"fil", "long"}, 87, "même ?", "même nom", "[[decision]]\n"}};
    data.quality.completeness = {{"diffusion", {model::Level::Departement, "01"}, 3, model::SurveyState::Partly, 5, 3, "2026-01"}};
    const StudyState after = readBack(before);
    ASSERT_EQ(after.dataset.provenance.size(), 1U) << "the private value stays in the store";
    EXPECT_EQ(after.dataset.provenance[0], data.provenance[0]);
    EXPECT_EQ(after.dataset.questions, data.questions);
    ASSERT_EQ(after.dataset.quality.completeness.size(), 1U);
    EXPECT_EQ(after.dataset.quality.completeness[0].surveyed, model::SurveyState::Partly);
    EXPECT_EQ(after.dataset.quality.completeness[0].answered, 3);
}

TEST_F(ReadStore, SaysWhatIsNoStoreOfOurs) {
    EXPECT_THAT(messageFor(folder_ / "absent.gpkg"), HasSubstr("does not exist"));
    std::ofstream(folder_ / "empty.gpkg") << "";
    EXPECT_THAT(messageFor(folder_ / "empty.gpkg"), HasSubstr("no table `study`"));
    std::ofstream(folder_ / "text.gpkg") << "not a database at all, only words that go on and on";
    EXPECT_THAT(messageFor(folder_ / "text.gpkg"), HasSubstr("not a store that Raquette can read: file is not a database. Make it again"));
    std::ofstream(folder_ / "other.geojson") << R"({"type": "FeatureCollection", "features": []})";
    EXPECT_THAT(messageFor(folder_ / "other.geojson"), HasSubstr("file is not a database"));
    exportLayers(tinyWorld(), "gpkg", folder_ / "other.gpkg", {"gaps"});
    EXPECT_THAT(messageFor(folder_ / "other.gpkg"), HasSubstr("no table `study`"));
}

/// GDAL writes points without an envelope; other programs may write one, of two to four dimensions.
TEST_F(ReadStore, PositionsAreReadWhateverStandsBeforeThem) {
    writeStore(tinyWorld(), folder_ / "monde.gpkg");
    const auto before = readStore(folder_ / "monde.gpkg").reference.people;
    for (const auto& [flags, bytes] : {std::pair("03", 32), {"05", 48}, {"07", 48}, {"09", 64}}) {
        test::OpenDatabase(folder_ / "monde.gpkg")
            .run(fmt::format("UPDATE people SET geom = CAST(x'475000{}E6100000' || zeroblob({}) || substr(geom, -21) AS BLOB)", flags,
                             bytes));
        const auto after = readStore(folder_ / "monde.gpkg").reference.people;
        ASSERT_EQ(after.size(), before.size()) << flags;
        EXPECT_EQ(after.back().at.lat, before.back().at.lat) << flags;
        EXPECT_EQ(after.back().commune, before.back().commune) << flags;
    }
}

TEST_F(ReadStore, AStoreOfANewerRaquetteSaysSo) {
    writeStore(tinyWorld(), folder_ / "monde.gpkg");
    test::OpenDatabase(folder_ / "monde.gpkg").run("UPDATE study SET value = 'raquette store 2' WHERE key = 'format'");
    EXPECT_THAT(messageFor(folder_ / "monde.gpkg"), HasSubstr("a newer Raquette wrote it (“raquette store 2”"));
}

TEST_F(ReadStore, ALockedStoreIsAnErrorThatNamesTheLock) {
    writeStore(tinyWorld(), folder_ / "monde.gpkg");
    {
        const test::OpenDatabase other(folder_ / "monde.gpkg");
        other.run("BEGIN EXCLUSIVE");
        EXPECT_THAT(messageFor(folder_ / "monde.gpkg"), HasSubstr("locked"));
    }
    EXPECT_EQ(readStore(folder_ / "monde.gpkg").dataset.venues.size(), 3U);
}

TEST_F(ReadStore, ATruncatedStoreIsAnErrorNotACrash) {
    writeStore(tinyWorld(), folder_ / "monde.gpkg");
    const std::string whole = bytesOf(folder_ / "monde.gpkg");
    for (const std::size_t size : {100UL, 4096UL, whole.size() / 2, whole.size() - 5000}) {
        std::ofstream(folder_ / "half.gpkg", std::ios::binary | std::ios::trunc) << whole.substr(0, size);
        EXPECT_THROW(readStore(folder_ / "half.gpkg"), model::Error) << size << " bytes";
    }
}

}  // namespace
}  // namespace raquette::store

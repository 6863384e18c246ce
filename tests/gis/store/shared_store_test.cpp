#include "gis/store/shared_store.h"

#include "gis/model/error.h"
#include "gis/store/gdal_room.h"
#include "gis/store/layers.h"
#include "tests/gis/store/tiny_world.h"
#include "tests/support/database.h"
#include "tests/support/files.h"

#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <sstream>
#include <thread>

namespace raquette::store {
namespace {

using test::tinyWorld;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;

TEST(SharedAddress, SaysHowToReachItAndWhichSchema) {
    const SharedAddress address = sharedAddress("postgresql:service=reseau", "Haute-Loire 2026");
    EXPECT_EQ(address.connection, "service=reseau");
    EXPECT_EQ(address.schema, "haute_loire_2026");
    EXPECT_EQ(address.text(), "postgresql:service=reseau schema=haute_loire_2026");
    EXPECT_EQ(sharedAddress(address.text()).text(), address.text());
    EXPECT_EQ(sharedAddress("postgresql:host=/tmp  dbname=a schema=b").connection, "host=/tmp dbname=a");
    EXPECT_EQ(sharedAddress("postgresql:service=a", "42").schema, "s_42");
    EXPECT_TRUE(isShared("postgresql:service=a"));
    EXPECT_FALSE(isShared("loire.gpkg"));
}

TEST(SharedAddress, APasswordOrWhatIsNoAddressIsRefused) {
    EXPECT_THAT([] { sharedAddress("postgresql:host=h password=secret"); },
                ThrowsMessage<model::Error>(AllOf(HasSubstr("~/.pgpass"), Not(HasSubstr("secret")))));
    for (const char* text : {"postgresql:", "postgresql:service=", "postgresql://moi:secret@h/d", "postgresql:service=a options=-c",
                             "postgresql:service=a schema=A;DROP", "postgresql:service='a'"})
        EXPECT_THAT([&] { sharedAddress(text, "x"); }, ThrowsMessage<model::Error>(Not(HasSubstr("secret")))) << text;
    EXPECT_THAT([] { sharedAddress("postgresql:service=a"); }, ThrowsMessage<model::Error>(HasSubstr("schema=")));
}

class SharedStore : public testing::Test {
protected:
    void SetUp() override {
        if (!testDatabase()) GTEST_SKIP() << "no database: ./dev test starts one";
        address_ = {*testDatabase(), freshSchema()};
    }
    void TearDown() override {
        if (address_.schema.empty()) return;
        ask("DROP SCHEMA IF EXISTS " + address_.schema + " CASCADE");
        ask("DELETE FROM public.layer_styles WHERE f_table_schema = '" + address_.schema + "'");
    }
    std::string ask(const std::string& sql) const {
        const GdalTalk talk;
        const DatasetPtr dataset(GDALDataset::Open(("PG:" + address_.connection).c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        const std::string answer = dataset ? firstCell(*dataset, sql) : "no database";
        return talk.failure().empty() ? answer : talk.failure();
    }

    SharedAddress address_;
};

/// A database is given decimal figures with 15 digits.
testing::AssertionResult areSame(const Row& a, const Row& b) {
    constexpr double digits = 1e-14;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (i >= a.size() || i >= b.size() || a[i].index() != b[i].index()) return testing::AssertionFailure() << "cell " << i;
        const auto* one = std::get_if<double>(&a[i]);
        if (one == nullptr ? a[i] != b[i] : std::abs(*one - std::get<double>(b[i])) > digits * std::abs(*one))
            return testing::AssertionFailure() << "cell " << i;
    }
    return testing::AssertionSuccess();
}

TEST_F(SharedStore, SaysWhatAFileSaysTableByTable) {
    const TemporaryFolder folder;
    const StudyState state = tinyWorld();
    writeSharedStore(state, address_);
    writePublicStore(state, folder / "monde.gpkg");
    const StudyState shared = readSharedStore(address_);
    const StudyState file = readStore(folder / "monde.gpkg");
    const std::vector<Table> ofShared = layers(shared);
    const std::vector<Table> ofFile = layers(file);
    ASSERT_EQ(ofShared.size(), ofFile.size());
    for (std::size_t t = 0; t < ofFile.size(); ++t) {
        ASSERT_EQ(ofShared[t].rows, ofFile[t].rows) << ofFile[t].name;
        for (std::size_t i = 0; i < ofFile[t].rows; ++i) {
            EXPECT_TRUE(areSame(ofShared[t].row(i), ofFile[t].row(i))) << ofFile[t].name << ", row " << i;
            if (ofFile[t].wkb) {
                EXPECT_EQ(ofShared[t].wkb(i), ofFile[t].wkb(i)) << ofFile[t].name << ", row " << i;
            }
        }
    }
}

TEST_F(SharedStore, HoldsNoPrivateField) {
    StudyState state = tinyWorld();
    state.dataset.venues.front().privateFields["email"] = "secret@exemple.fr";
    writeSharedStore(state, address_);
    EXPECT_EQ(ask("SELECT count(*) FROM information_schema.columns WHERE table_schema = '" + address_.schema +
                  "' AND column_name LIKE 'private%'"),
              "0");
    EXPECT_EQ(ask("SELECT count(*) FROM " + address_.schema + ".venues v WHERE v::text LIKE '%secret%'"), "0");
}

TEST_F(SharedStore, WrittenAgainItIsTheNewOneAndWhatOthersPutThereStays) {
    StudyState state = tinyWorld();
    writeSharedStore(state, address_);
    EXPECT_EQ(ask("CREATE TABLE " + address_.schema + ".notes (n int)"), "");
    state.dataset.venues.pop_back();
    writeSharedStore(state, address_);
    EXPECT_EQ(readSharedStore(address_).dataset.venues.size(), state.dataset.venues.size());
    EXPECT_EQ(ask("SELECT count(*) FROM " + address_.schema + ".notes"), "0");
    EXPECT_EQ(ask("SELECT count(*) FROM pg_namespace WHERE nspname = '" + address_.schema + "_ready'"), "0");
}

TEST_F(SharedStore, WhatWasBuiltOnItIsNeverDropped) {
    StudyState state = tinyWorld();
    writeSharedStore(state, address_);
    ask("CREATE VIEW " + address_.schema + ".ours AS SELECT name FROM " + address_.schema + ".venues");
    state.dataset.venues.pop_back();
    EXPECT_THAT([&] { writeSharedStore(state, address_); }, ThrowsMessage<model::Error>(HasSubstr("depend")));
    EXPECT_EQ(readSharedStore(address_).dataset.venues.size(), tinyWorld().dataset.venues.size()) << "as it was";
}

TEST_F(SharedStore, OfAnotherStudyItIsNeverWrittenOver) {
    writeSharedStore(tinyWorld(), address_);
    StudyState other = tinyWorld();
    other.study.title = {"Une autre", "Another"};
    EXPECT_THAT([&] { writeSharedStore(other, address_); },
                ThrowsMessage<model::Error>(AllOf(HasSubstr("Une autre"), HasSubstr("schema="))));
}

TEST_F(SharedStore, ATableOfTheSameNameThatIsNotOursIsRefused) {
    writeSharedStore(tinyWorld(), address_);
    ask("COMMENT ON TABLE " + address_.schema + ".venues IS 'mine now'");
    ask("DELETE FROM " + address_.schema + ".venues");
    EXPECT_THAT([&] { writeSharedStore(tinyWorld(), address_); }, ThrowsMessage<model::Error>(HasSubstr("venues")));
    EXPECT_NE(ask("SELECT count(*) FROM " + address_.schema + ".gaps"), "0") << "the others are as they were";
    EXPECT_EQ(ask("SELECT count(*) FROM pg_namespace WHERE nspname = '" + address_.schema + "_ready'"), "0");
    EXPECT_EQ(ask("SELECT count(*) FROM " + address_.schema + ".venues"), "0");
}

TEST_F(SharedStore, RolesThatMayLookDoAndOthersDoNot) {
    const std::string role = address_.schema + "_elu";
    ask("CREATE ROLE " + role + " LOGIN");
    writeSharedStore(tinyWorld(), address_, {role});
    EXPECT_EQ(ask("SELECT has_table_privilege('" + role + "', '" + address_.schema + ".venues', 'SELECT')::text"), "true");
    EXPECT_EQ(ask("SELECT has_table_privilege('" + role + "', '" + address_.schema + ".venues', 'INSERT, UPDATE, DELETE')::text"), "false");
    ask("DROP OWNED BY " + role);
    ask("DROP ROLE " + role);
}

TEST_F(SharedStore, QgisFindsItsStyles) {
    writeSharedStore(tinyWorld(), address_);
    writeSharedStore(tinyWorld(), address_);
    EXPECT_EQ(
        ask("SELECT count(*) FROM public.layer_styles WHERE f_table_catalog = current_database() AND useasdefault AND f_table_schema = '" +
            address_.schema + "' AND f_table_name = 'gaps'"),
        "1");
}

TEST_F(SharedStore, WhoReadsWhileItIsWrittenSeesOneOrTheOther) {
    std::array<StudyState, 2> states{tinyWorld(), tinyWorld()};
    states[1].study.date = *model::parseDay("2030-01-01");
    states[1].dataset.venues.pop_back();
    writeSharedStore(states[0], address_);
    std::atomic<bool> done{false};
    std::thread writer([&] {
        for (int i = 0; i < 6; ++i) writeSharedStore(states.at(static_cast<std::size_t>((i + 1) % 2)), address_);
        done = true;
    });
    do {
        const StudyState read = readSharedStore(address_);
        const StudyState& whole = read.study.date == states[1].study.date ? states[1] : states[0];
        EXPECT_EQ(read.dataset.venues.size(), whole.dataset.venues.size());
    } while (!done);
    writer.join();
}

TEST(SharedStoreAway, ADatabaseThatIsNotThereIsSaid) {
    const SharedAddress nowhere{"host=/nowhere dbname=a", "a"};
    EXPECT_THAT([&] { writeSharedStore(tinyWorld(), nowhere); }, ThrowsMessage<model::Error>(HasSubstr("cannot be reached")));
    EXPECT_THAT([&] { readSharedStore(nowhere); }, ThrowsMessage<model::Error>(HasSubstr("cannot be reached")));
}

}  // namespace
}  // namespace raquette::store

#include "ingest/table/column_map.h"

#include "gis/model/error.h"
#include "ingest/table/cells.h"
#include "tests/support/told.h"

namespace raquette::ingest {
namespace {

using ::testing::ElementsAre;

class Columns : public ::testing::Test {
protected:
    ColumnMap recognise(model::SourceKind kind, std::vector<std::string> header) {
        source_.kind = kind;
        table_.header = std::move(header);
        recognised_.clear();
        return recogniseColumns(source_, table_, recognised_);
    }
    std::vector<std::string> keys(model::SourceKind kind, std::vector<std::string> header) {
        recognise(kind, std::move(header));
        std::vector<std::string> keys;
        for (const RecognisedColumn& column : recognised_) keys.push_back(column.key);
        return keys;
    }

    /// Keys of the columns of a table with these rows.
    std::vector<std::string> keysOf(model::SourceKind kind, std::vector<std::string> header,
                                    const std::vector<std::vector<std::string>>& rows) {
        table_.rows.clear();
        for (const auto& cells : rows) table_.rows.push_back({static_cast<long>(table_.rows.size()) + 2, cells});
        return keys(kind, std::move(header));
    }

    model::SourceDeclaration source_;
    Table table_;
    std::vector<RecognisedColumn> recognised_;
};

TEST_F(Columns, AreRecognisedInBothLanguagesWhateverTheirAccentsAndSigns) {
    using enum model::SourceKind;
    EXPECT_THAT(keys(Actors, {"NOM", "Code_Postal", "adherent", "Création", "couleur"}),
                ElementsAre("name", "postcode", "member", "opened", ""));
    EXPECT_THAT(keys(Venues, {"Name", "Postal code", "LON", "lat", "capacity"}),
                ElementsAre("name", "postcode", "longitude", "latitude", "capacity"));
    EXPECT_THAT(keys(Contracts, {"intitulé", "type", "signataires", "territoire", "début", "fin", "montant annuel", "objet"}),
                ElementsAre("title", "type", "parties", "scope", "start", "end", "amount", "purpose"));
    EXPECT_THAT(keys(Links, {"de", "vers", "intensité", "nature", "depuis", "jusqu'à"}),
                ElementsAre("from", "to", "intensity", "nature", "since", "until"));
}

TEST_F(Columns, TheStudyHasTheLastWord) {
    source_.columns = {{"name", {"sigle"}}, {"address", {"numero", "voie"}}};
    const ColumnMap map = recognise(model::SourceKind::Actors, {"nom", "sigle", "numero", "voie"});
    EXPECT_THAT(map.keys.at("name"), ElementsAre(1U));
    EXPECT_THAT(map.keys.at("address"), ElementsAre(2U, 3U));
    EXPECT_EQ(recognised_[1].reason, "study");
    source_.columns = {{"name", {"sigles"}}};
    EXPECT_THROW(recognise(model::SourceKind::Actors, {"nom", "sigle"}), model::Error);
}

TEST_F(Columns, WhatTheStudySaysIsNotReadIsNotGuessedEither) {
    source_.unusedColumns = {"Jauge", "mail"};
    ColumnMap map = recognise(model::SourceKind::Venues, {"nom", "jauge", "Mail", "Capacité"});
    EXPECT_THAT(map.unused, ElementsAre(1U, 2U)) << "a name without its capitals and accents is the same";
    EXPECT_THAT(map.keys.at("capacity"), ElementsAre(3U)) << "another column may be what it was taken for";
    EXPECT_FALSE(map.has("email"));
    EXPECT_TRUE(map.personal.empty()) << "not kept, not even as private";
    EXPECT_TRUE(map.isTaken(1));
    EXPECT_EQ(recognised_[1].key, "");
    EXPECT_EQ(recognised_[1].reason, "not read: the study says so");
    EXPECT_THAT(keysOf(model::SourceKind::Venues, {"nom", "jauge", "mail"}, {{"Le Fil", "1200", "a@b.fr"}, {"La Cave", "80", "c@d.fr"}}),
                ElementsAre("name", "", ""))
        << "cells do not say otherwise";
    source_.unusedColumns = {"jauges"};
    EXPECT_THROW(recognise(model::SourceKind::Venues, {"nom", "jauge"}), model::Error);
}

TEST_F(Columns, WhatLooksLikeAPersonsIsPrivate) {
    const ColumnMap map = recognise(model::SourceKind::Actors, {"nom", "Prénom du directeur", "Mail", "couleur", "Tél. portable"});
    for (const std::size_t column : {1U, 2U, 4U}) EXPECT_TRUE(map.isPrivate(source_, column)) << column;
    for (const std::size_t column : {0U, 3U}) EXPECT_FALSE(map.isPrivate(source_, column)) << column;
    source_.publicFields = {"email"};
    EXPECT_FALSE(map.isPrivate(source_, 2));
}

TEST_F(Columns, TheReasonColumnOfARejectsFileIsIgnored) {
    EXPECT_THAT(keys(model::SourceKind::Actors, {"nom", std::string(rejectColumn)}), ElementsAre("name", ""));
}

TEST_F(Columns, WithoutNamesAreToldByTheirCells) {
    EXPECT_THAT(keysOf(model::SourceKind::Actors, {"Column 1", "Column 2", "Column 3", "Column 4", "Column 5", "Column 6"},
                       {{"Le Fil", "42000", "Saint-Étienne", "73282932000074", "W423001234", "https://lefil.fr"},
                        {"La Cave", "42300", "Roanne", "73282932000074", "w423001235", "www.lacave.fr"},
                        {"Le Mixeur", "42110", "Feurs", "73282932000074", "W423001236", "http://mixeur.fr"}}),
                ElementsAre("name", "postcode", "city", "siret", "rna", "website"));
    EXPECT_THAT(keysOf(model::SourceKind::Venues, {"champ1", "champ2", "champ3"},
                       {{"42218", "4.3901", "45.4339"}, {"01004", "5.3601", "45.9602"}, {"2A004", "8.7301", "41.9212"}}),
                ElementsAre("insee", "longitude", "latitude"));
    EXPECT_THAT(keysOf(model::SourceKind::Venues, {"nom", "où"}, {{"A", "45.4339, 4.3901"}, {"B", "45.96, 5.36"}, {"C", "41.9201,8.7301"}}),
                ElementsAre("name", "coordinates"));
    EXPECT_THAT(keysOf(model::SourceKind::Contracts, {"Column 1", "Column 2", "Column 3", "Column 4"},
                       {{"Contrat A", "01/2008", "12/2010", "150 000 €"}, {"Contrat B", "02/2009", "11/2011", "12 k€"}}),
                ElementsAre("title", "start", "end", "amount"));
}

TEST_F(Columns, ANameThatMeansSomethingElseIsNotTakenForACode) {
    EXPECT_THAT(keysOf(model::SourceKind::Actors, {"nom", "budget prévu", "rang"},
                       {{"A", "15000", "4.25"}, {"B", "42000", "45.43"}, {"C", "38000", "3.5"}}),
                ElementsAre("name", "", ""));
}

TEST_F(Columns, AddressesOfPersonsArePrivateWhateverTheirName) {
    const std::vector<std::vector<std::string>> rows{{"A", "a@exemple.fr", "x@exemple.fr", "06 12 34 56 78"},
                                                     {"B", "b@exemple.fr", "y@exemple.fr", "+33 6 12 34 56 79"},
                                                     {"C", "c@exemple.fr", "", "0612345670"}};
    EXPECT_THAT(keysOf(model::SourceKind::Actors, {"nom", "courriel", "second", "joignable"}, rows),
                ElementsAre("name", "email", "", "phone"));
    const ColumnMap map = recognise(model::SourceKind::Actors, {"nom", "courriel", "second", "joignable"});
    for (const std::size_t column : {1U, 2U, 3U}) EXPECT_TRUE(map.isPrivate(source_, column)) << column;
}

TEST_F(Columns, UnderAGroupAreKnownByTheirOwnName) {
    EXPECT_THAT(keys(model::SourceKind::Actors, {"Structure – Nom", "Position – X", "Position – Y"}),
                ElementsAre("name", "longitude", "latitude"));
}

TEST_F(Columns, ANameWinsOverContradictingCellsAndItIsSaid) {
    EXPECT_THAT(
        keysOf(model::SourceKind::Venues, {"nom", "jauge"}, {{"A", "04 77 00 00 00"}, {"B", "04 77 00 00 01"}, {"C", "04 77 00 00 02"}}),
        ElementsAre("name", "capacity"));
    const ColumnMap map = recognise(model::SourceKind::Venues, {"nom", "jauge"});
    model::Issues issues;
    tellContradictions(source_, table_, map, model::Language::English, issues);
    ASSERT_EQ(issues.size(), 1U);
    EXPECT_EQ(issues[0].column, "jauge");
    EXPECT_THAT(issues[0].action, ::testing::HasSubstr("telephone numbers"));
    EXPECT_EQ(issues[0].value, "") << "they are private";
    EXPECT_FALSE(readCount("04 77 00 00 00")) << "nor is one of them a capacity";
}

}  // namespace
}  // namespace raquette::ingest

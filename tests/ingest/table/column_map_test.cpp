#include "ingest/table/column_map.h"

#include "gis/model/error.h"

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

}  // namespace
}  // namespace raquette::ingest

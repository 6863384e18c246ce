#include "viewer/panels/territory_table_model.h"

#include "tests/viewer/world.h"
#include "viewer/panels/distribution.h"
#include "viewer/panels/unknown_last.h"

#include <QAbstractItemModelTester>

namespace raquette::viewer {
namespace {

using Table = TerritoryTableModel;

/// The two squares, and a third département where nobody lives and nothing is known.
std::shared_ptr<const store::StudyState> threeDepartements() {
    store::StudyState state = test::twoSquares();
    state.reference.departements.push_back({"75", "Paris", {0}, model::nowhere, {}});
    analysis::Indicator empty;
    empty.territory = {model::Level::Departement, "75"};
    state.analysis.services.front().indicators.push_back(empty);
    return std::make_shared<const store::StudyState>(std::move(state));
}

class TerritoryTable : public testing::Test {
protected:
    std::string shown(int row, int column) { return model_.index(row, column).data().toString().toStdString(); }
    /// Names of the rows once sorted by a column.
    std::vector<std::string> sortedBy(int column, Qt::SortOrder order) {
        UnknownLast sorted(&model_);
        sorted.sort(column, order);
        std::vector<std::string> names;
        for (int row = 0; row < sorted.rowCount(); ++row) names.push_back(sorted.index(row, Table::Name).data().toString().toStdString());
        return names;
    }
    Table model_{threeDepartements()};
    QAbstractItemModelTester tester_{&model_, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(TerritoryTable, SaysEachTerritoryInTheReadersLanguage) {
    ASSERT_EQ(model_.rowCount(), 3);
    EXPECT_EQ(shown(0, Table::Name), "Loire");
    EXPECT_EQ(shown(0, Table::People), "6\u202f000");
    EXPECT_EQ(shown(1, Table::NotCovered), "3\u202f000");
    EXPECT_EQ(shown(1, Table::NearestKm), "12\u00a0km");
    EXPECT_EQ(model_.headerData(Table::People, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("habitants"));
    model_.setLanguage(model::Language::English);
    EXPECT_EQ(shown(0, Table::People), "6,000");
    EXPECT_EQ(model_.headerData(Table::People, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("people"));
}

TEST_F(TerritoryTable, WhatIsNotKnownIsADashAndNoFigure) {
    for (const int column : {Table::CoveredShare, Table::NearestKm}) {
        EXPECT_EQ(shown(2, column), "–");
        EXPECT_FALSE(model_.index(2, column).data(Qt::EditRole).isValid());
    }
}

TEST_F(TerritoryTable, SortsFiguresAsFiguresAndTheUnknownLastEitherWay) {
    EXPECT_THAT(sortedBy(Table::CoveredShare, Qt::AscendingOrder), testing::ElementsAre("Puy-de-Dôme", "Loire", "Paris"));
    EXPECT_THAT(sortedBy(Table::CoveredShare, Qt::DescendingOrder), testing::ElementsAre("Loire", "Puy-de-Dôme", "Paris"));
    EXPECT_THAT(sortedBy(Table::People, Qt::AscendingOrder), testing::ElementsAre("Paris", "Puy-de-Dôme", "Loire"));
    EXPECT_THAT(sortedBy(Table::Name, Qt::DescendingOrder), testing::ElementsAre("Puy-de-Dôme", "Paris", "Loire"));
}

TEST_F(TerritoryTable, ARowIsATerritoryAndThatOfThePlacesItHolds) {
    for (int row = 0; row < model_.rowCount(); ++row) EXPECT_EQ(model_.rowOf(model_.territoryOf(row)), row);
    EXPECT_EQ(model_.rowOf({model::Level::Commune, "63001"}), 1);
    EXPECT_FALSE(model_.rowOf({model::Level::Region, "84"}));
    EXPECT_FALSE(model_.rowOf({model::Level::Commune, "99999"}));
}

TEST_F(TerritoryTable, HasTheLevelsThereAreFiguresOf) {
    EXPECT_THAT(model_.levels(), testing::ElementsAre(model::Level::Departement));
    model_.setLevel(model::Level::Region);
    EXPECT_EQ(model_.rowCount(), 0);
    model_.setLevel(model::Level::Departement);
    EXPECT_EQ(model_.rowCount(), 3);
    model_.setService(7);
    EXPECT_EQ(model_.rowCount(), 0);
    EXPECT_TRUE(model_.levels().empty());
}

TEST_F(TerritoryTable, SharesAreThoseOfTerritoriesWhereItIsKnown) {
    EXPECT_EQ(distributionOf(model_.shares()).count(), 2U);
}

}  // namespace
}  // namespace raquette::viewer

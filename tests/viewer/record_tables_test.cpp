#include "gis/analysis/analysis.h"
#include "tests/viewer/settle.h"
#include "tests/viewer/world.h"
#include "viewer/app/main_window.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/drawing.h"
#include "viewer/map/view.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/link_table_model.h"
#include "viewer/panels/pair_table_model.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/record_pane.h"
#include "viewer/panels/record_table_model.h"
#include "viewer/panels/share_pane.h"
#include "viewer/sheets/content.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QImage>
#include <QTableView>
#include <algorithm>

namespace raquette::viewer {
namespace {

using test::settle;

using model::Language;
using model::Membership;
using testing::ElementsAre;
using Strict = QAbstractItemModelTester;

/// Le Fil, a member; a label near it, not a member; a studio of which nothing is known, not placed. Le Fil and the label work together.
store::StudyState state() {
    store::StudyState state = test::twoSquares();
    model::Venue& fil = state.dataset.venues.front();
    fil.functions = {model::SharedText("diffusion"), model::SharedText("répétition")};
    fil.member = Membership::Member;
    const auto actor = [&](const char* id, const char* name, const char* function, double lon, Membership member) {
        model::Actor made;
        made.id = id;
        made.name = name;
        made.functions = {model::SharedText(function)};
        made.member = member;
        made.place = fil.place;
        made.place.position = geometry::LonLat{lon, 46.5};
        made.privateFields["phone"] = "06 99 88 77 66";
        state.dataset.actors.push_back(made);
    };
    actor("label", "Un label", "édition/label", 3.55, Membership::NotMember);
    actor("studio", "Un studio", "enregistrement", 3.52, Membership::Unknown);
    state.dataset.actors.back().place.position.reset();
    actor("radio", "Une radio", "média/radio", 3.6, Membership::Unknown);
    model::Link link;
    link.id = "l1";
    link.parties = {"Le Fil", "Un label", "Un inconnu"};
    link.partyIds = {"le-fil", "label", ""};
    link.intensity = model::Intensity::Double;
    link.nature = "disque";
    link.period.start = model::PartialDate::parse("2020");
    state.dataset.links = {link};
    link.id = "l2";
    link.parties = {"Un inconnu", "Un studio"};
    link.partyIds = {"", "studio"};
    link.intensity = model::Intensity::Unknown;
    link.period.end = model::PartialDate::parse("2021");
    state.dataset.links.push_back(link);
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

std::shared_ptr<const store::StudyState> shared() {
    return std::make_shared<const store::StudyState>(state());
}

std::vector<std::string> column(const QAbstractItemModel& model, int at) {
    std::vector<std::string> cells;
    for (int row = 0; row < model.rowCount(); ++row) cells.push_back(model.index(row, at).data().toString().toStdString());
    return cells;
}

TEST(RecordTable, SaysWhoIsThereWhetherAMemberAndHowWellPlaced) {
    RecordTableModel model(shared());
    const Strict strict(&model, Strict::FailureReportingMode::Fatal);
    EXPECT_THAT(column(model, RecordTableModel::Name), ElementsAre("Le Fil", "Un label", "Un studio", "Une radio"));
    EXPECT_THAT(column(model, RecordTableModel::Kind), ElementsAre("lieu", "structure", "structure", "structure"));
    EXPECT_EQ(column(model, RecordTableModel::Functions).front(), "Diffusion, Répétition");
    EXPECT_EQ(column(model, RecordTableModel::Commune).front(), "Estville");
    EXPECT_THAT(column(model, RecordTableModel::Member),
                ElementsAre("adhérent", "non adhérent", "adhésion non précisée", "adhésion non précisée"));
    EXPECT_THAT(column(model, RecordTableModel::PrecisionOf), ElementsAre("exacte", "exacte", "sans position", "exacte"));
    model.setLanguage(Language::English);
    EXPECT_EQ(column(model, RecordTableModel::Status).front(), "open");
    for (int at = 0; at < model.columnCount(); ++at) {
        for (const std::string& cell : column(model, at)) EXPECT_EQ(cell.find("06 99"), std::string::npos);
    }
}

TEST(RecordTable, IsFilteredByFunctionAndByMembership) {
    RecordTableModel model(shared());
    const Strict strict(&model, Strict::FailureReportingMode::Fatal);
    EXPECT_THAT(model.functions(), ElementsAre("répétition", "enregistrement", "édition/label", "diffusion", "média/radio"));
    EXPECT_FALSE(model.shownIds()) << "nothing is filtered out";
    model.setFilter("Diffusion", std::nullopt);
    EXPECT_THAT(column(model, RecordTableModel::Name), ElementsAre("Le Fil"));
    model.setFilter("", Membership::Unknown);
    EXPECT_THAT(*model.shownIds(), ElementsAre("radio", "studio"));
    EXPECT_FALSE(model.rowOf("le-fil"));
    EXPECT_EQ(model.recordOf(*model.rowOf("radio")), "radio");
    model.setFilter("diffusion", Membership::NotMember);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(LinkTable, SaysWithWhomWhatIsSharedAndHowFarApart) {
    LinkTableModel model(shared());
    const Strict strict(&model, Strict::FailureReportingMode::Fatal);
    EXPECT_THAT(column(model, LinkTableModel::Parties), ElementsAre("Le Fil, Un label, Un inconnu", "Un inconnu, Un studio"));
    EXPECT_EQ(column(model, LinkTableModel::IntensityOf).front(), "risque partagé (double)");
    EXPECT_THAT(column(model, LinkTableModel::Apart), ElementsAre("3,8\u00a0km", "–"));
    EXPECT_FALSE(model.index(1, LinkTableModel::Apart).data(Qt::EditRole).isValid());
    EXPECT_THAT(column(model, LinkTableModel::StateOf), ElementsAre("en cours", "terminée"));
    EXPECT_EQ(model.rowOf("studio"), 1);
    EXPECT_FALSE(model.rowOf("radio"));
    EXPECT_THAT(model.partiesOf(0), ElementsAre("le-fil", "label"));
}

TEST(PairTable, NamesNeighboursWhoCompleteEachOtherNearestFirst) {
    PairTableModel model(shared());
    const Strict strict(&model, Strict::FailureReportingMode::Fatal);
    ASSERT_EQ(model.rowCount(), 2) << "the radio with each of the two others that are placed";
    EXPECT_EQ(column(model, PairTableModel::First).front() + column(model, PairTableModel::Second).front(), "Un labelUne radio");
    EXPECT_EQ(column(model, PairTableModel::FirstBrings).front(), "Édition, label");
    EXPECT_EQ(model.rowOf("le-fil"), 1);
    EXPECT_LT(model.index(0, PairTableModel::Apart).data(Qt::EditRole).toDouble(),
              model.index(1, PairTableModel::Apart).data(Qt::EditRole).toDouble());
}

class WhoIsThere : public testing::Test {
protected:
    void ask(QuestionPanel::Mode mode) {
        window_.show();
        ASSERT_TRUE(settle(window_));
        window_.findChild<QuestionPanel*>()->setMode(mode);
        ASSERT_TRUE(settle(window_));
    }
    QString card() { return window_.findChild<CardPanel*>()->shownText(); }

    MainWindow window_{shared()};
};

TEST_F(WhoIsThere, ARowLeadsToTheCardAndAClickOnTheMapToTheRow) {
    ask(QuestionPanel::Mode::Who);
    auto* pane = window_.findChild<RecordPane*>();
    ASSERT_TRUE(pane->isVisible());
    auto* table = pane->findChild<QTableView*>();
    EXPECT_EQ(table->model()->index(1, 0).data().toString(), QStringLiteral("Un label")) << "by name";
    emit table->clicked(table->model()->index(1, 0));
    ASSERT_TRUE(settle(window_));
    EXPECT_TRUE(card().contains(QStringLiteral("Un label")));
    const geometry::PlanePoint radio = geometry::toPlane(geometry::lambert93, {3.6, 46.5});
    emit window_.findChild<MapWidget*>(QStringLiteral("map"))->clicked(radio.x, radio.y, 500);
    ASSERT_EQ(table->selectionModel()->selectedRows().size(), 1);
    EXPECT_EQ(table->selectionModel()->selectedRows().front().data().toString(), QStringLiteral("Une radio"));
}

TEST_F(WhoIsThere, TheFilterActsOnTheMapToo) {
    ask(QuestionPanel::Mode::Who);
    auto* pane = window_.findChild<RecordPane*>();
    auto* functions = pane->findChildren<QComboBox*>().front();
    functions->setCurrentIndex(functions->findText(QStringLiteral("Diffusion")));
    ASSERT_TRUE(settle(window_));
    auto* map = window_.findChild<MapWidget*>(QStringLiteral("map"));
    const auto click = [&](double lon) {
        const geometry::PlanePoint at = geometry::toPlane(geometry::lambert93, {lon, 46.5});
        emit map->clicked(at.x, at.y, 500);
    };
    click(3.6);
    EXPECT_FALSE(card().contains(QStringLiteral("QUI EST LÀ"))) << "the département is found, not the radio";
    click(3.5);
    EXPECT_TRUE(card().contains(QStringLiteral("Le Fil")));
    functions->setCurrentIndex(0);
    click(3.6);
    EXPECT_TRUE(card().contains(QStringLiteral("QUI EST LÀ")));
}

TEST_F(WhoIsThere, LinksAndPairsLeadToTheirPartiesOnTheMap) {
    ask(QuestionPanel::Mode::Share);
    auto* pane = window_.findChild<SharePane*>();
    ASSERT_TRUE(pane->isVisible());
    const auto tables = pane->findChildren<QTableView*>();
    ASSERT_EQ(tables.size(), 2);
    emit tables[0]->clicked(tables[0]->model()->index(0, 0));
    ASSERT_TRUE(settle(window_));
    EXPECT_TRUE(card().contains(QStringLiteral("Le Fil")));
    const Box seen = window_.findChild<MapWidget*>(QStringLiteral("map"))->view().visible();
    for (const double lon : {3.5, 3.55}) EXPECT_TRUE(seen.contains(geometry::toPlane(geometry::lambert93, {lon, 46.5})));
    EXPECT_LT(seen.width(), 40000);
    emit tables[1]->clicked(tables[1]->model()->index(0, 0));
    ASSERT_TRUE(settle(window_));
    EXPECT_TRUE(card().contains(QStringLiteral("Un label")));
}

TEST_F(WhoIsThere, EachQuestionHasItsOwnTables) {
    ask(QuestionPanel::Mode::Gaps);
    EXPECT_FALSE(window_.findChild<RecordPane*>()->isVisible());
    ask(QuestionPanel::Mode::Who);
    EXPECT_TRUE(window_.findChild<RecordPane*>()->isVisible());
    EXPECT_FALSE(window_.findChild<SharePane*>()->isVisible());
    ask(QuestionPanel::Mode::Gaps);
    EXPECT_TRUE(window_.findChild<QTableView*>()->isVisible());
    EXPECT_FALSE(window_.findChild<RecordPane*>()->isVisible());
}

/// Dark pixels of the sign, drawn in grey.
std::pair<int, bool> inkOf(DotKind kind, Belonging belonging) {
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    MapOptions options;
    options.scale = 3;
    QPainter painter(&image);
    drawDotSample(painter, {20, 20}, kind, options, belonging);
    painter.end();
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    int dark = 0;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) dark += qGray(grey.pixel(x, y)) < 160 ? 1 : 0;
    }
    return {dark, qGray(grey.pixel(20, 20)) < 160};
}

TEST(MembershipSigns, AreToldApartWithoutColour) {
    for (const DotKind kind : {DotKind::Venue, DotKind::Actor}) {
        const auto [member, memberFilled] = inkOf(kind, Belonging::Member);
        const auto [other, otherFilled] = inkOf(kind, Belonging::NotMember);
        const auto [unknown, unknownFilled] = inkOf(kind, Belonging::Unknown);
        EXPECT_TRUE(memberFilled);
        EXPECT_FALSE(otherFilled) << "hollow";
        EXPECT_TRUE(unknownFilled);
        EXPECT_LT(unknown * 2, member) << "small";
        EXPECT_GT(other, 0);
    }
}

TEST(MembershipSigns, AreInTheLegendWhereTheStudyKnowsOfAny) {
    const auto signs = [](const store::StudyState& of) {
        const MapScene scene = makeScene(of, parseLayer("records", of.study));
        std::vector<std::string> words;
        for (const LegendEntry& entry : legendOf(of, scene, {}, Language::French)) words.push_back(entry.text);
        words.pop_back();  // borders
        return words;
    };
    EXPECT_THAT(signs(state()), ElementsAre("Lieu adhérent", "Acteur non adhérent", "Acteur, adhésion non précisée"));
    EXPECT_THAT(signs(test::twoSquares()), ElementsAre("Lieu"));
}

}  // namespace
}  // namespace raquette::viewer

#include "viewer/sheets/portrait.h"

#include "gis/model/error.h"
#include "tests/support/files.h"
#include "tests/viewer/world.h"

#include <QImage>
#include <algorithm>
#include <cstdlib>

namespace raquette::viewer {
namespace {

using model::Language;
using model::Level;
using testing::HasSubstr;
using testing::Not;

store::StudyState analysed(store::StudyState state) {
    state.analysis = analysis::analyse(state.study, state.reference, state.dataset);
    return state;
}

std::unique_ptr<PortraitPage> pageOf(const store::StudyState& state, const model::TerritoryId& territory,
                                     Language language = Language::French) {
    const std::optional<std::size_t> service = state.analysis.services.empty() ? std::nullopt : std::optional<std::size_t>(0);
    const auto scene = std::make_shared<const MapScene>(makeScene(state, parseLayer(portraitLayer(state, service), state.study)));
    return composePortrait(state, scene, territory, service, language);
}

/// The two squares with more of everything than a page can hold.
store::StudyState hostile() {
    store::StudyState state = test::twoSquares();
    const std::string longName =
        "Association pour la Promotion et le Développement des Musiques Actuelles Amplifiées du Haut-Forez et du Livradois";
    for (int i = 0; i < 200; ++i) {
        model::Actor actor;
        actor.id = "a" + std::to_string(i);
        actor.name = longName + " " + std::to_string(i);
        actor.functions = {model::SharedText("métier numéro " + std::to_string(i % 60)), model::SharedText("ressource/réseau")};
        actor.place = state.dataset.venues.front().place;
        actor.privateFields["contact"] = "Jeanne Secret";
        state.dataset.actors.push_back(actor);
        model::Contract contract;
        contract.id = "c" + std::to_string(i);
        contract.title = "Convention pluriannuelle d’objectifs " + longName + " " + std::to_string(i);
        contract.scope = {{Level::Departement, "42"}};
        contract.period = {model::PartialDate::parse("2020"), model::PartialDate::parse("2029"), false};
        state.dataset.contracts.push_back(contract);
        model::SourceSummary source;
        source.id = "liste-" + std::to_string(i);
        source.contributor = longName;
        state.dataset.sources.push_back(source);
        if (i < 30) state.reference.attributions.push_back("Référentiel " + longName + std::to_string(i));
    }
    return analysed(std::move(state));
}

std::vector<QRectF> boxesOf(const PortraitLayout& layout) {
    std::vector<QRectF> boxes{layout.head, layout.map, layout.side, layout.table, layout.foot};
    for (const PortraitLayout::Block& block : layout.blocks) boxes.push_back(block.box);
    return boxes;
}

TEST(Portrait, NothingOverflowsThePageOrMeets) {
    for (const store::StudyState& state : {analysed(test::twoSquares()), hostile(), analysed(test::withoutProvider())}) {
        for (const model::TerritoryId& id :
             {model::TerritoryId{Level::Departement, "42"}, {Level::Commune, "42001"}, {Level::Region, "84"}}) {
            const auto page = pageOf(state, id);
            const std::vector<QRectF> boxes = boxesOf(page->layout);
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                EXPECT_TRUE(page->layout.page.contains(boxes[i])) << i;
                for (std::size_t j = i + 1; j < boxes.size(); ++j) EXPECT_FALSE(boxes[i].intersects(boxes[j])) << i << ' ' << j;
            }
            EXPECT_EQ(page->layout.blocks.size(), 4U);
        }
    }
}

TEST(Portrait, WhatFindsNoRoomIsCounted) {
    const auto page = pageOf(hostile(), {Level::Departement, "42"});
    EXPECT_GT(page->content.left.front().items.size(), 50U);
    EXPECT_LT(page->layout.blocks.front().lines.size(), 40U);
    EXPECT_TRUE(page->layout.blocks.front().lines.back().words.startsWith(QStringLiteral("et "))) << "« et 57 autres »";
    EXPECT_FALSE(page->layout.footLines.isEmpty());
}

TEST(Portrait, SaysWhoseListItIsAndWhereItsFiguresComeFrom) {
    const store::StudyState state = analysed(test::twoSquares());
    const auto page = pageOf(state, {Level::Departement, "63"});
    EXPECT_EQ(page->content.title, "Puy-de-Dôme\u00a0: ce qui est là et ce qui manque, d’après la liste «\u00a0Agence culturelle\u00a0»");
    EXPECT_THAT(page->content.subtitle, HasSubstr("Non couvert\u00a0: 3\u202f000 personnes, soit 100\u202f%"));
    EXPECT_THAT(page->content.foot.front(), HasSubstr("ne disent pas où elles ont cherché"));
    EXPECT_GE(page->content.foot.size(), 4U);
    ASSERT_EQ(page->content.rows.size(), 2U);
    EXPECT_EQ(page->content.rows[0].name, "Puy-de-Dôme");
    EXPECT_EQ(page->content.rows[1].covered, "100\u202f%");
    EXPECT_EQ(page->content.rows[1].perInhabitant, "–") << "unknown is never zero";
    const auto english = pageOf(state, {Level::Departement, "63"}, Language::English);
    EXPECT_EQ(english->content.title, "Puy-de-Dôme: what is there and what is missing, by the list “Agence culturelle”");
}

TEST(Portrait, TheTerritoryStandsOut) {
    const store::StudyState state = analysed(test::twoSquares());
    EXPECT_EQ(pageOf(state, {Level::Departement, "42"})->marks.areas.size(), 1U);
    EXPECT_EQ(pageOf(state, {Level::Commune, "42001"})->points.size(), 1U) << "a commune without an outline is ringed";
    EXPECT_THROW(pageOf(state, {Level::Commune, "99999"}), model::Error);
    store::StudyState withEpci = test::twoSquares();
    withEpci.reference.epcis = {{"200000001", "Les Deux Carrés", {9000}, 0, {}}};
    for (model::Commune& commune : withEpci.reference.communes) commune.epci = 0;
    withEpci = analysed(std::move(withEpci));
    const auto epci = pageOf(withEpci, {Level::Epci, "200000001"});
    EXPECT_EQ(epci->points.size(), 2U);
    for (const geometry::PlanePoint& point : epci->points) EXPECT_TRUE(epci->view.visible().contains(point));
}

TEST(Portrait, IsAOnePagePdfAndAPictureWithNothingPrivate) {
    const TemporaryFolder folder;
    const auto page = pageOf(hostile(), {Level::Departement, "42"});
    writePortrait(*page, folder / "loire.pdf");
    const std::string pdf = bytesOf(folder / "loire.pdf");
    EXPECT_THAT(pdf, testing::StartsWith("%PDF-"));
    EXPECT_THAT(pdf, HasSubstr("/Count 1"));
    writePortrait(*page, folder / "loire.png");
    const QImage image(QString::fromStdString((folder / "loire.png").string()));
    ASSERT_EQ(image.size(), QSize(1285, 1819));
    int inked = 0;
    for (int y = 1650; y < 1819; ++y) {
        for (int x = 0; x < 1285; ++x) inked += qGray(image.pixel(x, y)) < 160 ? 1 : 0;
    }
    EXPECT_GT(inked, 500) << "the foot cannot be left out";
    if (const char* keep = std::getenv("RAQUETTE_KEEP_PICTURES")) image.save(QString::fromUtf8(keep) + QStringLiteral("/portrait.png"));
    for (const auto& blocks : {page->content.left, page->content.right}) {
        for (const PortraitContent::Block& block : blocks) {
            for (const std::string& item : block.items) EXPECT_THAT(item, Not(HasSubstr("Secret")));
        }
    }
    EXPECT_THROW(writePortrait(*page, folder / "loire.jpg"), model::Error);
    EXPECT_THROW(writePortrait(*page, folder / "no" / "such" / "loire.pdf"), model::Error);
}

TEST(Portrait, AStudyWithoutServiceOrListHasAPage) {
    store::StudyState bare = test::twoSquares();
    bare.study.services.clear();
    bare.dataset = {};
    bare = analysed(std::move(bare));
    const auto page = pageOf(bare, {Level::Departement, "42"});
    EXPECT_THAT(page->content.title, HasSubstr("d’après nos listes"));
    EXPECT_EQ(page->content.rows.size(), 2U);
}

}  // namespace
}  // namespace raquette::viewer

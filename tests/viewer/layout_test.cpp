#include "viewer/sheets/layout.h"

#include "tests/viewer/world.h"
#include "viewer/sheets/extent.h"

#include <tuple>

namespace raquette::viewer {
namespace {

store::StudyState world(const std::string& name) {
    if (name == "crowded") return test::crowded(100);
    if (name == "covered") return test::allCovered();
    if (name == "nobody") return test::withoutProvider();
    store::StudyState state = test::twoSquares();
    state.study.title = {std::string(300, 'M'), std::string(300, 'M')};
    state.analysis.services[0].service.label = {"Lieu " + std::string(200, 'x') + " très long " + std::string(200, 'y'), "Venue"};
    for (int i = 0; i < 6; ++i) {
        model::SourceSummary source;
        source.contributor = "Fédération régionale des lieux et des projets de musiques actuelles numéro " + std::to_string(i);
        state.dataset.sources.push_back(source);
    }
    return state;
}

/// What a sheet must be on every format.
void expectWellPlaced(const std::string& name, const SheetFormat& format, std::size_t insets) {
    const store::StudyState state = world(name);
    const MapScene scene = makeScene(state, parseLayer("gaps:lieux", state.study));
    const Lettering lettering;
    for (const auto language : {model::Language::French, model::Language::English}) {
        const SheetContent content = contentOf(state, scene, extentOf(state, scene, ""), {4000, 1}, language);
        const SheetLayout layout = layOut(format, content, insets, lettering);
        std::vector<QRectF> boxes{layout.head, layout.map, layout.list, layout.legend, layout.foot};
        if (insets > 0) boxes.push_back(layout.insets);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            EXPECT_TRUE(layout.page.contains(boxes[i])) << "box " << i << " leaves the page";
            for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(boxes[i].intersects(boxes[j])) << "boxes " << j << " and " << i;
        }
        EXPECT_GT(layout.map.width() * layout.map.height(), layout.page.width() * layout.page.height() * 0.25) << "the map is the sheet";
        const QFont foot = lettering.font(layout.type.foot);
        QString said;
        for (const QString& line : layout.footLines) {
            EXPECT_LE(lettering.width(line, foot), layout.foot.width() + 1);
            said += line;
        }
        EXPECT_TRUE(said.contains(QStringLiteral("Lambert-93"))) << "the foot is never shortened";
        EXPECT_FALSE(said.contains(QStringLiteral("…")));
    }
}

class SheetLayouts : public testing::TestWithParam<std::tuple<std::string, std::pair<int, int>, std::size_t>> {};

TEST_P(SheetLayouts, NothingOverlapsAndNothingIsCut) {
    const auto& [name, size, insets] = GetParam();
    expectWellPlaced(name, formatOf(QSizeF(size.first, size.second)), insets);
}

INSTANTIATE_TEST_SUITE_P(Sizes, SheetLayouts,
                         testing::Combine(testing::Values("crowded", "covered", "nobody", "long"),
                                          testing::Values(std::pair(800, 566), std::pair(1819, 1285), std::pair(2400, 1697),
                                                          std::pair(1285, 1819), std::pair(1000, 1000), std::pair(1920, 1080),
                                                          std::pair(640, 480)),
                                          testing::Values(0U, 1U, 5U)));

class SheetsOnPaper : public testing::TestWithParam<std::tuple<std::string, Paper, std::size_t>> {};

TEST_P(SheetsOnPaper, KeepEveryPartOnIt) {
    const auto& [name, paper, insets] = GetParam();
    expectWellPlaced(name, formatOf(paper), insets);
}

INSTANTIATE_TEST_SUITE_P(EachPaper, SheetsOnPaper,
                         testing::Combine(testing::Values("crowded", "covered", "nobody", "long"), testing::ValuesIn(papers),
                                          testing::Values(0U, 1U, 5U)));

TEST(SheetsOnA3, GrowTheirMapMoreThanTheirLetters) {
    const store::StudyState state = world("crowded");
    const MapScene scene = makeScene(state, parseLayer("gaps:lieux", state.study));
    const Lettering lettering;
    const SheetContent content = contentOf(state, scene, extentOf(state, scene, ""), {4000, 1}, model::Language::French);
    for (const auto& [a4, a3] : {std::pair(Paper::A4, Paper::A3), std::pair(Paper::A4Portrait, Paper::A3Portrait)}) {
        const SheetLayout small = layOut(formatOf(a4), content, 5, lettering);
        const SheetLayout large = layOut(formatOf(a3), content, 5, lettering);
        EXPECT_GE(large.type.body, small.type.body);
        EXPECT_LT(large.type.body, small.type.body * 1.3);
        EXPECT_GT(large.map.width() * large.map.height(), small.map.width() * small.map.height() * 2) << "the paper doubles";
        EXPECT_GE(large.rows, small.rows);
    }
}

}  // namespace
}  // namespace raquette::viewer

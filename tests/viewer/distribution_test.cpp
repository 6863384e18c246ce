#include "viewer/panels/distribution.h"

#include "gis/model/language.h"
#include "viewer/panels/distribution_view.h"

namespace raquette::viewer {
namespace {

TEST(Distribution, EveryTerritoryIsInOneBinAndAWholeShareInTheLast) {
    const Distribution found = distributionOf({{{100}, 0}, {{100}, 0.05}, {{50}, 0.1}, {{70}, 0.95}, {{10}, 1}});
    EXPECT_EQ(found.count(), 5U);
    EXPECT_EQ(found.territories.front(), 2U);
    EXPECT_EQ(found.territories[1], 1U);
    EXPECT_EQ(found.territories.back(), 2U);
}

TEST(Distribution, TheCurveEndsWithAllAndTheGiniIsItsOwn) {
    const std::vector<analysis::Portion> shares{{{6000}, 1}, {{3000}, 0}};
    const Distribution found = distributionOf(shares);
    EXPECT_EQ(found.curve.back(), (analysis::LorenzPoint{{1}, {1}}));
    EXPECT_NEAR(found.gini->value, 1.0 / 3, 1e-12);
    EXPECT_EQ(found.gini, analysis::gini(shares));
}

TEST(Distribution, OfNothingIsNothing) {
    EXPECT_EQ(distributionOf({}).count(), 0U);
    EXPECT_FALSE(distributionOf({{{100}, 0}, {{50}, 0}}).gini);
    EXPECT_FALSE(distributionOf({{{100}, 0.7}}).gini) << "one alone is not unequal";
}

TEST(DistributionView, SaysWhatItDraws) {
    DistributionView view;
    view.showShares({{{6000}, 1}, {{3000}, 0}});
    view.setLanguage(model::Language::French);
    EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("0,33"))) << view.accessibleDescription().toStdString();
    view.setLanguage(model::Language::English);
    EXPECT_TRUE(view.accessibleDescription().contains(QStringLiteral("0.33")));
    EXPECT_FALSE(view.grab().isNull());
}

}  // namespace
}  // namespace raquette::viewer

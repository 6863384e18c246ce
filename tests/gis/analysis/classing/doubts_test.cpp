#include "gis/analysis/classing/doubts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<double> fifths{0.2, 0.4, 0.6, 0.8};

TEST(ClassDoubts, NoneOfFiguresThatFillTheirClasses) {
    EXPECT_THAT(doubtsOf(std::vector{0.1, 0.3, 0.5, 0.7, 0.9}, fifths), IsEmpty());
    EXPECT_THAT(doubtsOf(std::vector<double>(), fifths), IsEmpty()) << "nothing to show misleads nobody";
}

TEST(ClassDoubts, EmptyClassesAreCounted) {
    EXPECT_THAT(doubtsOf(std::vector{0.1, 0.3, 0.9}, fifths), ElementsAre(ClassFinding{ClassDoubt::Empty, 2, {}}));
}

TEST(ClassDoubts, SkewThatLeavesOneColourIsTold) {
    std::vector<double> figures(17, 0.95);
    figures.insert(figures.end(), {0.1, 0.3, 0.5});
    EXPECT_THAT(doubtsOf(figures, std::vector{0.2, 0.4, 0.6}), ElementsAre(ClassFinding{ClassDoubt::NearlyAll, 0, {17.0 / 20}}));
    EXPECT_THAT(doubtsOf(std::vector{0.1, 0.3}, std::vector<double>()), ElementsAre(ClassFinding{ClassDoubt::NearlyAll, 0, {1}}))
        << "one class is one colour";
}

TEST(ClassDoubts, ZerosThatLookLikeOthersAreTold) {
    EXPECT_THAT(doubtsOf(std::vector{0.0, 0.0, 0.1, 0.3, 0.5, 0.7, 0.9}, fifths), ElementsAre(ClassFinding{ClassDoubt::HiddenZero, 2, {}}));
    EXPECT_THAT(doubtsOf(std::vector{0.0, 0.0, 0.3, 0.5, 0.7, 0.9}, fifths), IsEmpty()) << "the lowest class is of zeros alone";
    std::vector<double> few(20, 0.3);
    few.insert(few.end(), {0.0, 0.1, 0.5, 0.7, 0.9});
    EXPECT_THAT(doubtsOf(few, fifths), IsEmpty()) << "one in twenty-five says little";
}

TEST(ClassDoubts, MoreThanEyesTellApartIsTold) {
    const std::vector<double> figures{1, 2, 3, 4, 5, 6, 7, 8};
    EXPECT_THAT(doubtsOf(figures, std::vector<double>{2, 3, 4, 5, 6, 7, 8}), ElementsAre(ClassFinding{ClassDoubt::TooMany, 8, {}}));
}

}  // namespace
}  // namespace raquette::analysis

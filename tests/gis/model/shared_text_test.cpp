#include "gis/model/shared_text.h"

#include <gtest/gtest.h>

namespace raquette::model {
namespace {

TEST(SharedText, ACopyIsTheSameTextInMemory) {
    const SharedText text("Saint-Étienne");
    SharedText copy;
    copy = text;
    EXPECT_EQ(copy, "Saint-Étienne");
    EXPECT_EQ(copy.str().data(), text.str().data());
}

TEST(SharedText, OutlivesTheOneItWasCopiedFrom) {
    SharedText copy;
    {
        const SharedText text(std::string(40, 'x'));
        copy = text;
    }
    EXPECT_EQ(copy, std::string(40, 'x'));
    copy = "other";
    EXPECT_EQ(copy, "other");
}

TEST(SharedText, IsEmptyWithoutMemoryOfItsOwn) {
    const SharedText nothing("");
    EXPECT_TRUE(nothing.empty());
    EXPECT_EQ(nothing, SharedText());
    EXPECT_EQ(nothing.str().data(), SharedText().str().data());
    EXPECT_EQ(sizeof(SharedText), sizeof(void*));
}

TEST(SharedText, ComparesByItsLettersAlone) {
    EXPECT_EQ(SharedText("a"), SharedText("a"));
    EXPECT_LT(SharedText("a"), SharedText("b"));
    EXPECT_NE(SharedText("a"), SharedText());
}

}  // namespace
}  // namespace raquette::model

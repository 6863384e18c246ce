#include "gis/text/spelling.h"

#include <gtest/gtest.h>
#include <string>

namespace raquette::text {
namespace {

TEST(TypingErrors, CountsLettersLeftOutAddedChangedAndSwapped) {
    EXPECT_EQ(typingErrors("gambetta", "gambetta", 2), 0);
    EXPECT_EQ(typingErrors("gambeta", "gambetta", 2), 1);
    EXPECT_EQ(typingErrors("gamebtta", "gambetta", 2), 1) << "neighbours swapped are one error";
    EXPECT_EQ(typingErrors("gambade", "gambetta", 2), 3) << "more than the limit";
    EXPECT_EQ(typingErrors("", "ab", 2), 2);
    EXPECT_EQ(typingErrors(std::string(100, 'a'), std::string(100, 'b'), 2), 3);
}

}  // namespace
}  // namespace raquette::text

#include "ingest/roads/profile_file.h"

#include "gis/model/error.h"
#include "tests/support/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace raquette::ingest {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(ProfileFile, TheThreeThatComeWithTheToolAreReadInBothLanguages) {
    for (const char* mode : {"car", "bicycle", "foot"}) {
        const roads::Profile profile = readProfile(profilePath(mode));
        EXPECT_EQ(profile.id, mode);
        EXPECT_FALSE(profile.label.fr.empty());
        EXPECT_NE(profile.label.fr, profile.label.en);
        EXPECT_TRUE(profile.speeds.contains("residential")) << mode;
        EXPECT_FALSE(profile.access.empty());
        EXPECT_GE(profile.detour, 1);
    }
    EXPECT_FALSE(readProfile(profilePath("car")).speeds.contains("footway"));
    EXPECT_FALSE(readProfile(profilePath("foot")).oneways);
    EXPECT_FALSE(readProfile(profilePath("bicycle")).speeds.contains("motorway"));
}

TEST(ProfileFile, AnUnknownModeNamesThoseThereAre) {
    EXPECT_THAT([] { profilePath("plane"); }, ThrowsMessage<model::Error>(AllOf(HasSubstr("plane"), HasSubstr("bicycle, car, foot"))));
    EXPECT_THAT([] { profilePath("../reference"); }, ThrowsMessage<model::Error>(HasSubstr("../reference")));
}

TEST(ProfileFile, WhatCannotBeIsRefusedAtItsLine) {
    const TemporaryFolder folder;
    const auto refusal = [&](const std::string& text) {
        try {
            readProfile(folder.write("mine.toml", text));
        } catch (const model::Error& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    EXPECT_EQ(refusal("[speeds]\nresidential = 30\n"), "accepted");
    EXPECT_THAT(refusal("[speeds]\nresidential = 0\n"), AllOf(HasSubstr("mine.toml:2"), HasSubstr("above 0")));
    EXPECT_THAT(refusal("[speeds]\nresidential = \"fast\"\n"), HasSubstr("mine.toml:2"));
    EXPECT_THAT(refusal("[speed]\nresidential = 30\n"), HasSubstr("speeds"));
    EXPECT_THAT(refusal(""), HasSubstr("[speeds]"));
    EXPECT_THAT(refusal("[speeds]\nresidential = 30\n[off_road]\nwalk = -1\n"), HasSubstr("between 0.1 and 50"));
    EXPECT_THAT(refusal("[speeds]\nresidential = 30\n[access]\noneways = 3\n"), HasSubstr("true or false"));
    EXPECT_THAT(refusal("[speeds\n"), HasSubstr("mine.toml"));
}

}  // namespace
}  // namespace raquette::ingest

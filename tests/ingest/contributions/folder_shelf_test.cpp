#include "ingest/contributions/folder_shelf.h"

#include "gis/model/error.h"
#include "tests/ingest/contributions/together.h"

#include <gmock/gmock.h>

namespace raquette::ingest {
namespace {

using model::Contribution;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

TEST(FolderShelf, IsHeldByOneAtATime) {
    const TemporaryFolder folder;
    FolderShelf shelf(folder / "contributions");
    {
        const Shelf::Hold hold = shelf.hold();
        EXPECT_THAT([&] { FolderShelf(folder / "contributions").hold(); }, ThrowsMessage<model::Error>(HasSubstr("another program")));
    }
    EXPECT_NO_THROW(shelf.hold());
}

TEST(FolderShelf, AContributionChangedSinceItWasAcceptedIsRefused) {
    const Together study;
    if (Together::inDatabase()) GTEST_SKIP() << "a file is what anybody can change";
    const Contribution said = Together::says("Le Fil", {{"fil", "capacity", "900", "1200"}});
    study.bring({said});
    writeContribution(Together::says("Le Fil", {{"fil", "capacity", "900", "9999"}}), contributionPath(study.folder(), said.id));
    EXPECT_THAT([&] { study.run(); }, ThrowsMessage<model::Error>(HasSubstr("its content is of another")));
}

TEST(FolderShelf, ALineThatCannotBeReadIsNamed) {
    const TemporaryFolder folder;
    folder.write("history.jsonl",
                 "{\"act\":\"proposed\",\"on\":\"2026-05-01\",\"contribution\":\"1\",\"organisation\":\"A\"}\n{\"act\":\n");
    FolderShelf shelf(folder.path());
    EXPECT_THAT([&] { shelf.history(); }, ThrowsMessage<model::Error>(HasSubstr("history.jsonl:2")));
}

}  // namespace
}  // namespace raquette::ingest

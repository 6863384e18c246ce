#include "ingest/contributions/contribution_file.h"

#include "gis/model/error.h"
#include "ingest/contributions/changeset.h"
#include "tests/support/files.h"

#include <random>

namespace raquette::ingest {
namespace {

using model::Contribution;
using model::FieldChange;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

Contribution correction() {
    Contribution one;
    one.study = "Musiques actuelles";
    one.base = "0123456789abcdef";
    one.organisation = "Pôle « Ouest »";
    one.author = "Jeanne Dupont";
    one.date = "2026-11-30";
    one.reason = "vu sur place";
    one.changes = {{"le-fil", "capacity", "900", "1200"}, {"le-fil", "closed", "", "2026"}, {"le-fil", "notes", "à vérifier", ""}};
    settle(one);
    return one;
}

TEST(Contribution, IsReadBackAsItWasWritten) {
    const TemporaryFolder folder;
    writeContribution(correction(), folder / "a.contribution");
    EXPECT_EQ(readContribution(folder / "a.contribution"), correction());
}

TEST(Contribution, ChangesOfAnyWordsComeBack) {
    std::mt19937 random(5);
    const std::vector<std::string> words{"", "a", "l'été", "x'); DROP TABLE fields; --", "\"", std::string(3000, 'z'), "\xF0\x9F\x8E\xB8"};
    const auto word = [&] { return words[random() % words.size()]; };
    for (int i = 0; i < 200; ++i) {
        Contribution one = correction();
        one.changes.clear();
        for (std::size_t n = 0; n < 1 + random() % 8; ++n)
            one.changes.push_back({"r" + std::to_string(random() % 3) + word(), n % 2 ? "name" : "notes", word(), word()});
        std::ranges::sort(one.changes, {}, [](const FieldChange& change) { return std::pair(change.record, change.field); });
        const auto same = [](const FieldChange& a, const FieldChange& b) { return a.record == b.record && a.field == b.field; };
        one.changes.erase(std::unique(one.changes.begin(), one.changes.end(), same), one.changes.end());
        std::erase_if(one.changes, [](const FieldChange& change) { return change.before == change.after; });
        if (one.changes.empty()) continue;
        settle(one);
        EXPECT_EQ(contributionFrom(contributionBytes(one), "x"), one);
    }
}

TEST(Contribution, WhatIsNoContributionIsRefusedInWords) {
    const std::string good = contributionBytes(correction());
    const auto reading = [](std::string bytes) { return [bytes = std::move(bytes)] { contributionFrom(bytes, "c.contribution"); }; };
    EXPECT_THAT(reading(""), ThrowsMessage<model::Error>(HasSubstr("no contribution of Raquette")));
    EXPECT_THAT(reading("SQLite format 3"), ThrowsMessage<model::Error>(HasSubstr("no contribution of Raquette")));
    EXPECT_THAT(reading(good.substr(0, 40)), ThrowsMessage<model::Error>(HasSubstr("cut short")));
    EXPECT_THAT(reading(good.substr(0, good.size() - 3)), ThrowsMessage<model::Error>(HasSubstr("cut short")));
    std::string later = good;
    later.replace(later.find("\"version\":1"), 11, "\"version\":2");
    EXPECT_THAT(reading(later), ThrowsMessage<model::Error>(HasSubstr("later version")));
    std::string forged = good;
    forged.replace(forged.find("Ouest"), 5, "Ouast");
    EXPECT_THAT(reading(forged), ThrowsMessage<model::Error>(HasSubstr("not the one its id was made of")));
    Contribution unknown = correction();
    unknown.changes = {{"le-fil", "sqlite_master", "", "x"}};
    settle(unknown);
    EXPECT_THAT(reading(contributionBytes(unknown)), ThrowsMessage<model::Error>(HasSubstr("a field that no list has")));
}

TEST(Contribution, NoDamagedFileIsTakenForAnother) {
    const std::string good = contributionBytes(correction());
    std::mt19937 random(11);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = good;
        for (std::size_t n = 0; n < 1 + random() % 4; ++n) bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
        try {
            const Contribution read = contributionFrom(bytes, "x");
            EXPECT_EQ(read.changes, correction().changes) << "only words of its manifest can differ unseen";
        } catch (const model::Error& refused) {
            EXPECT_STRNE(refused.what(), "");
        }
    }
}

TEST(Changeset, NoBytesBringItDown) {
    const std::string good = changesetOf(correction().changes);
    std::mt19937 random(12);
    for (int i = 0; i < 5000; ++i) {
        std::string bytes = good.substr(0, random() % (good.size() + 1));
        for (std::size_t n = 0; n < random() % 4 && !bytes.empty(); ++n) bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
        try {
            changesIn(bytes);
        } catch (const model::Error& refused) {
            EXPECT_STRNE(refused.what(), "");
        }
    }
}

TEST(ContributionId, IsOfWhatIsSaidButForPersons) {
    Contribution one = correction();
    Contribution other = one;
    other.author = "";
    other.reason = "";
    settle(other);
    EXPECT_EQ(other.id, one.id) << "a person can be forgotten";
    other.changes[0].after = "1300";
    settle(other);
    EXPECT_NE(other.id, one.id);
    one.changes = {{"le-fil", "email", "", "jeanne@exemple.fr"}};
    other.changes = {{"le-fil", "email", "", ""}, {"le-fil", "email", "a", "b"}};
    settle(one);
    settle(other);
    EXPECT_EQ(other.id, one.id);
}

TEST(Contribution, ChangesAFieldOnceAndSomething) {
    Contribution one = correction();
    one.changes.push_back({"le-fil", "capacity", "900", "800"});
    EXPECT_THAT([&] { settle(one); }, ThrowsMessage<model::Error>(HasSubstr("twice")));
    one.changes = {{"le-fil", "capacity", "900", "900"}};
    EXPECT_THAT([&] { settle(one); }, ThrowsMessage<model::Error>(HasSubstr("nothing to contribute")));
}

}  // namespace
}  // namespace raquette::ingest

#include "ingest/duplicates/groups.h"
#include "ingest/duplicates/jaro_winkler.h"
#include "ingest/duplicates/records_by_row.h"
#include "tests/ingest/duplicates/expectations.h"

#include <array>
#include <random>

namespace raquette::ingest {
namespace {

// What a long list must not lose for being read a place at a time.

/// A word of its own for each number: nobody else's by chance.
std::string wordOf(std::uint32_t number) {
    constexpr std::array<const char*, 16> syllables{"ba", "ro",  "li", "ne",  "mou", "ter", "chan", "vi",
                                                    "lu", "gri", "po", "sel", "tam", "dor", "fe",   "ko"};
    std::mt19937 mixed(number);
    std::string word;
    for (int i = 0; i < 6; ++i) word += syllables[mixed() % syllables.size()];
    return word;
}

std::string row(const char* beginning, const char* between, std::uint32_t number, const std::string& insee) {
    const std::string name = wordOf(number) + between + wordOf(number + 500'000);
    return beginning + name + ";" + insee + ";www." + wordOf(number) + ".fr\n";
}

std::string listOf(std::uint32_t rows, const std::string& insee) {
    std::string list = "nom;insee;site web\n";
    for (std::uint32_t i = 0; i < rows; ++i) list += row("Cie ", " ", i, insee);
    return list;
}

/// Another list has the first, the middle and the last of them again.
std::string again(std::uint32_t rows, const std::string& insee) {
    std::string list = "nom;insee;site web\n";
    for (const std::uint32_t i : {0U, rows / 2, rows - 1}) list += row("Compagnie ", "-", i, insee);
    return list;
}

class ListOfOneTown : public ::testing::TestWithParam<std::uint32_t> {};

TEST_P(ListOfOneTown, MeetsItsDuplicatesHoweverLong) {
    const IngestResult result =
        TinyIngest().source("a", "actors", listOf(GetParam(), "69123")).source("b", "actors", again(GetParam(), "69123")).run();
    EXPECT_THAT(result.dataset.actors, SizeIs(GetParam()));
    EXPECT_EQ(result.dataset.sources[1].merged, 3);
}

TEST_P(ListOfOneTown, IsComparedWithTheTownNextDoor) {
    const IngestResult result =
        TinyIngest().source("a", "venues", listOf(GetParam(), "69123")).source("b", "venues", again(GetParam(), "69149")).run();
    EXPECT_THAT(result.dataset.questions, SizeIs(3));
    EXPECT_EQ(result.dataset.sources[1].merged, 0);
}

INSTANTIATE_TEST_SUITE_P(Rows, ListOfOneTown, ::testing::Values(50, 1'500, 12'000));

TEST(Sharing, GroupsThoseOfOneKeyAndLeavesTheOthersOut) {
    const std::vector<std::uint64_t> keys{7, 0, 3, 7, 0, 9, 3, 7};
    const auto groups = sharing(keys.size(), [&](std::size_t i) { return keys[i]; });
    EXPECT_THAT(groups, ElementsAre(ElementsAre(2, 6), ElementsAre(0, 3, 7)));
}

TEST(Groups, KeepTheOrderOfTheirRecordsAndLeaveOutThoseOfNone) {
    const std::vector<std::string> places{"42218", "", "69123", "42218", "69123", "2A004"};
    const Numbered numbers = numbered(places.size(), [&](std::size_t i) -> std::string_view { return places[i]; });
    const Groups groups(numbers.of, numbers.count);
    ASSERT_THAT(groups, SizeIs(3));
    EXPECT_THAT(groups[0], ElementsAre(0, 3));
    EXPECT_THAT(groups[1], ElementsAre(2, 4));
    EXPECT_THAT(groups[2], ElementsAre(5));
    EXPECT_EQ(Groups({}, 0).size(), 0);
}

TEST(JaroWinkler, IsNeverAboveWhatTheLettersAllow) {
    std::mt19937 random(2026);
    const auto anyWord = [&] {
        std::string word;
        for (std::size_t i = 0, size = 1 + random() % 14; i < size; ++i) word += "abcdelmnorst19"[random() % 14];
        return word;
    };
    long refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string a = anyWord();
        std::string b = random() % 2 == 0 ? anyWord() : a;
        if (a == b) std::swap(b[random() % b.size()], b[random() % b.size()]);
        const double likeness = jaroWinkler(a, b);
        ASSERT_TRUE(mayBeAlike(a, lettersOf(a), b, lettersOf(b), likeness)) << a << " " << b;
        if (!mayBeAlike(a, lettersOf(a), b, lettersOf(b), 0.92)) ++refused;
    }
    EXPECT_GT(refused, 8'000) << "most strangers need no alignment";
}

TEST(RecordsByRow, FindsWhatEachRowGave) {
    const model::Dataset dataset = TinyIngest()
                                       .source("a", "actors", "nom;insee\nLe Fil;42218\n;42218\nLe Mixeur;42218\n")
                                       .source("v", "venues", "nom;insee\nLe Club;42186\n")
                                       .run()
                                       .dataset;
    const RecordsByRow records(dataset);
    ASSERT_NE(records.at("a", 4), nullptr);
    EXPECT_EQ(records.at("a", 4)->name, "Le Mixeur");
    ASSERT_NE(records.at("v", 2), nullptr);
    EXPECT_EQ(records.at("v", 2)->name, "Le Club");
    EXPECT_EQ(records.at("a", 3), nullptr) << "refused: it has no name";
    EXPECT_EQ(records.at("b", 2), nullptr);
}

}  // namespace
}  // namespace raquette::ingest

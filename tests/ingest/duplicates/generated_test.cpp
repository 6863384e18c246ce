#include "ingest/reference/reference.h"
#include "tests/bench/duplicate_lists.h"
#include "tests/ingest/duplicates/expectations.h"

#include <fmt/format.h>
#include <cstdio>

namespace raquette::ingest {
namespace {

struct Found {
    double surePrecision = 0, sureRecall = 0, shownPrecision = 0, shownRecall = 0;
};

Found judge(const bench::DuplicateLists& lists, const IngestResult& result) {
    // Ids say which structure a row is about: `b-17-x` doubles `a-17`.
    const auto structureOf = [](const std::string& id) { return id.substr(2, id.find('-', 2) - 2); };
    std::map<std::string, std::vector<std::string>> rows;
    for (const model::Provenance& said : result.dataset.provenance) {
        if (said.field == "id") rows[said.record].push_back(said.value);
    }
    double right = 0;
    double merged = 0;
    for (const auto& [record, ids] : rows) {
        for (std::size_t i = 1; i < ids.size(); ++i) {
            ++merged;
            if (structureOf(ids[i]) == structureOf(ids[0])) {
                ++right;
            } else {
                ADD_FAILURE() << ids[i] << " was merged into " << ids[0];
            }
        }
    }
    double asked = 0;
    double rightlyAsked = 0;
    for (const model::Question& question : result.dataset.questions) {
        if (question.about != model::Question::About::Duplicate) continue;
        ++asked;
        if (structureOf(question.records[0]) == structureOf(question.records[1])) ++rightlyAsked;
    }
    const auto all = static_cast<double>(lists.duplicates);
    return {right / merged, right / all, (right + rightlyAsked) / (merged + asked), (right + rightlyAsked) / all};
}

TEST(GeneratedDuplicates, AreFoundWithoutMergingStrangers) {
    model::Issues issues;
    const model::Study embedded;
    const model::Reference reference = readReference(embedded, issues);
    const bench::DuplicateLists lists = bench::duplicateLists(reference, 5000, 2026);
    const IngestResult result = TinyIngest().source("a", "actors", lists.first).source("b", "actors", lists.second).run(reference);
    const Found found = judge(lists, result);
    const std::string told = fmt::format(
        "{} structures, {} known duplicates: merged precision {:.4f} recall {:.4f}; merged or asked precision {:.4f} recall {:.4f}; {} "
        "questions",
        lists.structures, lists.duplicates, found.surePrecision, found.sureRecall, found.shownPrecision, found.shownRecall,
        result.dataset.questions.size());
    std::printf("%s\n", told.c_str());
    EXPECT_EQ(found.surePrecision, 1) << told;
    EXPECT_GT(found.sureRecall, 0.6) << told;
    EXPECT_GT(found.shownPrecision, 0.97) << told;
    EXPECT_GT(found.shownRecall, 0.9) << told;
    expectNothingLost(result.dataset);
}

}  // namespace
}  // namespace raquette::ingest

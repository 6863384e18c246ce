#include "ingest/contributions/history.h"
#include "ingest/study/sections.h"

#include <algorithm>
#include <array>
#include <set>

namespace raquette::ingest {

namespace {

constexpr std::array<std::string_view, 7> reviewKeyNames{"propose", "votes", "days", "moderator", "adopt", "who", "stale"};
constexpr std::array<std::string_view, 5> whoKeyNames{"organisation", "may", "territories", "kinds", "role"};
constexpr std::array<std::string_view, 2> privacyKeyNames{"partner", "smallest"};
constexpr std::array<std::string_view, 2> proposers{"anyone", "listed"};
constexpr std::array<std::string_view, 2> powers{"accept", "vote"};

model::ReviewRight readRight(const KeyReader& keys) {
    model::ReviewRight right;
    right.organisation = keys.requiredText("organisation");
    if (right.organisation == votesSettle) keys.fail("organisation", "is what the history calls votes that settle: name it otherwise");
    right.accepts = keys.word("may", powers) == "accept";
    right.territories = keys.territories("territories");
    right.role = keys.text("role");
    const auto kinds = contributionKinds();
    for (const std::string& word : keys.words("kinds", kinds)) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (kinds[i] == word) right.kinds.push_back(static_cast<model::ContributionKind>(i));
        }
    }
    return right;
}

}  // namespace

std::span<const std::string_view> reviewKeys() {
    return reviewKeyNames;
}

model::ReviewRules readReview(const KeyReader& keys) {
    model::ReviewRules rules;
    rules.stated = std::ranges::any_of(reviewKeyNames, [&](std::string_view key) { return key != "stale" && keys.find(key) != nullptr; });
    rules.stale = keys.count("stale").value_or(0);
    rules.listedOnly = keys.word("propose", proposers) == "listed";
    rules.votes = keys.count("votes").value_or(0);
    rules.days = keys.count("days").value_or(0);
    rules.moderator = keys.text("moderator");
    rules.adopters = keys.texts("adopt");
    for (const TomlNode* table : keys.tables("who", true))
        rules.who.push_back(readRight(KeyReader(keys.file(), *table, "[[review.who]]", whoKeyNames)));
    if (rules.listedOnly && rules.who.empty()) keys.fail("propose", "names those listed, but there is no [[review.who]]");
    if (rules.days > 0 && rules.votes == 0) keys.fail("days", "needs `votes` beside it: how many settle a proposal");
    return rules;
}

std::span<const std::string_view> privacyKeys() {
    return privacyKeyNames;
}

model::PrivacyRules readPrivacy(const KeyReader& keys) {
    return {keys.texts("partner"), keys.count("smallest").value_or(0)};
}

}  // namespace raquette::ingest

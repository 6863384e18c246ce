#include "gis/model/period.h"
#include "ingest/study/sections.h"

#include <fmt/format.h>
#include <array>
#include <map>
#include <set>

namespace raquette::ingest {

namespace {

constexpr std::array<std::string_view, 8> decisionKeyNames{"records", "is", "record", "commune", "position", "by", "date", "reason"};
constexpr std::array<std::string_view, 2> answers{"same", "different"};

void readSame(const KeyReader& keys, model::Decision& decision) {
    for (const std::string_view other : {"commune", "position"}) {
        if (keys.has(other))
            keys.fail(other, "settles the place of one `record`, not whether `records` are the same: make two [[decision]]");
    }
    decision.records = keys.texts("records");
    const std::set<std::string> distinct(decision.records.begin(), decision.records.end());
    if (distinct.size() < 2 || distinct.size() != decision.records.size()) {
        keys.fail("records", R"(must list two ids or more, each once: ["agence-12", "reseau-7"])");
    }
    if (!keys.has("is")) keys.fail("records", "needs `is` beside it: \"same\" or \"different\"");
    decision.same = keys.word("is", answers) == "same";
}

geometry::LonLat positionOf(const KeyReader& keys) {
    const TomlNode& node = *keys.find("position");
    const auto isNumber = [](const TomlNode& item) { return item.kind == TomlNode::Kind::Decimal || item.kind == TomlNode::Kind::Integer; };
    const bool two = node.kind == TomlNode::Kind::List && node.items.size() == 2 && isNumber(node.items[0]) && isNumber(node.items[1]);
    const geometry::LonLat at = two ? geometry::LonLat{node.items[0].decimal, node.items[1].decimal} : geometry::LonLat{999, 999};
    // NaN is within nothing.
    if (!(at.lon >= -180 && at.lon <= 180 && at.lat >= -90 && at.lat <= 90)) {
        keys.fail("position", "must be [longitude, latitude] in degrees, such as [4.39, 45.44]");
    }
    return at;
}

void readPlace(const KeyReader& keys, model::Decision& decision) {
    if (keys.has("is")) keys.fail("is", "goes with `records`, the ids that are the same or different");
    decision.records = {keys.requiredText("record")};
    if (keys.has("commune") == keys.has("position")) {
        keys.fail("record", "needs either `commune` (an INSEE code) or `position` ([longitude, latitude]) beside it");
    }
    if (keys.has("commune")) decision.commune = keys.requiredText("commune");
    if (keys.has("position")) decision.position = positionOf(keys);
}

}  // namespace

std::span<const std::string_view> decisionKeys() {
    return decisionKeyNames;
}

model::Decision readDecision(const KeyReader& keys) {
    model::Decision decision;
    decision.line = keys.line();
    if (keys.has("records") == keys.has("record")) {
        keys.failAt(keys.line(), "[[decision]] needs either `records` and `is`, or `record` with `commune` or `position`");
    }
    if (keys.has("records")) {
        readSame(keys, decision);
    } else {
        readPlace(keys, decision);
    }
    decision.by = keys.text("by");
    decision.reason = keys.text("reason");
    if (const TomlNode* date = keys.find("date")) {
        if (!model::parseDay(date->text)) keys.fail("date", "must be a day such as 2026-05-01");
        decision.date = date->text;
    }
    return decision;
}

void checkDecisions(const model::Study& study, const KeyReader& root) {
    std::map<std::string, long> placed;
    std::map<std::pair<std::string, std::string>, const model::Decision*> answered;
    for (const model::Decision& decision : study.decisions) {
        if (decision.isPlace()) {
            const auto [first, isNew] = placed.emplace(decision.records.front(), decision.line);
            if (!isNew) {
                root.failAt(decision.line,
                            fmt::format("the place of `{}` is already settled by line {}", decision.records.front(), first->second));
            }
            continue;
        }
        for (const std::string& a : decision.records) {
            for (const std::string& b : decision.records) {
                if (!(a < b)) continue;
                const auto [first, isNew] = answered.emplace(std::pair(a, b), &decision);
                if (isNew || first->second->same == decision.same) continue;
                root.failAt(decision.line,
                            fmt::format("`{}` and `{}` are {} here and {} at line {}: keep one of the two", a, b,
                                        answers[decision.same ? 0 : 1], answers[decision.same ? 1 : 0], first->second->line));
            }
        }
    }
}

}  // namespace raquette::ingest

#include "ingest/contributions/review.h"

#include "gis/analysis/territory_units.h"
#include "gis/model/period.h"

#include <algorithm>

namespace raquette::ingest {

namespace {

using model::Contribution;
using model::FieldChange;

const FieldChange* choiceFor(const std::vector<FieldChange>& choices, const FieldChange& change) {
    const auto found = std::ranges::find_if(
        choices, [&](const FieldChange& choice) { return choice.record == change.record && choice.field == change.field; });
    return found == choices.end() ? nullptr : &*found;
}

bool holds(const std::vector<model::TerritoryId>& territories, const std::string& commune, const model::Reference& reference) {
    if (territories.empty()) return true;
    const std::int32_t index = indexOf(reference.communes, commune);
    if (index == model::nowhere) return false;
    return std::ranges::any_of(territories, [&](const model::TerritoryId& territory) {
        if (territory.level == model::Level::Commune) return territory.code == commune;
        const std::int32_t own = analysis::ofCommune(reference, index, territory.level);
        return own != model::nowhere && analysis::territoryAt(reference, territory.level, own) == territory;
    });
}

}  // namespace

std::vector<Conflict> conflictsOf(const Contribution& contribution, const FieldState& now, const std::vector<FieldChange>& choices) {
    std::vector<Conflict> conflicts;
    for (const FieldChange& change : contribution.changes) {
        if (isRemark(change.field) || isConfirmation(change.field) || choiceFor(choices, change)) continue;
        std::string said = textIn(now, change.record, change.field);
        if (said == change.before || said == change.after) continue;
        conflicts.push_back({change.record, change.field, change.before, std::move(said), change.after});
    }
    return conflicts;
}

Conflict shown(Conflict conflict) {
    if (isPersonalField(conflict.field)) conflict.before = conflict.now = conflict.after = "…";
    return conflict;
}

void apply(const Contribution& contribution, const std::vector<FieldChange>& choices, FieldState& state) {
    for (const FieldChange& change : contribution.changes) {
        if (isRemark(change.field) || isConfirmation(change.field)) continue;
        const FieldChange* choice = choiceFor(choices, change);
        const std::string& value = choice ? choice->after : change.after;
        if (value.empty())
            state.erase({change.record, change.field});
        else
            state.insert_or_assign({change.record, change.field}, value);
    }
}

std::vector<std::string> communesOf(const Contribution& contribution, const FieldState& now) {
    std::vector<std::string> communes;
    const auto add = [&](std::string commune) {
        if (std::ranges::find(communes, commune) == communes.end()) communes.push_back(std::move(commune));
    };
    for (const FieldChange& change : contribution.changes) {
        add(textIn(now, change.record, "insee"));
        if (change.field == "insee" && !change.after.empty()) add(change.after);
    }
    if (communes.size() > 1) std::erase(communes, "");  // a new record says its commune itself
    return communes;
}

bool mayPropose(const model::ReviewRules& rules, const std::string& organisation) {
    return !rules.listedOnly || organisation == rules.moderator ||
           std::ranges::find(rules.who, organisation, &model::ReviewRight::organisation) != rules.who.end();
}

bool maySettle(const model::ReviewRules& rules, const std::string& organisation, model::ContributionKind kind,
               const std::vector<std::string>& communes, const model::Reference& reference) {
    if (!rules.stated) return true;
    if (!organisation.empty() && organisation == rules.moderator) return true;
    return std::ranges::any_of(rules.who, [&](const model::ReviewRight& right) {
        const bool ofKind = right.kinds.empty() || std::ranges::find(right.kinds, kind) != right.kinds.end();
        return right.accepts && right.organisation == organisation && ofKind &&
               std::ranges::all_of(communes, [&](const std::string& commune) { return holds(right.territories, commune, reference); });
    });
}

bool isOfTheTerritory(const model::ReviewRules& rules, const std::string& organisation, const std::vector<std::string>& communes,
                      const model::Reference& reference) {
    return std::ranges::any_of(rules.who, [&](const model::ReviewRight& right) {
        return right.accepts && right.organisation == organisation && !right.territories.empty() &&
               std::ranges::all_of(communes, [&](const std::string& commune) { return holds(right.territories, commune, reference); });
    });
}

Verdict verdictOf(const model::ReviewRules& rules, const Standing& standing, const std::string& today) {
    if (rules.votes <= 0) return Verdict::Open;
    const auto since = model::parseDay(standing.proposed);
    const auto day = model::parseDay(today);
    const auto votes = static_cast<long>(standing.yes.size() + standing.no.size());
    if (votes < rules.votes || !since || !day || (*day - *since).count() < rules.days) return Verdict::Open;
    if (standing.no.empty()) return Verdict::Accepted;
    return standing.yes.empty() ? Verdict::Refused : Verdict::Split;
}

}  // namespace raquette::ingest

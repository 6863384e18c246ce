#include "gis/report/explanation.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

namespace raquette::report {

namespace {

using analysis::Provider;
using analysis::ServiceResult;
using model::Language;
using text::say;

std::string rowOf(const model::Origin& origin, Language language) {
    return say(language, "explain.row", {{"source", origin.source.str()}, {"row", std::to_string(origin.row)}});
}

/// Which services it provides, and whom it alone reaches.
Explanation::Section serves(const store::StudyState& state, const std::string& id, Language language) {
    Explanation::Section section{say(language, "explain.record.serves"), {}};
    for (const ServiceResult& result : state.analysis.services) {
        const auto found = std::ranges::find(result.providers, id, &Provider::id);
        const bool known = found != result.providers.end() && result.onlyReached.size() == result.providers.size();
        const auto at = static_cast<std::size_t>(found - result.providers.begin());
        section.lines.push_back(say(
            language, known ? "explain.record.provides" : "explain.record.provides-not",
            {{"service", result.service.label.in(language)}, {"only", known ? text::number(language, result.onlyReached[at].value) : ""}}));
    }
    return section;
}

}  // namespace

Explanation explainRecord(const store::StudyState& state, const model::Actor& record, Language language) {
    Explanation explanation;
    explanation.title = record.name.str();
    Explanation::Section place{say(language, "explain.record.place"), {}};
    place.lines.push_back(rowOf(record.origin, language));
    if (record.place.position) {
        place.lines.push_back(say(language, "explain.record.position",
                                  {{"precision", say(language, "precision." + std::string(name(record.place.precision)))},
                                   {"uncertainty", text::distance(language, record.place.uncertainty)},
                                   {"method", record.place.method.str()}}));
    } else {
        place.lines.push_back(say(language, "explain.record.no-position"));
    }
    explanation.sections.push_back(std::move(place));
    Explanation::Section said{say(language, "explain.record.said"), {}};
    for (const model::Provenance& value : state.dataset.provenance) {
        if (value.record != record.id.str() || value.isPrivate) continue;
        // A contribution is no list: it has no rows.
        const std::string whose = value.origin.row > 0 ? "" : ".contribution";
        said.lines.push_back(say(language, (value.kept ? "explain.record.kept" : "explain.record.other") + whose,
                                 {{"field", value.field},
                                  {"value", value.value},
                                  {"source", value.origin.source.str()},
                                  {"row", std::to_string(value.origin.row)}}));
    }
    if (!said.lines.empty()) explanation.sections.push_back(std::move(said));
    explanation.sections.push_back(serves(state, record.id.str(), language));
    addRemarks(state, record.id.str(), language, explanation);
    return explanation;
}

Explanation explainContract(const store::StudyState& state, const model::Contract& contract, Language language) {
    Explanation explanation;
    explanation.title = contract.title;
    Explanation::Section written{say(language, "explain.contract.written"), {rowOf(contract.origin, language)}};
    const auto bound = [&](const std::optional<model::PartialDate>& date) {
        return date ? date->text() : say(language, "explain.contract.unknown");
    };
    written.lines.push_back(say(language, "explain.contract.period",
                                {{"start", bound(contract.period.start)},
                                 {"end", contract.period.open ? say(language, "explain.contract.open") : bound(contract.period.end)}}));
    written.lines.push_back(say(language, "explain.contract." + std::string(name(inForce(contract, state.study.date))),
                                {{"date", text::date(language, state.study.date)}}));
    std::vector<std::string> scope;
    for (const model::TerritoryId& id : contract.scope) scope.push_back(id.text());
    written.lines.push_back(scope.empty() ? say(language, "explain.contract.no-scope")
                                          : say(language, "explain.contract.scope", {{"list", fmt::format("{}", fmt::join(scope, ", "))}}));
    explanation.sections.push_back(std::move(written));

    Explanation::Section money{say(language, "explain.contract.money"), {}};
    const auto& rows = state.analysis.funding.contracts;
    const auto funded = std::ranges::find(rows, contract.id, &analysis::ContractFunding::contract);
    for (const model::Amount& amount : state.dataset.amounts) {
        if (amount.contractId != contract.id) continue;
        money.lines.push_back(say(language, "explain.contract.amount",
                                  {{"funder", amount.funder.empty() ? "–" : amount.funder},
                                   {"year", amount.year ? std::to_string(*amount.year) : "–"},
                                   {"amount", text::number(language, static_cast<std::int64_t>(amount.amount.value))},
                                   {"row", rowOf(amount.origin, language)}}));
    }
    if (funded != rows.end() && funded->perInhabitant) {
        money.lines.push_back(say(language, "explain.contract.each",
                                  {{"each", text::decimal(language, *funded->perInhabitant, 4)},
                                   {"amount", text::number(language, static_cast<std::int64_t>(funded->perYear->value))},
                                   {"people", text::number(language, funded->population->value)}}));
    } else {
        money.lines.push_back(say(language, "explain.contract.no-figure"));
    }
    explanation.sections.push_back(std::move(money));
    explanation.sections.push_back(serves(state, contract.id, language));
    return explanation;
}

}  // namespace raquette::report

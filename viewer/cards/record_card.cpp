#include "gis/analysis/cooperation/parties.h"
#include "gis/analysis/portrait/alone_served.h"
#include "gis/analysis/portrait/contracts_over.h"
#include "gis/analysis/provider.h"
#include "gis/analysis/scenario/scenario.h"
#include "gis/report/telling.h"
#include "gis/text/catalogue.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <algorithm>

namespace raquette::viewer {

namespace {

using model::Language;

constexpr std::size_t mostContracts = 4;
constexpr std::size_t mostLinks = 8;

/// What the service would lose without it, and where.
std::string aloneText(const store::StudyState& state, const analysis::ServiceResult& result, const model::Actor& record,
                      Language language) {
    constexpr std::size_t mostCommunes = 4;
    for (std::size_t i = 0; i < std::min(result.providers.size(), result.onlyReached.size()); ++i) {
        if (result.providers[i].id != record.id) continue;
        if (result.onlyReached[i].value == 0) return plainWords(language, "card.alone.nobody");
        std::vector<std::string> where;
        for (const analysis::AloneServed& one : analysis::aloneServed(state.reference, result, i)) {
            if (!one.name.empty() && where.size() < mostCommunes) where.push_back(one.name);
        }
        std::string words = peopleText(language, result.onlyReached[i]);
        if (!where.empty())
            words += "\n" + plainWords(language, "card.alone.where", {{"list", report::listText(where, mostCommunes, language)}});
        return words;
    }
    return {};
}

std::string functionsText(const model::Actor& record, Language language) {
    std::string functions;
    for (const std::string& function : record.functions)
        functions += (functions.empty() ? "" : "\n") + text::functionLabel(language, function);
    return functions.empty() ? record.type.str() : functions;
}

std::string networkText(const model::Actor& record, Language language) {
    const auto member = [&](model::Membership membership) {
        return plainWords(language, membership == model::Membership::Member      ? "card.member.member"
                                    : membership == model::Membership::NotMember ? "card.member.not-member"
                                                                                 : "card.member.unknown");
    };
    std::string lines;
    for (const model::NetworkMembership& one : record.memberships)
        lines += (lines.empty() ? "" : "\n") + one.network + ", " + member(one.member);
    if (!lines.empty()) return lines;
    return record.network.empty() ? member(record.member) : record.network.str() + ", " + member(record.member);
}

std::string statusText(const store::StudyState& state, const model::Actor& record, Language language) {
    const std::string status = analysis::statusOn(record, state.study.date);
    std::string words = statusLabel(status, language);
    if (status == "open" && record.opened) words = plainWords(language, "card.since", {{"date", record.opened->text()}});
    if (record.closed) words += ", " + plainWords(language, "card.until", {{"date", record.closed->text()}});
    return words;
}

/// With whom it works on the study's day, and what is shared; the first other party that is known leads on.
void addLinks(const store::StudyState& state, const model::Actor& record, Language language, Card& card) {
    Card::Answer answer{plainWords(language, "card.links"), "", {}};
    std::size_t left = 0;
    for (const model::Link& link : state.dataset.links) {
        if (std::ranges::find(link.partyIds, record.id.str()) == link.partyIds.end()) continue;
        if (analysis::stateOn(link, state.study.date) != analysis::LinkState::InForce) continue;
        if (answer.links.size() == mostLinks) {
            ++left;
            continue;
        }
        std::string names;
        std::string to;
        for (std::size_t i = 0; i < link.parties.size(); ++i) {
            const std::string id = i < link.partyIds.size() ? link.partyIds[i] : std::string();
            if (id == record.id.str()) continue;
            names += (names.empty() ? "" : ", ") + link.parties[i];
            if (to.empty()) to = id;
        }
        const std::string words =
            plainWords(language, link.nature.empty() ? "tell.link" : "tell.link.nature",
                       {{"names", names}, {"intensity", report::intensityText(link.intensity, language)}, {"nature", link.nature}});
        if (to.empty())
            answer.answer += (answer.answer.empty() ? "" : "\n") + words;
        else
            answer.links.push_back({CardLink::Act::ShowRecord, to, words});
    }
    if (answer.links.empty() && answer.answer.empty()) return;
    card.answers.push_back(std::move(answer));
    if (left > 0) card.answers.push_back({"", plainWords(language, "card.bodies.more", {{"n", std::to_string(left)}})});
}

void addContracts(const store::StudyState& state, const model::Actor& record, Language language, Card& card) {
    const auto add = [&](const char* question, const std::vector<analysis::ContractOver>& contracts) {
        Card::Answer answer{plainWords(language, question), "", {}};
        for (std::size_t i = 0; i < std::min(mostContracts, contracts.size()); ++i)
            answer.links.push_back(linkTo(state, contracts[i], language));
        if (!answer.links.empty()) card.answers.push_back(std::move(answer));
    };
    const analysis::Funding& funding = state.analysis.funding;
    const auto own = analysis::contractsNaming(state.study, state.dataset, funding, record);
    add("card.own-contracts", own);
    if (record.place.commune.empty() || state.dataset.contracts.empty()) return;
    auto around = analysis::contractsOver(state.study, state.reference, state.dataset, funding,
                                          {{model::Level::Commune, record.place.commune.str()}});
    std::erase_if(around, [&](const analysis::ContractOver& one) {
        return std::ranges::find(own, one.contract, &analysis::ContractOver::contract) != own.end();
    });
    add("card.around-contracts", around);
}

}  // namespace

Card recordCard(const store::StudyState& state, const analysis::ServiceResult* result, const model::Actor& record, Language language) {
    Card card;
    card.kicker = plainWords(language, "card.record");
    card.title = record.name;
    const auto add = [&](const char* question, const std::string& answer) {
        if (!answer.empty()) card.answers.push_back({plainWords(language, question), answer});
    };
    add("card.functions", functionsText(record, language));
    if (result) add("card.alone", aloneText(state, *result, record, language));
    add("card.status", statusText(state, record, language));
    if (record.capacity) add("card.capacity", text::number(language, *record.capacity));
    add("card.network", networkText(record, language));
    if (record.confirmed) add("card.confirmed", record.confirmed->text());
    addRemarks(state, record.id.str(), language, card);
    addLinks(state, record, language, card);
    addContracts(state, record, language, card);
    if (!record.place.commune.empty()) {
        card.answers.push_back(
            {plainWords(language, "card.commune"), "", {linkTo(state, {model::Level::Commune, record.place.commune}, language)}});
    }
    add("card.precision", text::say(language, "precision." + std::string(model::name(record.place.precision))));
    card.answers.push_back({plainWords(language, "card.whence"),
                            report::writtenText(state, record.origin, language),
                            {{CardLink::Act::Explain, record.id, plainWords(language, "card.explain")}}});
    addContribution(state, record.id.str(), language, card);
    const bool serves = result && analysis::canChange(result->service, state.reference) &&
                        std::ranges::find(result->providers, record.id.str(), &analysis::Provider::id) != result->providers.end();
    if (serves) card.actions.push_back({CardLink::Act::Close, record.id, plainWords(language, "card.close")});
    return card;
}

}  // namespace raquette::viewer

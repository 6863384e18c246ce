#include "viewer/official/official_answer.h"

#include "gis/analysis/portrait/portrait.h"
#include "gis/analysis/territory_units.h"
#include "gis/report/telling.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/cards/cards.h"
#include "viewer/sheets/portrait_content.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace raquette::viewer {

namespace {

using analysis::Portrait;
using model::Language;

constexpr std::size_t mostNames = 8;
constexpr std::size_t mostContracts = 8;
constexpr std::size_t mostParties = 8;

/// The answers to one territory's questions.
class Answers {
public:
    Answers(const store::StudyState& state, std::optional<std::size_t> service, const model::TerritoryId& territory, Language language)
        : state_(state),
          service_(service),
          language_(language),
          portrait_(analysis::portraitOf(state.study, state.reference, state.dataset, state.analysis, territory)) {}

    Card to(OfficialQuestion question) const {
        Card card;
        card.kicker = report::territoryText(state_, portrait_.territory, language_);
        card.title = plainWords(language_, keyOf(question));
        switch (question) {
            case OfficialQuestion::Have:
                have(card);
                break;
            case OfficialQuestion::Lack:
                lack(card);
                break;
            case OfficialQuestion::Call:
                call(card);
                break;
            case OfficialQuestion::Beside:
                beside(card);
                break;
            case OfficialQuestion::Print:
                print(card);
                break;
        }
        return card;
    }

    Card head() const {
        Card card;
        card.kicker = text::say(language_, "level." + std::string(model::name(portrait_.territory.level)));
        card.title = portrait_.name.empty() ? portrait_.territory.code : portrait_.name;
        if (portrait_.population)
            card.answers.push_back(
                {"", text::say(language_, "sheet.inhabitants", {{"n", text::rounded(language_, *portrait_.population)}})});
        for (const analysis::ServiceOver& one : portrait_.services) {
            if (!service_ || one.service != *service_ || !one.share) continue;
            const model::Service& asked = state_.analysis.services[*service_].service;
            card.answers.push_back({asked.label.in(language_) + ", " + reachText(language_, asked.reach),
                                    plainWords(language_, "official.covered-here", {{"share", text::percent(language_, *one.share)}})});
        }
        return card;
    }

private:
    /// How far the lists looked stands beside what they say.
    void addCompleteness(Card& card) const { card.answers.push_back({"", surveyedText(portrait_.surveyed, language_)}); }

    void have(Card& card) const {
        for (const analysis::FunctionOver& function : portrait_.has)
            card.answers.push_back({"", report::hereText(function, language_, mostNames)});
        if (portrait_.has.empty()) card.answers.push_back({"", text::say(language_, "tell.nothing-known")});
        Card::Answer contracts{text::say(language_, "card.contracts"), "", {}};
        for (const analysis::ContractOver& over : portrait_.contracts) {
            if (over.state != model::InForce::Ended && contracts.links.size() < mostContracts)
                contracts.links.push_back(linkTo(state_, over, language_));
        }
        if (contracts.links.empty()) contracts.answer = text::say(language_, "tell.contracts.none");
        card.answers.push_back(std::move(contracts));
        addCompleteness(card);
    }

    void lack(Card& card) const {
        const std::size_t before = card.answers.size();
        for (const analysis::ServiceOver& service : portrait_.services) {
            if (service.share && service.uncovered().value > 0)
                card.answers.push_back({"", report::unreachedText(state_, service, language_)});
        }
        for (const analysis::FunctionOver& function : portrait_.lacks)
            card.answers.push_back({"", report::missingText(function, language_)});
        if (card.answers.size() == before) card.answers.push_back({"", text::say(language_, "tell.nothing-missing")});
        addCompleteness(card);
    }

    void call(Card& card) const {
        Card::Answer helpers{plainWords(language_, "card.resources"), "", {}};
        for (const analysis::Resource& resource : portrait_.resources) helpers.links.push_back(linkTo(resource, language_));
        if (helpers.links.empty()) helpers.answer = text::say(language_, "portrait.call.nobody");
        card.answers.push_back(std::move(helpers));
        std::vector<std::string> parties;
        for (const analysis::ContractOver& over : portrait_.contracts) {
            if (over.state == model::InForce::Ended) continue;
            for (const std::string& party : state_.dataset.contracts[over.contract].parties) {
                if (std::ranges::find(parties, party) == parties.end()) parties.push_back(party);
            }
        }
        if (!parties.empty())
            card.answers.push_back({plainWords(language_, "official.call.parties"), report::listText(parties, mostParties, language_)});
        Card::Answer above{plainWords(language_, "card.above"), "", {}};
        for (const model::TerritoryId& holder : portrait_.holders) above.links.push_back(linkTo(state_, holder, language_));
        if (!above.links.empty()) card.answers.push_back(std::move(above));
    }

    void beside(Card& card) const {
        std::vector<model::TerritoryId> all{portrait_.territory};
        std::ranges::copy(portrait_.neighbours, std::back_inserter(all));
        for (const analysis::Beside& one :
             analysis::besideOneAnother(state_.reference, state_.analysis, all, service_.value_or(state_.analysis.services.size()))) {
            Card::Answer answer{"", figures(one), {}};
            if (one.territory == portrait_.territory)
                answer.question = one.name;
            else
                answer.links.push_back({CardLink::Act::ShowTerritory, one.territory.text(), one.name});
            // The name above its figures, as a line that leads on or as a heading.
            if (!answer.links.empty()) {
                card.answers.push_back({"", "", std::move(answer.links)});
                answer.links.clear();
            }
            card.answers.push_back(std::move(answer));
        }
    }

    std::string figures(const analysis::Beside& one) const {
        std::string lines;
        const auto add = [&](const std::string& line) { lines += (lines.empty() ? "" : "\n") + line; };
        if (one.population) add(text::say(language_, "sheet.inhabitants", {{"n", text::rounded(language_, *one.population)}}));
        if (one.covered) add(plainWords(language_, "official.covered-here", {{"share", text::percent(language_, *one.covered)}}));
        if (one.providers) {
            add(plainWords(language_, plural(language_, "official.providers", static_cast<std::size_t>(*one.providers)),
                           {{"n", text::number(language_, *one.providers)}}));
        }
        if (one.perInhabitant)
            add(plainWords(language_, "official.neighbour.each", {{"each", text::decimal(language_, *one.perInhabitant, 2)}}));
        return lines;
    }

    void print(Card& card) const {
        card.answers.push_back({"", plainWords(language_, "official.print.about")});
        const std::string id = portrait_.territory.text();
        card.actions = {{CardLink::Act::SavePage, id, plainWords(language_, "official.print.pdf")},
                        {CardLink::Act::PrintPage, id, plainWords(language_, "official.print.paper")}};
    }

    const store::StudyState& state_;
    std::optional<std::size_t> service_;
    Language language_;
    Portrait portrait_;
};

}  // namespace

const char* keyOf(OfficialQuestion question) {
    constexpr std::array keys{"official.have", "official.lack", "official.call", "official.beside", "official.print"};
    return keys[static_cast<std::size_t>(question)];
}

Card officialAnswer(const store::StudyState& state, std::optional<std::size_t> service, const model::TerritoryId& territory,
                    OfficialQuestion question, Language language) {
    return Answers(state, service, territory, language).to(question);
}

Card officialHead(const store::StudyState& state, std::optional<std::size_t> service, const model::TerritoryId& territory,
                  Language language) {
    return Answers(state, service, territory, language).head();
}

}  // namespace raquette::viewer

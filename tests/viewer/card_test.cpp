#include "viewer/cards/card.h"

#include "gis/analysis/analysis.h"
#include "tests/viewer/world.h"
#include "viewer/panels/card_panel.h"

#include <QImage>
#include <QLabel>
#include <algorithm>
#include <memory>

namespace raquette::viewer {
namespace {

using model::Language;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string wordsOf(const Card& card) {
    std::string words = card.kicker + "\n" + card.title + "\n";
    for (const Card::Answer& answer : card.answers) {
        words += answer.question + "\n" + answer.answer + "\n";
        for (const CardLink& link : answer.links) words += "[" + link.words + "]\n";
    }
    return words;
}

/// The answer to a question of the card, links in brackets.
std::string answerTo(const Card& card, const std::string& question) {
    std::string words;
    for (const Card::Answer& answer : card.answers) {
        if (answer.question != question) continue;
        words += answer.answer;
        for (const CardLink& link : answer.links) words += "[" + link.words + "]";
    }
    return words;
}

/// The two squares with a network in the east, a link, contracts and dates, analysed.
class Cards : public testing::Test {
protected:
    Cards() {
        state_.study.services.front().match.functions = {"diffusion"};
        state_.dataset.venues.front().functions = {model::SharedText("diffusion")};
        state_.dataset.venues.front().opened = model::PartialDate::parse("2024-06");
        state_.dataset.venues.front().member = model::Membership::Member;
        state_.dataset.venues.front().network = "Grand Bureau";
        model::Actor network;
        network.id = "pole";
        network.name = "Le Pôle";
        network.origin = {"agence", 7};
        network.functions = {model::SharedText("ressource/réseau")};
        network.place = state_.dataset.venues.front().place;
        network.privateFields["contact"] = "Jeanne Secret";
        state_.dataset.actors = {network};
        model::Link link;
        link.parties = {"Le Fil", "Le Pôle", "Un inconnu"};
        link.partyIds = {"le-fil", "pole", ""};
        link.intensity = model::Intensity::Triple;
        state_.dataset.links = {link};
        model::SourceDeclaration source;
        source.id = "agence";
        source.sheet = "Lieux";
        state_.study.sources = {source};
        addContract("Contrat de filière", {{model::Level::Region, "84"}}, "2025", "2027", 18000);
        addContract("Ancienne convention", {{model::Level::Departement, "63"}}, "2019", "2023", 0);
        addContract("DSP du Fil", {{model::Level::Commune, "42001"}}, "2024", "2029", 0);
        state_.dataset.contracts.back().parties = {"Ville", "Le Fil"};
        state_.analysis = analysis::analyse(state_.study, state_.reference, state_.dataset);
    }
    void addContract(const std::string& title, std::vector<model::TerritoryId> scope, const char* start, const char* end, double euros) {
        model::Contract contract;
        contract.id = contract.title = title;
        contract.scope = std::move(scope);
        contract.period = {model::PartialDate::parse(start), model::PartialDate::parse(end), false};
        if (euros > 0) contract.amountPerYear = model::Euros{euros};
        state_.dataset.contracts.push_back(contract);
    }
    Card of(const model::TerritoryId& territory, Language language = Language::French) const {
        Identified found;
        found.kind = Identified::Kind::Territory;
        found.territory = territory;
        return cardOf(state_, 0, found, language);
    }
    Card ofRecord(const std::string& id) const {
        Identified found;
        found.kind = Identified::Kind::Record;
        found.id = id;
        return cardOf(state_, 0, found, Language::French);
    }
    Card ofGap() const {
        Identified found;
        found.kind = Identified::Kind::Gap;
        return cardOf(state_, 0, found, Language::French);
    }
    store::StudyState state_ = test::twoSquares();
};

TEST_F(Cards, ATerritoryTellsWhatItHasLacksPaysAndWhoCanHelp) {
    const Card loire = of({model::Level::Departement, "42"});
    EXPECT_THAT(answerTo(loire, "Ce qui est là"), AllOf(HasSubstr("Diffusion\u00a0: Le Fil"), HasSubstr("Le Pôle")));
    EXPECT_THAT(answerTo(loire, "Contrats"),
                AllOf(HasSubstr("Contrat de filière (2025\u00a0–\u00a02027, 2,00 EUR par habitant et par an)"),
                      HasSubstr("DSP du Fil (2024\u00a0–\u00a02029, montant inconnu)"), Not(HasSubstr("Ancienne convention"))));
    EXPECT_THAT(answerTo(loire, "Qui peut aider\u202f?"), "[Le Pôle (sur place)]");
    EXPECT_THAT(answerTo(loire, "À côté"), "[Puy-de-Dôme (département)]");
    const Card puyDeDome = of({model::Level::Departement, "63"});
    EXPECT_THAT(answerTo(puyDeDome, "Ce qui manque"),
                AllOf(HasSubstr("Lieu de musiques actuelles, à moins de 30\u00a0km\u00a0: 0\u202f% des habitants"),
                      HasSubstr("Diffusion (le plus proche"), HasSubstr("leur silence n’est pas une absence")));
    EXPECT_THAT(answerTo(puyDeDome, "Contrats"), HasSubstr("Ancienne convention (2019\u00a0–\u00a02023, échu, montant inconnu)"));
}

TEST_F(Cards, ATerritoryTellsItsRankAndItsYears) {
    EXPECT_THAT(wordsOf(of({model::Level::Departement, "63"})), HasSubstr("N° 1 sur 2 (départements)"));
    EXPECT_THAT(wordsOf(of({model::Level::Departement, "42"})), HasSubstr("Part couverte\u00a0: 0\u202f% en 2024, 100\u202f% en 2025"));
    EXPECT_THAT(wordsOf(of({model::Level::Commune, "42001"})), HasSubstr("Part couverte (Loire)\u00a0: 0\u202f% en 2024"));
    EXPECT_THAT(wordsOf(of({model::Level::Departement, "63"}, Language::English)), HasSubstr("No. 1 of 2 (départements)"));
}

TEST_F(Cards, AHoleTellsWhoIsNearestInWhichRowWhichContractAndWhomToTalkTo) {
    const Card gap = ofGap();
    EXPECT_THAT(answerTo(gap, "Écrit dans"), "source «\u00a0agence\u00a0», feuille «\u00a0Lieux\u00a0», ligne 2");
    EXPECT_THAT(
        answerTo(gap, "Quel contrat\u202f?"),
        AllOf(HasSubstr("Contrat de filière"), HasSubstr("Ancienne convention (2019\u00a0–\u00a02023, échu"), Not(HasSubstr("DSP"))));
    EXPECT_THAT(wordsOf(gap),
                AllOf(HasSubstr("[Puy-de-Dôme (département)]"), HasSubstr("[Auvergne-Rhône-Alpes (région)]"), HasSubstr("[Le Pôle, à ")));
}

TEST_F(Cards, AVenueTellsWhatItAloneServesItsLinksAndItsContracts) {
    const Card fil = ofRecord("le-fil");
    EXPECT_THAT(answerTo(fil, "Lui seul dessert"), AllOf(HasSubstr("6\u202f000 personnes"), HasSubstr("surtout à Estville")));
    EXPECT_THAT(answerTo(fil, "Travaille avec"), "[Le Pôle, Un inconnu\u00a0: recettes et renommée partagées (triple)]");
    EXPECT_THAT(answerTo(fil, "Contrats dont il est partie"), HasSubstr("DSP du Fil"));
    EXPECT_THAT(answerTo(fil, "Contrats sur sa commune"), AllOf(HasSubstr("Contrat de filière"), Not(HasSubstr("DSP du Fil"))));
    EXPECT_THAT(answerTo(fil, "Réseau"), "Grand Bureau, adhérent");
    EXPECT_THAT(answerTo(fil, "Situation"), "ouvert depuis 2024-06");
}

TEST_F(Cards, NothingPrivateIsTold) {
    for (const Card& card :
         {of({model::Level::Departement, "42"}), of({model::Level::Commune, "42001"}), ofRecord("le-fil"), ofRecord("pole"), ofGap()})
        EXPECT_THAT(wordsOf(card), Not(HasSubstr("ecret")));
}

TEST_F(Cards, LinesLeadToRecordsAndContracts) {
    const auto acts = [](const Card& card) {
        std::vector<std::pair<CardLink::Act, std::string>> all;
        for (const Card::Answer& answer : card.answers) {
            for (const CardLink& link : answer.links) all.emplace_back(link.act, link.what);
        }
        return all;
    };
    EXPECT_THAT(acts(ofGap()), testing::Contains(std::pair(CardLink::Act::ShowRecord, std::string("le-fil"))));
    EXPECT_THAT(acts(ofRecord("le-fil")), testing::Contains(std::pair(CardLink::Act::Explain, std::string("DSP du Fil"))));
    EXPECT_NO_THROW(explanationCard(state_, "DSP du Fil", Language::French));
}

TEST_F(Cards, AStudyWithNothingHasCardsToo) {
    store::StudyState bare = test::twoSquares();
    bare.analysis = {};
    bare.study.services.clear();
    bare.dataset = {};
    Identified found;
    found.kind = Identified::Kind::Territory;
    found.territory = {model::Level::Departement, "63"};
    EXPECT_THAT(wordsOf(cardOf(bare, std::nullopt, found, Language::French)), HasSubstr("Les listes n’y connaissent personne."));
    found.territory = {model::Level::Departement, "99"};
    EXPECT_THAT(wordsOf(cardOf(bare, std::nullopt, found, Language::French)), HasSubstr("99"));
}

/// The first row of ink of a card's heading.
int topOfInk(const std::string& kicker, const std::string& title) {
    CardPanel panel;
    panel.resize(280, 200);
    panel.showCard({kicker, title, {}, {}});
    const QImage image = panel.findChild<QLabel*>()->grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 190) return y;
        }
    }
    return -1;
}

TEST(CardPanel, AccentsOfTheFirstLineAreNotCut) {
    const int plain = topOfInk("epci", "");
    EXPECT_GT(plain, 0);
    EXPECT_LT(topOfInk("é", ""), plain - 1) << "the accent of a capital stands two rows above it at least";
    EXPECT_LT(topOfInk("", "Écully"), topOfInk("", "Ecully") - 1);
}

}  // namespace
}  // namespace raquette::viewer

#include "gis/analysis/portrait/neighbours.h"
#include "gis/model/error.h"
#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/official/official_answer.h"
#include "viewer/official/official_page.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/look_panel.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/time_bar.h"
#include "viewer/sheets/extent.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <algorithm>
#include <numeric>

// Simple reading: one territory and its neighbours, for an elected official.

namespace raquette::viewer {

void MainWindow::buildOfficial() {
    Parts& p = *parts_;
    p.official = new OfficialPage;
    connect(p.official, &OfficialPage::territoryAsked, this, [this](const QString& id) {
        if (const auto territory = model::TerritoryId::parse(id.toStdString())) goToTerritory(*territory);
    });
    connect(p.official, &OfficialPage::questionAsked, this, [this](OfficialQuestion question) {
        const Parts& q = *parts_;
        if (q.found.kind != Identified::Kind::Territory) return;
        q.official->showAnswer(officialAnswer(*q.state, q.service(), q.found.territory, question, q.language));
    });
    connect(p.official, &OfficialPage::linkFollowed, this, &MainWindow::follow);
}

void MainWindow::setOfficial(bool official) {
    const Parts& p = *parts_;
    p.officialAction->setChecked(official);
    restyle();
    p.question->setOfficial(official);
    p.lookPanel->setVisible(!official);
    p.time->setVisible(!official && yearsOf(*p.base).last > yearsOf(*p.base).first);
    p.right->setCurrentWidget(official ? static_cast<QWidget*>(p.official) : p.card);
    const QList<int> sizes = p.middle->sizes();
    const int whole = std::accumulate(sizes.begin(), sizes.end(), 0);
    const int left = official ? 320 : 250;   // pixels of the question
    const int right = official ? 430 : 280;  // of the page, or of the card
    p.middle->setSizes({left, whole - left - right, right});
    if (p.scene) showTables();
    showCard();
    if (!official) return;
    if (p.found.kind == Identified::Kind::Territory)
        goToTerritory(model::TerritoryId(p.found.territory));
    else
        p.official->askWhich();
}

/// A territory has its questions; a hole, a venue or a whole reckoning is an answer like another.
void MainWindow::showOfficial(Card card) {
    const Parts& p = *parts_;
    if (p.found.kind == Identified::Kind::Nothing) return;
    if (p.found.kind == Identified::Kind::Territory && p.explained.empty()) {
        p.official->showTerritory(officialHead(*p.state, p.service(), p.found.territory, p.language));
        return;
    }
    std::erase_if(card.actions, [](const CardLink& action) { return action.act != CardLink::Act::Explain; });
    p.official->showAnswer(card);
}

/// The territory with what is around it.
void MainWindow::goToSurroundings(const model::TerritoryId& territory) {
    const Parts& p = *parts_;
    if (!p.scene) return;
    try {
        const SheetExtent extent = extentOf(*p.state, *p.scene, territory.text());
        constexpr double around = 0.35;
        constexpr double least = 4000;  // metres
        const double side = std::max(extent.box.width(), extent.box.height());
        const geometry::LonLat middle = geometry::toLonLat(frameOf(extent.land), extent.box.centre());
        goTo(middle.lon, middle.lat, side / 2 + std::max(least, side * (territory.level == model::Level::Commune ? 1 : around)));
    } catch (const model::Error&) {
        return;  // no outline and no point: the card still answers
    }
}

}  // namespace raquette::viewer

#include "gis/model/error.h"
#include "gis/store/store.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/cards/identify.h"
#include "viewer/map/lettering.h"
#include "viewer/map/marks.h"
#include "viewer/map/scene_parts.h"
#include "viewer/official/official_page.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/question_panel.h"
#include "viewer/text/words.h"
#include "viewer/what_if/what_if.h"
#include "viewer/what_if/what_if_panel.h"

#include <QAction>
#include <QStackedWidget>
#include <QToolTip>
#include <utility>

// What was pointed at or chosen: found, marked on the map, told on the card, and where the card leads.

namespace raquette::viewer {

void MainWindow::identifyAt(double x, double y, double reach) {
    Parts& p = *parts_;
    const LandScene* land = p.scene ? p.scene->find(p.map->land()) : nullptr;
    if (!land) return;
    if (p.whatIf->click(geometry::toLonLat(land->frame, geometry::PlanePoint{x, y}))) return;
    showFound(identify(*p.state, *p.scene, *land, p.ground.get(), {x, y}, reach));
}

void MainWindow::hover(double x, double y, double reach, QPoint screen) {
    const Parts& p = *parts_;
    const LandScene* land = p.scene ? p.scene->find(p.map->land()) : nullptr;
    if (!land) return;
    const Identified found = identify(*p.state, *p.scene, *land, p.ground.get(), {x, y}, reach);
    QToolTip::showText(screen, qt(hoverText(*p.state, *p.scene, found, p.language)), p.map);
}

void MainWindow::showFound(const Identified& found) {
    Parts& p = *parts_;
    p.found = found;
    p.explained.clear();
    selectFound();
    markChosen();
    showCard();
}

/// The hole or territory of the card stands out on the map; a scenario's marks come first.
void MainWindow::markChosen() {
    Parts& p = *parts_;
    if (!p.scene || p.whatIf->isRunning()) return;
    MapMarks marks;
    const auto add = [&](Piece piece) { marks.areas.push_back({MapMarks::AreaKind::Chosen, std::move(piece)}); };
    const LandScene* land = p.scene->find(p.map->land());
    if (land && p.found.kind == Identified::Kind::Gap) {
        for (const HolePiece& hole : land->holes) {
            if (hole.gap == p.found.index) add(hole.piece);
        }
    }
    if (land && p.found.kind == Identified::Kind::Territory) {
        const auto pieces = byLand(outlineOf(p.state->reference, p.found.territory), p.map->plane());
        if (const auto here = pieces.find(land->land); here != pieces.end()) add(pieceOf(here->second));
    }
    p.map->setMarks(std::move(marks));
}

void MainWindow::showCard() {
    Parts& p = *parts_;
    if (!p.scene) return;
    Card card;
    try {
        card =
            p.explained.empty() ? cardOf(*p.state, p.service(), p.found, p.language) : explanationCard(*p.state, p.explained, p.language);
    } catch (const model::Error& problem) {
        card = {"", problem.what(), {}, {}};
    }
    if (!p.explained.empty()) card.actions.push_back({CardLink::Act::Explain, "", plainWords(p.language, "card.back")});
    if (p.officialAction->isChecked())
        showOfficial(std::move(card));
    else
        p.card->showCard(card);
}

void MainWindow::follow(const CardLink& link) {
    Parts& p = *parts_;
    switch (link.act) {
        case CardLink::Act::ShowTerritory:
            if (const auto id = model::TerritoryId::parse(link.what)) goToTerritory(*id);
            return;
        case CardLink::Act::ShowRecord:
            goToRecord(link.what);
            return;
        case CardLink::Act::PrintPage:
        case CardLink::Act::SavePage:
            askForPage(link);
            return;
        case CardLink::Act::Explain:
            p.explained = link.what;
            showCard();
            return;
        case CardLink::Act::Contribute:
            contribute(link.what);
            return;
        case CardLink::Act::OpenHere:
        case CardLink::Act::Close:
            beginWhatIf(link);
            return;
    }
}

void MainWindow::beginWhatIf(const CardLink& link) {
    Parts& p = *parts_;
    const auto service = p.service();
    if (!service || !p.ground) return;
    std::optional<geometry::LonLat> at = p.found.at;
    const auto& gaps = p.state->analysis.services[*service].gaps;
    if (p.found.kind == Identified::Kind::Gap && p.found.index < gaps.size()) at = gaps[p.found.index].labelPoint;
    p.whatIf->begin(p.state, p.ground, *service);
    if (link.act == CardLink::Act::Close)
        p.whatIf->close(link.what);
    else if (at)
        p.whatIf->open(*at);
    p.right->setCurrentWidget(p.whatIfPanel);
}

void MainWindow::goTo(double lon, double lat, double around) {
    const Parts& p = *parts_;
    const auto land = landAt({lon, lat});
    if (!land || !p.scene || !p.scene->find(*land)) return;
    Box box;
    const geometry::Frame frame = p.scene->find(*land)->frame;
    const geometry::PlanePoint at = geometry::toPlane(frame, geometry::LonLat{lon, lat});
    box.add(at);
    p.question->setLand(*land);
    p.map->showScene(p.scene, *land);
    p.map->goTo(box.grown(around / groundPerMetre(frame, at)));
}

void MainWindow::goToGap(std::size_t gap) {
    Parts& p = *parts_;
    if (!p.scene) return;
    p.found = {};
    p.found.kind = Identified::Kind::Gap;
    p.found.index = gap;
    const LandScene* where = nullptr;
    Box box;
    for (const LandScene& land : p.scene->lands) {
        for (const HolePiece& hole : land.holes) {
            if (hole.gap != gap) continue;
            where = &land;
            box = hole.piece.box;
        }
    }
    if (where) {
        p.question->setLand(where->land);
        p.map->showScene(p.scene, where->land);
        p.map->goTo(box);
    }
    showFound(Identified(p.found));
}

}  // namespace raquette::viewer

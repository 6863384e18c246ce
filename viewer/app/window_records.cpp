#include "gis/store/store.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/cards/cards.h"
#include "viewer/map/box.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/record_pane.h"
#include "viewer/panels/share_pane.h"
#include "viewer/text/words.h"

#include <QTabWidget>
#include <algorithm>

// Tables of who is there and of who works with whom, tied to the map and the card.

namespace raquette::viewer {

void MainWindow::buildRecords() {
    Parts& p = *parts_;
    p.records = new RecordPane(p.state);
    p.share = new SharePane(p.state);
    p.tables->addTab(p.records, QString());
    p.tables->addTab(p.share, QString());
    connect(p.records, &RecordPane::recordChosen, this, [this](const QString& id) { goToRecord(id.toStdString()); });
    connect(p.records, &RecordPane::filterChanged, this, &MainWindow::filterRecords);
    connect(p.share, &SharePane::partiesChosen, this, &MainWindow::goToParties);
}

void MainWindow::nameRecords() {
    const Parts& p = *parts_;
    p.tables->setTabText(p.tables->indexOf(p.records), words(p.language, "window.records"));
    p.tables->setTabText(p.tables->indexOf(p.share), words(p.language, "window.share"));
    p.records->setLanguage(p.language);
    p.share->setLanguage(p.language);
}

void MainWindow::renewRecords() {
    const Parts& p = *parts_;
    p.records->setState(p.state);
    p.share->setState(p.state);
}

/// The scene keeps those that the table shows.
void MainWindow::filterScene() {
    Parts& p = *parts_;
    if (p.scene != p.someScene) p.wholeScene = p.scene;
    p.someScene.reset();
    p.scene = p.wholeScene;
    const auto ids = p.question->mode() == QuestionPanel::Mode::Who ? p.records->shownIds() : std::nullopt;
    if (!ids) return;
    auto some = std::make_shared<MapScene>(*p.wholeScene);
    for (LandScene& land : some->lands) std::erase_if(land.dots, [&](const Dot& dot) { return !ids->contains(dot.id); });
    p.scene = p.someScene = std::move(some);
}

void MainWindow::filterRecords() {
    const Parts& p = *parts_;
    if (!p.scene || p.question->mode() != QuestionPanel::Mode::Who) return;
    filterScene();
    p.map->showScene(p.scene, p.question->land());
    selectFound();
}

/// All of them on the map, the first one on the card.
void MainWindow::goToParties(const std::vector<std::string>& ids) {
    const Parts& p = *parts_;
    if (!p.scene || ids.empty()) return;
    goToRecord(ids.front());
    constexpr double around = 4000;  // metres
    std::optional<Land> land;
    Box box;
    for (const std::string& id : ids) {
        const model::Actor* record = recordOf(p.state->dataset, id);
        if (!record || !record->place.position) continue;
        const auto here = landAt(*record->place.position);
        if (!land) land = here;
        if (here && here == land) box.add(geometry::toPlane(frameOf(*here), *record->place.position));
    }
    if (!land) return;
    const geometry::LonLat middle = geometry::toLonLat(frameOf(*land), box.centre());
    goTo(middle.lon, middle.lat, std::max(box.width(), box.height()) / 2 + around);
}

}  // namespace raquette::viewer

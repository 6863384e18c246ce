#include "gis/store/store.h"
#include "viewer/app/kept_styles.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/map/parts_of.h"
#include "viewer/panels/look_panel.h"
#include "viewer/panels/question_panel.h"

#include <QScrollArea>
#include <QSignalBlocker>
#include <algorithm>
#include <array>
#include <utility>

// In which order the parts of the map are drawn, how strongly and whether at all, as the reader chose.

namespace raquette::viewer {

namespace {

/// Parts that the question offers to show or not.
constexpr std::array<std::pair<QuestionPanel::Show, MapPart>, QuestionPanel::ShowCount> shownParts{
    {{QuestionPanel::Holes, MapPart::Holes},
     {QuestionPanel::People, MapPart::People},
     {QuestionPanel::Covered, MapPart::Covered},
     {QuestionPanel::Providers, MapPart::Dots},
     {QuestionPanel::Numbers, MapPart::Numbers},
     {QuestionPanel::Names, MapPart::Names}}};

/// Parts that the question offers to lay over its answer.
constexpr std::array<std::pair<QuestionPanel::Over, MapPart>, 2> overParts{
    {{QuestionPanel::OverContracts, MapPart::Contracts}, {QuestionPanel::OverLinks, MapPart::Links}}};

}  // namespace

void MainWindow::buildLook() {
    const Parts& p = *parts_;
    setLook(p.look);  // the question ticks what was kept
    connect(p.question, &QuestionPanel::shownChanged, this, [this] {
        MapLook look = parts_->look;
        for (const auto& [show, part] : shownParts) look.show(part, parts_->question->shows(show));
        setLook(look);
    });
    connect(p.lookPanel, &LookPanel::showAsked, this, &MainWindow::showPart);
    connect(p.lookPanel, &LookPanel::lookAsked, this, &MainWindow::setLook);
    connect(
        p.lookPanel, &LookPanel::opened, this, [this] { parts_->questionArea->ensureWidgetVisible(parts_->lookPanel); },
        Qt::QueuedConnection);  // once it is laid out
    connect(p.lookPanel, &LookPanel::ownAsked, this, [this] { setLook({}); });
}

/// What could lie over the map is listed where it is not there, unticked.
void MainWindow::showParts() {
    const Parts& p = *parts_;
    if (!p.scene) return;
    const std::vector<MapPart> there = partsOf(*p.scene, p.look);
    std::vector<LookPanel::Row> rows;
    for (auto part = p.look.order().rbegin(); part != p.look.order().rend(); ++part) {
        const bool drawn = std::ranges::find(there, *part) != there.end();
        const auto* const over = std::ranges::find(overParts, *part, &decltype(overParts)::value_type::second);
        if (drawn || (over != overParts.end() && p.question->offers(over->first))) rows.push_back({*part, drawn && p.look.shows(*part)});
    }
    p.lookPanel->showParts(rows, p.look);
}

void MainWindow::setLook(const MapLook& look) {
    Parts& p = *parts_;
    const MapLook before = std::exchange(p.look, MapLook(look));
    keepLook(p.base->study, p.look);
    const QSignalBlocker quiet(p.question);
    for (const auto& [show, part] : shownParts) p.question->setShown(show, p.look.shows(part));
    showParts();
    showOptions();
    // A store has no order of its layers and no ticks: those are a project's, in QGIS.
    const auto isAnother = [&](MapPart part) { return before.opacity(part) != p.look.opacity(part); };
    if (std::ranges::any_of(p.look.order(), isAnother)) saveStyles();
}

/// What lies over the map is taken off it: the question says so too.
void MainWindow::showPart(MapPart part, bool shown) {
    const Parts& p = *parts_;
    MapLook look = p.look;
    const auto* const over = std::ranges::find(overParts, part, &decltype(overParts)::value_type::second);
    const bool isOver = over != overParts.end() && p.question->offers(over->first);
    look.show(part, shown || isOver);
    setLook(look);
    if (isOver) p.question->setOver(over->first, shown);
}

}  // namespace raquette::viewer

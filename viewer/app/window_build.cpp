#include "gis/store/store.h"
#include "viewer/app/appearance.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/app/reader_language.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/view.h"
#include "viewer/official/official_page.h"
#include "viewer/panels/busy_sign.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/compare_pane.h"
#include "viewer/panels/elided_label.h"
#include "viewer/panels/legend_panel.h"
#include "viewer/panels/look_panel.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/style_panel.h"
#include "viewer/panels/time_bar.h"
#include "viewer/search/search_box.h"
#include "viewer/text/words.h"
#include "viewer/what_if/what_if.h"
#include "viewer/what_if/what_if_panel.h"

#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>
#include <initializer_list>

namespace raquette::viewer {

namespace {

/// The questions, and under them what explains and arranges the answer, with room at its sides.
QScrollArea* columnOf(QWidget* questions, std::initializer_list<QWidget*> panels) {
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(questions);
    for (QWidget* panel : panels) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(12, 0, 12, 8);
        row->addWidget(panel);
        column->addLayout(row);
    }
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(whole);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

}  // namespace

void MainWindow::build() {
    Parts& p = *parts_;
    buildBar();
    buildMenu();
    p.question = new QuestionPanel(p.state);
    p.legend = new LegendPanel;
    p.lookPanel = new LookPanel;
    p.stylePanel = new StylePanel;
    p.questionArea = columnOf(p.question, {p.legend, p.lookPanel, p.stylePanel});

    p.map = new MapWidget;
    p.map->setObjectName(QStringLiteral("map"));
    p.time = new TimeBar;
    auto* first = new QWidget;
    auto* mapColumn = new QVBoxLayout(first);
    mapColumn->setContentsMargins(0, 0, 0, 0);
    mapColumn->setSpacing(0);
    mapColumn->addWidget(p.map, 1);
    mapColumn->addWidget(p.time);
    p.compare = new ComparePane;
    p.compare->hide();
    buildBackground();
    auto* centre = new QSplitter(Qt::Horizontal);
    centre->addWidget(first);
    centre->addWidget(p.compare);

    p.card = new CardPanel;
    p.whatIfPanel = new WhatIfPanel;
    p.whatIf = new WhatIf(p.map, p.whatIfPanel);
    p.right = new QStackedWidget;
    p.right->addWidget(p.card);
    p.right->addWidget(p.whatIfPanel);
    buildOfficial();
    buildPages();
    p.right->addWidget(p.official);

    p.middle = new QSplitter(Qt::Horizontal);
    p.middle->addWidget(p.questionArea);
    p.middle->addWidget(centre);
    p.middle->addWidget(p.right);
    p.middle->setStretchFactor(1, 1);
    p.middle->setSizes({250, 750, 280});

    buildTables();
    auto* whole = new QSplitter(Qt::Vertical);
    whole->addWidget(p.middle);
    whole->addWidget(p.tables);
    whole->setStretchFactor(0, 1);
    whole->setSizes({545, 205});

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 4);
    bar->setSpacing(12);
    bar->addWidget(p.menuButton);
    bar->addWidget(p.title, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{p.progress, p.search, p.languages}) bar->addWidget(widget);
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(bar);
    column->addWidget(whole, 1);
    setCentralWidget(all);
    buildKeys();
}

void MainWindow::buildBar() {
    Parts& p = *parts_;
    p.title = new ElidedLabel;
    p.title->setObjectName(QStringLiteral("title"));
    p.title->setTextFormat(Qt::PlainText);
    p.search = new SearchBox;
    p.search->setMinimumWidth(300);
    p.languages = new QComboBox;
    p.languages->addItems({QStringLiteral("FR"), QStringLiteral("EN")});
    p.progress = new BusySign;
    p.progress->hide();
}

void MainWindow::buildMenu() {
    Parts& p = *parts_;
    p.menuButton = new QToolButton;
    p.menuButton->setText(QStringLiteral("☰"));
    p.menuButton->setPopupMode(QToolButton::InstantPopup);
    p.menu = new QMenu(p.menuButton);
    p.menuButton->setMenu(p.menu);
    p.openAction = p.menu->addAction(QString(), this, &MainWindow::openAsked);
    p.openAction->setShortcut(QKeySequence::Open);
    p.saveAction = p.menu->addAction(QString(), this, &MainWindow::askWhereToSave);
    p.saveAction->setShortcut(QKeySequence::Print);
    p.exportAction = p.menu->addAction(QString(), this, &MainWindow::askWhatToExport);
    p.compareAction = p.menu->addAction(QString());
    p.compareAction->setCheckable(true);
    connect(p.compareAction, &QAction::toggled, this, &MainWindow::setComparing);
    p.compareOtherAction = p.menu->addAction(QString(), this, &MainWindow::askWhichToCompare);
    p.contributionsAction = p.menu->addAction(QString(), this, &MainWindow::showContributions);
    p.officialAction = p.menu->addAction(QString());
    p.officialAction->setCheckable(true);
    connect(p.officialAction, &QAction::toggled, this, &MainWindow::setOfficial);
    p.backgroundAction = p.menu->addAction(QString());
    p.settingsAction = p.menu->addAction(QString(), this, &MainWindow::askForSettings);
    p.appearanceMenu = p.menu->addMenu(QString());
    p.appearances = new QActionGroup(this);
    for (const Appearance appearance : {Appearance::System, Appearance::Light, Appearance::Dark}) {
        QAction* action = p.appearanceMenu->addAction(QString(), this, [appearance] { chooseAppearance(appearance); });
        action->setCheckable(true);
        action->setChecked(appearance == chosenAppearance());
        action->setActionGroup(p.appearances);
    }
}

void MainWindow::nameAppearances() {
    const Parts& p = *parts_;
    p.appearanceMenu->setTitle(words(p.language, "window.appearance"));
    constexpr std::array keys{"window.appearance.system", "window.appearance.light", "window.appearance.dark"};
    for (std::size_t i = 0; i < keys.size(); ++i)
        p.appearanceMenu->actions()[static_cast<qsizetype>(i)]->setText(words(p.language, keys[i]));
}

void MainWindow::connectParts() {
    const Parts& p = *parts_;
    connect(p.question, &QuestionPanel::questionChanged, this, &MainWindow::showQuestion);
    connect(p.question, &QuestionPanel::landChanged, this, [this] {
        parts_->map->showScene(parts_->scene, parts_->question->land());
        parts_->whatIf->showMarks();
        markChosen();
    });
    buildLook();
    connect(p.stylePanel, &StylePanel::styleChanged, this, &MainWindow::setStyle);
    connect(p.question, &QuestionPanel::reachChanged, this, &MainWindow::askAnew);
    connect(p.time, &TimeBar::yearChanged, this, &MainWindow::askAnew);
    connect(p.map, &MapWidget::landChosen, p.question, &QuestionPanel::setLand);
    connect(p.map, &MapWidget::settled, this, &MainWindow::showLegend);
    connect(p.map, &MapWidget::viewMoved, this, [this] { parts_->compare->follow(parts_->map->view(), parts_->map->plane()); });
    connect(p.compare, &ComparePane::viewMoved, this, [this] { parts_->map->follow(parts_->compare->view(), parts_->compare->plane()); });
    connect(p.map, &MapWidget::clicked, this, &MainWindow::identifyAt);
    connect(p.map, &MapWidget::hovered, this, &MainWindow::hover);
    connect(p.card, &CardPanel::linkFollowed, this, &MainWindow::follow);
    connect(p.whatIf, &WhatIf::ended, this, [this] {
        const bool official = parts_->officialAction->isChecked();
        parts_->right->setCurrentWidget(official ? static_cast<QWidget*>(parts_->official) : parts_->card);
        markChosen();
        showCard();
    });
    connect(p.whatIfPanel, &WhatIfPanel::saveAsked, this, [this] { askForPlan(true); });
    connect(p.whatIfPanel, &WhatIfPanel::exportAsked, this, &MainWindow::askWhereToExportPlan);
    connect(p.whatIfPanel, &WhatIfPanel::loadAsked, this, [this] { askForPlan(false); });
    connect(p.progress, &BusySign::stopAsked, this, &MainWindow::stop);
    connectTables();
    connect(p.search, &SearchBox::placeChosen, this, [this](const NamedPlace& place) {
        const bool record = place.kind == NamedPlace::Kind::Venue || place.kind == NamedPlace::Kind::Actor;
        if (const auto id = model::TerritoryId::parse(place.id); id && !record)
            goToTerritory(*id);
        else
            goToRecord(place.id);
    });
    connect(p.languages, &QComboBox::activated, this, [this](int index) {
        const auto language = index == 0 ? model::Language::French : model::Language::English;
        chooseLanguage(language);
        setLanguage(language);
    });
}

}  // namespace raquette::viewer

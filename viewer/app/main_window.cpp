#include "viewer/app/main_window.h"

#include "gis/model/error.h"
#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/app/card_panel.h"
#include "viewer/app/elided_label.h"
#include "viewer/app/gap_table_model.h"
#include "viewer/app/identify.h"
#include "viewer/app/map_widget.h"
#include "viewer/app/question_panel.h"
#include "viewer/map/drawing.h"
#include "viewer/sheets/sheet.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <map>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr int mostNumbered = 15;  // holes numbered in the window: more would hide the map

const char* const windowStyle =
    "QMainWindow, QWidget { background: #FFFFFF; color: #3E4C59; font-family: Lato, Inter, sans-serif; font-size: 13px; }"
    "QLabel#title { color: #1F2933; font-size: 18px; font-weight: 700; }"
    "QLabel#heading { color: #52606D; font-size: 12px; font-weight: 700; }"
    "QLineEdit, QPushButton { border: 1px solid #CBD2D9; border-radius: 8px; padding: 5px 8px; }"
    "QTableView { gridline-color: #EEF2F5; selection-background-color: #FBEBDA; selection-color: #1F2933; border: none; }"
    "QHeaderView::section { background: #FFFFFF; color: #52606D; border: none; border-bottom: 1px solid #CBD2D9; padding: 4px 8px; }"
    "QSplitter::handle { background: #EEF2F5; }";

}  // namespace

struct MainWindow::Parts {
    std::shared_ptr<const store::StudyState> state;
    model::Language language = model::Language::French;
    std::map<std::string, std::shared_ptr<const MapScene>> scenes;  // by layer name: made once each
    std::shared_ptr<const MapScene> scene;
    Identified found;
    ElidedLabel* title = nullptr;
    QLineEdit* search = nullptr;
    QLabel* date = nullptr;
    QComboBox* languages = nullptr;
    QPushButton* save = nullptr;
    QuestionPanel* question = nullptr;
    MapWidget* map = nullptr;
    CardPanel* card = nullptr;
    QLabel* tableTitle = nullptr;
    QWidget* tablePart = nullptr;
    QTableView* table = nullptr;
    GapTableModel* gaps = nullptr;
    QSortFilterProxyModel* sorted = nullptr;

    std::string layerName() const {
        if (question->mode() == QuestionPanel::Mode::Who) return state->dataset.venues.empty() ? "actors" : "venues";
        if (question->mode() == QuestionPanel::Mode::Share) return "links";
        return "gaps:" + state->analysis.services[question->service()].service.id;
    }
};

MainWindow::MainWindow(std::shared_ptr<const store::StudyState> state) : parts_(std::make_unique<Parts>()) {
    parts_->state = std::move(state);
    parts_->language = parts_->state->study.language;
    build();
    setLanguage(parts_->language);
    showQuestion();
    resize(1280, 800);
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    Parts& p = *parts_;
    setStyleSheet(QString::fromLatin1(windowStyle));
    p.title = new ElidedLabel;
    p.title->setObjectName(QStringLiteral("title"));
    p.title->setTextFormat(Qt::PlainText);
    p.search = new QLineEdit;
    p.search->setMinimumWidth(280);
    p.date = new QLabel;
    p.languages = new QComboBox;
    p.languages->addItems({QStringLiteral("FR"), QStringLiteral("EN")});
    p.save = new QPushButton;
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 4);
    bar->setSpacing(12);
    bar->addWidget(p.title, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{p.search, p.date, p.languages, p.save}) bar->addWidget(widget);

    p.question = new QuestionPanel(p.state);
    p.map = new MapWidget;
    p.card = new CardPanel;
    auto* middle = new QSplitter(Qt::Horizontal);
    middle->addWidget(p.question);
    middle->addWidget(p.map);
    middle->addWidget(p.card);
    middle->setStretchFactor(1, 1);
    middle->setSizes({230, 780, 270});

    p.gaps = new GapTableModel(p.state, this);
    p.sorted = new QSortFilterProxyModel(this);
    p.sorted->setSourceModel(p.gaps);
    p.sorted->setSortRole(Qt::EditRole);
    p.sorted->setSortLocaleAware(true);
    p.table = new QTableView;
    p.table->setModel(p.sorted);
    p.table->setSortingEnabled(true);
    p.table->sortByColumn(GapTableModel::Rank, Qt::AscendingOrder);
    p.table->setSelectionBehavior(QAbstractItemView::SelectRows);
    p.table->setSelectionMode(QAbstractItemView::SingleSelection);
    p.table->verticalHeader()->hide();
    p.table->horizontalHeader()->setSectionResizeMode(GapTableModel::Name, QHeaderView::Stretch);
    p.tableTitle = new QLabel;
    p.tableTitle->setObjectName(QStringLiteral("heading"));
    p.tableTitle->setMargin(6);
    p.tablePart = new QWidget;
    auto* below = new QVBoxLayout(p.tablePart);
    below->setContentsMargins(8, 0, 8, 4);
    below->setSpacing(0);
    below->addWidget(p.tableTitle);
    below->addWidget(p.table);

    auto* whole = new QSplitter(Qt::Vertical);
    whole->addWidget(middle);
    whole->addWidget(p.tablePart);
    whole->setStretchFactor(0, 1);
    whole->setSizes({560, 190});
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(bar);
    column->addWidget(whole, 1);
    setCentralWidget(centre);

    connect(p.question, &QuestionPanel::questionChanged, this, &MainWindow::showQuestion);
    connect(p.question, &QuestionPanel::landChanged, this, [this] { parts_->map->showScene(parts_->scene, parts_->question->land()); });
    connect(p.question, &QuestionPanel::shownChanged, this, &MainWindow::showOptions);
    connect(p.map, &MapWidget::clicked, this, &MainWindow::identifyAt);
    connect(p.table, &QTableView::clicked, this,
            [this](const QModelIndex& index) { goToGap(static_cast<std::size_t>(parts_->sorted->mapToSource(index).row())); });
    connect(p.table, &QTableView::activated, this,
            [this](const QModelIndex& index) { goToGap(static_cast<std::size_t>(parts_->sorted->mapToSource(index).row())); });
    connect(p.search, &QLineEdit::returnPressed, this, [this] { search(parts_->search->text()); });
    connect(p.languages, &QComboBox::currentIndexChanged, this,
            [this](int index) { setLanguage(index == 0 ? model::Language::French : model::Language::English); });
    connect(p.save, &QPushButton::clicked, this, &MainWindow::askWhereToSave);
}

void MainWindow::setLanguage(model::Language language) {
    Parts& p = *parts_;
    p.language = language;
    const auto say = [&](const char* key) { return qt(text::say(language, key)); };
    p.languages->setCurrentIndex(language == model::Language::French ? 0 : 1);
    setWindowTitle(qt(p.state->study.title.in(language)) + QStringLiteral(" — Raquette"));
    p.title->setText(qt(p.state->study.title.in(language)));
    p.date->setText(qt(text::say(language, "window.as-of", {{"date", text::date(language, p.state->study.date)}})));
    p.search->setPlaceholderText(say("window.search"));
    p.save->setText(say("window.save"));
    p.tableTitle->setText(say("window.gaps"));
    p.question->setLanguage(language);
    p.gaps->setLanguage(language);
    p.table->resizeColumnsToContents();
    p.table->horizontalHeader()->setSectionResizeMode(GapTableModel::Name, QHeaderView::Stretch);
    showOptions();
    showCard();
}

void MainWindow::showQuestion() {
    Parts& p = *parts_;
    const std::string layer = p.layerName();
    auto& scene = p.scenes[layer];
    if (!scene) scene = std::make_shared<const MapScene>(makeScene(*p.state, parseLayer(layer, p.state->study)));
    p.scene = scene;
    p.found = {};
    std::vector<Land> lands;
    for (const LandScene& land : scene->lands) lands.push_back(land.land);
    p.question->setLands(lands);
    const bool gaps = p.question->mode() == QuestionPanel::Mode::Gaps;
    p.tablePart->setVisible(gaps);
    if (gaps) p.gaps->setService(p.question->service());
    showOptions();
    p.map->showScene(p.scene, p.question->land());
    showCard();
}

void MainWindow::showOptions() {
    Parts& p = *parts_;
    MapOptions options;
    options.language = p.language;
    options.holes = p.question->shows(QuestionPanel::Holes);
    options.people = p.question->shows(QuestionPanel::People);
    options.covered = p.question->shows(QuestionPanel::Covered);
    options.providers = p.question->shows(QuestionPanel::Providers);
    options.numbers = p.question->shows(QuestionPanel::Numbers);
    options.names = p.question->shows(QuestionPanel::Names);
    options.places = options.names;
    options.scale = 0.8;
    for (int rank = 1; rank <= mostNumbered; ++rank) options.ranks.insert(rank);
    if (p.scene) {
        for (const LandScene& land : p.scene->lands) {
            for (const NumberMark& mark : land.numbers) options.mostPeople = std::max(options.mostPeople, mark.people);
        }
    }
    p.map->setOptions(options);
}

void MainWindow::identifyAt(double x, double y, double reach) {
    Parts& p = *parts_;
    const LandScene* land = p.scene->find(p.map->land());
    if (!land) return;
    p.found = identify(*p.state, *p.scene, *land, {x, y}, reach);
    if (p.found.kind == Identified::Kind::Gap) {
        p.table->selectRow(p.sorted->mapFromSource(p.gaps->index(p.gaps->rowOfGap(p.found.index), 0)).row());
    } else {
        p.table->clearSelection();
    }
    showCard();
}

void MainWindow::showCard() {
    if (parts_->scene) parts_->card->showCard(cardOf(*parts_->state, *parts_->scene, parts_->found, parts_->language));
}

void MainWindow::goToGap(std::size_t gap) {
    Parts& p = *parts_;
    p.found = {Identified::Kind::Gap, gap, {}};
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
    p.table->selectRow(p.sorted->mapFromSource(p.gaps->index(p.gaps->rowOfGap(gap), 0)).row());
    showCard();
}

bool MainWindow::search(const QString& text) {
    Parts& p = *parts_;
    const QString wanted = text.trimmed();
    if (wanted.isEmpty()) return false;
    const auto goTo = [&](const std::string& name, const std::optional<geometry::LonLat>& at) {
        if (!at || !qt(name).startsWith(wanted, Qt::CaseInsensitive)) return false;
        const auto land = landAt(*at);
        if (!land || !p.scene->find(*land)) return false;
        constexpr double around = 20000;  // metres
        Box box;
        box.add(geometry::toPlane(frameOf(*land), *at));
        p.question->setLand(*land);
        p.map->showScene(p.scene, *land);
        p.map->goTo(box.grown(around));
        return true;
    };
    for (const model::Venue& venue : p.state->dataset.venues) {
        if (goTo(venue.name, venue.place.position)) return true;
    }
    for (const model::Actor& actor : p.state->dataset.actors) {
        if (goTo(actor.name, actor.place.position)) return true;
    }
    return std::ranges::any_of(p.state->reference.communes,
                               [&](const model::Commune& commune) { return goTo(commune.name, commune.point); });
}

void MainWindow::askWhereToSave() {
    const QString path = QFileDialog::getSaveFileName(this, qt(text::say(parts_->language, "window.save")), QStringLiteral("carte.pdf"),
                                                      qt(text::say(parts_->language, "window.save.filter")));
    if (!path.isEmpty()) saveMap(path);
}

void MainWindow::saveMap(const QString& path) {
    try {
        model::MapRequest request;
        request.layer = parts_->layerName();
        request.path = path.toStdString();
        writeSheet(*parts_->state, request, parts_->language);
    } catch (const model::Error& problem) {
        QMessageBox::warning(this, qt(text::say(parts_->language, "window.save.failed")), QString::fromStdString(problem.what()));
    }
}

bool MainWindow::isSettled() const {
    return parts_->map->isSettled();
}

}  // namespace raquette::viewer

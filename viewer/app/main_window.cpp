#include "viewer/app/main_window.h"

#include "gis/model/error.h"
#include "gis/store/store.h"
#include "viewer/app/kept_styles.h"
#include "viewer/app/main_window_parts.h"
#include "viewer/app/reader_language.h"
#include "viewer/app/window_style.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/drawing.h"
#include "viewer/official/official_page.h"
#include "viewer/panels/busy_sign.h"
#include "viewer/panels/card_panel.h"
#include "viewer/panels/compare_pane.h"
#include "viewer/panels/elided_label.h"
#include "viewer/panels/gap_table_model.h"
#include "viewer/panels/legend_panel.h"
#include "viewer/panels/look_panel.h"
#include "viewer/panels/question_panel.h"
#include "viewer/panels/record_pane.h"
#include "viewer/panels/share_pane.h"
#include "viewer/panels/style_panel.h"
#include "viewer/panels/territory_pane.h"
#include "viewer/panels/time_bar.h"
#include "viewer/search/search_box.h"
#include "viewer/sheets/content.h"
#include "viewer/text/words.h"
#include "viewer/what_if/what_if.h"

#include <fmt/format.h>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QToolButton>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr int mostNumbered = 15;  // holes numbered in the window: more would hide the map

}  // namespace

MainWindow::MainWindow(std::shared_ptr<const store::StudyState> state) : parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.base = p.state = std::move(state);
    p.styles = keptStyles(p.base->study);
    p.look = keptLook(p.base->study);
    takeSavedStyles();
    p.language = chosenLanguage().value_or(p.state->study.language);
    prepare();
    restyle();
    build();
    connectParts();
    p.time->showYears(yearsOf(*p.base), model::yearOf(p.base->study.date));
    setLanguage(p.language);
    showQuestion();
    if (awaitsStore(p.base->study)) saveStyles();
    resize(1280, 800);
}

MainWindow::~MainWindow() = default;

/// What is worked out beside the event loop, and where it arrives.
void MainWindow::prepare() {
    Parts& p = *parts_;
    const auto fail = [this](const std::string& problem) { complain("window.failed", qt(problem)); };
    p.makeScene = std::make_unique<Latest<std::pair<std::string, std::shared_ptr<const MapScene>>>>(
        [this](std::pair<std::string, std::shared_ptr<const MapScene>> made) {
            parts_->scenes[made.first] = made.second;
            if (made.first == parts_->sceneKey()) showScene();
        },
        fail);
    p.makeGround = std::make_unique<Latest<std::shared_ptr<const Ground>>>(
        [this](std::shared_ptr<const Ground> ground) {
            parts_->ground = std::move(ground);
            parts_->makePlaces->ask([state = parts_->base] { return std::make_shared<const PlaceSearch>(*state); });
        },
        fail);
    p.makePlaces = std::make_unique<Latest<std::shared_ptr<const PlaceSearch>>>(
        [this](std::shared_ptr<const PlaceSearch> places) {
            parts_->places = std::move(places);
            parts_->search->setPlaces(parts_->places);
            parts_->official->setPlaces(parts_->places);
        },
        fail);
    p.answer = std::make_unique<Latest<std::shared_ptr<const store::StudyState>>>(
        [this](std::shared_ptr<const store::StudyState> state) {
            parts_->state = std::move(state);
            parts_->scenes.clear();
            parts_->question->setState(parts_->state);
            parts_->gaps->setState(parts_->state);
            parts_->territories->setState(parts_->state);
            renewRecords();
            parts_->progress->hide();
            showQuestion();
        },
        [this](const std::string& problem) {
            parts_->progress->hide();
            complain("window.failed", qt(problem));
        });
    p.openOther = std::make_unique<Latest<std::shared_ptr<const store::StudyState>>>(
        [this](std::shared_ptr<const store::StudyState> other) {
            parts_->progress->hide();
            parts_->compare->setOther(std::move(other));
            setComparing(true);
        },
        [this](const std::string& problem) {
            parts_->progress->hide();
            complain("window.compare-other", qt(problem));
        });
    p.writing =
        std::make_unique<Latest<std::vector<std::string>>>([this](const std::vector<std::string>& remarks) { tellOfWritten(remarks); },
                                                           [this](const std::string& problem) {
                                                               parts_->progress->hide();
                                                               complain(parts_->writingFailed, qt(problem));
                                                           });
    p.saveStyles = std::make_unique<Latest<bool>>(
        [this](bool) {
            setAwaitsStore(parts_->base->study, false);
            sayUnsaved(false);
        },
        [this](const std::string&) { sayUnsaved(true); });
}

void MainWindow::restyle() {
    const bool large = parts_->officialAction && parts_->officialAction->isChecked();
    setStyleSheet(windowStyle(themeOf(QApplication::palette()), large ? largeLetter : usualLetter));
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange && parts_->card) {
        restyle();
        showOptions();
        showCard();
    }
    return QMainWindow::event(event);
}

void MainWindow::setLanguage(model::Language language) {
    Parts& p = *parts_;
    p.language = language;
    speakInDialogs(language);
    const auto say = [&](const char* id) { return words(language, id); };
    p.languages->setCurrentIndex(language == model::Language::French ? 0 : 1);
    p.languages->setAccessibleName(say("window.language"));
    setWindowTitle(qt(p.state->study.title.in(language)) + QStringLiteral(" — Raquette"));
    p.title->setText(qt(p.state->study.title.in(language)));
    p.time->setLanguage(language, p.base->study.date);
    p.search->setPlaceholderText(say("window.search"));
    p.search->setAccessibleName(say("window.search"));
    p.menuButton->setAccessibleName(say("window.menu"));
    p.openAction->setText(say("start.open"));
    p.saveAction->setText(say("window.save"));
    p.exportAction->setText(say("window.export"));
    p.progress->setLanguage(language);
    p.compareAction->setText(say("window.compare"));
    nameAppearances();
    p.compareOtherAction->setText(say("window.compare-other"));
    p.compare->setLanguage(language);
    p.contributionsAction->setText(say("contributions.title"));
    p.officialAction->setText(say("window.official"));
    nameBackground();
    p.question->setLanguage(language);
    p.lookPanel->setLanguage(language);
    sayUnsaved(p.unsaved);
    p.stylePanel->setLanguage(language);
    p.official->setLanguage(language);
    p.whatIf->setLanguage(language);
    nameTables();
    nameParts();
    showOptions();
    showCard();
}

void MainWindow::showQuestion() {
    Parts& p = *parts_;
    p.whatIf->end();
    p.sameQuestion = false;
    askScene();
}

void MainWindow::askScene() {
    Parts& p = *parts_;
    const std::string key = p.sceneKey();
    if (p.scenes.contains(key)) {
        showScene();
        return;
    }
    p.makeScene->ask([state = p.state, layer = p.question->layer(), plane = p.plane(), style = p.style(), key] {
        return std::pair(key, std::make_shared<const MapScene>(makeScene(*state, parseLayer(layer, state->study), plane, style)));
    });
}

/// What finds places by a point, then by a name; one after the other, once there is something to draw: the map would wait for both.
void MainWindow::findPlaces() {
    Parts& p = *parts_;
    if (p.sought == p.base) return;
    p.sought = p.base;
    p.makeGround->ask([state = p.base] { return std::make_shared<const Ground>(state); });
}

void MainWindow::showScene() {
    Parts& p = *parts_;
    p.scene = p.scenes.at(p.sceneKey());
    findPlaces();
    const bool sameQuestion = std::exchange(p.sameQuestion, false);
    if (!sameQuestion) {
        p.found = {};
        p.explained.clear();
        markChosen();
    }
    std::vector<Land> lands;
    for (const LandScene& land : p.scene->lands) lands.push_back(land.land);
    p.question->setLands(lands);
    p.stylePanel->showScene(p.scene);
    showParts();
    showTables();
    showOptions();
    p.map->showScene(p.scene, p.question->land());
    if (p.compareAction->isChecked()) setComparing(true);
    if (sameQuestion) {
        markChosen();
        p.whatIf->showMarks();
        return;
    }
    showCard();
}

void MainWindow::showOptions() {
    Parts& p = *parts_;
    MapOptions options;
    options.theme = themeOf(QApplication::palette());
    options.language = p.language;
    options.look = p.look;
    options.places = true;
    options.scale = 0.8;
    for (int rank = 1; rank <= mostNumbered; ++rank) options.ranks.insert(rank);
    if (p.scene) {
        for (const LandScene& land : p.scene->lands) {
            for (const NumberMark& mark : land.numbers) options.mostPeople = std::max(options.mostPeople, mark.people);
        }
    }
    p.map->setOptions(options);
    p.compare->setOptions(options);
    showLegend();
}

/// What it says of sizes follows the view.
void MainWindow::showLegend() {
    const Parts& p = *parts_;
    if (!p.scene) return;
    const LandScene* land = p.scene->find(p.question->land());
    const DrawnSizes sizes = land ? drawnSizes(*land, p.map->view(), p.map->options().scale) : DrawnSizes();
    p.legend->showLegend(legendOf(*p.state, *p.scene, sizes, p.language, p.look), *p.scene, p.look, p.language);
}

/// Another day or reach: the study's own answer where nothing differs from it.
void MainWindow::askAnew() {
    Parts& p = *parts_;
    p.time->setLanguage(p.language, p.base->study.date);
    Asked asked = askedBy(*p.base, p.question->service());
    const Asked own = asked;
    asked.day = model::inYear(p.base->study.date, p.time->year());
    if (const auto reach = p.question->reach(); asked.reach && reach) asked.reach = *reach;
    if (asked == own) {
        p.answer->ask([base = p.base] { return base; });
        return;
    }
    p.progress->show();
    p.answer->ask([base = p.base, asked](const std::stop_token& stop) { return answeredAnew(*base, asked, stop); });
}

/// One file after another: what is asked while another is written would be forgotten by a third, so it is refused in words.
void MainWindow::write(const char* failed, const Writer& work) {
    Parts& p = *parts_;
    if (p.writing->isBusy()) {
        complain(failed, words(p.language, "window.writing"));
        return;
    }
    p.writingFailed = failed;
    p.progress->show();
    p.writing->ask(work);
}

/// What is being worked out is forgotten: the question is again that of the map. What is being written is given up.
void MainWindow::stop() {
    Parts& p = *parts_;
    p.writing->stop();
    p.answer->drop();
    p.openOther->drop();
    const QSignalBlocker quietTime(p.time);
    const QSignalBlocker quietQuestion(p.question);
    p.time->setYear(model::yearOf(p.state->study.date));
    p.time->setLanguage(p.language, p.base->study.date);
    p.question->setState(p.state);
    p.progress->setVisible(p.writing->isBusy());
}

void MainWindow::showYear(int year) {
    parts_->time->setYear(year);
}

bool MainWindow::search(const QString& text) {
    return parts_->search->accept(text);
}

bool MainWindow::isSettled() const {
    const Parts& p = *parts_;
    return p.scene && !p.makeScene->isBusy() && !p.makeGround->isBusy() && !p.makePlaces->isBusy() && !p.answer->isBusy() &&
           !p.writing->isBusy() && !p.saveStyles->isBusy() && !p.makePage->isBusy() && !p.openOther->isBusy() && p.compare->isSettled() &&
           !p.whatIf->isBusy() && p.map->isSettled();
}

}  // namespace raquette::viewer

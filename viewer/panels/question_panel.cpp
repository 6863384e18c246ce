#include "viewer/panels/question_panel.h"

#include "gis/analysis/scenario/scenario.h"
#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/map/land.h"
#include "viewer/map/lettering.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <fmt/format.h>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, 3> modeKeys{"window.mode.who", "window.mode.share", "window.mode.gaps"};
constexpr std::array<const char*, QuestionPanel::ShowCount> showKeys{"window.show.holes",     "window.show.people",  "window.show.covered",
                                                                     "window.show.providers", "window.show.numbers", "window.show.names"};

struct OverOf {
    const char* key;
    const char* layer;
};
constexpr std::array<OverOf, QuestionPanel::OverCount> overList{
    OverOf{"window.over.contracts", "contracts"}, OverOf{"window.over.links", "links"}, OverOf{"window.over.records", "records"}};

/// Kilometres, or minutes, offered beside the study's own.
constexpr std::array usualReaches{5, 10, 15, 20, 30, 45, 60, 90};

struct AspectOf {
    QuestionPanel::Aspect aspect;
    const char* key;
    const char* layer;  ///< `{}` stands for the service
    bool communes;      ///< needs commune outlines
};
constexpr std::array aspectList{
    AspectOf{QuestionPanel::Aspect::Holes, "window.aspect.holes", "gaps:{}", false},
    AspectOf{QuestionPanel::Aspect::ShareByCommune, "window.aspect.share-commune", "indicators:{}:covered_share:commune", true},
    AspectOf{QuestionPanel::Aspect::ShareByEpci, "window.aspect.share-epci", "indicators:{}:covered_share:epci", true},
    AspectOf{QuestionPanel::Aspect::ShareByDepartement, "window.aspect.share-departement", "indicators:{}:covered_share:departement",
             false},
    AspectOf{QuestionPanel::Aspect::NearestByCommune, "window.aspect.nearest-commune", "indicators:{}:nearest_km:commune", true},
    AspectOf{QuestionPanel::Aspect::NearestByDepartement, "window.aspect.nearest-departement", "indicators:{}:nearest_km:departement",
             false},
    AspectOf{QuestionPanel::Aspect::TimeByCommune, "window.aspect.time-commune", "indicators:{}:nearest_min:commune", true},
    AspectOf{QuestionPanel::Aspect::TimeByDepartement, "window.aspect.time-departement", "indicators:{}:nearest_min:departement", false},
    AspectOf{QuestionPanel::Aspect::PeopleMissedByCommune, "window.aspect.missed-commune", "counts:{}:uncovered_population:commune", true},
    AspectOf{QuestionPanel::Aspect::PeopleMissedByEpci, "window.aspect.missed-epci", "counts:{}:uncovered_population:epci", true},
    AspectOf{QuestionPanel::Aspect::PeopleByCommune, "window.aspect.people-commune", "counts:{}:population:commune", true},
    AspectOf{QuestionPanel::Aspect::ProvidersByDepartement, "window.aspect.providers-departement", "counts:{}:providers:departement",
             false},
    AspectOf{QuestionPanel::Aspect::BasketsByCommune, "window.aspect.baskets-commune", "baskets:commune", true},
    AspectOf{QuestionPanel::Aspect::BasketsByEpci, "window.aspect.baskets-epci", "baskets:epci", true},
    AspectOf{QuestionPanel::Aspect::BasketsByDepartement, "window.aspect.baskets-departement", "baskets:departement", false}};

/// Of several services, where the study has them.
bool isOfBaskets(const AspectOf& aspect) {
    return std::string_view(aspect.layer).starts_with("baskets:");
}

/// Of services that reach by a travel time.
bool isOfTimes(const AspectOf& aspect) {
    return std::string_view(aspect.layer).find(":nearest_min:") != std::string_view::npos;
}

/// In metres or minutes; none of a territory.
std::optional<double> figureOf(const model::Reach& reach) {
    if (const auto* metres = std::get_if<model::Metres>(&reach)) return metres->value;
    if (const auto* minutes = std::get_if<model::Minutes>(&reach)) return minutes->value;
    return std::nullopt;
}

QLabel* heading() {
    auto* label = new QLabel;
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

}  // namespace

QuestionPanel::QuestionPanel(std::shared_ptr<const store::StudyState> state, QWidget* parent)
    : QWidget(parent), state_(std::move(state)), language_(state_->study.language) {
    build();
    setLanguage(language_);
}

void QuestionPanel::build() {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    for (QRadioButton*& mode : modes_) {
        mode = new QRadioButton;
        column->addWidget(mode);
    }
    services_ = new QComboBox;
    for (const analysis::ServiceResult& result : state_->analysis.services) services_->addItem(qt(result.service.label.in(language_)));
    within_ = new QLabel;
    within_->setWordWrap(true);
    reaches_ = new QComboBox;
    shownAs_ = heading();
    aspects_ = new QComboBox;
    // As wide as the panel: a long wording must not push what is beside it out of sight.
    aspects_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    aspects_->setMinimumContentsLength(12);
    where_ = heading();
    lands_ = new QComboBox;
    onMap_ = heading();
    column->addWidget(services_);
    column->addWidget(within_);
    column->addWidget(reaches_);
    column->addSpacing(8);
    column->addWidget(shownAs_);
    column->addWidget(aspects_);
    column->addSpacing(8);
    column->addWidget(where_);
    column->addWidget(lands_);
    column->addSpacing(8);
    column->addWidget(onMap_);
    for (QCheckBox*& show : shows_) {
        show = new QCheckBox;
        show->setChecked(true);
        column->addWidget(show);
        connect(show, &QCheckBox::toggled, this, &QuestionPanel::shownChanged);
    }
    over_ = heading();
    column->addSpacing(8);
    column->addWidget(over_);
    for (QCheckBox*& over : overs_) {
        over = new QCheckBox;
        column->addWidget(over);
        connect(over, &QCheckBox::toggled, this, &QuestionPanel::questionChanged);
    }
    const model::Dataset& dataset = state_->dataset;
    overs_[OverContracts]->setEnabled(!dataset.contracts.empty());
    overs_[OverLinks]->setEnabled(!dataset.links.empty());
    overs_[OverRecords]->setEnabled(!dataset.venues.empty() || !dataset.actors.empty());
    column->addStretch();
    const bool answers = !state_->analysis.services.empty();
    modes_[2]->setEnabled(answers);
    modes_[answers ? 2 : 0]->setChecked(true);
    for (QRadioButton* mode : modes_) {
        connect(mode, &QRadioButton::toggled, this, [this](bool on) {
            if (!on) return;
            setLanguage(language_);
            emit questionChanged();
        });
    }
    connect(services_, &QComboBox::currentIndexChanged, this, [this] {
        listReaches();
        listAspects();
        setLanguage(language_);
        emit questionChanged();
    });
    connect(reaches_, &QComboBox::currentIndexChanged, this, &QuestionPanel::reachChanged);
    connect(aspects_, &QComboBox::currentIndexChanged, this, &QuestionPanel::questionChanged);
    listReaches();
    listAspects();
    connect(lands_, &QComboBox::currentIndexChanged, this, &QuestionPanel::landChanged);
    connect(this, &QuestionPanel::questionChanged, this, &QuestionPanel::offerShows);
    offerShows();
}

QuestionPanel::Mode QuestionPanel::mode() const {
    if (modes_[0]->isChecked()) return Mode::Who;
    return modes_[1]->isChecked() ? Mode::Share : Mode::Gaps;
}

void QuestionPanel::setState(std::shared_ptr<const store::StudyState> state) {
    state_ = std::move(state);
    listAspects();
    if (service() >= state_->analysis.services.size()) return;
    const QSignalBlocker quiet(reaches_);
    if (const auto far = figureOf(state_->analysis.services[service()].service.reach)) {
        reaches_->setCurrentIndex(reaches_->findData(*far));
    }
}

void QuestionPanel::setMode(Mode mode) {
    modes_[static_cast<std::size_t>(mode)]->setChecked(true);
}

void QuestionPanel::setOfficial(bool official) {
    official_ = official;
    offerShows();
    over_->setVisible(!official);
    for (QCheckBox* over : overs_) over->setVisible(!official);
    reaches_->setEnabled(!official);
}

/// What there is none of on the map is not offered.
void QuestionPanel::offerShows() {
    const bool holes = mode() == Mode::Gaps && aspect() == Aspect::Holes;
    for (const Show show : {Holes, People, Covered, Numbers}) shows_[show]->setVisible(holes && !official_);
    shows_[Providers]->setVisible((holes || mode() != Mode::Gaps || overs_[OverRecords]->isChecked()) && !official_);
    shows_[Names]->setVisible(!official_);
    onMap_->setVisible(!official_);
}

QuestionPanel::Aspect QuestionPanel::aspect() const {
    return static_cast<Aspect>(aspects_->currentData().toInt());
}

std::string QuestionPanel::mainLayer() const {
    if (mode() == Mode::Who) return "records";
    if (mode() == Mode::Share) return "links";
    const auto* const found = std::ranges::find(aspectList, aspect(), &AspectOf::aspect);
    return fmt::format(fmt::runtime(found->layer), state_->analysis.services[service()].service.id);
}

std::string QuestionPanel::layer() const {
    const std::string main = mainLayer();
    std::string layer = main;
    for (std::size_t i = 0; i < overs_.size(); ++i) {
        if (overs_[i]->isChecked() && main != overList[i].layer) layer += std::string("+") + overList[i].layer;
    }
    return layer;
}

std::optional<model::Reach> QuestionPanel::reach() const {
    if (reaches_->count() == 0) return std::nullopt;
    return reachOf(reaches_->currentIndex());
}

/// Of the same kind as the service's own.
model::Reach QuestionPanel::reachOf(int index) const {
    const double far = reaches_->itemData(index).toDouble();
    if (std::holds_alternative<model::Minutes>(state_->analysis.services[service()].service.reach)) return model::Minutes{far};
    return model::Metres{far};
}

void QuestionPanel::listReaches() {
    const QSignalBlocker quiet(reaches_);
    reaches_->clear();
    if (service() >= state_->analysis.services.size()) return;
    const model::Service& asked = state_->analysis.services[service()].service;
    if (!analysis::canChange(asked, state_->reference)) return;
    const double own = figureOf(asked.reach).value_or(0);
    std::set<double> figures{own};
    const double unit = std::holds_alternative<model::Minutes>(asked.reach) ? 1 : 1000;
    for (const int usual : usualReaches) figures.insert(usual * unit);
    for (const double one : figures) reaches_->addItem(QString(), one);
    reaches_->setCurrentIndex(reaches_->findData(own));
}

void QuestionPanel::listAspects() {
    const QSignalBlocker quiet(aspects_);
    const QVariant before = aspects_->currentData();
    aspects_->clear();
    const auto& services = state_->analysis.services;
    const bool byTime = service() < services.size() && std::holds_alternative<model::Minutes>(services[service()].service.reach);
    for (const AspectOf& one : aspectList) {
        if (isOfBaskets(one) && state_->analysis.filiere.baskets.empty()) continue;
        if (isOfTimes(one) && !byTime) continue;
        if (!one.communes || state_->reference.hasCommunePolygons())
            aspects_->addItem(words(language_, one.key), static_cast<int>(one.aspect));
    }
    aspects_->setCurrentIndex(std::max(0, aspects_->findData(before)));
}

std::size_t QuestionPanel::service() const {
    return static_cast<std::size_t>(std::max(0, services_->currentIndex()));
}

Land QuestionPanel::land() const {
    return static_cast<Land>(lands_->currentData().toInt());
}

bool QuestionPanel::shows(Show what) const {
    return shows_[what]->isChecked();
}

void QuestionPanel::setShown(Show what, bool shown) {
    shows_[what]->setChecked(shown);
}

bool QuestionPanel::offers(Over over) const {
    return overs_[over]->isEnabled() && mainLayer() != overList[over].layer;
}

void QuestionPanel::setOver(Over over, bool on) {
    overs_[over]->setChecked(on);
}

void QuestionPanel::setLand(Land land) {
    const int index = lands_->findData(static_cast<int>(land));
    if (index >= 0) lands_->setCurrentIndex(index);
}

void QuestionPanel::setLands(const std::vector<Land>& lands) {
    const QSignalBlocker quiet(lands_);
    const Land before = land();
    lands_->clear();
    for (const Land one : lands) lands_->addItem(qt(text::say(language_, nameKey(one))), static_cast<int>(one));
    const int index = lands_->findData(static_cast<int>(before));
    lands_->setCurrentIndex(std::max(0, index));
    where_->setVisible(lands.size() > 1);
    lands_->setVisible(lands.size() > 1);
}

void QuestionPanel::setLanguage(model::Language language) {
    language_ = language;
    const auto say = [&](const char* id) { return words(language_, id); };
    for (std::size_t i = 0; i < modes_.size(); ++i) modes_[i]->setText(say(modeKeys[i]));
    for (std::size_t i = 0; i < shows_.size(); ++i) shows_[i]->setText(say(showKeys[i]));
    over_->setText(say("window.over"));
    for (std::size_t i = 0; i < overs_.size(); ++i) overs_[i]->setText(say(overList[i].key));
    where_->setText(say("window.where"));
    onMap_->setText(say("window.on-map"));
    const auto& services = state_->analysis.services;
    for (std::size_t i = 0; i < services.size(); ++i)
        services_->setItemText(static_cast<int>(i), qt(services[i].service.label.in(language_)));
    const bool canChoose = reaches_->count() > 0;
    within_->setText(canChoose || service() >= services.size()
                         ? say("window.within-of")
                         : words(language, "window.within", {{"reach", reachText(language, services[service()].service.reach)}}));
    reaches_->setVisible(canChoose);
    for (int i = 0; i < reaches_->count(); ++i) {
        reaches_->setItemText(i, qt(reachText(language, reachOf(i))));
    }
    shownAs_->setText(say("window.shown-as"));
    services_->setAccessibleName(say("window.service"));
    reaches_->setAccessibleName(say("window.within-of"));
    aspects_->setAccessibleName(say("window.shown-as"));
    lands_->setAccessibleName(say("window.where"));
    for (int i = 0; i < aspects_->count(); ++i) {
        const auto aspect = static_cast<Aspect>(aspects_->itemData(i).toInt());
        aspects_->setItemText(i, say(std::ranges::find(aspectList, aspect, &AspectOf::aspect)->key));
    }
    const bool gaps = mode() == Mode::Gaps;
    shownAs_->setVisible(gaps);
    aspects_->setVisible(gaps);
    for (int i = 0; i < lands_->count(); ++i)
        lands_->setItemText(i, qt(text::say(language_, nameKey(static_cast<Land>(lands_->itemData(i).toInt())))));
}

}  // namespace raquette::viewer

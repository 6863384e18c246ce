#include "viewer/app/question_panel.h"

#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "viewer/map/land.h"
#include "viewer/map/lettering.h"
#include "viewer/sheets/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, 3> modeKeys{"window.mode.who", "window.mode.share", "window.mode.gaps"};
constexpr std::array<const char*, QuestionPanel::ShowCount> showKeys{"window.show.holes",     "window.show.people",  "window.show.covered",
                                                                     "window.show.providers", "window.show.numbers", "window.show.names"};

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
    reach_ = new QLabel;
    reach_->setWordWrap(true);
    where_ = heading();
    lands_ = new QComboBox;
    onMap_ = heading();
    column->addWidget(services_);
    column->addWidget(reach_);
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
    column->addStretch();
    const bool answers = !state_->analysis.services.empty();
    modes_[2]->setEnabled(answers);
    modes_[answers ? 2 : 0]->setChecked(true);
    for (QRadioButton* mode : modes_) {
        connect(mode, &QRadioButton::toggled, this, [this](bool on) {
            if (on) emit questionChanged();
        });
    }
    connect(services_, &QComboBox::currentIndexChanged, this, [this] {
        setLanguage(language_);
        emit questionChanged();
    });
    connect(lands_, &QComboBox::currentIndexChanged, this, &QuestionPanel::landChanged);
}

QuestionPanel::Mode QuestionPanel::mode() const {
    if (modes_[0]->isChecked()) return Mode::Who;
    return modes_[1]->isChecked() ? Mode::Share : Mode::Gaps;
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
    const auto say = [&](const char* key) { return qt(text::say(language_, key)); };
    for (std::size_t i = 0; i < modes_.size(); ++i) modes_[i]->setText(say(modeKeys[i]));
    for (std::size_t i = 0; i < shows_.size(); ++i) shows_[i]->setText(say(showKeys[i]));
    where_->setText(say("window.where"));
    onMap_->setText(say("window.on-map"));
    const auto& services = state_->analysis.services;
    for (std::size_t i = 0; i < services.size(); ++i)
        services_->setItemText(static_cast<int>(i), qt(services[i].service.label.in(language_)));
    if (service() < services.size())
        reach_->setText(qt(text::say(language_, "window.within", {{"reach", reachText(language_, services[service()].service.reach)}})));
    for (int i = 0; i < lands_->count(); ++i)
        lands_->setItemText(i, qt(text::say(language_, nameKey(static_cast<Land>(lands_->itemData(i).toInt())))));
}

}  // namespace raquette::viewer

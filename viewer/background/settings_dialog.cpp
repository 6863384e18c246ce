#include "viewer/background/settings_dialog.h"

#include "viewer/background/tile.h"
#include "viewer/text/words.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace raquette::viewer {

SettingsDialog::SettingsDialog(const TileService& service, model::Language language, QWidget* parent)
    : QDialog(parent), language_(language) {
    setWindowTitle(say("background.settings.title"));
    build(service);
    check();
}

QString SettingsDialog::say(const char* id) const {
    return words(language_, id);
}

void SettingsDialog::build(const TileService& service) {
    address_ = new QLineEdit(service.address);
    address_->setMinimumWidth(440);
    problem_ = new QLabel;
    problem_->setWordWrap(true);
    problem_->setAlignment(Qt::AlignTop);
    problem_->setObjectName(QStringLiteral("problem"));
    problem_->setStyleSheet(QStringLiteral("color: #B5683C;"));
    attribution_ = new QLineEdit(service.attribution);
    highestZoom_ = new QSpinBox;
    highestZoom_->setRange(0, deepestZoom);
    highestZoom_->setValue(service.highestZoom);
    strength_ = new QSlider(Qt::Horizontal);
    strength_->setRange(weakest, 100);
    strength_->setValue(service.strength);
    auto* form = new QFormLayout;
    const auto add = [&](const char* key, QWidget* field) {
        form->addRow(say(key), field);
        field->setAccessibleName(say(key));
    };
    add("background.settings.address", address_);
    form->addRow(QString(), problem_);
    add("background.settings.attribution", attribution_);
    add("background.settings.highest-zoom", highestZoom_);
    add("background.settings.strength", strength_);
    auto* explained = new QLabel(say("background.settings.explained"));
    explained->setWordWrap(true);
    auto* empty = new QPushButton(say("background.settings.empty-cache"));
    empty->setAutoDefault(false);
    connect(empty, &QPushButton::clicked, this, [this, empty] {
        empty->setEnabled(false);
        emit emptyCacheAsked();
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    accept_ = buttons->button(QDialogButtonBox::Ok);
    accept_->setText(say("background.settings.accept"));
    buttons->button(QDialogButtonBox::Cancel)->setText(say("background.settings.cancel"));
    buttons->addButton(empty, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(explained);
    column->addWidget(buttons);
    connect(address_, &QLineEdit::textChanged, this, &SettingsDialog::check);
    connect(attribution_, &QLineEdit::textChanged, this, &SettingsDialog::check);
}

void SettingsDialog::check() {
    const TileService written = service();
    const char* problem = problemOf(written.address);
    problem_->setText(problem ? say(problem) : QString());
    problem_->setVisible(problem != nullptr);
    accept_->setEnabled(problem == nullptr);
    // What will stand on the map where nothing is written.
    attribution_->setPlaceholderText(problem ? QString() : attributionOf({written.address, {}, written.highestZoom}, language_));
    if (isVisible()) fit();
}

/// Sentences take as many lines as they need: fields are not squeezed for them.
void SettingsDialog::fit() {
    const int wide = std::max(width(), layout()->totalSizeHint().width());
    resize(wide, layout()->totalHeightForWidth(wide));
}

void SettingsDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    fit();
}

TileService SettingsDialog::service() const {
    return {address_->text().trimmed(), attribution_->text().simplified(), highestZoom_->value(), strength_->value()};
}

}  // namespace raquette::viewer

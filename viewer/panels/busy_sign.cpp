#include "viewer/panels/busy_sign.h"

#include "viewer/text/words.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace raquette::viewer {

BusySign::BusySign(QWidget* parent) : QWidget(parent), stop_(new QToolButton) {
    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setFixedSize(90, 10);
    bar->setTextVisible(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(bar);
    row->addWidget(stop_);
    connect(stop_, &QToolButton::clicked, this, &BusySign::stopAsked);
}

void BusySign::setLanguage(model::Language language) {
    stop_->setText(words(language, "window.stop"));
}

}  // namespace raquette::viewer

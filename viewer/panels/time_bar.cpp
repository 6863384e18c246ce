#include "viewer/panels/time_bar.h"

#include "gis/store/store.h"
#include "gis/text/numbers.h"
#include "viewer/text/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <algorithm>

namespace raquette::viewer {

Years yearsOf(const store::StudyState& state) {
    constexpr int back = 30;
    constexpr int ahead = 15;
    const int own = model::yearOf(state.study.date);
    Years years{own, own};
    const auto add = [&](const std::optional<model::PartialDate>& date) {
        if (!date) return;
        for (const int year : {model::yearOf(date->first()), model::yearOf(date->last())}) {
            if (year < own - back || year > own + ahead) continue;
            years.first = std::min(years.first, year);
            years.last = std::max(years.last, year);
        }
    };
    const auto addRecord = [&](const model::Actor& record) {
        add(record.opened);
        add(record.closed);
    };
    std::ranges::for_each(state.dataset.venues, addRecord);
    std::ranges::for_each(state.dataset.actors, addRecord);
    for (const model::Contract& contract : state.dataset.contracts) {
        add(contract.period.start);
        add(contract.period.end);
    }
    return years;
}

TimeBar::TimeBar(QWidget* parent)
    : QWidget(parent), slider_(new QSlider(Qt::Horizontal)), first_(new QLabel), last_(new QLabel), now_(new QLabel) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    now_->setMinimumWidth(140);
    slider_->setPageStep(1);
    slider_->setTickPosition(QSlider::TicksBelow);
    slider_->setTickInterval(1);
    row->addWidget(now_);
    row->addWidget(first_);
    row->addWidget(slider_, 1);
    row->addWidget(last_);
    connect(slider_, &QSlider::valueChanged, this, &TimeBar::yearChanged);
}

void TimeBar::showYears(const Years& years, int year) {
    const QSignalBlocker quiet(slider_);
    slider_->setRange(years.first, years.last);
    slider_->setValue(year);
    first_->setText(QString::number(years.first));
    last_->setText(QString::number(years.last));
    setVisible(years.last > years.first);
}

void TimeBar::setLanguage(model::Language language, model::Day own) {
    now_->setText(words(language, "window.as-of", {{"date", text::date(language, model::inYear(own, year()))}}));
    slider_->setAccessibleName(words(language, "window.year"));
}

int TimeBar::year() const {
    return slider_->value();
}

void TimeBar::setYear(int year) {
    slider_->setValue(year);
}

}  // namespace raquette::viewer

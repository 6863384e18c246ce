#include "viewer/panels/look_panel.h"

#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"
#include "viewer/map/map_look.h"
#include "viewer/panels/part_list.h"
#include "viewer/panels/wheel_guard.h"
#include "viewer/text/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, mapPartCount> partKeys{
    "window.show.holes", "window.show.people", "window.show.covered",   "look.territories",  "window.over.contracts", "look.borders",
    "window.over.links", "look.circles",       "window.show.providers", "window.show.names", "window.show.numbers"};
constexpr int whole = 100;

int percentOf(double opacity) {
    return static_cast<int>(std::lround(opacity * whole));
}

}  // namespace

LookPanel::LookPanel(QWidget* parent)
    : QWidget(parent),
      look_(std::make_unique<MapLook>()),
      head_(new QToolButton),
      body_(new QWidget),
      list_(new PartList),
      up_(new QToolButton),
      down_(new QToolButton),
      opacityName_(new QLabel),
      opacity_(new QSlider(Qt::Horizontal)),
      own_(new QPushButton) {
    head_->setCheckable(true);
    head_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    head_->setArrowType(Qt::RightArrow);
    up_->setText(QStringLiteral("↑"));
    down_->setText(QStringLiteral("↓"));
    opacity_->setRange(0, whole);
    opacity_->setPageStep(10);
    leaveWheelToScrolling(opacity_);
    opacityName_->setWordWrap(true);
    opacityName_->setMinimumHeight(2 * opacityName_->fontMetrics().lineSpacing());  // the slider stays under the hand
    opacityName_->setTextFormat(Qt::PlainText);
    auto* moves = new QHBoxLayout;
    moves->addWidget(up_);
    moves->addWidget(down_);
    moves->addWidget(opacityName_, 1);
    auto* rows = new QVBoxLayout(body_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    rows->addWidget(list_);
    rows->addLayout(moves);
    rows->addWidget(opacity_);
    rows->addWidget(own_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(head_);
    column->addWidget(body_);
    body_->hide();
    connect(head_, &QToolButton::toggled, this, [this](bool open) {
        head_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        body_->setVisible(open);
        if (open) emit opened();
    });
    connect(list_, &PartList::currentRowChanged, this, &LookPanel::showCurrent);
    connect(list_, &PartList::itemChanged, this, [this](const QListWidgetItem* item) {
        const Row& row = rows_.at(static_cast<std::size_t>(list_->row(item)));
        if (const bool shown = item->checkState() == Qt::Checked; shown != row.shown) emit showAsked(row.part, shown);
    });
    connect(list_, &PartList::stepAsked, this, &LookPanel::step);
    connect(list_, &PartList::dropped, this, &LookPanel::drop);
    connect(up_, &QToolButton::clicked, this, [this] { step(true); });
    connect(down_, &QToolButton::clicked, this, [this] { step(false); });
    connect(opacity_, &QSlider::valueChanged, this, [this](int percent) {
        MapLook look = *look_;
        look.setOpacity(current(), static_cast<double>(percent) / whole);
        emit lookAsked(look);
    });
    connect(own_, &QPushButton::clicked, this, &LookPanel::ownAsked);
}

LookPanel::~LookPanel() = default;

void LookPanel::showParts(const std::vector<Row>& rows, const MapLook& look) {
    rows_ = rows;
    *look_ = look;
    fill();
}

/// The part that was chosen stays chosen, wherever it went.
void LookPanel::fill() {
    const QSignalBlocker quiet(list_);
    const auto chosen = list_->currentRow() < 0 ? -1 : list_->currentItem()->data(Qt::UserRole).toInt();
    const auto count = static_cast<int>(rows_.size());
    while (list_->count() < count) list_->addItem(QString());
    while (list_->count() > count) delete list_->takeItem(count);
    for (int i = 0; i < count; ++i) {
        const Row& row = rows_[static_cast<std::size_t>(i)];
        QListWidgetItem* item = list_->item(i);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        item->setCheckState(row.shown ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, static_cast<int>(row.part));
        const double opacity = look_->opacity(row.part);
        item->setText(opacity >= 1 ? name(row.part)
                                   : words(language_, "look.row",
                                           {{"part", name(row.part).toStdString()}, {"percent", text::percent(language_, {opacity})}}));
        if (static_cast<int>(row.part) == chosen) list_->setCurrentRow(i);
    }
    if (list_->currentRow() < 0 && list_->count() > 0) list_->setCurrentRow(0);
    list_->updateGeometry();
    showCurrent();
}

void LookPanel::showCurrent() {
    const bool some = list_->currentRow() >= 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{up_, down_, opacity_}) widget->setEnabled(some);
    if (!some) return;
    const MapPart part = current();
    up_->setEnabled(neighbour(parts(), part, true).has_value());
    down_->setEnabled(neighbour(parts(), part, false).has_value());
    const QSignalBlocker quiet(opacity_);
    opacity_->setValue(percentOf(look_->opacity(part)));
    const QString said = words(language_, "look.opacity",
                               {{"part", name(part).toStdString()}, {"percent", text::percent(language_, {look_->opacity(part)})}});
    opacityName_->setText(said);
    opacity_->setAccessibleName(said);
}

/// The lowest first.
std::vector<MapPart> LookPanel::parts() const {
    std::vector<MapPart> parts;
    for (const Row& row : rows_ | std::views::reverse) parts.push_back(row.part);
    return parts;
}

MapPart LookPanel::current() const {
    return static_cast<MapPart>(list_->currentItem()->data(Qt::UserRole).toInt());
}

void LookPanel::step(bool up) {
    if (list_->currentRow() < 0) return;
    const auto other = neighbour(parts(), current(), up);
    if (!other) return;
    MapLook look = *look_;
    if (up)
        look.putAbove(current(), *other);
    else
        look.putUnder(current(), *other);
    emit lookAsked(look);
}

void LookPanel::drop(int row, int before) {
    if (row < 0 || row >= list_->count()) return;
    MapLook look = *look_;
    const MapPart part = rows_[static_cast<std::size_t>(row)].part;
    const auto end = static_cast<int>(rows_.size());
    if (before < row && before < end) look.putAbove(part, rows_[static_cast<std::size_t>(before)].part);
    if (before > row && before > 0) look.putUnder(part, rows_[static_cast<std::size_t>(before - 1)].part);
    emit lookAsked(look);
}

QString LookPanel::name(MapPart part) const {
    return words(language_, partKeys.at(static_cast<std::size_t>(part)));
}

void LookPanel::setLanguage(model::Language language) {
    language_ = language;
    const auto say = [&](const char* key) { return words(language, key); };
    head_->setText(say("look.title"));
    list_->setAccessibleName(say("look.list"));
    list_->setToolTip(say("look.list"));
    up_->setAccessibleName(say("look.up"));
    up_->setToolTip(say("look.up"));
    down_->setAccessibleName(say("look.down"));
    down_->setToolTip(say("look.down"));
    own_->setText(say("look.own"));
    fill();
}

}  // namespace raquette::viewer

#include "viewer/panels/style_panel.h"

#include "gis/analysis/classing/classing.h"
#include "gis/analysis/classing/doubts.h"
#include "viewer/map/lettering.h"
#include "viewer/map/scene.h"
#include "viewer/panels/classes_view.h"
#include "viewer/panels/wheel_guard.h"
#include "viewer/sheets/wording.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace raquette::viewer {

namespace {

using analysis::Classing;

/// The tool's own bounds, the rules, then bounds by hand.
constexpr std::array<const char*, 7> ruleKeys{"classes.rule.own",       "classes.rule.quantile", "classes.rule.equal", "classes.rule.jenks",
                                              "classes.rule.head-tail", "classes.rule.q6",       "classes.rule.hand"};
constexpr int own = 0;
constexpr int hand = 6;
constexpr std::array<const char*, 3> rampKeys{"classes.ramp.usual", "classes.ramp.blue", "classes.ramp.warm"};

/// What honesty asks to be said of classes, a line each.
QString warningOf(const std::vector<double>& figures, const std::vector<double>& bounds, model::Language language) {
    QStringList lines;
    for (const analysis::ClassFinding& finding : analysis::doubtsOf(figures, bounds)) lines << qt(doubtText(finding, language));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

StylePanel::StylePanel(QWidget* parent)
    : QWidget(parent),
      head_(new QToolButton),
      body_(new QWidget),
      rules_(new QComboBox),
      count_(new QSpinBox),
      bounds_(new QLineEdit),
      ramps_(new QComboBox),
      view_(new ClassesView),
      warning_(new QLabel) {
    head_->setCheckable(true);
    head_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    head_->setArrowType(Qt::RightArrow);
    for (std::size_t i = 0; i < ruleKeys.size(); ++i) rules_->addItem(QString());
    for (std::size_t i = 0; i < rampKeys.size(); ++i) ramps_->addItem(QString());
    count_->setRange(static_cast<int>(analysis::fewestClasses), static_cast<int>(analysis::mostClasses));
    constexpr int usualCount = 5;
    count_->setValue(usualCount);
    warning_->setWordWrap(true);
    warning_->setTextFormat(Qt::PlainText);
    for (QWidget* field : std::initializer_list<QWidget*>{rules_, count_, ramps_}) leaveWheelToScrolling(field);
    auto* rows = new QVBoxLayout(body_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    for (QWidget* widget : std::initializer_list<QWidget*>{rules_, count_, bounds_, view_, warning_, ramps_}) rows->addWidget(widget);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(head_);
    column->addWidget(body_);
    body_->hide();
    hide();
    connect(head_, &QToolButton::toggled, this, [this](bool open) {
        head_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        body_->setVisible(open);
    });
    connect(rules_, &QComboBox::activated, this, &StylePanel::chooseRule);
    connect(count_, &QSpinBox::valueChanged, this, &StylePanel::chooseRule);
    connect(bounds_, &QLineEdit::editingFinished, this, &StylePanel::takeBounds);
    connect(ramps_, &QComboBox::activated, this, [this] { tell(scene_ ? scene_->classes.upperBounds : std::vector<double>()); });
}

StylePanel::~StylePanel() = default;

/// Shares are read and written in per cent.
double StylePanel::factor() const {
    constexpr double perCent = 100;
    return scene_ && scene_->classes.unit == Classes::Unit::Share ? perCent : 1;
}

void StylePanel::showScene(const std::shared_ptr<const MapScene>& scene) {
    const bool other = !scene_ || !scene || scene_->layer.column != scene->layer.column;
    scene_ = scene;
    const bool figures = scene && scene->layer.kind == LayerKind::Indicators;
    setVisible(figures);
    if (!figures) return;
    figures_ = figuresOf(*scene);
    if (other) rules_->setCurrentIndex(scene->classes.upperBounds == scene->usual.upperBounds ? own : hand);
    const QSignalBlocker quiet(ramps_);
    ramps_->setCurrentIndex(static_cast<int>(scene->ramp));
    showState();
}

void StylePanel::showState() {
    const std::vector<double>& bounds = scene_->classes.upperBounds;
    QStringList written;
    for (const double bound : bounds)
        written << QLocale(language_ == model::Language::French ? QLocale::French : QLocale::English).toString(bound * factor(), 'g', 5);
    bounds_->setText(written.join(QStringLiteral(" ; ")));
    view_->show(figures_, bounds, scene_->ramp);
    const QString warning = warningOf(figures_, bounds, language_);
    warning_->setText(warning);
    warning_->setVisible(!warning.isEmpty());
    const int rule = rules_->currentIndex();
    count_->setVisible(rule != own && rule != hand && rule != 1 + static_cast<int>(Classing::Q6));
}

void StylePanel::chooseRule() {
    const int rule = rules_->currentIndex();
    if (!scene_ || rule == hand) {
        bounds_->setFocus();
        return;
    }
    if (rule == own) {
        tell({});
        return;
    }
    tell(analysis::classBounds(figures_, static_cast<Classing>(rule - 1), static_cast<std::size_t>(count_->value())));
}

/// `20 ; 40 ; 60`: what is no rising row of two to six figures is put back as it was.
void StylePanel::takeBounds() {
    if (!scene_ || !bounds_->isModified()) return;
    std::vector<double> bounds;
    for (QString one : bounds_->text().split(QRegularExpression(QStringLiteral("[;\\s]+")), Qt::SkipEmptyParts)) {
        bool good = false;
        bounds.push_back(one.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&good) / factor());
        if (!good || !std::isfinite(bounds.back())) bounds.assign(analysis::mostClasses, 0);
    }
    const bool rising = std::ranges::is_sorted(bounds, std::less_equal<>());
    if (!rising || bounds.size() < 2 || bounds.size() >= analysis::mostClasses) {
        showState();
        warning_->setText(words(language_, "classes.warning.bounds"));
        warning_->setVisible(true);
        return;
    }
    rules_->setCurrentIndex(hand);
    tell(std::move(bounds));
}

void StylePanel::tell(std::vector<double> bounds) {
    if (!scene_) return;
    if (bounds == scene_->usual.upperBounds) bounds.clear();
    emit styleChanged(MapStyle{std::move(bounds), static_cast<Ramp>(ramps_->currentIndex())});
}

void StylePanel::setLanguage(model::Language language) {
    language_ = language;
    const auto say = [&](const char* id) { return words(language, id); };
    head_->setText(say("classes.title"));
    for (std::size_t i = 0; i < ruleKeys.size(); ++i) rules_->setItemText(static_cast<int>(i), say(ruleKeys[i]));
    for (std::size_t i = 0; i < rampKeys.size(); ++i) ramps_->setItemText(static_cast<int>(i), say(rampKeys[i]));
    rules_->setAccessibleName(say("classes.rule"));
    ramps_->setAccessibleName(say("classes.ramp"));
    bounds_->setAccessibleName(say("classes.bounds"));
    bounds_->setToolTip(say("classes.bounds"));
    count_->setAccessibleName(say("classes.count"));
    count_->setSuffix(QStringLiteral(" ") + say("classes.classes"));
    if (scene_ && scene_->layer.kind == LayerKind::Indicators) showState();
}

QString StylePanel::boundsText() const {
    return bounds_->text();
}

QString StylePanel::warning() const {
    return warning_->isHidden() ? QString() : warning_->text();
}

}  // namespace raquette::viewer

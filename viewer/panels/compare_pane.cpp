#include "viewer/panels/compare_pane.h"

#include "gis/geometry/overlay.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/canvas/map_widget.h"
#include "viewer/map/marks.h"
#include "viewer/panels/time_bar.h"
#include "viewer/sheets/wording.h"
#include "viewer/study/latest.h"
#include "viewer/study/restudy.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <utility>

namespace raquette::viewer {

namespace {

using State = std::shared_ptr<const store::StudyState>;

/// The second map: what it shows and how it differs.
struct Second {
    State state;
    std::shared_ptr<const MapScene> scene;
    MapMarks marks;
};

std::optional<std::size_t> serviceOf(const MapScene& scene, const store::StudyState& state) {
    return scene.service && *scene.service < state.analysis.services.size() ? scene.service : std::nullopt;
}

const geometry::GeoShape* coveredBy(const store::StudyState& state, std::size_t service) {
    const auto& coverages = state.analysis.services[service].coverages;
    const auto nominal = std::ranges::find(coverages, analysis::Certainty::Nominal, &analysis::Coverage::certainty);
    return nominal == coverages.end() ? nullptr : &nominal->shape;
}

/// Where the second covers more, or less, than the first.
MapMarks differenceOf(const State& first, const Second& second, Land land, Plane plane) {
    MapMarks marks;
    const auto service = serviceOf(*second.scene, *second.state);
    if (!service || *service >= first->analysis.services.size()) return marks;
    const geometry::GeoShape* before = coveredBy(*first, *service);
    const geometry::GeoShape* after = coveredBy(*second.state, *service);
    if (!before || !after) return marks;
    const geometry::PlaneShape from = byLand(*before)[land];
    const geometry::PlaneShape to = byLand(*after)[land];
    const auto add = [&](MapMarks::AreaKind kind, geometry::PlaneShape shape) {
        if (shape.empty()) return;
        if (plane != Plane::OfLand) shape = geometry::toPlane(frameOf(land, plane), geometry::toLonLat(frameOf(land), shape));
        marks.areas.push_back({kind, pieceOf(std::move(shape))});
    };
    add(MapMarks::AreaKind::Gained, geometry::difference(to, from));
    add(MapMarks::AreaKind::Lost, geometry::difference(from, to));
    return marks;
}

}  // namespace

struct ComparePane::Parts {
    MapWidget* map = nullptr;
    TimeBar* time = nullptr;
    QLabel* difference = nullptr;
    State base, first;
    std::string layer;
    Land land{};
    Plane plane{};
    model::Language language = model::Language::French;
    Second second;
    std::unique_ptr<Latest<Second>> answer;
};

ComparePane::ComparePane(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.map = new MapWidget;
    p.time = new TimeBar;
    p.difference = new QLabel;
    p.difference->setObjectName(QStringLiteral("heading"));
    p.difference->setMargin(6);
    p.difference->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(p.difference);
    column->addWidget(p.map, 1);
    column->addWidget(p.time);
    p.answer = std::make_unique<Latest<Second>>(
        [this](Second second) {
            parts_->second = std::move(second);
            parts_->map->showScene(parts_->second.scene, parts_->land);
            parts_->map->setMarks(parts_->second.marks);
            say();
        },
        [this](const std::string& problem) { parts_->difference->setText(qt(problem)); });
    connect(p.time, &TimeBar::yearChanged, this, &ComparePane::ask);
    connect(p.map, &MapWidget::viewMoved, this, &ComparePane::viewMoved);
}

ComparePane::~ComparePane() = default;

void ComparePane::compare(State base, State first, const std::string& layer, Land land, Plane plane) {
    Parts& p = *parts_;
    const bool begins = p.base != base;
    p.base = std::move(base);
    p.first = std::move(first);
    p.layer = layer;
    p.land = land;
    p.plane = plane;
    if (begins) {
        const Years years = yearsOf(*p.base);
        p.time->showYears(years, years.first);
    }
    ask();
}

void ComparePane::ask() {
    const Parts& p = *parts_;
    p.time->setLanguage(p.language, p.base->study.date);
    p.answer->ask([base = p.base, first = p.first, layer = p.layer, land = p.land, plane = p.plane, year = p.time->year()] {
        Second second;
        Asked asked = askedBy(*first, 0);  // with the reaches of the first map
        asked.day = model::inYear(base->study.date, year);
        second.state = answeredAnew(*first, asked);
        second.scene = std::make_shared<const MapScene>(makeScene(*second.state, parseLayer(layer, second.state->study), plane));
        second.marks = differenceOf(first, second, land, plane);
        return second;
    });
}

void ComparePane::say() {
    const Parts& p = *parts_;
    if (!p.second.scene) return;
    const auto service = serviceOf(*p.second.scene, *p.second.state);
    if (!service || p.second.state->analysis.services[*service].indicators.empty() ||
        p.first->analysis.services[*service].indicators.empty()) {
        p.difference->clear();
        return;
    }
    const model::Inhabitants here = p.second.state->analysis.services[*service].indicators.front().coveredPopulation;
    const model::Inhabitants there = p.first->analysis.services[*service].indicators.front().coveredPopulation;
    const char* key = here.value >= there.value ? "compare.more" : "compare.less";
    p.difference->setText(qt(text::say(p.language, here == there ? "compare.same" : key,
                                       {{"here", std::to_string(model::yearOf(p.second.state->study.date))},
                                        {"there", std::to_string(model::yearOf(p.first->study.date))},
                                        {"people", peopleText(p.language, {std::abs(here.value - there.value)})}})));
}

void ComparePane::setBackground(Background* background) {
    parts_->map->setBackground(background);
}

void ComparePane::setOptions(const MapOptions& options) {
    parts_->map->setOptions(options);
}

void ComparePane::follow(const MapView& view, Plane plane) {
    parts_->map->follow(view, plane);
}

Plane ComparePane::plane() const {
    return parts_->map->plane();
}

const MapView& ComparePane::view() const {
    return parts_->map->view();
}

void ComparePane::setLanguage(model::Language language) {
    parts_->language = language;
    if (parts_->base) parts_->time->setLanguage(language, parts_->base->study.date);
    say();
}

void ComparePane::setYear(int year) {
    parts_->time->setYear(year);
}

QString ComparePane::shownText() const {
    return parts_->difference->text();
}

bool ComparePane::isSettled() const {
    return !parts_->answer->isBusy() && (!parts_->second.scene || parts_->map->isSettled());
}

}  // namespace raquette::viewer

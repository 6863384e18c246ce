#include "viewer/panels/territory_table_model.h"

#include "gis/analysis/equity/inequality.h"
#include "gis/analysis/territory_units.h"
#include "gis/store/store.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"

#include <algorithm>
#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

using model::Level;

constexpr std::array<const char*, TerritoryTableModel::ColumnCount> headers{
    "window.name", "window.people", "window.covered-share", "window.not-covered", "window.providers", "window.nearest-mean"};

constexpr Level shownFirst = Level::Departement;

model::Inhabitants notCovered(const analysis::Indicator& figures) {
    return figures.population - figures.coveredPopulation;
}

/// Itself, or the territory of the level that holds it; the study where none does.
model::TerritoryId holder(const model::Reference& reference, const model::TerritoryId& territory, Level level) {
    if (territory.level == level) return territory;
    const std::int32_t index = analysis::indexOf(reference, territory);
    if (territory.level == Level::Commune) return analysis::territoryAt(reference, level, analysis::ofCommune(reference, index, level));
    if (territory.level != Level::Departement) return {};
    return analysis::territoryAt(reference, level, analysis::ofDepartement(reference, index, level));
}

}  // namespace

TerritoryTableModel::TerritoryTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent)
    : StudyTableModel(std::move(state), headers, parent), level_(shownFirst) {
    TerritoryTableModel::gather();
}

void TerritoryTableModel::setLevel(Level level) {
    if (level == level_) return;
    beginResetModel();
    level_ = level;
    gather();
    endResetModel();
}

std::vector<Level> TerritoryTableModel::levels() const {
    std::vector<Level> levels;
    if (!result()) return levels;
    for (const Level level : {Level::Commune, Level::Epci, Level::Departement, Level::Region}) {
        const auto isOfLevel = [&](const analysis::Indicator& figures) { return figures.territory.level == level; };
        if (std::ranges::any_of(result()->indicators, isOfLevel)) levels.push_back(level);
    }
    return levels;
}

void TerritoryTableModel::gather() {
    rows_.clear();
    if (!result()) return;
    for (const analysis::Indicator& figures : result()->indicators) {
        if (figures.territory.level != level_) continue;
        const std::string name = analysis::nameOf(state().reference, figures.territory);
        rows_.push_back({&figures, qt(name.empty() ? figures.territory.code : name)});
    }
}

const model::TerritoryId& TerritoryTableModel::territoryOf(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).figures->territory;
}

std::optional<int> TerritoryTableModel::rowOf(const model::TerritoryId& territory) const {
    const model::TerritoryId sought = holder(state().reference, territory, level_);
    const auto found = std::ranges::find_if(rows_, [&](const Row& row) { return row.figures->territory == sought; });
    if (found == rows_.end()) return std::nullopt;
    return static_cast<int>(found - rows_.begin());
}

std::vector<analysis::Portion> TerritoryTableModel::shares() const {
    std::vector<analysis::Portion> shares;
    for (const Row& row : rows_) {
        if (row.figures->coveredShare) shares.push_back({row.figures->population, row.figures->coveredShare->value});
    }
    return shares;
}

int TerritoryTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QString TerritoryTableModel::shown(std::size_t row, int column) const {
    const auto& [figures, name] = rows_[row];
    const QString unknown = QStringLiteral("–");
    switch (column) {
        case Name:
            return name;
        case People:
            return qt(text::number(language(), figures->population.value));
        case CoveredShare:
            return figures->coveredShare ? qt(text::percent(language(), *figures->coveredShare, 1)) : unknown;
        case NotCovered:
            return qt(text::number(language(), notCovered(*figures).value));
        case Providers:
            return qt(text::number(language(), figures->providers));
        case NearestKm:
            if (figures->nearestTime) return qt(text::duration(language(), *figures->nearestTime));
            return figures->nearest ? qt(text::distance(language(), *figures->nearest)) : unknown;
        default:
            return {};
    }
}

QVariant TerritoryTableModel::bare(std::size_t row, int column) const {
    const auto& [figures, name] = rows_[row];
    switch (column) {
        case People:
            return QVariant::fromValue<qlonglong>(figures->population.value);
        case CoveredShare:
            return figures->coveredShare ? QVariant(figures->coveredShare->value) : QVariant();
        case NotCovered:
            return QVariant::fromValue<qlonglong>(notCovered(*figures).value);
        case Providers:
            return figures->providers;
        case NearestKm:
            if (figures->nearestTime) return figures->nearestTime->value;
            return figures->nearest ? QVariant(figures->nearest->value) : QVariant();
        default:
            return name;
    }
}

QString TerritoryTableModel::idOf(std::size_t row) const {
    return qt(rows_[row].figures->territory.text());
}

}  // namespace raquette::viewer

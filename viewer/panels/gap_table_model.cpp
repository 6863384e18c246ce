#include "viewer/panels/gap_table_model.h"

#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"

#include <array>
#include <cmath>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, GapTableModel::ColumnCount> headers{"window.rank",  "window.name",         "window.people",
                                                                      "window.area",  "window.nearest-name", "window.nearest-km",
                                                                      "window.cause", "window.certainty"};

QString shown(const analysis::Gap& gap, int column, model::Language language) {
    switch (column) {
        case GapTableModel::Rank:
            return QString::number(gap.rank);
        case GapTableModel::Name:
            return qt(gap.name);
        case GapTableModel::People:
            return qt(text::rounded(language, gap.population));
        case GapTableModel::Area:
            return qt(text::number(language, std::llround(model::inSquareKilometres(gap.area))));
        case GapTableModel::NearestName:
            return qt(gap.nearestName);
        case GapTableModel::NearestKm:
            return gap.nearest ? qt(text::distance(language, *gap.nearest)) : QString();
        case GapTableModel::CauseOf:
            return qt(text::say(language, "cause." + std::string(analysis::name(gap.cause))));
        case GapTableModel::CertaintyOf:
            return qt(text::say(language, gap.certain ? "window.certain" : "window.uncertain"));
        default:
            return {};
    }
}

QVariant bare(const analysis::Gap& gap, int column, model::Language language) {
    switch (column) {
        case GapTableModel::Rank:
            return gap.rank;
        case GapTableModel::People:
            return QVariant::fromValue<qlonglong>(gap.population.value);
        case GapTableModel::Area:
            return gap.area.value;
        case GapTableModel::NearestKm:
            return gap.nearest ? gap.nearest->value : -1.0;
        default:
            return shown(gap, column, language);
    }
}

bool isFigure(int column) {
    return column == GapTableModel::Rank || column == GapTableModel::People || column == GapTableModel::Area ||
           column == GapTableModel::NearestKm;
}

}  // namespace

GapTableModel::GapTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent)
    : QAbstractTableModel(parent), state_(std::move(state)), language_(state_->study.language) {}

void GapTableModel::setState(std::shared_ptr<const store::StudyState> state) {
    beginResetModel();
    state_ = std::move(state);
    endResetModel();
}

void GapTableModel::setService(std::size_t service) {
    beginResetModel();
    service_ = service;
    endResetModel();
}

void GapTableModel::setLanguage(model::Language language) {
    beginResetModel();
    language_ = language;
    endResetModel();
}

int GapTableModel::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || service_ >= state_->analysis.services.size()) return 0;
    return static_cast<int>(state_->analysis.services[service_].gaps.size());
}

int GapTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GapTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const analysis::Gap& gap = state_->analysis.services[service_].gaps[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return shown(gap, index.column(), language_);
    if (role == Qt::EditRole) return bare(gap, index.column(), language_);
    if (role == Qt::TextAlignmentRole && isFigure(index.column())) return {Qt::AlignRight | Qt::AlignVCenter};
    return {};
}

QVariant GapTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) return {};
    return qt(text::say(language_, headers[static_cast<std::size_t>(section)]));
}

}  // namespace raquette::viewer

#include "viewer/panels/study_table_model.h"

#include "gis/store/store.h"
#include "viewer/text/words.h"

#include <utility>

namespace raquette::viewer {

StudyTableModel::StudyTableModel(std::shared_ptr<const store::StudyState> state, std::span<const char* const> headers, QObject* parent)
    : QAbstractTableModel(parent), state_(std::move(state)), headers_(headers), language_(state_->study.language) {}

void StudyTableModel::setState(std::shared_ptr<const store::StudyState> state) {
    beginResetModel();
    state_ = std::move(state);
    gather();
    endResetModel();
}

void StudyTableModel::setService(std::size_t service) {
    if (service == service_) return;
    beginResetModel();
    service_ = service;
    gather();
    endResetModel();
}

void StudyTableModel::setLanguage(model::Language language) {
    if (language == language_) return;
    beginResetModel();
    language_ = language;
    endResetModel();
}

const analysis::ServiceResult* StudyTableModel::result() const {
    const auto& services = state_->analysis.services;
    return service_ < services.size() ? &services[service_] : nullptr;
}

int StudyTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(headers_.size());
}

QVariant StudyTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (role == Qt::DisplayRole) return shown(row, index.column());
    if (role == Qt::EditRole) return bare(row, index.column());
    if (role == idRole) return idOf(row);
    if (role == Qt::TextAlignmentRole && isFigure(index.column())) return {Qt::AlignRight | Qt::AlignVCenter};
    return {};
}

QVariant StudyTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount()) return {};
    return words(language_, headers_[static_cast<std::size_t>(section)]);
}

}  // namespace raquette::viewer

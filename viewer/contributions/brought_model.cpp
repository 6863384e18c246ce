#include "viewer/contributions/brought_model.h"

#include "gis/text/catalogue.h"
#include "viewer/contributions/board.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/study_table_model.h"
#include "viewer/text/words.h"

#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, BroughtModel::ColumnCount> headers{"contributions.on",     "contributions.about",
                                                                     "contributions.what",   "contributions.organisation",
                                                                     "contributions.status", "contributions.votes"};

}  // namespace

BroughtModel::BroughtModel(QObject* parent) : QAbstractTableModel(parent) {}

void BroughtModel::setBoard(std::shared_ptr<const Board> board) {
    beginResetModel();
    board_ = std::move(board);
    endResetModel();
}

void BroughtModel::setLanguage(model::Language language) {
    language_ = language;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BroughtModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !board_ ? 0 : static_cast<int>(board_->all.size());
}

int BroughtModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString BroughtModel::shown(const Brought& brought, int column) const {
    const ingest::Standing& standing = brought.standing;
    switch (column) {
        case On:
            return qt(standing.proposed);
        case About:
            return qt(subjectsText(*board_->state, brought.contribution, language_));
        case What:
            return qt(text::say(language_, "contribution." + std::string(ingest::name(ingest::kindOf(brought.contribution)))));
        case Organisation:
            return qt(brought.contribution.organisation);
        case Status:
            return qt(text::say(language_, "contribution." + std::string(name(standing.status))));
        case Votes:
            if (standing.yes.empty() && standing.no.empty()) return {};
            return QStringLiteral("+%1 −%2").arg(standing.yes.size()).arg(standing.no.size());
        default:
            return {};
    }
}

QVariant BroughtModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !board_) return {};
    const Brought& brought = board_->all.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole || role == Qt::EditRole) return shown(brought, index.column());
    if (role == StudyTableModel::idRole) return qt(brought.standing.id);
    return {};
}

QVariant BroughtModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) return {};
    return words(language_, headers.at(static_cast<std::size_t>(section)));
}

}  // namespace raquette::viewer

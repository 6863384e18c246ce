#pragma once

#include "viewer/panels/study_table_model.h"

namespace raquette::viewer {

/// The holes of one service as a table.
class GapTableModel : public StudyTableModel {
    Q_OBJECT

public:
    enum Column { Rank, Name, People, Area, NearestName, NearestKm, CauseOf, CertaintyOf, ColumnCount };

    explicit GapTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent = nullptr);

    /// Row of a gap by its index in the service's list.
    int rowOfGap(std::size_t gap) const { return static_cast<int>(gap); }

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    QString shown(std::size_t row, int column) const override;
    QVariant bare(std::size_t row, int column) const override;
    bool isFigure(int column) const override;
    QString idOf(std::size_t row) const override;
};

}  // namespace raquette::viewer

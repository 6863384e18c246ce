#pragma once

#include "viewer/panels/study_table_model.h"

#include <array>
#include <optional>
#include <string>

namespace raquette::viewer {

/// Neighbours who do not work together and complete each other, nearest first: who could share what.
class PairTableModel : public StudyTableModel {
    Q_OBJECT

public:
    enum Column { First, FirstBrings, Second, SecondBrings, Apart, ColumnCount };

    explicit PairTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent = nullptr);

    /// The nearest pair that a record is one of.
    std::optional<int> rowOf(const std::string& record) const;
    std::array<std::string, 2> pairOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    QString shown(std::size_t row, int column) const override;
    QVariant bare(std::size_t row, int column) const override;
    bool isFigure(int column) const override;
    QString idOf(std::size_t row) const override;
};

}  // namespace raquette::viewer

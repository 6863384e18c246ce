#pragma once

#include "viewer/panels/study_table_model.h"

#include <optional>
#include <string>
#include <vector>

namespace raquette::viewer {

/// Who works with whom: the links of a study as a table.
class LinkTableModel : public StudyTableModel {
    Q_OBJECT

public:
    enum Column { Parties, IntensityOf, Nature, Since, Until, Apart, StateOf, ColumnCount };

    explicit LinkTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent = nullptr);

    /// The first link that a record is party to; none when it has none.
    std::optional<int> rowOf(const std::string& record) const;
    /// Ids of the parties of a row that were found in the lists.
    std::vector<std::string> partiesOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    void gather() override;
    QString shown(std::size_t row, int column) const override;
    QVariant bare(std::size_t row, int column) const override;
    bool isFigure(int column) const override;
    QString idOf(std::size_t row) const override;

private:
    std::vector<std::optional<double>> apart_;  ///< metres, of each link
};

}  // namespace raquette::viewer

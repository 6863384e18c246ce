#pragma once

#include "viewer/panels/study_table_model.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace raquette::model {
struct Actor;
enum class Membership;
}  // namespace raquette::model

namespace raquette::viewer {

/// The venues and actors of a study as a table: all, or those of one function or one kind of membership. Nothing private has a column.
class RecordTableModel : public StudyTableModel {
    Q_OBJECT

public:
    enum Column { Name, Kind, Functions, Commune, Member, Status, PrecisionOf, ColumnCount };

    explicit RecordTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent = nullptr);

    /// Words of the functions that any record holds, those of the filière first, in its order.
    std::vector<std::string> functions() const;
    /// An empty function, and no membership, do not restrict.
    void setFilter(const std::string& function, std::optional<model::Membership> member);
    /// Ids of the rows, none where nothing is filtered out.
    std::optional<std::set<std::string>> shownIds() const;
    /// Row of a record by its id; none when it is filtered out or unknown.
    std::optional<int> rowOf(const std::string& id) const;
    std::string recordOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    void gather() override;
    QString shown(std::size_t row, int column) const override;
    QVariant bare(std::size_t row, int column) const override;
    bool isFigure(int column) const override;
    QString idOf(std::size_t row) const override;

private:
    struct Row {
        const model::Actor* record;
        bool venue;
    };
    bool passes(const model::Actor& record) const;

    std::vector<Row> rows_;
    std::string function_;  ///< folded
    std::optional<model::Membership> member_;
};

}  // namespace raquette::viewer

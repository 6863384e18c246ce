#pragma once

#include <QAbstractTableModel>
#include <memory>

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

struct Board;
struct Brought;

/// The contributions of a study as a table, in the order of its board.
class BroughtModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { On, About, What, Organisation, Status, Votes, ColumnCount };

    explicit BroughtModel(QObject* parent = nullptr);

    void setBoard(std::shared_ptr<const Board> board);
    void setLanguage(model::Language language);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString shown(const Brought& brought, int column) const;

    std::shared_ptr<const Board> board_;
    model::Language language_{};
};

}  // namespace raquette::viewer

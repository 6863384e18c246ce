#pragma once

#include <QAbstractTableModel>
#include <memory>

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// The holes of one service as a table. Qt::EditRole gives the bare value, for sorting.
class GapTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Rank, Name, People, Area, NearestName, NearestKm, CauseOf, CertaintyOf, ColumnCount };

    explicit GapTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent = nullptr);

    void setState(std::shared_ptr<const store::StudyState> state);
    /// Index of the service in the analysis; out of range shows nothing.
    void setService(std::size_t service);
    void setLanguage(model::Language language);
    /// Row of a gap by its index in the service's list.
    int rowOfGap(std::size_t gap) const { return static_cast<int>(gap); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const store::StudyState> state_;
    std::size_t service_ = 0;
    model::Language language_;
};

}  // namespace raquette::viewer

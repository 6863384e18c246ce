#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <span>

namespace raquette::store {
struct StudyState;
}
namespace raquette::analysis {
struct ServiceResult;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// Something of one service of a study as a table. Qt::EditRole gives the bare value, for sorting; nothing where it is not known.
class StudyTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// What a row is called in the store: the id of a hole or record, `dep:42`. Text.
    static constexpr int idRole = Qt::UserRole;

    void setState(std::shared_ptr<const store::StudyState> state);
    /// Index of the service in the analysis; out of range shows nothing.
    void setService(std::size_t service);
    void setLanguage(model::Language language);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// `headers`: an id for words() for each column.
    StudyTableModel(std::shared_ptr<const store::StudyState> state, std::span<const char* const> headers, QObject* parent);

    const store::StudyState& state() const { return *state_; }
    /// Null when the service is out of range.
    const analysis::ServiceResult* result() const;
    model::Language language() const { return language_; }

    /// Another state or service: what rows are made of is to be drawn from it.
    virtual void gather() {}
    virtual QString shown(std::size_t row, int column) const = 0;
    virtual QVariant bare(std::size_t row, int column) const = 0;
    virtual bool isFigure(int column) const = 0;
    virtual QString idOf(std::size_t row) const = 0;

private:
    std::shared_ptr<const store::StudyState> state_;
    std::span<const char* const> headers_;
    std::size_t service_ = 0;
    model::Language language_;
};

}  // namespace raquette::viewer

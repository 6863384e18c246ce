#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <set>
#include <string>

class QComboBox;
class QLabel;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class RecordTableModel;
class SortedTable;

/// « Qui est là ? » as a table, with a function and a membership to restrict it to.
class RecordPane : public QWidget {
    Q_OBJECT

public:
    explicit RecordPane(std::shared_ptr<const store::StudyState> state, QWidget* parent = nullptr);

    void setState(std::shared_ptr<const store::StudyState> state);
    void setLanguage(model::Language language);
    /// The row of a record stands out; none for an empty id.
    void select(const std::string& id);
    /// The records it shows; none where it shows all.
    std::optional<std::set<std::string>> shownIds() const;

signals:
    void recordChosen(const QString& id);
    void filterChanged();

private:
    void listFunctions();
    void filter();

    RecordTableModel* model_;
    SortedTable* table_;
    QLabel* functionLabel_;
    QComboBox* functions_;
    QLabel* memberLabel_;
    QComboBox* members_;
    QLabel* count_;
    model::Language language_;
};

}  // namespace raquette::viewer

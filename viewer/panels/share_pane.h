#pragma once

#include <QWidget>
#include <memory>
#include <string>
#include <vector>

class QLabel;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class LinkTableModel;
class PairTableModel;
class SortedTable;

/// « Qu’avons-nous à partager ? » as tables: who works with whom, and beside it who could.
class SharePane : public QWidget {
    Q_OBJECT

public:
    explicit SharePane(std::shared_ptr<const store::StudyState> state, QWidget* parent = nullptr);

    void setState(std::shared_ptr<const store::StudyState> state);
    void setLanguage(model::Language language);
    /// The rows that a record is in stand out; none for an empty id.
    void select(const std::string& record);

signals:
    /// The records of a row that are in the lists.
    void partiesChosen(const std::vector<std::string>& ids);

private:
    LinkTableModel* links_;
    PairTableModel* pairs_;
    SortedTable* linkTable_;
    SortedTable* pairTable_;
    QLabel* linkTitle_;
    QLabel* pairTitle_;
};

}  // namespace raquette::viewer

#pragma once

#include <QWidget>
#include <map>
#include <string>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

struct ListReading;
struct NewStudy;

/// What the list is and what each of its columns says, with a way to say otherwise.
class ColumnsPage : public QWidget {
    Q_OBJECT

public:
    explicit ColumnsPage(model::Language language, QWidget* parent = nullptr);

    /// Goes on from what was said before.
    void begin(const NewStudy& study);
    void show(const ListReading& reading);
    void tell(NewStudy& study) const;

signals:
    void changed();

private:
    void addColumn(int row, const ListReading& reading, std::size_t column);

    model::Language language_;
    QComboBox* kinds_;
    QComboBox* sheets_;
    QFormLayout* form_;
    QLineEdit* contributor_;
    QLineEdit* date_;
    QTableWidget* table_;
    QLabel* private_;
    std::map<std::string, std::string> chosen_;  ///< column of the list → key, by hand
};

}  // namespace raquette::viewer

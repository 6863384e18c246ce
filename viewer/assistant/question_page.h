#pragma once

#include <QWidget>
#include <string>
#include <utility>
#include <vector>

class QComboBox;
class QLineEdit;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

struct NewStudy;

/// What is looked for: where, how far, under which title.
class QuestionPage : public QWidget {
    Q_OBJECT

public:
    explicit QuestionPage(model::Language language, QWidget* parent = nullptr);

    void begin(const NewStudy& study);
    void showAreas(const std::vector<std::pair<std::string, std::string>>& areas);
    void tell(NewStudy& study) const;

signals:
    void changed();

private:
    model::Language language_;
    QLineEdit* title_;
    QComboBox* areas_;
    QComboBox* reaches_;
};

}  // namespace raquette::viewer

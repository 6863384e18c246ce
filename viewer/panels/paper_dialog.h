#pragma once

#include <QDialog>

class QComboBox;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

enum class Paper;

/// What a map is to be printed on, before a file is named for it.
class PaperDialog : public QDialog {
    Q_OBJECT

public:
    /// `usual`: what stands there to begin with.
    PaperDialog(Paper usual, model::Language language, QWidget* parent = nullptr);

    Paper paper() const;

private:
    QComboBox* papers_;
};

}  // namespace raquette::viewer

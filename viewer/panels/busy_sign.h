#pragma once

#include <QWidget>

class QToolButton;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// That something is being worked out or written, and the button that stops it.
class BusySign : public QWidget {
    Q_OBJECT

public:
    explicit BusySign(QWidget* parent = nullptr);

    void setLanguage(model::Language language);

signals:
    void stopAsked();

private:
    QToolButton* stop_;
};

}  // namespace raquette::viewer

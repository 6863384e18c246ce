#pragma once

#include <QScrollArea>

class QLabel;

namespace raquette::viewer {

struct Card;

/// The card at the right of the window. Every text from data is shown as text, never as markup.
class CardPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit CardPanel(QWidget* parent = nullptr);
    void showCard(const Card& card);
    QString shownText() const;

private:
    QLabel* label_;
};

}  // namespace raquette::viewer

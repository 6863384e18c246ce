#pragma once

#include <QWidget>
#include <memory>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace raquette::viewer {

struct Card;
struct CardLink;

/// The card at the right of the window, its lines that lead elsewhere and its buttons. Every text from data is shown as text, never as
/// markup.
class CardPanel : public QWidget {
    Q_OBJECT

public:
    explicit CardPanel(QWidget* parent = nullptr);
    ~CardPanel() override;

    void showCard(const Card& card);
    /// What it is called by those who hear the window.
    void setName(const QString& name);
    /// Larger letters, by a factor, from the next card on.
    void setLetters(double factor) { letters_ = factor; }
    QString shownText() const;
    /// As if its line or button were clicked; false when there is none of these words.
    bool follow(const QString& words);

signals:
    void linkFollowed(const raquette::viewer::CardLink& link);

private:
    struct Links;
    std::unique_ptr<Links> links_;
    QLabel* label_;
    QScrollArea* scroll_;
    QVBoxLayout* buttons_;
    double letters_ = 1;
};

}  // namespace raquette::viewer

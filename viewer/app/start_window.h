#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// Where one begins: studies opened lately, the demonstrations, and a place to drop a study or a store.
class StartWindow : public QWidget {
    Q_OBJECT

public:
    explicit StartWindow(QStringList recent, QWidget* parent = nullptr);

    void setLanguage(model::Language language);
    void setRecent(const QStringList& recent);
    /// While a study is being opened: nothing else can be asked but to stop.
    void setBusy(bool busy);
    void showProblem(const QString& problem);
    QString shownProblem() const;

signals:
    void openAsked(const QString& path);
    /// A list to make a study of.
    void listAsked(const QString& path);
    void cancelAsked();

protected:
    bool event(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void list();

    model::Language language_{};
    QStringList recent_;
    QLabel* title_;
    QComboBox* languages_;
    QLabel* about_;
    QListWidget* studies_;
    QPushButton* open_;
    QPushButton* new_;
    QPushButton* cancel_;
    QProgressBar* progress_;
    QLabel* problem_;
};

}  // namespace raquette::viewer

#pragma once

#include <QWidget>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

class ClassesView;
struct MapScene;
struct MapStyle;

/// How the figures of territories become a few colours: by which rule, in how many classes, with which bounds and colours, beside how the
/// figures spread. Bounds stay as they are when the year, the reach or the level changes, so that maps compare, until asked anew.
class StylePanel : public QWidget {
    Q_OBJECT

public:
    explicit StylePanel(QWidget* parent = nullptr);
    ~StylePanel() override;

    /// The map that is shown: its figures, classes and colours. Not heard of otherwise than by styleChanged().
    void showScene(const std::shared_ptr<const MapScene>& scene);
    void setLanguage(model::Language language);
    /// In the words of the panel: `20 ; 40 ; 60`.
    QString boundsText() const;
    QString warning() const;

signals:
    void styleChanged(const raquette::viewer::MapStyle& style);

private:
    void chooseRule();
    void takeBounds();
    void tell(std::vector<double> bounds);
    void showState();
    double factor() const;

    std::shared_ptr<const MapScene> scene_;
    std::vector<double> figures_;
    model::Language language_{};
    QToolButton* head_;
    QWidget* body_;
    QComboBox* rules_;
    QSpinBox* count_;
    QLineEdit* bounds_;
    QComboBox* ramps_;
    ClassesView* view_;
    QLabel* warning_;
};

}  // namespace raquette::viewer

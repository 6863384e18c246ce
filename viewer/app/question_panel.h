#pragma once

#include <QWidget>
#include <array>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

enum class Land;

/// A question in words: what is looked for, how far, where; and what of the answer is on the map.
class QuestionPanel : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Who, Share, Gaps };
    enum Show { Holes, People, Covered, Providers, Numbers, Names, ShowCount };

    explicit QuestionPanel(std::shared_ptr<const store::StudyState> state, QWidget* parent = nullptr);

    Mode mode() const;
    /// Index of the service in the analysis.
    std::size_t service() const;
    Land land() const;
    bool shows(Show what) const;
    void setLand(Land land);
    /// The lands there is something to show of.
    void setLands(const std::vector<Land>& lands);
    void setLanguage(model::Language language);

signals:
    void questionChanged();
    void landChanged();
    void shownChanged();

private:
    void build();

    std::shared_ptr<const store::StudyState> state_;
    std::array<QRadioButton*, 3> modes_{};
    QComboBox* services_ = nullptr;
    QLabel* reach_ = nullptr;
    QLabel* where_ = nullptr;
    QComboBox* lands_ = nullptr;
    QLabel* onMap_ = nullptr;
    std::array<QCheckBox*, ShowCount> shows_{};
    model::Language language_;
};

}  // namespace raquette::viewer

#pragma once

#include <QWidget>
#include <memory>
#include <vector>

namespace raquette::analysis {
struct Portion;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

struct Distribution;

/// A share over territories drawn: how many there are in each tenth of it, and the Lorenz curve of the people who have it.
class DistributionView : public QWidget {
    Q_OBJECT

public:
    explicit DistributionView(QWidget* parent = nullptr);
    ~DistributionView() override;

    void showShares(const std::vector<analysis::Portion>& shares);
    void setLanguage(model::Language language);
    QSize sizeHint() const override { return {400, 150}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    QString giniText() const;

    std::unique_ptr<const Distribution> shown_;
    model::Language language_{};
};

}  // namespace raquette::viewer

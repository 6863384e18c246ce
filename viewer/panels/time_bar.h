#pragma once

#include "gis/model/period.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace raquette::store {
struct StudyState;
}
namespace raquette::model {
enum class Language;
}

namespace raquette::viewer {

/// The years a study can be looked at, by the day and month of its own date: from the first to the last that some record opens, closes,
/// begins or ends in, as far as 30 years back and 15 ahead. Both the study's own year where no record is dated.
struct Years {
    int first = 0;
    int last = 0;
    bool operator==(const Years&) const = default;
};
Years yearsOf(const store::StudyState& state);

/// A slider of years under the map; hidden where there is but one.
class TimeBar : public QWidget {
    Q_OBJECT

public:
    explicit TimeBar(QWidget* parent = nullptr);

    void showYears(const Years& years, int year);
    void setLanguage(model::Language language, model::Day own);
    int year() const;
    void setYear(int year);

signals:
    void yearChanged(int year);

private:
    QSlider* slider_;
    QLabel* first_;
    QLabel* last_;
    QLabel* now_;
};

}  // namespace raquette::viewer

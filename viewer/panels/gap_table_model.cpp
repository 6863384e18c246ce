#include "viewer/panels/gap_table_model.h"

#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/how_far.h"
#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"
#include "viewer/text/words.h"

#include <array>
#include <cmath>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, GapTableModel::ColumnCount> headers{"window.rank",  "window.name",         "window.people",
                                                                      "window.area",  "window.nearest-name", "window.nearest-km",
                                                                      "window.cause", "window.certainty"};

}  // namespace

GapTableModel::GapTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent)
    : StudyTableModel(std::move(state), headers, parent) {}

int GapTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !result() ? 0 : static_cast<int>(result()->gaps.size());
}

QString GapTableModel::shown(std::size_t row, int column) const {
    const analysis::Gap& gap = result()->gaps[row];
    switch (column) {
        case Rank:
            return QString::number(gap.rank);
        case Name:
            return qt(gap.name);
        case People:
            return qt(text::rounded(language(), gap.population));
        case Area:
            return qt(text::number(language(), std::llround(model::inSquareKilometres(gap.area))));
        case NearestName:
            return qt(gap.nearestName);
        case NearestKm:
            if (gap.nearestTime) return qt(text::duration(language(), *gap.nearestTime));
            return gap.nearest ? qt(text::distance(language(), *gap.nearest)) : QString();
        case CauseOf:
            return qt(text::say(language(), "cause." + std::string(analysis::name(gap.cause))));
        case CertaintyOf:
            return words(language(), gap.certain ? "window.certain" : "window.uncertain");
        default:
            return {};
    }
}

QVariant GapTableModel::bare(std::size_t row, int column) const {
    const analysis::Gap& gap = result()->gaps[row];
    switch (column) {
        case Rank:
            return gap.rank;
        case People:
            return QVariant::fromValue<qlonglong>(gap.population.value);
        case Area:
            return gap.area.value;
        case NearestKm:
            if (gap.nearestTime) return gap.nearestTime->value;
            return gap.nearest ? QVariant(gap.nearest->value) : QVariant();
        default:
            return shown(row, column);
    }
}

QString GapTableModel::idOf(std::size_t row) const {
    return qt(result()->gaps[row].id);
}

bool GapTableModel::isFigure(int column) const {
    return column == Rank || column == People || column == Area || column == NearestKm;
}

}  // namespace raquette::viewer

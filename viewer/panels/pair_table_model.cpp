#include "viewer/panels/pair_table_model.h"

#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/functions.h"
#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"

#include <algorithm>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, PairTableModel::ColumnCount> headers{"pairs.first", "pairs.brings", "pairs.second", "pairs.brings",
                                                                       "links.apart"};

/// Functions joined by ` | ` as people say them.
QString labels(const std::string& functions, model::Language language) {
    QStringList words;
    for (const QString& word : qt(functions).split(QStringLiteral(" | "), Qt::SkipEmptyParts))
        words << qt(text::functionLabel(language, word.toStdString()));
    return words.join(QStringLiteral(", "));
}

}  // namespace

PairTableModel::PairTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent)
    : StudyTableModel(std::move(state), headers, parent) {}

std::optional<int> PairTableModel::rowOf(const std::string& record) const {
    const auto& pairs = state().analysis.cooperation.complementarities;
    const auto found = std::ranges::find_if(pairs, [&](const auto& pair) { return pair.ids[0] == record || pair.ids[1] == record; });
    return found == pairs.end() ? std::nullopt : std::optional(static_cast<int>(found - pairs.begin()));
}

std::array<std::string, 2> PairTableModel::pairOf(int row) const {
    return state().analysis.cooperation.complementarities.at(static_cast<std::size_t>(row)).ids;
}

int PairTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(state().analysis.cooperation.complementarities.size());
}

QString PairTableModel::shown(std::size_t row, int column) const {
    const analysis::Complementarity& pair = state().analysis.cooperation.complementarities[row];
    switch (column) {
        case First:
            return qt(pair.names[0]);
        case FirstBrings:
            return labels(pair.brings[0], language());
        case Second:
            return qt(pair.names[1]);
        case SecondBrings:
            return labels(pair.brings[1], language());
        case Apart: {
            // Two that are known by one commune alone are not at one place.
            const bool sameCommune = pair.distance.value == 0 && !pair.communes[0].empty() && pair.communes[0] == pair.communes[1];
            return qt(sameCommune ? text::say(language(), "cooperation.same-commune") : text::distance(language(), pair.distance));
        }
        default:
            return {};
    }
}

QVariant PairTableModel::bare(std::size_t row, int column) const {
    if (column == Apart) return state().analysis.cooperation.complementarities[row].distance.value;
    return shown(row, column);
}

bool PairTableModel::isFigure(int column) const {
    return column == Apart;
}

QString PairTableModel::idOf(std::size_t row) const {
    const auto& ids = state().analysis.cooperation.complementarities[row].ids;
    return qt(ids[0] + " | " + ids[1]);
}

}  // namespace raquette::viewer

#include "viewer/panels/link_table_model.h"

#include "gis/analysis/cooperation/parties.h"
#include "gis/analysis/cooperation/spans.h"
#include "gis/report/telling.h"
#include "gis/store/store.h"
#include "gis/text/numbers.h"
#include "viewer/map/lettering.h"
#include "viewer/text/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, LinkTableModel::ColumnCount> headers{"links.parties", "links.intensity", "links.nature", "links.since",
                                                                       "links.until",   "links.apart",     "links.state"};

QString dateText(const std::optional<model::PartialDate>& date) {
    return date ? qt(date->text()) : QString();
}

}  // namespace

LinkTableModel::LinkTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent)
    : StudyTableModel(std::move(state), headers, parent) {
    LinkTableModel::gather();
}

void LinkTableModel::gather() {
    apart_.clear();
    for (const auto& span : analysis::linkSpans(state().dataset)) apart_.push_back(span ? std::optional(span->value) : std::nullopt);
}

std::optional<int> LinkTableModel::rowOf(const std::string& record) const {
    const auto& links = state().dataset.links;
    const auto found =
        std::ranges::find_if(links, [&](const auto& link) { return std::ranges::find(link.partyIds, record) != link.partyIds.end(); });
    return found == links.end() ? std::nullopt : std::optional(static_cast<int>(found - links.begin()));
}

std::vector<std::string> LinkTableModel::partiesOf(int row) const {
    std::vector<std::string> ids = state().dataset.links.at(static_cast<std::size_t>(row)).partyIds;
    std::erase(ids, std::string());
    return ids;
}

int LinkTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(state().dataset.links.size());
}

QString LinkTableModel::shown(std::size_t row, int column) const {
    const model::Link& link = state().dataset.links[row];
    switch (column) {
        case Parties: {
            QStringList names;
            for (const std::string& party : link.parties) names << qt(party);
            return names.join(QStringLiteral(", "));
        }
        case IntensityOf:
            return qt(report::intensityText(link.intensity, language()));
        case Nature:
            return qt(link.nature);
        case Since:
            return dateText(link.period.start);
        case Until:
            return dateText(link.period.end);
        case Apart:
            return apart_[row] ? qt(text::distance(language(), model::Metres{*apart_[row]})) : QStringLiteral("–");
        case StateOf: {
            constexpr std::array keys{"links.in-force", "links.ended", "links.to-come"};
            return words(language(), keys.at(static_cast<std::size_t>(analysis::stateOn(link, state().study.date))));
        }
        default:
            return {};
    }
}

QVariant LinkTableModel::bare(std::size_t row, int column) const {
    if (column == Apart) return apart_[row] ? QVariant(*apart_[row]) : QVariant();
    if (column == IntensityOf) return static_cast<int>(state().dataset.links[row].intensity);
    const QString words = shown(row, column);
    return words.isEmpty() ? QVariant() : QVariant(words);
}

bool LinkTableModel::isFigure(int column) const {
    return column == Apart;
}

QString LinkTableModel::idOf(std::size_t row) const {
    return qt(state().dataset.links[row].id);
}

}  // namespace raquette::viewer

#include "viewer/panels/record_table_model.h"

#include "gis/analysis/provider.h"
#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "gis/text/functions.h"
#include "viewer/cards/cards.h"
#include "viewer/map/lettering.h"
#include "viewer/text/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::array<const char*, RecordTableModel::ColumnCount> headers{
    "window.name", "records.kind", "records.functions", "records.commune", "records.member", "records.status", "records.precision"};

const char* memberKey(model::Membership member) {
    if (member == model::Membership::Member) return "card.member.member";
    return member == model::Membership::NotMember ? "card.member.not-member" : "card.member.unknown";
}

}  // namespace

RecordTableModel::RecordTableModel(std::shared_ptr<const store::StudyState> state, QObject* parent)
    : StudyTableModel(std::move(state), headers, parent) {
    RecordTableModel::gather();
}

std::vector<std::string> RecordTableModel::functions() const {
    std::map<std::string, std::string> held;  // folded → as written
    const auto add = [&](const model::Actor& record) {
        for (const model::SharedText& function : record.functions) held.try_emplace(text::fold(function), function.str());
    };
    std::ranges::for_each(state().dataset.venues, add);
    std::ranges::for_each(state().dataset.actors, add);
    std::vector<std::string> words;
    for (const std::string& function : text::filiereFunctions()) {
        if (held.erase(text::fold(function)) > 0) words.push_back(function);
    }
    for (const auto& [folded, word] : held) words.push_back(word);
    return words;
}

void RecordTableModel::setFilter(const std::string& function, std::optional<model::Membership> member) {
    beginResetModel();
    function_ = text::fold(function);
    member_ = member;
    gather();
    endResetModel();
}

bool RecordTableModel::passes(const model::Actor& record) const {
    if (member_ && record.member != *member_) return false;
    return function_.empty() || std::ranges::any_of(record.functions, [&](const auto& word) { return text::fold(word) == function_; });
}

void RecordTableModel::gather() {
    rows_.clear();
    for (const model::Venue& venue : state().dataset.venues) {
        if (passes(venue)) rows_.push_back({&venue, true});
    }
    for (const model::Actor& actor : state().dataset.actors) {
        if (passes(actor)) rows_.push_back({&actor, false});
    }
}

std::optional<std::set<std::string>> RecordTableModel::shownIds() const {
    if (function_.empty() && !member_) return std::nullopt;
    std::set<std::string> ids;
    for (const Row& row : rows_) ids.insert(row.record->id);
    return ids;
}

std::optional<int> RecordTableModel::rowOf(const std::string& id) const {
    const auto found = std::ranges::find(rows_, id, [](const Row& row) { return row.record->id.str(); });
    return found == rows_.end() ? std::nullopt : std::optional(static_cast<int>(found - rows_.begin()));
}

std::string RecordTableModel::recordOf(int row) const {
    return rows_.at(static_cast<std::size_t>(row)).record->id.str();
}

int RecordTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QString RecordTableModel::shown(std::size_t row, int column) const {
    const model::Actor& record = *rows_[row].record;
    switch (column) {
        case Name:
            return qt(record.name.str());
        case Kind:
            return words(language(), rows_[row].venue ? "records.venue" : "records.actor");
        case Functions: {
            QStringList labels;
            for (const model::SharedText& function : record.functions) labels << qt(text::functionLabel(language(), function.str()));
            return labels.isEmpty() ? qt(record.type.str()) : labels.join(QStringLiteral(", "));
        }
        case Commune: {
            const std::int32_t at = indexOf(state().reference.communes, record.place.commune);
            return at == model::nowhere ? QString() : qt(state().reference.communes[static_cast<std::size_t>(at)].name);
        }
        case Member:
            return words(language(), memberKey(record.member));
        case Status:
            return qt(statusLabel(analysis::statusOn(record, state().study.date), language()));
        case PrecisionOf:
            return record.place.position ? qt(text::say(language(), "precision." + std::string(model::name(record.place.precision))))
                                         : words(language(), "records.not-placed");
        default:
            return {};
    }
}

QVariant RecordTableModel::bare(std::size_t row, int column) const {
    if (column != PrecisionOf) {
        const QString words = shown(row, column);
        return words.isEmpty() ? QVariant() : QVariant(words);
    }
    // From the best known to the least, whatever the words.
    const model::Place& place = rows_[row].record->place;
    return place.position ? static_cast<int>(place.precision) : QVariant();
}

bool RecordTableModel::isFigure(int) const {
    return false;
}

QString RecordTableModel::idOf(std::size_t row) const {
    return qt(rows_[row].record->id.str());
}

}  // namespace raquette::viewer

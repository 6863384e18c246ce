#include "viewer/search/search_box.h"

#include "viewer/map/lettering.h"
#include "viewer/search/place_search.h"
#include "viewer/study/latest.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::size_t mostListed = 12;

}  // namespace

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent),
      model_(new QStandardItemModel(this)),
      completer_(new QCompleter(model_, this)),
      listing_(std::make_unique<Latest<std::vector<NamedPlace>>>([this](std::vector<NamedPlace> found) { show(std::move(found)); },
                                                                 [this](const std::string&) { show({}); })) {
    setClearButtonEnabled(true);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(static_cast<int>(mostListed));
    completer_->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::list);
    connect(this, &QLineEdit::returnPressed, this, [this] { accept(text()); });
    connect(completer_, qOverload<const QModelIndex&>(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const auto row = static_cast<std::size_t>(index.row());
        if (row >= listed_.size()) return;
        setText(qt(listed_[row].name));
        emit placeChosen(NamedPlace(listed_[row]));
    });
}

SearchBox::~SearchBox() = default;

void SearchBox::setPlaces(std::shared_ptr<const PlaceSearch> places) {
    places_ = std::move(places);
}

/// Beside the event loop: among a million names, forgiving errors takes half a second.
void SearchBox::list(const QString& typed) {
    if (!places_) return;
    listing_->ask([places = places_, typed = typed.toStdString(), kinds = kinds_] { return places->find(typed, mostListed, kinds); });
}

void SearchBox::show(std::vector<NamedPlace> found) {
    listed_ = std::move(found);
    model_->clear();
    for (const NamedPlace& place : listed_) {
        model_->appendRow(new QStandardItem(qt(place.where.empty() ? place.name : place.name + " — " + place.where)));
    }
    if (listed_.empty() || !hasFocus()) {
        completer_->popup()->hide();
    } else {
        completer_->popup()->setFont(font());  // a window of its own: what the style says of ours does not reach it
        completer_->complete();
    }
}

bool SearchBox::isBusy() const {
    return listing_->isBusy();
}

QStringList SearchBox::listed() const {
    QStringList lines;
    for (int row = 0; row < model_->rowCount(); ++row) lines << model_->item(row)->text();
    return lines;
}

bool SearchBox::accept(const QString& typed) {
    const std::vector<NamedPlace> found = places_ ? places_->find(typed.toStdString(), 1, kinds_) : std::vector<NamedPlace>();
    if (found.empty()) return false;
    listing_->drop();
    completer_->popup()->hide();
    emit placeChosen(found.front());
    return true;
}

}  // namespace raquette::viewer

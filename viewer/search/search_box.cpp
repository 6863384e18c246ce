#include "viewer/search/search_box.h"

#include "viewer/map/lettering.h"
#include "viewer/search/place_search.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::size_t mostListed = 12;

}  // namespace

SearchBox::SearchBox(QWidget* parent) : QLineEdit(parent), model_(new QStandardItemModel(this)), completer_(new QCompleter(model_, this)) {
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

void SearchBox::list(const QString& typed) {
    listed_ = places_ ? places_->find(typed.toStdString(), mostListed) : std::vector<NamedPlace>();
    model_->clear();
    for (const NamedPlace& place : listed_) {
        model_->appendRow(new QStandardItem(qt(place.where.empty() ? place.name : place.name + " — " + place.where)));
    }
    if (listed_.empty()) {
        completer_->popup()->hide();
    } else {
        completer_->complete();
    }
}

bool SearchBox::accept(const QString& typed) {
    const std::vector<NamedPlace> found = places_ ? places_->find(typed.toStdString(), 1) : std::vector<NamedPlace>();
    if (found.empty()) return false;
    completer_->popup()->hide();
    emit placeChosen(found.front());
    return true;
}

}  // namespace raquette::viewer

#include "viewer/contributions/link_form.h"

#include "gis/model/link.h"
#include "gis/store/store.h"
#include "gis/text/catalogue.h"
#include "gis/text/fold.h"
#include "ingest/contributions/form.h"
#include "viewer/map/lettering.h"
#include "viewer/search/place_search.h"
#include "viewer/search/search_box.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <algorithm>
#include <string_view>
#include <utility>

namespace raquette::viewer {

namespace {

template <class Record>
const Record* recordOf(const std::vector<Record>& records, const std::string& id) {
    const auto found = std::ranges::find_if(records, [&](const Record& record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

/// What a list would write for a record: its name where only one has it (of an actor and a venue of one name, the actor has), else its id.
std::string writtenAs(const store::StudyState& state, const std::string& id) {
    const auto named = [](const auto& records, const std::string& name) {
        return std::ranges::count_if(records, [&](const auto& record) { return text::fold(record.name) == name; });
    };
    if (const model::Actor* actor = recordOf(state.dataset.actors, id))
        return named(state.dataset.actors, text::fold(actor->name)) == 1 ? actor->name.str() : id;
    if (const model::Venue* venue = recordOf(state.dataset.venues, id)) {
        const std::string name = text::fold(venue->name);
        return named(state.dataset.actors, name) == 0 && named(state.dataset.venues, name) == 1 ? venue->name.str() : id;
    }
    return id;
}

}  // namespace

LinkForm::LinkForm(std::shared_ptr<const store::StudyState> state, const std::string& from, model::Language language, QWidget* parent)
    : QWidget(parent),
      state_(std::move(state)),
      from_(writtenAs(*state_, from)),
      chosen_(std::make_unique<NamedPlace>()),
      with_(new SearchBox),
      intensity_(new QComboBox) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](std::string_view said, QWidget* field) {
        const QString label = qt(ingest::fieldLabel(said, language));
        field->setAccessibleName(label);
        form->addRow(label, field);
    };
    with_->setPlaces(std::make_shared<const PlaceSearch>(*state_));
    with_->setKinds(PlaceKinds::Records);
    add("to", with_);
    intensity_->addItem(words(language, "proposal.link.unstated"), QString());
    for (const model::Intensity one : {model::Intensity::Simple, model::Intensity::Double, model::Intensity::Triple}) {
        const std::string name(model::name(one));
        intensity_->addItem(qt(text::say(language, "intensity.said." + name)), qt(name));
    }
    add("intensity", intensity_);
    const auto line = [&](std::string_view said) {
        auto* one = new QLineEdit;
        add(said, one);
        connect(one, &QLineEdit::textChanged, this, &LinkForm::changed);
        return one;
    };
    nature_ = line("nature");
    since_ = line("since");
    until_ = line("until");
    connect(intensity_, &QComboBox::currentIndexChanged, this, &LinkForm::changed);
    connect(with_, &QLineEdit::textChanged, this, &LinkForm::changed);
    connect(with_, &SearchBox::placeChosen, this, [this](const NamedPlace& place) {
        *chosen_ = place;
        with_->setText(qt(place.name));
        emit changed();
    });
}

LinkForm::~LinkForm() = default;

std::vector<std::pair<std::string, std::string>> LinkForm::said() const {
    const auto words = [](const QLineEdit* line) { return line->text().trimmed().toStdString(); };
    // What was typed over the name that was chosen is another.
    const std::string typed = words(with_);
    const std::string other = typed == chosen_->name ? writtenAs(*state_, chosen_->id) : typed;
    if (other.empty() || text::fold(other) == text::fold(from_)) return {};
    std::vector<std::pair<std::string, std::string>> said{{"from", from_}, {"to", other}};
    const auto add = [&](const char* field, const std::string& value) {
        if (!value.empty()) said.emplace_back(field, value);
    };
    add("intensity", intensity_->currentData().toString().toStdString());
    add("nature", words(nature_));
    add("since", words(since_));
    add("until", words(until_));
    return said;
}

}  // namespace raquette::viewer

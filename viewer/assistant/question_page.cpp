#include "viewer/assistant/question_page.h"

#include "gis/text/numbers.h"
#include "viewer/assistant/new_study.h"
#include "viewer/map/lettering.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace raquette::viewer {

QuestionPage::QuestionPage(model::Language language, QWidget* parent)
    : QWidget(parent), language_(language), title_(new QLineEdit), areas_(new QComboBox), reaches_(new QComboBox) {
    const auto say = [&](const char* id) { return words(language, id); };
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(say("assistant.title"), title_);
    form->addRow(say("assistant.area"), areas_);
    form->addRow(say("assistant.reach"), reaches_);
    areas_->addItem(say("assistant.everywhere"), QString());
    for (const int kilometres : {5, 10, 20, 30, 50})
        reaches_->addItem(qt(text::distance(language, model::kilometres(kilometres))), kilometres);
    connect(title_, &QLineEdit::textEdited, this, &QuestionPage::changed);
    connect(areas_, &QComboBox::activated, this, &QuestionPage::changed);
    connect(reaches_, &QComboBox::activated, this, &QuestionPage::changed);
}

void QuestionPage::begin(const NewStudy& study) {
    title_->setText(qt(study.title));
    reaches_->setCurrentIndex(reaches_->findData(study.reachKilometres));
    showAreas({});
    if (!study.area.empty()) showAreas({{study.area, study.area}});  // until its name is known
    areas_->setCurrentIndex(std::max(0, areas_->findData(qt(study.area))));
}

void QuestionPage::showAreas(const std::vector<std::pair<std::string, std::string>>& areas) {
    const QVariant before = areas_->currentData();
    while (areas_->count() > 1) areas_->removeItem(1);
    for (const auto& [id, name] : areas) areas_->addItem(qt(name), qt(id));
    areas_->setCurrentIndex(std::max(0, areas_->findData(before)));
}

void QuestionPage::tell(NewStudy& study) const {
    study.title = title_->text().trimmed().toStdString();
    study.area = areas_->currentData().toString().toStdString();
    study.reachKilometres = reaches_->currentData().toInt();
}

}  // namespace raquette::viewer

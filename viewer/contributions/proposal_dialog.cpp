#include "viewer/contributions/proposal_dialog.h"

#include "gis/analysis/territory_units.h"
#include "gis/model/error.h"
#include "gis/report/remarks.h"
#include "ingest/contributions/draft.h"
#include "ingest/contributions/form.h"
#include "ingest/contributions/record_fields.h"
#include "ingest/contributions/shelf.h"
#include "viewer/contributions/kept_speaker.h"
#include "viewer/contributions/link_form.h"
#include "viewer/map/lettering.h"
#include "viewer/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

constexpr std::string_view addPrefix = "add:";
constexpr std::string_view linkPrefix = "link:";
/// What one who passes by can say of somebody who is missing.
constexpr std::array<std::string_view, 7> ofNew{"name", "functions", "type", "address", "capacity", "website", "notes"};
constexpr std::array<const char*, 2> kinds{"venues", "actors"};

}  // namespace

struct ProposalDialog::Parts {
    std::shared_ptr<const store::StudyState> state;
    std::string about;
    std::string commune;  ///< of one that is missing
    model::Language language{};
    ingest::FieldState fields;
    bool isRecord = false;
    bool forNow = false;

    std::vector<std::pair<std::string, QLineEdit*>> lines;  ///< by field
    QVBoxLayout* column = nullptr;
    QComboBox* kind = nullptr;
    LinkForm* link = nullptr;
    QPlainTextEdit* remark = nullptr;
    QCheckBox* contests = nullptr;
    QCheckBox* confirms = nullptr;  ///< of a record
    QLineEdit *organisation = nullptr, *author = nullptr, *reason = nullptr;
    QLabel* hint = nullptr;
    QPushButton *now = nullptr, *file = nullptr;
};

ProposalDialog::ProposalDialog(std::shared_ptr<const store::StudyState> state, std::string about, model::Language language, QWidget* parent)
    : QDialog(parent), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.state = std::move(state);
    p.about = std::move(about);
    p.language = language;
    p.fields = ingest::fieldsOf(p.state->dataset);
    if (p.about.starts_with(addPrefix)) p.commune = p.about.substr(addPrefix.size());
    const bool isLink = p.about.starts_with(linkPrefix);
    if (isLink) p.about = p.about.substr(linkPrefix.size());
    p.isRecord = !isLink && p.commune.empty() && !ingest::textIn(p.fields, p.about, "name").empty();
    build(isLink);
    allow();
}

ProposalDialog::~ProposalDialog() = default;

QString ProposalDialog::say(const char* id) const {
    return words(parts_->language, id);
}

void ProposalDialog::build(bool isLink) {
    const Parts& p = *parts_;
    const std::string subject = p.commune.empty() ? report::subjectText(*p.state, p.about, p.language)
                                                  : analysis::nameOf(p.state->reference, {model::Level::Commune, p.commune});
    setWindowTitle(say(isLink ? "card.link" : p.isRecord ? "card.correct" : p.commune.empty() ? "card.contest" : "card.missing"));
    resize(520, p.isRecord ? 640 : 420);
    auto* column = parts_->column = new QVBoxLayout(this);
    auto* title = new QLabel(qt(subject));
    title->setObjectName(QStringLiteral("title"));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    column->addWidget(title);
    if (isLink) addLink();
    if (p.isRecord || !p.commune.empty()) addFields();
    if (!isLink && p.commune.empty()) addRemark();
    addSpeaker();
    addButtons();
}

void ProposalDialog::addFields() {
    Parts& p = *parts_;
    auto* form = new QFormLayout;
    if (!p.commune.empty()) {
        p.kind = new QComboBox;
        for (const char* kind : kinds) p.kind->addItem(words(p.language, std::string("contributions.new.") + kind), QLatin1String(kind));
        p.kind->setAccessibleName(say("contributions.what"));
        form->addRow(say("contributions.what"), p.kind);
    }
    const auto add = [&](std::string_view field) {
        auto* line = new QLineEdit(qt(ingest::textIn(p.fields, p.about, field)));
        const QString label = qt(ingest::fieldLabel(field, p.language));
        line->setAccessibleName(label);
        line->setCursorPosition(0);
        form->addRow(label, line);
        connect(line, &QLineEdit::textChanged, this, [this] { allow(); });
        p.lines.emplace_back(field, line);
    };
    if (p.isRecord)
        for (const std::string_view field : ingest::formFields()) add(field);
    else
        for (const std::string_view field : ofNew) add(field);
    auto* inside = new QWidget;
    inside->setLayout(form);
    auto* scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    parts_->column->addWidget(scroll, 1);
}

void ProposalDialog::addLink() {
    Parts& p = *parts_;
    p.link = new LinkForm(p.state, p.about, p.language);
    connect(p.link, &LinkForm::changed, this, [this] { allow(); });
    p.column->addWidget(p.link);
    p.column->addStretch(1);
}

/// A record may be commented upon beside its fields; of a hole or a figure there is nothing else to say.
void ProposalDialog::addRemark() {
    Parts& p = *parts_;
    auto* heading = new QLabel(say("proposal.remark"));
    heading->setObjectName(QStringLiteral("heading"));
    p.remark = new QPlainTextEdit;
    p.remark->setTabChangesFocus(true);
    p.remark->setAccessibleName(say("proposal.remark"));
    if (p.isRecord) p.remark->setMaximumHeight(60);
    heading->setBuddy(p.remark);
    p.contests = new QCheckBox(say("proposal.contests"));
    p.contests->setChecked(!p.isRecord);
    for (QWidget* widget : std::initializer_list<QWidget*>{heading, p.remark, p.contests}) layout()->addWidget(widget);
    if (p.isRecord) {
        p.confirms = new QCheckBox(say("proposal.confirms"));
        layout()->addWidget(p.confirms);
        connect(p.confirms, &QCheckBox::toggled, this, [this] { allow(); });
    }
    connect(p.remark, &QPlainTextEdit::textChanged, this, [this] { allow(); });
}

void ProposalDialog::addSpeaker() {
    Parts& p = *parts_;
    auto* form = new QFormLayout;
    const auto add = [&](const char* key, const QString& value) {
        auto* line = new QLineEdit(value);
        line->setAccessibleName(say(key));
        form->addRow(say(key), line);
        connect(line, &QLineEdit::textChanged, this, [this] { allow(); });
        return line;
    };
    p.organisation = add("contributions.for", keptOrganisation());
    p.author = add("proposal.author", {});
    p.reason = add("contributions.reason", {});
    parts_->column->addLayout(form);
}

void ProposalDialog::addButtons() {
    Parts& p = *parts_;
    p.hint = new QLabel;
    p.hint->setWordWrap(true);
    p.hint->setObjectName(QStringLiteral("heading"));
    layout()->addWidget(p.hint);
    auto* buttons = new QDialogButtonBox;
    p.now = buttons->addButton(say("proposal.now"), QDialogButtonBox::AcceptRole);
    p.now->setVisible(ingest::keepsContributions(p.state->study));
    p.file = buttons->addButton(say("proposal.file"), QDialogButtonBox::ActionRole);
    buttons->addButton(say("export.leave"), QDialogButtonBox::RejectRole);
    for (QPushButton* button : {p.now, p.file}) button->setAutoDefault(false);  // Enter in a field says nothing yet
    const auto end = [this](bool now) {
        parts_->forNow = now;
        keepOrganisation(parts_->organisation->text().trimmed());
        accept();
    };
    connect(p.now, &QPushButton::clicked, this, [end] { end(true); });
    connect(p.file, &QPushButton::clicked, this, [end] { end(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
}

void ProposalDialog::allow() {
    const Parts& p = *parts_;
    const bool says = contribution().has_value();
    p.now->setEnabled(says);
    p.file->setEnabled(says);
    p.hint->setText(problem());
}

QString ProposalDialog::problem() const {
    const Parts& p = *parts_;
    if (!p.commune.empty() && p.lines.front().second->text().trimmed().isEmpty()) return say("proposal.why.name");
    if (changes().empty()) return say(p.link != nullptr ? "proposal.why.party" : "proposal.why.nothing");
    if (p.organisation->text().trimmed().isEmpty()) return say("contributions.why.organisation");
    return {};
}

std::vector<model::FieldChange> ProposalDialog::changes() const {
    const Parts& p = *parts_;
    std::vector<model::FieldChange> changes;
    if (p.link != nullptr) {
        const auto said = p.link->said();
        return said.empty() ? changes : ingest::additionOf("links", said);
    }
    if (!p.commune.empty()) {
        std::vector<std::pair<std::string, std::string>> said;
        for (const auto& [field, line] : p.lines) {
            if (const std::string value = line->text().trimmed().toStdString(); !value.empty()) said.emplace_back(field, value);
        }
        if (said.empty()) return {};
        said.emplace_back("insee", p.commune);
        return ingest::additionOf(p.kind->currentData().toString().toStdString(), said);
    }
    for (const auto& [field, line] : p.lines) {
        const std::string before = ingest::textIn(p.fields, p.about, field);
        const std::string after = line->text().trimmed().toStdString();
        if (after != before) changes.push_back({p.about, field, before, after});
    }
    if (p.confirms != nullptr && p.confirms->isChecked()) changes.push_back({p.about, "confirmed", "", model::isoText(model::today())});
    if (const std::string words = p.remark->toPlainText().trimmed().toStdString(); !words.empty())
        changes.push_back({p.about, p.contests->isChecked() ? "contest" : "comment", "", words});
    return changes;
}

std::optional<model::Contribution> ProposalDialog::contribution() const {
    const Parts& p = *parts_;
    if (!problem().isEmpty()) return std::nullopt;
    const auto words = [](const QLineEdit* line) { return line->text().trimmed().toStdString(); };
    return ingest::contributionOf(p.state->study, p.fields, {words(p.organisation), words(p.author), words(p.reason)}, changes());
}

bool ProposalDialog::isForNow() const {
    return parts_->forNow;
}

}  // namespace raquette::viewer

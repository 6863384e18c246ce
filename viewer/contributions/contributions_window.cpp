#include "viewer/contributions/contributions_window.h"

#include "gis/report/remarks.h"
#include "ingest/contributions/contribution_file.h"
#include "ingest/contributions/erased_value.h"
#include "ingest/contributions/form.h"
#include "viewer/contributions/board.h"
#include "viewer/contributions/brought_model.h"
#include "viewer/contributions/deed.h"
#include "viewer/contributions/kept_speaker.h"
#include "viewer/map/lettering.h"
#include "viewer/panels/busy_sign.h"
#include "viewer/panels/sorted_table.h"
#include "viewer/study/latest.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>
#include <utility>

namespace raquette::viewer {

namespace {

QPushButton* button(const QString& words, QLayout* row) {
    auto* made = new QPushButton(words);
    made->setAutoDefault(false);
    row->addWidget(made);
    return made;
}

QString joined(const std::vector<std::string>& lines) {
    QString all;
    for (const std::string& line : lines) all += (all.isEmpty() ? QString() : QStringLiteral("\n")) + qt(line);
    return all;
}

}  // namespace

struct ContributionsWindow::Parts {
    SharedStudy study;
    std::shared_ptr<const store::StudyState> state;  ///< none until it is read
    model::Language language{};
    std::shared_ptr<const Board> board;
    std::string chosenId;
    std::vector<std::pair<ingest::Conflict, QComboBox*>> choices;  ///< of what is chosen: what each field shall say

    BroughtModel* model = nullptr;
    SortedTable* table = nullptr;
    QLabel* standing = nullptr;
    QLabel* detail = nullptr;
    QWidget* conflicts = nullptr;
    QFormLayout* conflictRows = nullptr;
    QLineEdit* organisation = nullptr;
    QLineEdit* reason = nullptr;
    QLabel* hint = nullptr;
    BusySign* busy = nullptr;
    QPushButton *bring = nullptr, *yes = nullptr, *no = nullptr, *discuss = nullptr, *accept = nullptr, *refuse = nullptr,
                *takeBack = nullptr, *debate = nullptr, *adopt = nullptr;

    std::unique_ptr<Latest<std::shared_ptr<const Board>>> read;
    std::unique_ptr<Latest<Acted>> act;
};

ContributionsWindow::ContributionsWindow(SharedStudy study, model::Language language, QWidget* parent)
    : QWidget(parent, Qt::Window), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.study = std::move(study);
    p.language = language;
    const auto fail = [this](const std::string& problem) {
        parts_->hint->setText(qt(problem));
        allow();
    };
    p.read = std::make_unique<Latest<std::shared_ptr<const Board>>>(
        [this](std::shared_ptr<const Board> board) { showBoard(std::move(board)); }, fail);
    p.act = std::make_unique<Latest<Acted>>(
        [this](const Acted& acted) {
            parts_->state = acted.state;
            parts_->reason->clear();
            if (acted.changed) emit studyChanged(acted.state);
            renew();
        },
        fail);
    build();
    // Of a store the private fields are not known, by which proposals are compared: the study itself is read.
    p.read->ask([open = p.study.open] { return std::make_shared<const Board>(boardOf(open())); });
    allow();
}

ContributionsWindow::~ContributionsWindow() = default;

QString ContributionsWindow::say(const char* id) const {
    return words(parts_->language, id);
}

void ContributionsWindow::build() {
    Parts& p = *parts_;
    setWindowTitle(say("contributions.title"));
    resize(1000, 640);
    auto* column = new QVBoxLayout(this);
    auto* top = new QHBoxLayout;
    p.standing = new QLabel;
    p.standing->setWordWrap(true);
    top->addWidget(p.standing, 1);
    p.busy = new BusySign;
    p.busy->setLanguage(p.language);
    p.busy->hide();
    top->addWidget(p.busy);
    p.debate = button(say("contributions.debate"), top);
    p.adopt = button(say("contributions.adopt"), top);
    column->addLayout(top);

    p.model = new BroughtModel(this);
    p.model->setLanguage(p.language);
    p.table = new SortedTable(p.model, BroughtModel::About);
    p.table->setSelectionMode(QAbstractItemView::SingleSelection);
    p.table->setAccessibleName(say("contributions.title"));
    p.detail = new QLabel;
    p.detail->setTextFormat(Qt::PlainText);
    p.detail->setWordWrap(true);
    p.detail->setMargin(8);
    p.detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    p.detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* right = new QWidget;
    auto* rightColumn = new QVBoxLayout(right);
    auto* scroll = new QScrollArea;
    scroll->setWidget(p.detail);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    rightColumn->addWidget(scroll, 1);
    p.conflicts = new QWidget;
    p.conflictRows = new QFormLayout(p.conflicts);
    rightColumn->addWidget(p.conflicts);
    auto* middle = new QSplitter(Qt::Horizontal);
    middle->addWidget(p.table);
    middle->addWidget(right);
    middle->setSizes({600, 400});
    column->addWidget(middle, 1);

    auto* who = new QFormLayout;
    p.organisation = new QLineEdit(keptOrganisation());
    p.reason = new QLineEdit;
    who->addRow(say("contributions.for"), p.organisation);
    who->addRow(say("contributions.reason"), p.reason);
    p.organisation->setAccessibleName(say("contributions.for"));
    p.reason->setAccessibleName(say("contributions.reason"));
    column->addLayout(who);
    auto* row = new QHBoxLayout;
    p.bring = button(say("contributions.bring"), row);
    row->addStretch();
    p.yes = button(say("contributions.vote-yes"), row);
    p.no = button(say("contributions.vote-no"), row);
    p.discuss = button(say("contributions.discuss"), row);
    p.accept = button(say("contributions.accept"), row);
    p.refuse = button(say("contributions.refuse"), row);
    p.takeBack = button(say("contributions.take-back"), row);
    column->addLayout(row);
    p.hint = new QLabel;
    p.hint->setWordWrap(true);
    p.hint->setObjectName(QStringLiteral("heading"));
    column->addWidget(p.hint);

    connect(p.table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { showChosen(); });
    connect(p.organisation, &QLineEdit::textChanged, this, [this] { allow(); });
    connect(p.reason, &QLineEdit::textChanged, this, [this] { allow(); });
    connect(p.bring, &QPushButton::clicked, this, [this] { askForFiles(); });
    connect(p.yes, &QPushButton::clicked, this, [this] { vote(true); });
    connect(p.no, &QPushButton::clicked, this, [this] { vote(false); });
    connect(p.discuss, &QPushButton::clicked, this, [this] { discuss(); });
    connect(p.accept, &QPushButton::clicked, this, [this] { settle(true); });
    connect(p.refuse, &QPushButton::clicked, this, [this] { settle(false); });
    connect(p.takeBack, &QPushButton::clicked, this, [this] { takeBack(); });
    connect(p.debate, &QPushButton::clicked, this, [this] { ask(Deed::Debate, request()); });
    connect(p.adopt, &QPushButton::clicked, this, [this] { ask(Deed::Adopt, request()); });
}

void ContributionsWindow::renew() {
    parts_->read->ask([state = parts_->state] { return std::make_shared<const Board>(boardOf(state)); });
    allow();
}

void ContributionsWindow::showBoard(std::shared_ptr<const Board> board) {
    Parts& p = *parts_;
    const std::string before = p.chosenId;
    p.board = std::move(board);
    p.state = p.board->state;
    p.model->setBoard(p.board);
    QStringList known;
    for (const std::string& one : organisationsOf(*p.board)) known << qt(one);
    auto* completer = new QCompleter(known, p.organisation);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    p.organisation->setCompleter(completer);
    p.table->fit();
    const std::string standing = p.board->diagnoses.empty() ? std::string() : report::diagnosisLine(p.board->diagnoses.back(), p.language);
    p.standing->setText(standing.empty() ? say("contributions.no-debate") : qt(standing));
    std::size_t row = 0;
    for (std::size_t i = 0; i < p.board->all.size(); ++i) {
        if (p.board->all[i].standing.id == before) row = i;
    }
    if (!p.board->all.empty()) p.table->selectSourceRow(static_cast<int>(row));
    showChosen();
}

const Brought* ContributionsWindow::chosen() const {
    const Parts& p = *parts_;
    const auto ids = p.table->chosenIds();
    if (!p.board || ids.empty()) return nullptr;
    const auto found = std::ranges::find(p.board->all, ids.front(), [](const Brought& one) { return one.standing.id; });
    return found == p.board->all.end() ? nullptr : &*found;
}

void ContributionsWindow::showChosen() {
    Parts& p = *parts_;
    const Brought* brought = chosen();
    p.chosenId = brought ? brought->standing.id : std::string();
    if (!brought) {
        p.detail->setText(p.board && p.board->all.empty() ? say("contributions.none") : QString());
    } else {
        std::vector<std::string> lines{subjectsText(*p.state, brought->contribution, p.language), ""};
        for (std::string& line : changeLines(*brought, p.language)) lines.push_back(std::move(line));
        if (!brought->contribution.reason.empty())
            lines.push_back(plainWords(p.language, "contributions.because", {{"reason", ingest::told(brought->contribution.reason)}}));
        lines.emplace_back();
        for (std::string& line : debateLines(*brought, p.language)) lines.push_back(std::move(line));
        lines.push_back(plainWords(p.language, "contributions.id", {{"id", brought->standing.id}}));
        p.detail->setText(joined(lines));
    }
    buildConflicts();
    allow();
}

/// Where it meets what was said since, whoever accepts it chooses what the field shall say.
void ContributionsWindow::buildConflicts() {
    Parts& p = *parts_;
    p.choices.clear();
    while (p.conflictRows->rowCount() > 0) p.conflictRows->removeRow(0);
    const Brought* brought = chosen();
    if (brought) {
        for (const ingest::Conflict& conflict : brought->conflicts) {
            const ingest::Conflict told = ingest::shown(conflict);
            auto* choice = new QComboBox;
            choice->addItem(say("contributions.choose"));
            choice->addItem(words(p.language, "contributions.choose.new", {{"value", told.after}}), qt(conflict.after));
            choice->addItem(words(p.language, "contributions.choose.now", {{"value", told.now}}), qt(conflict.now));
            const QString label = qt(ingest::fieldLabel(conflict.field, p.language));
            choice->setAccessibleName(label);
            connect(choice, &QComboBox::activated, this, [this] { allow(); });
            p.conflictRows->addRow(label, choice);
            p.choices.emplace_back(conflict, choice);
        }
    }
    p.conflicts->setVisible(!p.choices.empty());
}

void ContributionsWindow::allow() {
    Parts& p = *parts_;
    const bool busy = p.act->isBusy() || p.read->isBusy();
    p.busy->setVisible(busy);
    const Brought* brought = busy ? nullptr : chosen();
    const std::string who = organisation();
    const auto offer = [&](QPushButton* offered, const std::string& why) {
        offered->setEnabled(brought != nullptr && why.empty());
        offered->setToolTip(qt(why));
    };
    p.bring->setEnabled(!busy);
    const std::string adopting = p.board ? whyNotAdopt(*p.board, who, p.language) : std::string();
    p.debate->setEnabled(!busy && p.board && !who.empty());
    p.adopt->setEnabled(!busy && p.board && adopting.empty());
    p.adopt->setToolTip(qt(adopting));
    if (!brought) {
        for (QPushButton* one : {p.yes, p.no, p.discuss, p.accept, p.refuse, p.takeBack}) one->setEnabled(false);
        return;
    }
    const std::string voting = whyNotVote(*brought, who, p.language);
    std::string accepting = whyNotAccept(*p.board, *brought, who, reason(), p.language);
    const bool chose = std::ranges::all_of(p.choices, [](const auto& one) { return one.second->currentIndex() > 0; });
    if (accepting.empty() && !chose) accepting = plainWords(p.language, "contributions.why.choose");
    offer(p.yes, voting);
    offer(p.no, voting);
    offer(p.discuss, who.empty()        ? plainWords(p.language, "contributions.why.organisation")
                     : reason().empty() ? plainWords(p.language, "contributions.why.reason")
                                        : std::string());
    offer(p.accept, accepting);
    offer(p.refuse, whyNotRefuse(*p.board, *brought, who, reason(), p.language));
    offer(p.takeBack, whyNotTakeBack(*p.board, *brought, who, p.language));
    // What would let them go on, said where it can be read.
    const bool accepted = brought->standing.status == model::ContributionStatus::Accepted;
    p.hint->setText(qt(brought->isOpen() ? accepting : accepted ? whyNotTakeBack(*p.board, *brought, who, p.language) : std::string()));
}

std::string ContributionsWindow::organisation() const {
    const std::string typed = parts_->organisation->text().trimmed().toStdString();
    return parts_->board ? organisationCalled(*parts_->board, typed) : typed;
}

std::string ContributionsWindow::reason() const {
    return parts_->reason->text().trimmed().toStdString();
}

ingest::MergeRequest ContributionsWindow::request() const {
    ingest::MergeRequest request;
    request.organisation = organisation();
    request.reason = reason();
    request.today = model::isoText(model::today());
    return request;
}

void ContributionsWindow::merge(ingest::MergeRequest request) {
    ask(Deed::Merge, std::move(request));
}

void ContributionsWindow::ask(Deed deed, ingest::MergeRequest request) {
    Parts& p = *parts_;
    keepOrganisation(qt(organisation()));
    p.hint->clear();
    p.act->ask([act = p.study.act, deed, request = std::move(request)] { return act(deed, request); });
    allow();
}

void ContributionsWindow::vote(bool yes) {
    ingest::MergeRequest asked = request();
    asked.votes = {{parts_->chosenId, yes}};
    merge(std::move(asked));
}

void ContributionsWindow::settle(bool accepted) {
    ingest::MergeRequest asked = request();
    (accepted ? asked.accepted : asked.refused) = {parts_->chosenId};
    if (accepted) {
        for (const auto& [conflict, choice] : parts_->choices)
            asked.choices.emplace_back(
                parts_->chosenId, model::FieldChange{conflict.record, conflict.field, "", choice->currentData().toString().toStdString()});
    }
    merge(std::move(asked));
}

void ContributionsWindow::takeBack() {
    ingest::MergeRequest asked = request();
    asked.reverted = {parts_->chosenId};
    merge(std::move(asked));
}

void ContributionsWindow::discuss() {
    ingest::MergeRequest asked = request();
    asked.discussed = {parts_->chosenId};
    merge(std::move(asked));
}

void ContributionsWindow::askForFiles() {
    const QStringList paths = QFileDialog::getOpenFileNames(this, say("contributions.bring"), QString(),
                                                            QLatin1Char('*') + qt(std::string(ingest::contributionEnding)));
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths) files.emplace_back(path.toStdString());
    if (!files.empty()) bring(files);
}

void ContributionsWindow::bring(const std::vector<std::filesystem::path>& files) {
    ingest::MergeRequest asked = request();
    try {
        for (const std::filesystem::path& file : files) asked.proposals.push_back(ingest::readContribution(file));
    } catch (const std::exception& problem) {
        parts_->hint->setText(qt(problem.what()));
        return;
    }
    if (!asked.proposals.empty()) parts_->chosenId = asked.proposals.front().id;
    merge(std::move(asked));
}

void ContributionsWindow::propose(const model::Contribution& contribution) {
    ingest::MergeRequest asked = request();
    asked.proposals = {contribution};
    parts_->chosenId = contribution.id;
    merge(std::move(asked));
}

bool ContributionsWindow::isSettled() const {
    return !parts_->read->isBusy() && !parts_->act->isBusy();
}

}  // namespace raquette::viewer

#include "viewer/panels/paper_dialog.h"

#include "viewer/sheets/paper.h"
#include "viewer/text/words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>
#include <string>

namespace raquette::viewer {

PaperDialog::PaperDialog(Paper usual, model::Language language, QWidget* parent) : QDialog(parent), papers_(new QComboBox) {
    const auto say = [&](const std::string& id) { return words(language, id); };
    setWindowTitle(say("window.save"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    auto* which = new QLabel(say("paper.which"));
    which->setObjectName(QStringLiteral("heading"));
    which->setBuddy(papers_);
    column->addWidget(which);
    for (const Paper paper : papers) papers_->addItem(say("paper." + std::string(name(paper))), static_cast<int>(paper));
    papers_->setAccessibleName(say("paper.which"));
    papers_->setCurrentIndex(papers_->findData(static_cast<int>(usual)));
    column->addWidget(papers_);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(say("paper.go"), QDialogButtonBox::AcceptRole);
    buttons->addButton(say("export.leave"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(8);
    column->addWidget(buttons);
}

Paper PaperDialog::paper() const {
    return static_cast<Paper>(papers_->currentData().toInt());
}

}  // namespace raquette::viewer

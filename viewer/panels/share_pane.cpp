#include "viewer/panels/share_pane.h"

#include "gis/store/store.h"
#include "viewer/panels/link_table_model.h"
#include "viewer/panels/pair_table_model.h"
#include "viewer/panels/sorted_table.h"
#include "viewer/text/words.h"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>
#include <optional>
#include <utility>

namespace raquette::viewer {

namespace {

QWidget* titled(QLabel* title, QWidget* table) {
    title->setObjectName(QStringLiteral("heading"));
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(table, 1);
    return side;
}

void selectRow(SortedTable* table, std::optional<int> row) {
    if (row)
        table->selectSourceRow(*row);
    else
        table->clearSelection();
}

}  // namespace

SharePane::SharePane(std::shared_ptr<const store::StudyState> state, QWidget* parent)
    : QWidget(parent),
      links_(new LinkTableModel(state, this)),
      pairs_(new PairTableModel(state, this)),
      linkTable_(new SortedTable(links_, LinkTableModel::Parties)),
      pairTable_(new SortedTable(pairs_, PairTableModel::Second)),
      linkTitle_(new QLabel),
      pairTitle_(new QLabel) {
    linkTable_->sortByColumn(LinkTableModel::IntensityOf, Qt::DescendingOrder);
    pairTable_->sortByColumn(PairTableModel::Apart, Qt::AscendingOrder);
    auto* sides = new QSplitter(Qt::Horizontal);
    sides->addWidget(titled(linkTitle_, linkTable_));
    sides->addWidget(titled(pairTitle_, pairTable_));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(sides);
    connect(linkTable_, &SortedTable::rowChosen, this, [this](int row) { emit partiesChosen(links_->partiesOf(row)); });
    connect(pairTable_, &SortedTable::rowChosen, this, [this](int row) {
        const auto pair = pairs_->pairOf(row);
        emit partiesChosen({pair.begin(), pair.end()});
    });
    setLanguage(state->study.language);
}

void SharePane::setState(std::shared_ptr<const store::StudyState> state) {
    links_->setState(state);
    pairs_->setState(std::move(state));
}

void SharePane::setLanguage(model::Language language) {
    const auto say = [&](const char* id) { return words(language, id); };
    links_->setLanguage(language);
    pairs_->setLanguage(language);
    linkTitle_->setText(say("links.title"));
    linkTable_->setAccessibleName(say("links.title"));
    pairTitle_->setText(say(pairs_->rowCount() > 0 ? "pairs.title" : "pairs.none"));
    pairTable_->setAccessibleName(say("pairs.title"));
    linkTable_->fit();
    pairTable_->fit();
}

void SharePane::select(const std::string& record) {
    selectRow(linkTable_, record.empty() ? std::nullopt : links_->rowOf(record));
    selectRow(pairTable_, record.empty() ? std::nullopt : pairs_->rowOf(record));
}

}  // namespace raquette::viewer

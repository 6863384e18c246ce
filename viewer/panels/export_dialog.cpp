#include "viewer/panels/export_dialog.h"

#include "gis/text/numbers.h"
#include "viewer/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

namespace raquette::viewer {

namespace {

/// Those a reader knows from the window; the store's other tables leave with “everything”.
constexpr std::array offered{"gaps", "coverage", "indicators", "territories", "venues", "actors", "contracts", "links"};
constexpr std::array formats{"shapefile", "gpkg", "xlsx", "csv", "geojson", "flatgeobuf", "kml", "dxf"};

}  // namespace

ExportDialog::ExportDialog(const std::vector<std::string>& layers, Chosen chosen, model::Language language, QWidget* parent)
    : QDialog(parent), chosen_(std::move(chosen)), everything_(new QCheckBox), onlyChosen_(new QCheckBox), formats_(new QComboBox) {
    const auto say = [&](const std::string& id) { return words(language, id); };
    setWindowTitle(say("window.export"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(8);
    auto* what = new QLabel(say("export.what"));
    what->setObjectName(QStringLiteral("heading"));
    column->addWidget(what);
    for (const char* layer : offered) {
        if (std::ranges::find(layers, layer) == layers.end()) continue;
        auto* box = new QCheckBox(say(std::string("export.layer.") + layer));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::allowExport);
        column->addWidget(box);
        lines_.push_back({layer, box});
    }
    everything_->setText(say("export.everything"));
    connect(everything_, &QCheckBox::toggled, this, [this](bool all) {
        for (const Line& line : lines_) line.box->setEnabled(!all);
        allowExport();
    });
    column->addWidget(everything_);
    onlyChosen_->setText(
        words(language, "export.chosen", {{"count", text::number(language, static_cast<std::int64_t>(chosen_.ids.size()))}}));
    onlyChosen_->setEnabled(!chosen_.ids.empty());
    connect(onlyChosen_, &QCheckBox::toggled, this, &ExportDialog::showChosenOnly);
    column->addSpacing(8);
    column->addWidget(onlyChosen_);
    column->addSpacing(8);
    auto* form = new QLabel(say("export.format"));
    form->setObjectName(QStringLiteral("heading"));
    form->setBuddy(formats_);
    column->addWidget(form);
    for (const char* format : formats) formats_->addItem(say(std::string("export.format.") + format), QLatin1String(format));
    formats_->setAccessibleName(say("export.format"));
    column->addWidget(formats_);
    auto* buttons = new QDialogButtonBox;
    export_ = buttons->addButton(say("export.go"), QDialogButtonBox::AcceptRole);
    buttons->addButton(say("export.leave"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(8);
    column->addWidget(buttons);
    onlyChosen_->setChecked(!chosen_.ids.empty());
    allowExport();
}

/// At first what was chosen leaves from its own layer; the reader may add others that speak of it.
void ExportDialog::showChosenOnly(bool only) {
    everything_->setChecked(false);
    everything_->setEnabled(!only);
    for (const Line& line : lines_) line.box->setChecked(!only || std::ranges::find(chosen_.layers, line.layer) != chosen_.layers.end());
}

void ExportDialog::allowExport() {
    export_->setEnabled(everything_->isChecked() || std::ranges::any_of(lines_, [](const Line& line) { return line.box->isChecked(); }));
}

ExportChoice ExportDialog::choice() const {
    ExportChoice choice;
    choice.format = formats_->currentData().toString().toStdString();
    for (const Line& line : lines_) {
        if (!everything_->isChecked() && line.box->isChecked()) choice.layers.push_back(line.layer);
    }
    if (onlyChosen_->isChecked()) choice.ids = chosen_.ids;
    return choice;
}

}  // namespace raquette::viewer

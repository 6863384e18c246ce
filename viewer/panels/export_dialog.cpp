#include "viewer/panels/export_dialog.h"

#include "gis/model/error.h"
#include "gis/store/exports/layer_files.h"
#include "gis/text/numbers.h"
#include "viewer/text/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
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
constexpr std::array systems{"EPSG:2154", "EPSG:4326", "EPSG:5490", "EPSG:2972", "EPSG:2975", "EPSG:4471"};
constexpr const char* another = "another";  // by its code

bool isKnown(const std::string& crs) {
    try {
        const store::TargetCrs found(crs);
        return true;
    } catch (const model::Error&) {
        return false;
    }
}

}  // namespace

ExportDialog::ExportDialog(const std::vector<std::string>& layers, Chosen chosen, model::Language language, QWidget* parent)
    : QDialog(parent),
      chosen_(std::move(chosen)),
      language_(language),
      everything_(new QCheckBox),
      onlyChosen_(new QCheckBox),
      formats_(new QComboBox),
      coordinates_(new QComboBox),
      code_(new QLineEdit),
      unknown_(new QLabel) {
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
    addCoordinates(*column);
    auto* buttons = new QDialogButtonBox;
    export_ = buttons->addButton(say("export.go"), QDialogButtonBox::AcceptRole);
    buttons->addButton(say("export.leave"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(8);
    column->addWidget(buttons);
    onlyChosen_->setChecked(!chosen_.ids.empty());
    offerCoordinates();
}

void ExportDialog::addCoordinates(QVBoxLayout& column) {
    const auto say = [&](const std::string& id) { return words(language_, id); };
    column.addSpacing(8);
    auto* heading = new QLabel(say("export.crs"));
    heading->setObjectName(QStringLiteral("heading"));
    heading->setBuddy(coordinates_);
    column.addWidget(heading);
    coordinates_->addItem({}, QString());
    for (const char* system : systems) coordinates_->addItem(say(std::string("export.crs.") + system), QLatin1String(system));
    coordinates_->addItem(say("export.crs.another"), QLatin1String(another));
    coordinates_->setAccessibleName(say("export.crs"));
    column.addWidget(coordinates_);
    code_->setPlaceholderText(say("export.crs.code.example"));
    code_->setAccessibleName(say("export.crs.code"));
    constexpr int most = 999999;
    code_->setValidator(new QIntValidator(0, most, code_));
    column.addWidget(code_);
    unknown_->setText(say("export.crs.unknown"));
    unknown_->setWordWrap(true);
    column.addWidget(unknown_);
    connect(formats_, &QComboBox::currentIndexChanged, this, &ExportDialog::offerCoordinates);
    connect(coordinates_, &QComboBox::currentIndexChanged, this, &ExportDialog::askForCode);
    connect(code_, &QLineEdit::textChanged, this, &ExportDialog::allowExport);
}

/// As far as the format leaves a choice.
void ExportDialog::offerCoordinates() {
    const std::string format = formats_->currentData().toString().toStdString();
    const bool free = store::takesCrs(format);
    const char* own = !free ? "export.crs.fixed" : format == "dxf" ? "export.crs.usual.dxf" : "export.crs.usual";
    coordinates_->setItemText(0, words(language_, own));
    coordinates_->setEnabled(free);
    if (!free) coordinates_->setCurrentIndex(0);
    askForCode();
}

void ExportDialog::askForCode() {
    code_->setVisible(coordinates_->currentData().toString() == QLatin1String(another));
    allowExport();
}

/// Empty: the format's own, or no code yet.
std::string ExportDialog::crs() const {
    std::string chosen = coordinates_->currentData().toString().toStdString();
    if (chosen != another) return chosen;
    return code_->text().isEmpty() ? std::string() : "EPSG:" + code_->text().toStdString();
}

/// At first what was chosen leaves from its own layer; the reader may add others that speak of it.
void ExportDialog::showChosenOnly(bool only) {
    everything_->setChecked(false);
    everything_->setEnabled(!only);
    for (const Line& line : lines_) line.box->setChecked(!only || std::ranges::find(chosen_.layers, line.layer) != chosen_.layers.end());
}

void ExportDialog::allowExport() {
    const bool byCode = coordinates_->currentData().toString() == QLatin1String(another);
    const bool placed = !byCode || (!crs().empty() && isKnown(crs()));
    unknown_->setVisible(byCode && !crs().empty() && !placed);
    const bool something = everything_->isChecked() || std::ranges::any_of(lines_, [](const Line& line) { return line.box->isChecked(); });
    export_->setEnabled(placed && something);
}

ExportChoice ExportDialog::choice() const {
    ExportChoice choice;
    choice.format = formats_->currentData().toString().toStdString();
    for (const Line& line : lines_) {
        if (!everything_->isChecked() && line.box->isChecked()) choice.layers.push_back(line.layer);
    }
    if (onlyChosen_->isChecked()) choice.ids = chosen_.ids;
    choice.crs = crs();
    return choice;
}

}  // namespace raquette::viewer

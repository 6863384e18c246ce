#include "gis/store/saved_styles.h"

#include "gis/model/error.h"
#include "gis/store/qml.h"
#include "gis/store/sqlite.h"
#include "gis/store/styles.h"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <optional>

namespace raquette::store {

namespace {

namespace fs = std::filesystem;

const std::string figureLayers = "indicators_";

/// One write of a few rows, whole or not at all, that nobody else's comes into.
class Change {
public:
    explicit Change(Database& database) : database_(&database) { database.run("BEGIN IMMEDIATE"); }
    ~Change() {
        if (database_ == nullptr) return;
        try {
            database_->run("ROLLBACK");
        } catch (const model::Error&) {
            return;  // closing the file rolls back as well
        }
    }
    Change(const Change&) = delete;
    Change& operator=(const Change&) = delete;
    Change(Change&&) = delete;
    Change& operator=(Change&&) = delete;

    void commit() {
        database_->run("COMMIT");
        database_ = nullptr;
    }

private:
    Database* database_;
};

std::vector<std::string> texts(Database& database, const std::string& sql) {
    std::vector<std::string> found;
    Statement rows = database.prepare(sql);
    while (rows.step()) found.push_back(rows.text(0));
    return found;
}

bool hasStyles(Database& database, const std::string& schema = "main") {
    return !texts(database, fmt::format("SELECT name FROM {}.sqlite_master WHERE name = 'layer_styles'", schema)).empty();
}

double opacityOf(const SavedStyles& styles, const std::string& layer) {
    const auto found = styles.opacity.find(layer.starts_with(figureLayers) ? "indicators" : layer);
    return found == styles.opacity.end() ? 1 : found->second;
}

struct StyleRow {
    std::string name, qml;
    const char* description = ownStyle;
    bool isDefault = true;
};

void insert(Database& database, const std::string& layer, const StyleRow& row) {
    Statement statement = database.prepare(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, "
        "useAsDefault, description, owner, ui, update_time) VALUES ('', '', ?, 'geom', ?, ?, '', ?, ?, '', '', "
        "strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))");
    statement.bind(1, std::string_view(layer)).bind(2, std::string_view(row.name)).bind(3, std::string_view(row.qml));
    statement.bind(4, std::int64_t{row.isDefault ? 1 : 0}).bind(5, std::string_view(row.description)).run();
}

/// Where QGIS shows a style that somebody made there, it goes on showing it.
bool showsAnother(Database& database, const std::string& layer) {
    Statement rows = database.prepare("SELECT 1 FROM layer_styles WHERE f_table_name = ? AND useAsDefault = 1");
    return rows.bind(1, std::string_view(layer)).step();
}

std::vector<StyleRow> rowsOf(const std::string& layer, const SavedStyles& styles, const std::string& service, model::Language language) {
    const double opacity = opacityOf(styles, layer);
    std::vector<StyleRow> rows;
    if (layer.starts_with(figureLayers)) {
        for (const FigureStyle& figure : styles.figures)
            rows.push_back({"Raquette: " + figure.column, styleOf(layer, figure, language, service), chosenStyle, false});
        if (!rows.empty()) rows.back().isDefault = true;
    }
    if (rows.empty()) {
        const std::string own = styleOf(layer, {}, language, service);
        if (!own.empty()) rows.push_back({"Raquette", own, opacity < 1 ? chosenStyle : ownStyle});
    }
    for (StyleRow& row : rows) row.qml = qml::withOpacity(std::move(row.qml), opacity);
    return rows;
}

}  // namespace

void saveStyles(const fs::path& store, const SavedStyles& styles) {
    Database database(store, Database::Access::Change);
    database.waitFor(std::chrono::seconds(2));
    if (!hasStyles(database)) throw model::Error(fmt::format("{} is not a store that Raquette wrote.", store.string()));
    Change change(database);
    const std::vector<std::string> language = texts(database, "SELECT value FROM study WHERE key = 'language'");
    const std::vector<std::string> services = texts(database, "SELECT id FROM services ORDER BY rowid");
    const std::string service = services.size() < 2 ? std::string() : styles.service.empty() ? services.front() : styles.service;
    for (const std::string& layer : texts(database, "SELECT table_name FROM gpkg_geometry_columns")) {
        Statement remove = database.prepare("DELETE FROM layer_styles WHERE f_table_name = ? AND description IN (?, ?)");
        remove.bind(1, std::string_view(layer)).bind(2, std::string_view(ownStyle)).bind(3, std::string_view(chosenStyle)).run();
        const bool figures = layer.starts_with(figureLayers);
        if (figures) {
            Statement step = database.prepare("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = ?");
            step.bind(1, std::string_view(layer)).run();
        }
        const bool another = !figures && showsAnother(database, layer);
        const auto spoken = language == std::vector<std::string>{"en"} ? model::Language::English : model::Language::French;
        for (StyleRow& row : rowsOf(layer, styles, service, spoken)) {
            row.isDefault = row.isDefault && !another;
            insert(database, layer, row);
        }
    }
    change.commit();
}

SavedStyles savedStyles(const fs::path& store) {
    SavedStyles styles;
    try {
        Database database(store, Database::Access::Read);
        if (!hasStyles(database)) return {};
        Statement rows = database.prepare(
            "SELECT f_table_name, styleQML FROM layer_styles WHERE description IS NOT ? AND (description IS ? OR useAsDefault = 1) "
            "ORDER BY useAsDefault, id");
        rows.bind(1, std::string_view(ownStyle)).bind(2, std::string_view(chosenStyle));
        while (rows.step()) {
            const std::string layer = rows.text(0);
            const qml::Read read = qml::read(rows.text(1));
            const bool figures = layer.starts_with(figureLayers);
            if (read.opacity < 1) styles.opacity[figures ? "indicators" : layer] = read.opacity;
            const auto figure = figures ? figureStyleOf(read) : std::nullopt;
            if (!figure) continue;
            std::erase_if(styles.figures, [&](const FigureStyle& one) { return one.column == figure->column; });
            styles.figures.push_back(*figure);
        }
    } catch (const model::Error&) {
        return {};
    }
    return styles;
}

namespace {

const std::string carried =
    "f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, "
    "ui, update_time";

void carry(const fs::path& from, Database& to) {
    const std::string before = from.string();
    to.prepare("ATTACH ? AS before").bind(1, std::string_view(before)).run();
    if (!hasStyles(to, "before")) return;
    Change change(to);
    const std::string chosen = fmt::format(
        "SELECT 1 FROM before.layer_styles b WHERE b.f_table_name = layer_styles.f_table_name AND "
        "b.description IS NOT '{}' AND ",
        ownStyle);
    to.run(fmt::format("DELETE FROM layer_styles WHERE EXISTS ({}b.description = '{}')", chosen, chosenStyle));
    to.run("UPDATE layer_styles SET useAsDefault = 0 WHERE EXISTS (" + chosen + "b.useAsDefault = 1)");
    to.run(
        fmt::format("INSERT INTO layer_styles ({0}) SELECT {0} FROM before.layer_styles WHERE description IS NOT '{1}' AND "
                    "f_table_name IN (SELECT table_name FROM gpkg_geometry_columns)",
                    carried, ownStyle));
    change.commit();
}

}  // namespace

void carryStyles(const fs::path& from, const fs::path& to) {
    if (!fs::is_regular_file(from)) return;
    Database database(to, Database::Access::Change);
    try {
        carry(from, database);
    } catch (const model::Error&) {
        return;  // what was there was no store, or is broken: nothing can be had from it
    }
}

}  // namespace raquette::store

#include "gis/store/shared_store.h"

#include "gis/model/error.h"
#include "gis/store/database_tables.h"
#include "gis/store/layers.h"
#include "gis/store/public_tables.h"
#include "gis/store/read_parts.h"
#include "gis/store/sql_words.h"
#include "gis/store/styles.h"
#include "gis/store/table_writer.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <algorithm>

namespace raquette::store {

namespace {

/// What our tables are known by: nobody else's is ever dropped.
constexpr std::string_view mark = "Raquette";

DatasetPtr openShared(const SharedAddress& address, unsigned how, const GdalTalk& talk) {
    const std::string source = fmt::format("PG:{} schemas={} active_schema={}", address.connection, address.schema, address.schema);
    DatasetPtr dataset(GDALDataset::Open(source.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR | how));
    if (!dataset) throw model::Error(fmt::format("{} cannot be reached: {}", address.text(), talk.failure()));
    return dataset;
}

/// GDAL commits what is open when it closes: what is left undone must be undone first.
class Undertaking {
public:
    explicit Undertaking(GDALDataset& dataset) : dataset_(dataset), begun_(dataset.StartTransaction() == OGRERR_NONE) {}
    ~Undertaking() {
        if (begun_) dataset_.RollbackTransaction();
    }
    Undertaking(const Undertaking&) = delete;
    Undertaking& operator=(const Undertaking&) = delete;
    Undertaking(Undertaking&&) = delete;
    Undertaking& operator=(Undertaking&&) = delete;

    void commit() {
        begun_ = false;
        dataset_.CommitTransaction();
    }

private:
    GDALDataset& dataset_;
    bool begun_;
};

/// One statement after the other, until one fails.
class Script {
public:
    Script(GDALDataset& dataset, const SharedAddress& address, const GdalTalk& talk) : dataset_(dataset), address_(address), talk_(talk) {}

    std::string ask(const std::string& sql) {
        std::string answer = firstCell(dataset_, sql);
        requireNoFailure(address_.text(), talk_);
        return answer;
    }

private:
    GDALDataset& dataset_;
    const SharedAddress& address_;
    const GdalTalk& talk_;
};

/// Held by who reads for as long as they read, and by who writes while tables are exchanged.
std::string exchangeLock(const SharedAddress& address) {
    return fmt::format("hashtextextended({}, 0)", sqlText("raquette store " + address.schema));
}

WriteOptions optionsFor(const Table& table, const std::string& schema) {
    return {{"SCHEMA=" + schema, "FID=fid", "GEOMETRY_NAME=geom", "LAUNDER=NO", "EXTRACT_SCHEMA_FROM_LAYER_NAME=NO",
             table.name == "people" ? "SPATIAL_INDEX=NONE" : "SPATIAL_INDEX=GIST"},
            {},
            {},
            true};
}

void requireDatabase(Script& script, const SharedAddress& address) {
    if (script.ask("SELECT to_regtype('geometry') IS NOT NULL") != "1")
        throw model::Error(
            fmt::format("{}: the database has no PostGIS: who keeps it adds it with CREATE EXTENSION postgis.", address.text()));
}

/// The schema is this study's: made for it, or known by its title. Another's is never written over.
void claim(Script& script, const SharedAddress& address, const std::string& title) {
    if (script.ask(fmt::format("SELECT to_regnamespace({}) IS NULL", sqlText(address.schema))) == "1") {
        script.ask("CREATE SCHEMA " + address.schema);
        script.ask(fmt::format("COMMENT ON SCHEMA {} IS {}", address.schema, sqlText(title)));
        return;
    }
    const std::string held = script.ask(fmt::format("SELECT obj_description({}::regnamespace, 'pg_namespace')", sqlText(address.schema)));
    if (held == title) return;
    throw model::Error(
        fmt::format("{} holds {}, not “{}”: name another schema (schema=…). If the study was only given another title: COMMENT ON "
                    "SCHEMA {} IS {}.",
                    address.text(), held.empty() ? "something else" : "“" + held + "”", title, address.schema, sqlText(title)));
}

/// Makes room in the schema of the study for what stands ready in another.
void exchange(Script& script, const std::vector<Table>& tables, const SharedAddress& address, const std::string& ready) {
    script.ask(fmt::format("SELECT pg_advisory_xact_lock({})", exchangeLock(address)));
    const std::string ours = fmt::format(
        "FROM pg_class WHERE relnamespace = {}::regnamespace AND relkind = 'r' AND "
        "obj_description(oid, 'pg_class') = {}",
        sqlText(address.schema), sqlText(mark));
    const std::string old = script.ask(fmt::format("SELECT string_agg(oid::regclass::text, ', ') {}", ours));
    if (!old.empty()) script.ask("DROP TABLE " + old);
    for (const Table& table : tables) {
        if (script.ask(fmt::format("SELECT to_regclass({}) IS NULL", sqlText(address.schema + "." + sqlName(table.name)))) != "1")
            throw model::Error(fmt::format("{} holds a table {} that is not ours: name another schema.", address.text(), table.name));
        script.ask(fmt::format("COMMENT ON TABLE {}.{} IS {}", ready, sqlName(table.name), sqlText(mark)));
        script.ask(fmt::format("ALTER TABLE {}.{} SET SCHEMA {}", ready, sqlName(table.name), address.schema));
    }
    script.ask("DROP SCHEMA " + ready);
}

/// Our tables and no others.
void admit(Script& script, const std::vector<Table>& tables, const SharedAddress& address, const std::vector<std::string>& readers) {
    for (const std::string& role : readers) {
        script.ask(fmt::format("GRANT USAGE ON SCHEMA {} TO {}", address.schema, sqlName(role)));
        for (const Table& table : tables)
            script.ask(fmt::format("GRANT SELECT ON {}.{} TO {}", address.schema, sqlName(table.name), sqlName(role)));
    }
}

/// QGIS looks styles up in `public.layer_styles`, which not every database lets us have: the layers are as good without. False then.
bool keepStyles(GDALDataset& dataset, const std::vector<Table>& tables, const StudyState& state, const SharedAddress& address,
                const std::vector<std::string>& readers) {
    const Table styles = layerStyles(tables, state);
    const GdalTalk talk;
    const auto ask = [&](const std::string& sql) { return talk.failure().empty() ? firstCell(dataset, sql) : std::string(); };
    ask("SAVEPOINT styles");
    if (ask("SELECT to_regclass('public.layer_styles') IS NULL") == "1")
        ask("CREATE TABLE public.layer_styles (id SERIAL PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar, "
            "f_table_name varchar, f_geometry_column varchar, stylename text, styleqml xml, stylesld xml, useasdefault boolean, "
            "description text, owner varchar(63) DEFAULT CURRENT_USER, ui xml, update_time timestamp DEFAULT CURRENT_TIMESTAMP, type "
            "varchar)");
    ask(fmt::format("DELETE FROM public.layer_styles WHERE f_table_catalog = current_database() AND f_table_schema = {} AND stylename = {}",
                    sqlText(address.schema), sqlText(mark)));
    constexpr std::size_t layerAt = 2;
    constexpr std::size_t styleAt = 5;
    for (std::size_t i = 0; i < styles.rows; ++i) {
        const Row row = styles.row(i);
        ask(
            fmt::format("INSERT INTO public.layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, stylename, "
                        "styleqml, useasdefault) VALUES (current_database(), {}, {}, 'geom', {}, XMLPARSE(DOCUMENT {}), true)",
                        sqlText(address.schema), sqlText(std::get<std::string>(row.at(layerAt))), sqlText(mark),
                        sqlText(std::get<std::string>(row.at(styleAt)))));
    }
    for (const std::string& role : readers) ask("GRANT SELECT ON public.layer_styles TO " + sqlName(role));
    const bool kept = talk.failure().empty();
    if (!kept) firstCell(dataset, "ROLLBACK TO SAVEPOINT styles");
    return kept;
}

}  // namespace

bool writeSharedStore(const StudyState& state, const SharedAddress& address, const std::vector<std::string>& readers) {
    std::vector<Table> tables;
    for (Table& table : layers(state)) tables.push_back(withoutPrivate(std::move(table)));
    const std::string ready = address.schema + "_ready";
    const GdalTalk talk;
    const DatasetPtr dataset = openShared(address, GDAL_OF_UPDATE, talk);
    Script script(*dataset, address, talk);
    requireDatabase(script, address);
    Undertaking undertaking(*dataset);
    requireNoFailure(address.text(), talk);
    script.ask("SET LOCAL client_min_messages = 'warning'");
    script.ask("SET LOCAL lock_timeout = '60s'");
    script.ask(fmt::format("SELECT pg_advisory_xact_lock(hashtextextended({}, 1))", sqlText("raquette store " + address.schema)));
    claim(script, address, state.study.title.in(model::Language::French));
    script.ask("CREATE SCHEMA " + ready);
    for (const Table& table : tables) addLayer(*dataset, table, optionsFor(table, ready), address.text(), talk);
    dataset->FlushCache(true);
    requireNoFailure(address.text(), talk);
    for (const Table& table : tables) {
        const std::string count = script.ask(fmt::format("SELECT count(*) FROM {}.{}", ready, sqlName(table.name)));
        if (count != std::to_string(table.rows))
            throw model::Error(fmt::format("{} was not written whole: {} rows of {} in {}. What was there before is untouched.",
                                           address.text(), count, table.rows, table.name));
    }
    exchange(script, tables, address, ready);
    admit(script, tables, address, readers);
    const bool styled = keepStyles(*dataset, tables, state, address, readers);
    undertaking.commit();
    requireNoFailure(address.text(), talk);
    return styled;
}

StudyState readSharedStore(const SharedAddress& address) {
    const GdalTalk talk;
    const DatasetPtr reading = openShared(address, GDAL_OF_READONLY, talk);
    Script script(*reading, address, talk);
    script.ask("SET lock_timeout = '120s'");
    script.ask(fmt::format("SELECT pg_advisory_lock_shared({})", exchangeLock(address)));
    const auto open = [address] {
        const GdalTalk said;
        return std::make_unique<DatabaseTables>(openShared(address, GDAL_OF_READONLY, said), address.text());
    };
    return readParts(open, address.text());
}

}  // namespace raquette::store

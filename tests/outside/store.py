"""The store, read with SQLite alone: what every export is compared with."""
import sqlite3

from shapely import wkb

ENVELOPE_BYTES = [0, 32, 48, 48, 64]


def shape(blob):
    """A geometry as GeoPackage keeps it: a header with an envelope, then WKB."""
    if blob is None:
        return None
    kind = (blob[3] >> 1) & 7
    found = wkb.loads(bytes(blob[8 + ENVELOPE_BYTES[kind]:]))
    return None if found.is_empty else found


class Table:
    """Rows as dicts, without what numbers them (`fid`) nor private columns; a geometry for each, None where there is none."""

    def __init__(self, connection, name):
        self.name = name
        cursor = connection.execute(f'SELECT * FROM "{name}" ORDER BY fid')
        columns = [column[0] for column in cursor.description]
        self.columns = [c for c in columns if c not in ("fid", "geom") and not c.startswith("private_")]
        self.placed = "geom" in columns
        self.rows, self.shapes = [], []
        for values in cursor:
            row = dict(zip(columns, values))
            self.shapes.append(shape(row.get("geom")))
            self.rows.append({c: row[c] for c in self.columns})


class Store:
    def __init__(self, path):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        tables = "SELECT name FROM sqlite_master WHERE type = 'table'"
        self.names = [name for (name,) in self.connection.execute(tables)]

    def table(self, name):
        """A layer as exports name it: `indicators_LEVEL` joins the figures of a level to its territories."""
        if not name.startswith("indicators_"):
            return Table(self.connection, name)
        territories = Table(self.connection, "territories")
        places = {row["id"]: (row, at) for row, at in zip(territories.rows, territories.shapes)}
        joined = Table(self.connection, "indicators")
        rows = [row for row in joined.rows if f"indicators_{row['level']}" == name]
        joined.name, joined.placed = name, True
        joined.columns = ["territory", "name", "parent"] + [c for c in joined.columns if c != "territory"]
        joined.shapes = [places[row["territory"]][1] for row in rows]
        joined.rows = [{**row, **{c: places[row["territory"]][0][c] for c in ("name", "parent")}} for row in rows]
        return joined

    def knows(self, name):
        return name in self.names or name.startswith("indicators_")

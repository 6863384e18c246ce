"""The OGC GeoPackage rules that a reader leans on, checked with SQLite alone."""
import pathlib
import re
import sys

from said import check
from store import Store, shape


def extent(shapes):
    boxes = [at.bounds for at in shapes if at is not None]
    return [f(box[i] for box in boxes) for f, i in ((min, 0), (min, 1), (max, 2), (max, 3))] if boxes else None


def rules(path):
    connection = Store(path).connection

    def ask(words):
        return connection.execute(words).fetchall()

    if ask("PRAGMA application_id") != [(0x47504B47,)]:
        yield "application_id is not GPKG (requirement 2)"
    if ask("PRAGMA integrity_check") != [("ok",)] or ask("PRAGMA foreign_key_check"):
        yield "SQLite finds it damaged (6, 7)"
    if not {-1, 0, 4326} <= {number for (number,) in ask("SELECT srs_id FROM gpkg_spatial_ref_sys")}:
        yield "gpkg_spatial_ref_sys lacks -1, 0 or 4326 (11)"
    columns = {name: (column, srs, kind) for name, column, kind, srs in
               ask("SELECT table_name, column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns")}
    for name, kind, changed, srs, *box in ask("SELECT table_name, data_type, last_change, srs_id, min_x, min_y, max_x, max_y FROM gpkg_contents"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", changed):
            yield f"{name}: last_change {changed} (15)"
        if kind != "features":
            continue
        column, declared, geometry = columns[name]
        blobs = [blob for (blob,) in ask(f'SELECT "{column}" FROM "{name}" WHERE "{column}" IS NOT NULL')]
        if any(blob[:2] != b"GP" or int.from_bytes(blob[4:8], "little" if blob[3] & 1 else "big", signed=True) != srs for blob in blobs):
            yield f"{name}: a geometry without its header or of another srs (19, 33)"
        shapes = [shape(blob) for blob in blobs]
        if declared != srs or {at.geom_type.upper() for at in shapes if at is not None} - {geometry}:
            yield f"{name}: holds other than {geometry} in {srs} (26, 32)"
        real = extent(shapes)
        if real and (None in box or max(abs(a - b) for a, b in zip(real, box)) > 1e-6):
            yield f"{name}: gpkg_contents says {box}, and the rows lie in {real}"
        # GeoPackage has R-trees through functions that SQLite alone lacks; its shadow tables can be counted without them.
        index = f"rtree_{name}_{column}_rowid"
        if ask(f"SELECT 1 FROM sqlite_master WHERE name = '{index}'") and ask(f'SELECT count(*) FROM "{index}"') != [(sum(s is not None for s in shapes),)]:
            yield f"{name}: its spatial index does not have all rows (77)"


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        for path in (study / "out" / "layers.gpkg", study / "store.gpkg"):
            check(f"{study.name}, {path.name} keeps the rules of GeoPackage", rules(path))


if __name__ == "__main__":
    main()

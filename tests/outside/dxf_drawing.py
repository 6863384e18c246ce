"""The drawing for planners as GDAL reads it: layers named, in Lambert-93, every place drawn with its name."""
import pathlib
import sys

from osgeo import ogr

from said import check
from store import Store

ogr.UseExceptions()

LAMBERT_93 = (100_000, 6_000_000, 1_300_000, 7_200_000)  # the mainland, in metres
POINTS = ("venues", "actors")
AREAS = ("gaps", "coverage", "territories")


def entities(path):
    source = ogr.Open(str(path))
    for feature in source.GetLayer(0):
        at = feature.GetGeometryRef()
        yield feature["Layer"], feature["Text"] or "", at.GetGeometryName() if at else None, at.GetEnvelope() if at else None


def drawing(store, path):
    found = list(entities(path))
    layers = {layer for layer, *_ in found}
    west, south, east, north = LAMBERT_93
    for layer, _, _, box in found:
        if box and not (west <= box[0] and box[1] <= east and south <= box[2] and box[3] <= north):
            yield f"{layer}: {box} is not on the mainland in Lambert-93"
            break
    for name in POINTS + AREAS:
        table = store.table(name)
        placed = [row for row, at in zip(table.rows, table.shapes) if at is not None]
        own = [entity for entity in found if entity[0].startswith(name)]
        if placed and not own:
            yield f"nothing is drawn on a layer {name}: {sorted(layers)}"
        if name in POINTS:
            texts = [text for _, text, *_ in own]
            if sum(kind == "POINT" and not text for _, text, kind, _ in own) < len(placed):
                yield f"{name}: not every place is a point"
            # A drawing has one line of text, the longest may be cut, and it has four figures for a sign: none for emoji.
            wanted = ["".join(c for c in row["name"].split("\n")[0] if ord(c) < 0x10000).strip()[:60] for row in placed]
            yield from (f"{name}: “{text}” is not written" for text in wanted if not any(said.strip().startswith(text) for said in texts))


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        path = study / "out" / "layers.dxf"
        if path.exists():
            check(f"{study.name}, dxf: layers, Lambert-93, every place with its name", drawing(Store(study / "store.gpkg"), path))


if __name__ == "__main__":
    main()

"""Polygons as GEOS in Python finds them: valid, holes neither over each other nor over what is covered."""
import pathlib
import sys
from itertools import combinations

from osgeo import ogr
from shapely import wkb
from shapely.validation import explain_validity

from said import check

ogr.UseExceptions()

# Square degrees, over the perimeter of the smaller: a strip of seven-decimal rounding along a border is no overlap.
STRIP = 2e-7


def read(path):
    rows = []
    source = ogr.Open(str(path))  # a layer does not keep its file open
    for feature in source.GetLayer(0):
        at = feature.GetGeometryRef()
        if at is not None:
            rows.append((feature.items(), wkb.loads(bytes(at.ExportToIsoWkb()))))
    return rows


def invalid(paths):
    for path in paths:
        for row, at in read(path):
            if not at.is_valid:
                yield f"{path.name}: {row.get('id') or row.get('territory') or row}: {explain_validity(at)}"
            if at.is_empty:
                yield f"{path.name}: an empty geometry"


def overlap(one, other):
    """Wider than a strip along a border."""
    if not one.intersects(other):
        return 0
    area = one.buffer(0).intersection(other.buffer(0)).area
    return area if area > STRIP * min(one.length, other.length) else 0


def over_each_other(gaps):
    for (row, at), (other, there) in combinations(gaps, 2):
        if row["service"] == other["service"] and overlap(at, there):
            yield f"holes {row['id']} and {other['id']} overlap by {overlap(at, there):.2g} square degrees"


def over_coverage(gaps, coverage):
    for row, at in gaps:
        for covered, where in coverage:
            if covered["service"] == row["service"] and covered["certainty"] == "nominal" and overlap(at, where):
                yield f"hole {row['id']} lies over coverage by {overlap(at, where):.2g} square degrees"


def nested(coverage):
    """sure ⊆ nominal ⊆ possible"""
    by = {(row["service"], row["certainty"]): at for row, at in coverage}
    for service in {service for service, _ in by}:
        for inner, outer in (("sure", "nominal"), ("nominal", "possible")):
            if (service, inner) in by and (service, outer) in by:
                beyond = by[service, inner].buffer(0).difference(by[service, outer].buffer(0)).area
                if beyond > STRIP * by[service, outer].length:
                    yield f"{service}: what is {inner} lies beyond what is {outer} by {beyond:.2g} square degrees"


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        for folder, suffix in (("shapefile", "shp"), ("geojson", "geojson"), ("flatgeobuf", "fgb")):
            paths = sorted((study / "out" / folder).glob(f"*.{suffix}"))
            check(f"{study.name}, shapely: every geometry of {suffix} is valid", invalid(paths))
        for folder, suffix in (("shapefile", "shp"), ("geojson", "geojson")):
            gaps, coverage = (read(study / "out" / folder / f"{layer}.{suffix}") for layer in ("gaps", "coverage"))
            check(f"{study.name}, shapely: holes of {suffix} do not overlap", over_each_other(gaps))
            check(f"{study.name}, shapely: no hole of {suffix} lies over coverage", over_coverage(gaps, coverage))
            check(f"{study.name}, shapely: coverage of {suffix} is nested", nested(coverage))


if __name__ == "__main__":
    main()

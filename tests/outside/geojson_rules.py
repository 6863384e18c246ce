"""RFC 7946, read again and written down as rules; each rule is first shown a file that breaks it."""
import json
import pathlib
import re
import sys

from said import check

DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


def at_depth(coordinates, depth):
    """The parts `depth` levels down."""
    if depth == 0:
        return [coordinates]
    return [part for inner in coordinates for part in at_depth(inner, depth - 1)]


def turning(ring):
    """Twice the signed area: above 0 when anticlockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1, *_), (x2, y2, *_) in zip(ring, ring[1:]))


def of_ring(ring, outer):
    if len(ring) < 4:
        yield "a ring has fewer than four positions (3.1.6)"
    elif ring[0] != ring[-1]:
        yield "a ring is not closed (3.1.6)"
    elif (turning(ring) > 0) != outer:
        yield f"an {'outer' if outer else 'inner'} ring turns the wrong way (3.1.6)"


def of_geometry(geometry):
    kind = geometry.get("type")
    if kind not in DEPTH:
        yield f"{kind!r} is no kind of geometry we write (3.1)"
        return
    for x, y, *more in at_depth(geometry["coordinates"], DEPTH[kind]):
        if not (-180 <= x <= 180 and -90 <= y <= 90):
            yield f"{x}, {y} is no longitude and latitude (4)"
        if more:
            yield "a position has a height, which we do not know (3.1.1)"
    if kind in ("LineString", "MultiLineString"):
        yield from ("a line has fewer than two positions (3.1.4)" for line in at_depth(geometry["coordinates"], DEPTH[kind] - 1) if len(line) < 2)
    if "Polygon" in kind:
        for polygon in at_depth(geometry["coordinates"], DEPTH[kind] - 2):
            for i, ring in enumerate(polygon):
                yield from of_ring(ring, i == 0)


def of_feature(feature):
    if feature.get("type") != "Feature":
        yield f"a member of features is a {feature.get('type')} (3.2)"
    yield from (f"a feature has no member {name} (3.2)" for name in ("geometry", "properties") if name not in feature)
    if {"coordinates", "geometries", "features"} & set(feature):
        yield "a feature has members of another type (7.1)"
    if "id" in feature and (isinstance(feature["id"], bool) or not isinstance(feature["id"], (str, int, float))):
        yield "an id is neither text nor number (3.2)"
    if not isinstance(feature.get("properties"), (dict, type(None))):
        yield "properties are no object (3.2)"
    if feature.get("geometry"):
        yield from of_geometry(feature["geometry"])


def no_doubles(pairs):
    if len({name for name, _ in pairs}) < len(pairs):
        raise ValueError(f"a name stands twice among {[name for name, _ in pairs]}")
    return dict(pairs)


def not_a_number(word):
    raise ValueError(f"{word} is no JSON number")


def rules(data):
    if data.startswith(b"\xef\xbb\xbf"):
        yield "begins with a byte order mark (RFC 8259, 8.1)"
    try:
        text = data.decode("utf-8")
        document = json.loads(text, object_pairs_hook=no_doubles, parse_constant=not_a_number)
    except ValueError as error:
        yield error
        return
    if document.get("type") != "FeatureCollection" or not isinstance(document.get("features"), list):
        yield "is no FeatureCollection (3.3)"
        return
    if "crs" in document:
        yield "names a crs (4)"
    if {"coordinates", "geometry", "properties"} & set(document):
        yield "has members of another type (7.1)"
    for shapes in re.findall(r'"coordinates":\s*(\[[\d\s\[\],.eE+-]*\])', text):
        yield from (f"more than 7 decimals: {number} (11.2)" for number in re.findall(r"\d\.\d{8,}|\d[eE]", shapes)[:1])
    ids = [feature["id"] for feature in document["features"] if "id" in feature]
    if len(set(map(str, ids))) < len(ids):
        yield "an id stands twice"
    for feature in document["features"]:
        yield from of_feature(feature)


def collection(geometry, **more):
    return json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": geometry}], **more}).encode()


SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
GOOD = collection({"type": "Polygon", "coordinates": [SQUARE, [[0.2, 0.2], [0.2, 0.4], [0.4, 0.4], [0.2, 0.2]]]})
BROKEN = {
    "clockwise": collection({"type": "Polygon", "coordinates": [SQUARE[::-1]]}),
    "open": collection({"type": "Polygon", "coordinates": [SQUARE[:-1]]}),
    "projected": collection({"type": "Point", "coordinates": [652000, 6862000]}),
    "eight decimals": collection({"type": "Point", "coordinates": [0.12345678, 1]}),
    "crs": collection(None, crs={}),
    "not a number": GOOD.replace(b"0.2", b"NaN", 1),
    "Latin-1": collection(None, name="x").replace(b"x", b"\xe9"),
}


def main():
    blind = [f"{name} was not seen" for name, data in BROKEN.items() if not list(rules(data))]
    check("RFC 7946: what breaks a rule is seen", blind + list(rules(GOOD)))
    for study in map(pathlib.Path, sys.argv[1:]):
        paths = sorted((study / "out" / "geojson").glob("*.geojson"))
        problems = (f"{path.name} {problem}" for path in paths for problem in rules(path.read_bytes()))
        check(f"{study.name}, {len(paths)} GeoJSON files follow RFC 7946", problems if paths else ["there are none"])


if __name__ == "__main__":
    main()

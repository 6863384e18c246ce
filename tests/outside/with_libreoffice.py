"""LibreOffice, headless, opens workbooks and CSV, in English and as a French machine has it, and tells what it understood.

What it understood is read from the OpenDocument it saves: there every cell says whether it is text, a number, a date or a formula.
"""
import pathlib
import re
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

from said import check
from store import Store

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""


# What its dialogue proposes for our CSV once it has seen the byte order mark: commas, quotes, UTF-8, the machine's own numbers.
CSV = "--infilter=CSV:44,34,76,1,,{}"
LOCALES = {"en-US": 1033, "fr-FR": 1036}


def convert(paths, folder, locale):
    """Without a window there is no dialogue: what it proposes must be said."""
    profile = folder / f"office-{locale}"
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.parent.mkdir(parents=True)
        settings.write_text(LOCALE.format(locale), encoding="utf-8")
    to = folder / f"opened-{locale}"
    how = [CSV.format(LOCALES[locale])] if paths[0].suffix == ".csv" else []
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile.resolve()}", "--headless", *how, "--convert-to", "fods", "--outdir", str(to)]
                   + [str(path) for path in paths], check=True, capture_output=True, timeout=300)
    return to


def cell(element):
    """Its value as Python has it; formulas say so."""
    kind = element.get(OFFICE + "value-type")
    if element.get(TABLE + "formula"):
        return ("formula", element.get(TABLE + "formula"))
    if kind in ("float", "percentage", "currency"):
        return float(element.get(OFFICE + "value"))
    if kind == "date":
        return ("date", element.get(OFFICE + "date-value"))
    if kind is None:
        return None
    if kind != "string":
        return (kind, "".join(element.itertext()))
    return "\n".join("".join(written(p)) for p in element.findall(TEXT + "p"))


def written(element):
    """OpenDocument packs runs of spaces and tabs into elements."""
    yield element.text or ""
    for part in element:
        if part.tag == TEXT + "s":
            yield " " * int(part.get(TEXT + "c", "1"))
        elif part.tag == TEXT + "tab":
            yield "\t"
        elif part.tag == TEXT + "line-break":
            yield "\n"
        else:
            yield from written(part)
        yield part.tail or ""


def sheets(path):
    """Rows of each sheet, the empty tail of each cut off."""
    found = {}
    for sheet in ElementTree.parse(path).iter(TABLE + "table"):
        rows = []
        for line in sheet.iter(TABLE + "table-row"):
            row = []
            for element in line:
                if element.tag in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    times = int(element.get(TABLE + "number-columns-repeated", "1"))
                    row += [cell(element)] * min(times, 200)
            if any(value is not None for value in row):
                rows.append(row)
        found[sheet.get(TABLE + "name")] = rows
    return found


def expected(value):
    """Whole dates are dates, as long as Excel knows their century; other texts stay texts."""
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str) and re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", value):
        return ("date", value)
    return value or None


def same(wanted, found):
    if isinstance(wanted, float) and isinstance(found, float):
        return abs(wanted - found) <= 1e-11 * max(1, abs(wanted))
    return wanted == found


def workbook(store, path):
    for name, (header, *rows) in sheets(path).items():
        table = store.table(name)
        if len(rows) != len(table.rows):
            yield f"{name}: {len(rows)} rows for {len(table.rows)}"
            continue
        if header[:len(table.columns)] != table.columns:
            yield f"{name}: columns {header}"
        for row, found in zip(table.rows, rows):
            found = found + [None] * len(table.columns)
            yield from (f"{name}.{c}: {found[i]!r} for {row[c]!r}" for i, c in enumerate(table.columns) if not same(expected(row[c]), found[i]))


def parts(path):
    """What LibreOffice does not tell: the frozen header, and that there is no formula whatever."""
    with zipfile.ZipFile(path) as book:
        names = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        for name in names:
            sheet = ElementTree.fromstring(book.read(name))
            pane = sheet.find(f"{SHEET}sheetViews/{SHEET}sheetView/{SHEET}pane")
            if pane is None or pane.get("state") != "frozen" or pane.get("ySplit") != "1":
                yield f"{name}: its header is not frozen"
            if sheet.find(f".//{SHEET}f") is not None:
                yield f"{name}: holds a formula"
        yield from (f"{name} has no place in our workbooks" for name in book.namelist() if "externalLink" in name or "vba" in name.lower())
        if not names:
            yield "there are no sheets"


def csv_letters(store, folder, opened):
    """One column a field and every name letter for letter, an apostrophe before what would be reckoned."""
    for path in sorted(folder.glob("*.csv")):
        table = store.table(path.stem)
        header, *rows = next(iter(sheets(opened / f"{path.stem}.fods").values()))
        if header[:len(table.columns)] != table.columns:
            yield f"{path.name}: {len(header)} column(s) for {len(table.columns)}"
            continue
        if len(rows) != len(table.rows):
            yield f"{path.name}: {len(rows)} rows for {len(table.rows)}"
        for row, found in zip(table.rows, rows):
            yield from (f"{path.name}: {value!r} is reckoned" for value in found if isinstance(value, tuple) and value[0] == "formula")
            for i, c in enumerate(table.columns):
                # A name of figures is one for a spreadsheet: no CSV can say otherwise.
                if isinstance(row[c], str) and isinstance(found[i], str) and found[i].lstrip("'") != row[c]:
                    yield f"{path.name}.{c}: {found[i]!r} for {row[c]!r}"


def csv_numbers(store, folder, opened):
    for path in sorted(folder.glob("*.csv")):
        table = store.table(path.stem)
        _, *rows = next(iter(sheets(opened / f"{path.stem}.fods").values()))
        for row, found in zip(table.rows, rows):
            for c, value in zip(table.columns, found):
                if isinstance(row[c], (int, float)) and not same(float(row[c]), value):
                    yield row[c], value, f"{path.stem}.{c}: {value!r} for {row[c]!r}"


def french(strange):
    """Where the decimal sign is a comma, 2.5 of a CSV is a text: a limit of the format, told in the README. None may become a date."""
    for number, value, problem in strange:
        if isinstance(number, int) or not isinstance(value, str) or float(value) != number:
            yield problem


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        store, out = Store(study / "store.gpkg"), study / "out"
        check(f"{study.name}, xlsx: headers are frozen, nothing is a formula", parts(out / "layers.xlsx"))
        for locale in LOCALES:
            opened = convert([out / "layers.xlsx"], study, locale)
            convert(sorted((out / "csv").glob("*.csv")), study, locale)
            check(f"{study.name}, LibreOffice {locale}, xlsx: every cell is the store's, as text, number or date", workbook(store, opened / "layers.fods"))
            check(f"{study.name}, LibreOffice {locale}, csv: columns, letters, nothing reckoned", csv_letters(store, out / "csv", opened))
            strange = csv_numbers(store, out / "csv", opened)
            if locale == "fr-FR":
                check(f"{study.name}, LibreOffice fr-FR, csv: whole numbers are numbers, decimals are text as they stand", french(strange))
            else:
                check(f"{study.name}, LibreOffice {locale}, csv: numbers are numbers", (problem for *_, problem in strange))


if __name__ == "__main__":
    main()

"""No private value, nor the folder where the study lies, stands in any byte of what leaves; archives, databases and pages are opened."""
import html
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import zipfile

from make_study import SECRETS
from said import check


def texts(path):
    """All a file says, in every way it may say it."""
    data = path.read_bytes()
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-le", "replace")
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (html.unescape(archive.read(name).decode("utf-8", "replace")) for name in archive.namelist())
    elif data.startswith(b"SQLite format 3"):
        # A long value is cut into pages of the file; as a value it is whole.
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'rtree%'").fetchall():
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                yield "\n".join(str(value) for value in row if isinstance(value, str))
    elif data.startswith(b"%PDF"):
        yield subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
        yield subprocess.run(["pdfinfo", str(path)], capture_output=True, check=True).stdout.decode()
    elif path.suffix in (".html", ".svg", ".kml"):
        yield html.unescape(data.decode("utf-8", "replace"))
        yield re.sub(r"<[^>]*>", "", html.unescape(data.decode("utf-8", "replace")))


def told(path, secrets):
    said = list(texts(path))
    return [secret for secret in secrets if any(secret in text for text in said)]


def main():
    for study in map(pathlib.Path, sys.argv[1:]):
        # The way to it, but for what any machine has.
        where = [str(study.resolve().parent), os.path.expanduser("~/")] if os.path.expanduser("~") != "/root" else [str(study.resolve().parent)]
        secrets = SECRETS + where
        known = set(told(study / "store.gpkg", SECRETS))
        check(f"{study.name}: the store has what must not leave, so the search finds it", [f"{s} is not found" for s in SECRETS if s not in known])
        files = [path for path in sorted((study / "out").rglob("*")) if path.is_file()]
        problems = (f"{path.relative_to(study)} says {secret}" for path in files for secret in told(path, secrets))
        check(f"{study.name}: none of {len(files)} files tells a private value or where the study lies", problems if files else ["there are none"])


if __name__ == "__main__":
    main()

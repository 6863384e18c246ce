"""What every reader here says: one line for each thing checked."""


def one_line(text):
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in str(text))[:400]


def until_it_stops(problems):
    """A reader that cannot go on is a problem too, not the end of all checks."""
    try:
        yield from problems
    except Exception as error:  # whatever the reader's library throws
        yield f"{type(error).__name__}: {error}"


def check(what, problems=()):
    """`ok WHAT`, or `FAILED WHAT: why` with the first of the problems."""
    problems = [one_line(problem) for problem in until_it_stops(problems)]
    if not problems:
        print(f"ok {what}", flush=True)
        return
    more = f" (and {len(problems) - 3} more)" if len(problems) > 3 else ""
    print(f"FAILED {what}: " + " | ".join(problems[:3]) + more, flush=True)


def skip(what, why):
    print(f"skipped {what}: {why}", flush=True)

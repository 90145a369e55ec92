"""Atheris on a target: `python -m tests.fuzz.run codec|reader [libFuzzer's options] [FOLDER...]`.

New inputs that reach new code go into the first folder; the seeds beside this file are read in any case.
"""

import sys

import atheris


def main(name: str, options: list[str]) -> None:
    """Run until the options say stop; an exception ends it with the input in a file."""
    with atheris.instrument_imports(include=["figurewatch"]):
        from .targets import SEEDS, TARGETS  # noqa: PLC0415 - imports are what is instrumented

    atheris.Setup([sys.argv[0], *options, str(SEEDS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

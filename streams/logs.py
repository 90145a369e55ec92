"""Logs on standard error: one event a line, for people or as JSON, ids as fields, repeats held back.

Above debug no event holds words of an article: it names ids and places, and the dead letters hold the rest.
"""

import logging
import sys
import time
import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, TextIO

import msgspec
from kafka.errors import Cancelled

from ..agents.ports import RowError
from .hostile import safe, safe_json, safe_lines

Format = Literal["console", "json"]
Level = Literal["debug", "info", "warning", "error"]

SAME_AT_MOST, SAME_SECONDS = 5, 60.0
"""Events of one kind that are written in such a time; the next one says how many were held back."""
KINDS_REMEMBERED = 1000

WORDLESS = ("kafka", "aiokafka", "faust", "mode")
"""Packages whose exceptions speak of Kafka and never of an article."""

_BUILT_IN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_encoder = msgspec.json.Encoder(enc_hook=str)


def start(form: Format, level: Level, *, stream: TextIO | None = None, **fields: str) -> None:
    """Log to standard error from now on; `fields` are put into every event. Libraries speak from warnings on."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Json(fields) if form == "json" else _Console(fields))
    handler.addFilter(_is_news)
    handler.addFilter(Repeats())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("figurewatch").setLevel(level.upper())


def _is_news(record: logging.LogRecord) -> bool:
    """Not what kafka-python calls an error: its own request, cancelled when its client closes."""
    given = record.args if isinstance(record.args, tuple) else ()
    return not (record.name.startswith("kafka.") and any(isinstance(each, Cancelled) for each in given))


class Repeats(logging.Filter):
    """Lets the first few warnings and errors of a kind through; a kind is a place in the code that logs."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives monotonic seconds."""
        super().__init__()
        self._clock = clock
        self._seen: OrderedDict[tuple[str, int], tuple[float, int]] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to write it; one that follows such as were held back says how many, as `held_back`."""
        if record.levelno not in (logging.WARNING, logging.ERROR):
            return True
        kind, now = (record.pathname, record.lineno), self._clock()
        since, count = self._seen.pop(kind, (now, 0))
        if now - since > SAME_SECONDS:
            if count > SAME_AT_MOST:
                record.held_back = count - SAME_AT_MOST
            since, count = now, 0
        self._seen[kind] = (since, count + 1)
        if len(self._seen) > KINDS_REMEMBERED:
            self._seen.popitem(last=False)
        return count < SAME_AT_MOST


class _Json(logging.Formatter):
    """One JSON object a line."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__()
        self._fields = fields

    def format(self, record: logging.LogRecord) -> str:
        event = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **self._fields,
            **_extras(record),
        }
        if record.exc_info and record.exc_info[1]:
            event["exception"] = _trace(record.exc_info[1])
        return safe_json(_encoder.encode(event)).decode()


class _Console(logging.Formatter):
    """One line for people; a stack trace follows on lines of its own, indented."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__()
        self._fields = fields

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(sep=" ", timespec="milliseconds")
        fields = "".join(f" {name}={safe(str(value))}" for name, value in {**self._fields, **_extras(record)}.items())
        message = " / ".join(part.strip() for part in safe_lines(record.getMessage()).splitlines())
        text = f"{moment[:-6]} {record.levelname.lower()} {record.name}: {message}{fields}"
        if record.exc_info and record.exc_info[1]:
            trace = safe_lines(_trace(record.exc_info[1]))
            text += "\n" + "\n".join(f"    {part}" for part in trace.splitlines())
        return text


def _trace(error: BaseException) -> str:
    """The stacks of an exception and of those behind it, the first one last."""
    parts = []
    behind: BaseException | None = error
    while behind is not None:
        parts.append("".join(traceback.format_tb(behind.__traceback__)) + _named(behind))
        behind = behind.__cause__ or (None if behind.__suppress_context__ else behind.__context__)
    return "\nbecause of\n".join(parts)


def _named(error: BaseException) -> str:
    kind = type(error)
    wordless = isinstance(error, OSError | RowError) or kind.__module__.partition(".")[0] in WORDLESS
    if wordless or logging.getLogger("figurewatch").isEnabledFor(logging.DEBUG):
        return f"{kind.__name__}: {error}"
    return f"{kind.__name__} (what it says may hold words of an article; FIGUREWATCH_LOG_LEVEL=debug tells it)"


def _extras(record: logging.LogRecord) -> dict[str, Any]:
    """What was given as `extra`."""
    return {name: value for name, value in record.__dict__.items() if name not in _BUILT_IN}

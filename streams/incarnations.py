"""Topics deleted and made anew under the tables: a clear stop, for the tables' offsets mean nothing on the new ones.

Gone on with, the first records of the new topic would be taken for replays of old ones, and dropped. Which topics a
table was made from is kept beside it, by Kafka's ids.
"""

import logging
import threading
from pathlib import Path

import msgspec
from kafka.errors import KafkaError

from . import fatal, topics
from .settings import Settings
from .stages import SOURCES, Stage
from .topics import NoKafkaError, TopicError

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0
TWICE = 2
"""A broker that has just come up may not know all topics yet: only what is seen so often in a row counts."""


def seen_only(settings: Settings, stage: Stage) -> list[str]:
    """What a table has offsets of though its stage does not read it: register's rows say which article they are of."""
    return [settings.topic("articles")] if stage == "register" else []


def check(settings: Settings, stage: Stage) -> None:
    """See that the topics of a stage's table are those of the last time; remember them when there was none.

    Raises:
        TopicError: one was deleted and made anew, or what is known of them is damaged; says what to do.
        KafkaError: Kafka does not answer.
    """
    now, path = topics.ids(settings, _of_table(settings, stage)), settings.data_dir / f"{stage}-topics"
    known = _known(path)
    if other := _others(known, now):
        raise TopicError("\n".join(_told(name, stage) for name in other))
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_bytes(msgspec.json.encode({**known, **now}))
    new.replace(path)


def _known(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except msgspec.DecodeError as error:
        raise TopicError(f"{path} is damaged ({error}); remove it when no topic was made anew meanwhile") from error


def _of_table(settings: Settings, stage: Stage) -> list[str]:
    """The topics whose offsets stand in a stage's table."""
    if stage == "extract":
        return []
    source = [settings.topic(SOURCES[stage])] if stage == "compare" else []
    return [topics.changelog(settings, stage), *source, *seen_only(settings, stage)]


def _others(known: dict[str, str], now: dict[str, str]) -> list[str]:
    return sorted(name for name in known if now.get(name, known[name]) != known[name])


def _told(name: str, stage: Stage) -> str:
    return (
        f"topic {name} was deleted and made anew, and the table of {stage} has offsets of the old one. Make a new "
        "installation: type figurewatch state export > tables.jsonl, name another FIGUREWATCH_PREFIX, and type "
        "figurewatch topics create, then figurewatch state import tables.jsonl"
    )


class Watch:
    """Looks at a stage's topics again and again; one that is gone, made anew or re-partitioned ends the process."""

    def __init__(self, settings: Settings, stage: Stage) -> None:
        """Looks for the first time.

        Raises:
            KafkaError: Kafka does not answer.
        """
        self._settings = settings
        self._stage = stage
        self._names = [settings.topic(SOURCES[stage]), *_of_table(settings, stage)]
        self._ids = topics.ids(settings, self._names)
        self._stopped = threading.Event()

    def start(self) -> None:
        """Look from now on, in a thread."""
        threading.Thread(target=self._run, name="topics", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def _run(self) -> None:
        seen: list[str] = []
        while not self._stopped.wait(EVERY_SECONDS):
            trouble = self._trouble()
            seen = [*seen, trouble] if trouble else []
            if len(seen) == TWICE:
                fatal.end("%s", trouble)

    def _trouble(self) -> str | None:
        try:
            topics.check(self._settings, self._stage)
            other = _others(self._ids, topics.ids(self._settings, self._names))
        except (NoKafkaError, KafkaError, OSError) as error:
            log.debug("Kafka does not tell of the topics: %s", error)
            return None
        except TopicError as error:
            return str(error)
        return f"topic {other[0]} was deleted and made anew" if other else None

"""Polling the addresses of feeds: each is asked only for what is new, and of a feed only the new entries are fed.

A feed shows its last entries again and again; without this, each would be read as often as the feed changes.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ..schemas.article import Article
from ..schemas.keys import article_digest
from .syndication import Said, entries_of, fetched


class PollingError(Exception):
    """What is kept of earlier rounds cannot be read or written."""


class _Last(msgspec.Struct, frozen=True):
    """The last answer of an address."""

    said: Said = Said()
    entries: dict[str, str] = {}
    """The digest of each entry's words, by its id."""


class Addresses:
    """What addresses gave last, in memory and, where a file is named, over restarts.

    An answer counts once `keep` is called, when Kafka has all that was in it; until then it is asked for again.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Goes on where the file ends; one that is missing is begun.

        Raises:
            PollingError: the file cannot be read.
        """
        self._path = path
        self._kept: dict[str, _Last] = {}
        self._given: dict[str, _Last] = {}
        if path is not None and path.exists():
            try:
                self._kept = msgspec.json.decode(path.read_bytes(), type=dict[str, _Last])
            except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
                raise PollingError(f"{path}: {error}") from None

    def news(self, address: str) -> Iterator[Article]:
        """The entries that the last answer did not have, or had with other words.

        Raises:
            FeedError: it does not answer, or not with a feed.
        """
        last = self._kept.get(address, _Last())
        answer = fetched(address, last.said)
        if answer is None:
            return
        found = list(entries_of(answer.body))
        now = {each.id: article_digest(title=each.title, text=each.text) for each in found}
        self._given[address] = _Last(answer.said, now)
        yield from (each for each in found if last.entries.get(each.id) != now[each.id])

    def keep(self) -> None:
        """Kafka has all that was given.

        Raises:
            PollingError: the file cannot be written.
        """
        if not self._given:
            return
        self._kept |= self._given
        self._given = {}
        if self._path is not None:
            self._write(self._path)

    def _write(self, path: Path) -> None:
        """In one step: a process that is killed leaves the old file or the new one."""
        beside = path.with_name(path.name + ".new")
        try:
            beside.write_bytes(msgspec.json.encode(self._kept))
            os.replace(beside, path)
        except OSError as error:
            raise PollingError(f"{path}: {error.strerror}") from None

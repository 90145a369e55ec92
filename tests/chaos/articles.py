"""What is fed: real articles, as often as wanted, each time under a new id."""

import json
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

from figurewatch.schemas.codec import encode
from figurewatch.streams.demo import demo_files
from figurewatch.streams.sources import RawItem, articles


def plenty(number: int, folder: Path | None = None) -> list[RawItem]:
    """So many articles, of the demo's or of all JSON lines in a folder; one without a date gets one that stays."""
    files = sorted(map(str, folder.glob("*.jsonl"))) if folder else demo_files()
    return list(islice(_editions(files), number))


def _editions(files: list[str]) -> Iterator[RawItem]:
    originals = [json.loads(encode(article)) for article in articles(files, complain=lambda _: None)]
    for edition in count():
        for original in originals:
            name = f"{original['id']}-{edition}"
            article = {**original, "id": name, "published_at": original["published_at"] or "2024-10-24T00:00:00Z"}
            yield RawItem(key=name.encode(), value=json.dumps(article).encode(), where=name)

"""How fast compare's judging is with 10,000, 100,000 and 1,000,000 claims remembered: one core, no Kafka.

What is remembered are copies of the real streams, all brought into one year. Each copy has another shift of all its
dates, all copies together within one more year, and its countries, places, names and topic words swapped among those
of the streams by a seeded shuffle, so that postings grow as they do in life; quotes and figures stay. One more copy is
then judged record by record. Remembered rows are taken over as after a restart, not judged, then found and frozen as
compare does; nothing is forgotten; the language data are loaded before. Without evaluation data the demo serves.
"""

import argparse
import gc
import os
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import msgspec
from speed import MOMENT, say

from figurewatch.agents.compare import SET_ASIDE_EVERY, row_key, set_aside
from figurewatch.agents.judging.forgetting import Limits
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.models import DEFAULT_MODELS
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.registering import register
from figurewatch.schemas.claim import AsOf, Claim, ClaimRecord, Story
from figurewatch.schemas.row import Row, pack
from figurewatch.streams.replay import readings
from figurewatch.streams.sources import articles

SIZES = (10_000, 100_000, 1_000_000)
YEAR = 365.0
SIGNATURE_DIGITS = 8
KEEP_ALL = Limits(claims=sys.maxsize, untouched=False)


def main() -> None:
    """Print one line a size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, default=os.environ.get("FIGUREWATCH_EVAL"))
    options.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    given = options.parse_args()
    report(Path(given.eval) if given.eval else None, given.sizes)


def report(folder: Path | None, sizes: tuple[int, ...] = SIZES) -> None:
    """Rate, 99th percentile, bytes a claim in its row, memory a claim."""
    records = originals(folder)
    claims = sum(len(record.claims) for record in records)
    say(f"\njudging, one core, no Kafka: copies of {claims} claims in {len(records)} records")
    warming = Memory(KEEP_ALL)
    for offset, record in enumerate(records):
        judge(warming, record, offset=offset, key=row_key(record))
    for size in sizes:
        say(line(records, size))
    say(f"one tracked figure of 20,000 claims: {crowded(records)}")


def originals(folder: Path | None) -> list[ClaimRecord]:
    """The records of claims that register sends for the streams' articles."""
    demo = files("figurewatch.streams.demo_data")
    sources = sorted((folder / "streams").glob("*.jsonl")) if folder else [Path(str(demo / "wikinews-en.jsonl"))]
    wanted = list(articles([str(source) for source in sources], complain=say))
    read = readings(wanted, reader=Reader(models=DEFAULT_MODELS), received_at=MOMENT, complain=say)
    return [into_one_year(record) for reading in read for record in register(None, reading).records]


def into_one_year(record: ClaimRecord) -> ClaimRecord:
    """The record with all its dates in the year of the bench, so that all that is remembered is of one time."""
    first = min((claim.published_at for claim in record.claims), default=MOMENT)
    days = YEAR * (MOMENT.year - first.year)
    return msgspec.structs.replace(record, claims=tuple(later(claim, days) for claim in record.claims))


def later(claim: Claim, days: float) -> Claim:
    """The claim at another time."""
    shift, as_of = timedelta(days=days), claim.as_of
    moved = AsOf(start=as_of.start + shift, end=as_of.end + shift, accuracy=as_of.accuracy) if as_of else None
    return msgspec.structs.replace(claim, published_at=claim.published_at + shift, as_of=moved)


def line(records: list[ClaimRecord], size: int) -> str:
    """One size, measured."""
    claims = sum(len(record.claims) for record in records)
    copies = max(1, round(size / claims))
    memory, written, held = Memory(KEEP_ALL), 0, 0
    before = resident()
    for copy in range(copies):
        for record in copied(records, copy, shift=YEAR * copy / copies):
            if held < size:
                row = Row(record=record, offset=0)
                memory.restore(row_key(record), row)
                held += len(record.claims)
    memory.settle()
    set_aside()
    ram = resident() - before
    fresh = list(copied(records, copies, shift=YEAR / 2))
    times = []
    for offset, record in enumerate(fresh):
        began = time.process_time()
        judged = judge(memory, record, offset=offset, key=row_key(record))
        times.append(time.process_time() - began)
        written += len(pack(judged.row))
    gc.unfreeze()
    times.sort()
    worst = 1000 * times[int(0.99 * len(times))]
    return (
        f"  {held:9,} remembered: {claims / sum(times):6,.0f} claims/s, p99 {worst:5.1f} ms a record; "
        f"{written / claims:5.0f} bytes of row and {ram / held:6,.0f} bytes of RAM a claim"
    )


def crowded(records: list[ClaimRecord]) -> str:
    """One toll told 20,000 times: the rate over the last thousand."""
    record = next(one for one in records if one.claims and one.claims[0].cumulative)
    memory, times = Memory(), []
    for number in range(20_000):
        one = one_of_many(record, number)
        began = time.process_time()
        judge(memory, one, offset=number, key=row_key(one))
        if number % SET_ASIDE_EVERY == 0:
            set_aside()
        times.append(time.process_time() - began)
    gc.unfreeze()
    return f"{1000 / sum(times[-1000:]):,.0f} claims/s at its end, {memory.figure_count} figure(s)"


def one_of_many(record: ClaimRecord, number: int) -> ClaimRecord:
    """The first claim of a record, printed once more by another outlet a little later, a little higher."""
    claim = record.claims[0]
    figure = msgspec.structs.replace(claim.figure, low=Decimal(1000 + number), high=Decimal(1000 + number))
    moment = claim.published_at + timedelta(minutes=number)
    one = msgspec.structs.replace(
        claim,
        claim_id=f"c{number}",
        article_id=f"a{number}",
        source=f"outlet {number % 500}",
        figure=figure,
        published_at=moment,
        as_of=None,
    )
    story = msgspec.structs.replace(record.story, signature=other_signature(record.story.signature, number))
    return msgspec.structs.replace(record, article_id=f"a{number}", story=story, claims=(one,))


def copied(records: list[ClaimRecord], copy: int, shift: float) -> Iterator[ClaimRecord]:
    """The streams once more, at another time and about other places, people and topics."""
    if copy == 0:
        yield from records
        return
    swapped = swap(records, copy)
    for record in records:
        story = other_story(record.story, swapped, copy, shift)
        claims = tuple(other_claim(claim, swapped, copy, shift) for claim in record.claims)
        yield msgspec.structs.replace(record, article_id=f"{record.article_id}-{copy}", story=story, claims=claims)


def swap(records: list[ClaimRecord], copy: int) -> dict[str, str]:
    """A seeded shuffle of refs, names and words, each kind among its own; a word that is a name goes with the names."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for ref in (*record.story.refs, *(claim.place for claim in record.claims if claim.place)):
            kinds[ref.partition(":")[0]].add(ref)
        kinds["words"].update(record.story.words)
        kinds["names"].update(record.story.names)
    kinds["words"] -= kinds["names"]
    swapped: dict[str, str] = {}
    for names in kinds.values():
        old = sorted(names)
        new = list(old)
        random.Random(copy).shuffle(new)
        swapped |= dict(zip(old, new, strict=True))
    return swapped


def other_story(story: Story, swapped: dict[str, str], copy: int, shift: float) -> Story:
    """A story with its names swapped; its text is no copy of the first's."""
    return msgspec.structs.replace(
        story,
        refs=tuple(swapped[ref] for ref in story.refs),
        places=tuple(swapped.get(ref, ref) for ref in story.places),
        dates=tuple(f"{date[:8]}{(int(date[8:10]) + int(shift)) % 28 + 1:02d}" for date in story.dates),
        words=tuple(swapped[word] for word in story.words),
        names=tuple(swapped[name] for name in story.names),
        signature=other_signature(story.signature, copy),
    )


def other_signature(signature: str, copy: int) -> str:
    """As of another text."""
    digits = range(0, len(signature), SIGNATURE_DIGITS)
    return "".join(
        f"{int(signature[place : place + SIGNATURE_DIGITS], 16) ^ (copy + place):08x}"[-SIGNATURE_DIGITS:]
        for place in digits
    )


def other_claim(claim: Claim, swapped: dict[str, str], copy: int, shift: float) -> Claim:
    """A claim of another time and place."""
    return msgspec.structs.replace(
        later(claim, shift),
        claim_id=f"{claim.claim_id}-{copy}",
        article_id=f"{claim.article_id}-{copy}",
        place=swapped[claim.place] if claim.place else None,
    )


def resident() -> int:
    """Bytes of memory that this process has now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    main()

"""Articles in, alerts out, on a real Kafka with the real workers."""

import json
import os
import signal
from pathlib import Path

import pytest

from figurewatch.schemas.article import MAX_RECORD_BYTES
from figurewatch.streams.dead_letters import lying, retry
from figurewatch.streams.feed import withdraw
from figurewatch.streams.settings import Settings
from figurewatch.streams.state import remembered
from figurewatch.streams.supervisor import Supervisor

from .helpers import PATIENCE, alerts, claim_records, claims, eventually, readings, send, send_raw, settled

pytestmark = pytest.mark.kafka

POLICE = {
    "id": "police",
    "text": "Flooding hit the town of Derna in Libya on Monday. Police said 150 people were killed in the flood.",
    "source": "Morning Post",
    "lang": "en",
    "published_at": "2023-09-12T08:00:00Z",
}
RED_CROSS = {
    "id": "red-cross",
    "text": "Flooding hit the town of Derna in Libya on Monday. The Red Cross said 80 people were killed in the flood.",
    "source": "Evening News",
    "lang": "en",
    "published_at": "2023-09-12T08:30:00Z",
}


def test_two_sources_that_clash_are_alerted_with_both_quotes(settings: Settings, workers: Supervisor) -> None:
    send(settings, POLICE, RED_CROSS)
    assert eventually(lambda: any(alert.relation == "contradicted" for alert in alerts(settings))), workers.log_tails()
    alert = next(alert for alert in alerts(settings) if alert.relation == "contradicted")
    texts = {article["id"]: article["text"] for article in (POLICE, RED_CROSS)}
    for claim in (alert.claim, *alert.against):
        assert texts[claim.article_id][claim.quote_start : claim.quote_end] == claim.quote
        assert texts[claim.article_id][claim.start : claim.end] == claim.figure.text
    assert {alert.claim.figure.low, alert.against[0].figure.low} == {150, 80}

    # fed again: other offsets, the same words, nothing new
    before = [alert.alert_id for alert in alerts(settings)]
    send(settings, POLICE, RED_CROSS)
    assert eventually(lambda: len(readings(settings)) == 4)
    settled(settings)
    assert [alert.alert_id for alert in alerts(settings)] == before


def test_a_changed_figure_is_revised_and_a_null_record_withdraws(settings: Settings, workers: Supervisor) -> None:
    send(settings, POLICE)
    assert eventually(lambda: len(claims(settings)) == 1), workers.log_tails()
    send(settings, {**POLICE, "text": POLICE["text"].replace("150", "190")})
    assert eventually(lambda: any(alert.relation == "revised" for alert in alerts(settings))), workers.log_tails()
    assert eventually(lambda: _best(settings) == [190])
    withdraw(settings, "police")
    assert eventually(lambda: _best(settings) == []), workers.log_tails()
    assert any(alert.type == "cancel" for alert in alerts(settings))


def _best(settings: Settings) -> list[int]:
    return [int(figure.best or 0) for figure, _ in remembered(settings).tracked_figures()]


GOOD = [
    {"id": f"good-{number}", "text": f"Police said {number + 20} people were arrested in Lyon.", "lang": "en"}
    for number in range(6)
]
BAD = [
    b'{"id":"cut","text":"half an art',
    b'{"id":"numb","text":17}',
    b'{"id":"textless","title":"no text"}',
    b'{"id":"inf","text":1e400}',
    b'{"id":"nan","text":NaN}',
    b'{"id":"surrogate","text":"\\ud800 alone"}',
    b'{"id":"","text":"no id"}',
    b'{"id":"deep","text":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    b"\xff\xfe not utf-8",
    b"[1, 2, 3]",
    b"",
]
ODD = [
    b'{"id":"nul","text":"Police\\u0000 said 12 people were arrested in Lyon."}',
    b'{"id":"klingon","text":"12 tlhIngan maH!","lang":"tlh"}',
]


def test_bad_input_is_dead_lettered_byte_for_byte_and_the_stream_goes_on(
    settings: Settings, workers: Supervisor
) -> None:
    before = workers.pids()
    pairs: list[tuple[bytes | None, bytes]] = []
    for number, bad in enumerate([*BAD, *ODD]):
        good = GOOD[number % len(GOOD)]
        pairs += [(str(good["id"]).encode(), json.dumps(good).encode()), (None if number % 2 else b"", bad)]
    send_raw(settings, *pairs)
    wanted = {str(good["id"]) for good in GOOD} | {"nul", "klingon"}
    assert eventually(lambda: {reading.article_id for reading in readings(settings)} == wanted), workers.log_tails()
    assert eventually(lambda: len(list(lying(settings))) == len(BAD))
    letters = [one.letter for one in lying(settings)]
    assert sorted(letter.value or b"" for letter in letters) == sorted(BAD)
    assert all(letter.message and letter.exception == "SchemaError" for letter in letters)
    assert {letter.topic for letter in letters} == {settings.topic("articles")}
    assert workers.pids() == before
    assert workers.get("extract", "healthz")[0] == 200

    # sent again by hand they come back, with their bytes
    assert retry(settings, letters[:2]) == 2
    assert eventually(lambda: len(list(lying(settings))) == len(BAD) + 2)


def test_the_largest_article_is_read_and_a_larger_one_is_refused_by_feed(
    settings: Settings, workers: Supervisor, tmp_path: Path
) -> None:
    from figurewatch.streams.feed import feed  # noqa: PLC0415
    from figurewatch.streams.sources import items  # noqa: PLC0415

    room = MAX_RECORD_BYTES - 400
    sentence = "Police said 12 people were arrested in Lyon. "
    fits = {"id": "fits", "lang": "en", "text": (sentence + "Nobody knows why. " * 300) * 700}
    fits["text"] = fits["text"][:room]
    path = tmp_path / "large.jsonl"
    path.write_text(f"{json.dumps(fits)}\n{json.dumps({'id': 'too-large', 'text': 'x' * MAX_RECORD_BYTES})}\n")
    fed = feed(settings, items([str(path)]))
    assert fed.taken == 1
    assert "an article may have" in fed.refused[0]
    assert eventually(lambda: bool(readings(settings)), seconds=4 * PATIENCE), workers.log_tails()
    assert [one.article_id for one in readings(settings)] == ["fits"]


def test_a_killed_reading_process_loses_nothing(settings: Settings, workers: Supervisor) -> None:
    send(settings, *GOOD[:1])
    assert eventually(lambda: len(readings(settings)) == 1), workers.log_tails()
    more = [{**GOOD[0], "id": f"more-{number}"} for number in range(120)]
    send(settings, *more[:60])
    for child in _reading_processes(workers.pids()["extract"]):
        os.kill(child, signal.SIGKILL)
    send(settings, *more[60:])
    wanted = {"good-0", *(str(article["id"]) for article in more)}
    assert eventually(lambda: {one.article_id for one in readings(settings)} == wanted), workers.log_tails()
    assert 'figurewatch_pool_restarts_total{stage="extract"} 0.0' not in workers.scrape("extract")


def _reading_processes(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task").glob("*/children")
    pids = [int(pid) for path in children for pid in path.read_text().split()]
    return [pid for pid in pids if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_a_worker_killed_with_a_backlog_loses_nothing_and_repeats_ids_only(
    settings: Settings, workers: Supervisor
) -> None:
    articles = [
        {**(POLICE if number % 2 else RED_CROSS), "id": f"a-{number}", "text": _about(number)} for number in range(200)
    ]
    send(settings, *articles)
    assert eventually(lambda: len(claim_records(settings)) > 20), workers.log_tails()
    for stage in ("register", "compare", "extract"):
        os.kill(workers.pids()[stage], signal.SIGKILL)
        workers.watch()
    assert eventually(
        lambda: (workers.watch(), len({one.article_id for one in claims(settings)}))[1] == 200, seconds=120
    )
    assert eventually(lambda: (workers.watch(), remembered(settings).row_count)[1] == 200, seconds=120)


def _about(number: int) -> str:
    who = "Police" if number % 2 else "The Red Cross"
    return f"Flooding hit Derna in Libya on Monday. {who} said {150 + number} people were killed in the flood."

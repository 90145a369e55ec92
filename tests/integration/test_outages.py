"""When Kafka goes, refuses, or is flooded with nonsense: a prompt end or a clear stop, and nothing lost."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType

from figurewatch.streams import topics
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.cli import main
from figurewatch.streams.dead_letters import lying
from figurewatch.streams.fatal import EXIT_FATAL
from figurewatch.streams.groups import behind
from figurewatch.streams.ports import free_ports
from figurewatch.streams.settings import Settings, from_environment, to_environment
from figurewatch.streams.supervisor import Supervisor

from .conftest import running
from .helpers import claim_records, claims, eventually, readings, send, send_raw, started

pytestmark = pytest.mark.kafka

PROMPT_SECONDS = 15.0
ARTICLES = [
    {"id": f"good-{number}", "text": f"Police said {number + 20} people were arrested in Lyon.", "lang": "en"}
    for number in range(40)
]
WANTED = {str(article["id"]) for article in ARTICLES}


@pytest.fixture
def own_kafka(tmp_path: Path) -> Iterator[EmbeddedBroker]:
    """A broker that a test may kill."""
    with EmbeddedBroker(tmp_path / "kafka") as broker:
        yield broker


@pytest.fixture
def own_settings(own_kafka: EmbeddedBroker, tmp_path: Path) -> Settings:
    made = from_environment(
        {}, brokers=[own_kafka.bootstrap], data_dir=tmp_path / "data", web_port=0, partitions=2, pool_size=1
    )
    topics.create(made)
    return made


@pytest.fixture
def own_workers(own_settings: Settings, tmp_path: Path) -> Iterator[Supervisor]:
    with running(own_settings, tmp_path) as supervisor:
        yield supervisor


def test_sigterm_ends_in_time_with_kafka_gone(
    own_kafka: EmbeddedBroker, own_settings: Settings, own_workers: Supervisor
) -> None:
    send(own_settings, *ARTICLES)
    assert eventually(lambda: len(readings(own_settings)) > 5), own_workers.log_tails()
    own_kafka.kill_node(1)
    began = time.monotonic()
    own_workers.stop()
    assert time.monotonic() - began < PROMPT_SECONDS

    own_kafka.start_node(1)
    own_kafka.wait_until_it_answers()
    own_workers.start()
    assert eventually(lambda: {one.article_id for one in claims(own_settings)} == WANTED), own_workers.log_tails()


def test_work_goes_on_when_kafka_comes_back(
    own_kafka: EmbeddedBroker, own_settings: Settings, own_workers: Supervisor
) -> None:
    send(own_settings, *ARTICLES[:20])
    own_kafka.kill_node(1)
    own_kafka.start_node(1)
    own_kafka.wait_until_it_answers()
    send(own_settings, *ARTICLES[20:])

    def done() -> bool:
        assert own_workers.watch() == 0, own_workers.log_tails()
        return {one.article_id for one in claims(own_settings)} == WANTED

    assert eventually(done, seconds=180), own_workers.log_tails()


def test_a_send_that_fails_ends_the_process_and_loses_nothing(settings: Settings, tmp_path: Path) -> None:
    extract = Supervisor(settings, stages=("extract",), log_folder=tmp_path)
    extract.start()
    command = [sys.executable, "-m", "figurewatch.streams", "worker", "--stage", "register"]
    try:
        assert extract.wait_until_ready(), extract.log_tails()
        with started(command, settings, stderr=subprocess.PIPE, text=True) as register:
            group = topics.group(settings, "register")
            assert eventually(lambda: _members(settings, group) == 1)
            register.send_signal(signal.SIGSTOP)  # or it may see the wrong setting before there is anything to send
            send(settings, *ARTICLES)
            assert eventually(lambda: len(readings(settings)) == len(ARTICLES)), extract.log_tails()
            _allow(settings, "claims", size=100)
            assert eventually(lambda: _disagrees(settings))
            register.send_signal(signal.SIGCONT)
            assert register.wait(timeout=60) == EXIT_FATAL
            assert register.stderr is not None
            assert "a record could not be sent" in register.stderr.read()
        assert behind(settings, "register") == len(ARTICLES), "nothing was acknowledged"
        assert claim_records(settings) == []
        _allow(settings, "claims", size=1 << 22)
        assert eventually(lambda: not _disagrees(settings))
        with started(command, settings):
            assert eventually(lambda: {one.article_id for one in claims(settings)} == WANTED)
    finally:
        extract.stop()


def _disagrees(settings: Settings) -> bool:
    try:
        topics.check(settings)
    except topics.TopicError:
        return True
    return False


def _allow(settings: Settings, topic: str, *, size: int) -> None:
    admin = KafkaAdminClient(**settings.client())
    configs = {"max.message.bytes": str(size)}
    admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, settings.topic(topic), configs)])
    admin.close()


def test_a_flood_of_dead_letters_stops_consuming_until_told(settings: Settings, tmp_path: Path) -> None:
    cautious = msgspec.structs.replace(settings, flood_percent=50.0, flood_records=40, batch_size=8)
    workers = Supervisor(cautious, stages=("extract",), log_folder=tmp_path)
    workers.start()
    try:
        assert workers.wait_until_ready(), workers.log_tails()
        send_raw(settings, *((None, b"nonsense %d" % number) for number in range(300)))
        assert eventually(lambda: (workers.watch(), "stopped: " in workers.get("extract", "readyz")[1])[1])
        status, why = workers.get("extract", "readyz")
        assert status == 503
        assert workers.get("extract", "healthz") == (200, why), "to start it again would not help"
        assert "of the last 40 records went to the dead letters; see `figurewatch dlq list`" in why
        assert 'figurewatch_stopped{stage="extract"} 1.0' in workers.scrape("extract")
        assert why.strip() in (tmp_path / "extract.log").read_text()
        moved = len(list(lying(settings)))
        assert 40 <= moved <= 80

        send(settings, *ARTICLES[:3])
        told = CliRunner().invoke(main, ["worker", "resume"], env=to_environment(cautious))
        assert told.stdout == "extract may go on\n"
        assert eventually(lambda: len(list(lying(settings))) > moved)
    finally:
        workers.stop()


def test_a_worker_that_leaves_for_good_is_replaced_at_once(settings: Settings, tmp_path: Path) -> None:
    """Left alone, the other one would wait for the session of a minute."""
    patient = [msgspec.structs.replace(settings, member=name, data_dir=tmp_path / name) for name in ("one", "two")]
    workers = [Supervisor(each, stages=("register", "compare"), log_folder=each.data_dir) for each in patient]
    extract = Supervisor(settings, stages=("extract",), log_folder=tmp_path)
    for each, supervisor in zip(patient, workers, strict=True):
        each.data_dir.mkdir()
        supervisor.start()
    extract.start()
    try:
        assert all(supervisor.wait_until_ready() for supervisor in workers)
        workers[0].stop()
        told = CliRunner().invoke(main, ["worker", "leave"], env=to_environment(patient[0]))
        assert told.stdout == "left register and compare\n"
        began = time.monotonic()
        send(settings, *ARTICLES)
        assert eventually(lambda: {one.article_id for one in claims(settings)} == WANTED), workers[1].log_tails()
        assert eventually(lambda: behind(settings, "compare") == 0)
        assert time.monotonic() - began < settings.session_seconds / 2
        again = CliRunner().invoke(main, ["worker", "leave"], env=to_environment(patient[0]))
        assert again.stdout == "it was in no group\n"
    finally:
        for supervisor in (*workers, extract):
            supervisor.stop()


def test_worker_leaves_at_shutdown_when_told_so(settings: Settings) -> None:
    patient = msgspec.structs.replace(settings, web_port=free_ports(1)[0])
    command = [sys.executable, "-m", "figurewatch.streams", "worker", "--stage", "compare", "--leave"]
    with started(command, patient) as process:
        assert eventually(lambda: behind(settings, "compare") == 0)
        group = topics.group(settings, "compare")
        assert eventually(lambda: _members(settings, group) == 1)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
    assert eventually(lambda: _members(settings, group) == 0, seconds=10)


def _members(settings: Settings, group: str) -> int:
    admin = KafkaAdminClient(**settings.client())
    try:
        return len(admin.describe_groups([group])[group]["members"])
    finally:
        admin.close()

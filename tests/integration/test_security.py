"""Kafka with authentication and rights on: what each stage needs is enough, and what it lacks it says."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from figurewatch.streams import rights, topics
from figurewatch.streams.rights import Right, RightsError, needed
from figurewatch.streams.settings import Settings, from_environment, to_environment
from figurewatch.streams.stages import STAGES, Stage
from figurewatch.streams.supervisor import Supervisor

from .helpers import alerts, eventually, send
from .secured import CERTIFIED, PASSWORD, USER, SecuredKafka
from .test_pipeline import POLICE, RED_CROSS

pytestmark = pytest.mark.kafka

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecuredKafka]:
    kafka = SecuredKafka(tmp_path_factory.mktemp("secured") / "kafka")
    with kafka.broker:
        kafka.add_user()
        yield kafka


@pytest.fixture
def owner(secured: SecuredKafka, tmp_path: Path) -> Settings:
    """An installation of its own, seen by one who may do everything."""
    made = from_environment(
        {},
        brokers=[secured.broker.bootstrap],
        prefix=f"secured{next(_numbers)}",
        data_dir=tmp_path / "data",
        web_port=0,
        partitions=2,
        pool_size=1,
    )
    topics.create(made)
    return made


def _lacking(settings: Settings, stage: Stage) -> set[str]:
    try:
        rights.check(settings, stage)
    except RightsError as error:
        return set(str(error).splitlines())
    return set()


def _told(settings: Settings, *missing: Right) -> set[str]:
    return {f"a right is missing; add it: {right.rule(settings)}" for right in missing}


@pytest.mark.parametrize("way", ["SCRAM", "certificate"])
def test_the_least_rights_are_enough(secured: SecuredKafka, owner: Settings, tmp_path: Path, way: str) -> None:
    if way == "SCRAM":
        who, worker = USER, secured.with_scram(owner, tmp_path)
    else:
        who, worker = CERTIFIED, secured.with_certificate(owner)
    secured.allow(who, [right for stage in STAGES for right in needed(worker, stage)])
    assert eventually(lambda: not any(_lacking(worker, stage) for stage in STAGES))
    supervisor = Supervisor(worker, log_folder=tmp_path)
    supervisor.start()
    try:
        assert supervisor.wait_until_ready(), supervisor.log_tails()
        send(owner, POLICE, RED_CROSS)
        assert eventually(lambda: any(one.relation == "contradicted" for one in alerts(owner))), supervisor.log_tails()
        for pid in supervisor.pids().values():
            assert PASSWORD.encode() not in Path(f"/proc/{pid}/cmdline").read_bytes()
            assert PASSWORD.encode() not in Path(f"/proc/{pid}/environ").read_bytes()
    finally:
        supervisor.stop()
    assert not any(PASSWORD in path.read_text() for path in tmp_path.glob("*.log"))


@pytest.mark.parametrize("stage", STAGES)
def test_each_right_that_is_missing_is_named(
    secured: SecuredKafka, owner: Settings, tmp_path: Path, stage: Stage
) -> None:
    worker = secured.with_scram(owner, tmp_path)
    wanted = needed(worker, stage)
    assert _lacking(worker, stage) == _told(worker, *wanted)
    secured.allow(USER, wanted)
    assert eventually(lambda: _lacking(worker, stage) == set()), _lacking(worker, stage)
    for right in wanted:
        secured.withdraw(USER, right)
        same = [
            other for other in wanted if other.name == right.name
        ]  # one that cannot be seen shows none of its rights
        assert eventually(lambda: bool(_lacking(worker, stage))), right
        assert _told(worker, right) <= _lacking(worker, stage) <= _told(worker, *same)
        secured.allow(USER, [right])
        assert eventually(lambda: _lacking(worker, stage) == set()), right


@pytest.mark.parametrize("stage", STAGES)
def test_a_worker_without_its_rights_ends_before_it_consumes(
    secured: SecuredKafka, owner: Settings, tmp_path: Path, stage: Stage
) -> None:
    worker = secured.with_scram(owner, tmp_path)
    done = _worker(worker, stage)
    assert done.returncode == 78
    assert f"a right is missing; add it: kafka-acls.sh --bootstrap-server {worker.brokers[0]} --add" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_password_is_told_and_not_printed(secured: SecuredKafka, owner: Settings, tmp_path: Path) -> None:
    path = tmp_path / "wrong"
    path.write_text("not-the-password")
    done = _worker(msgspec.structs.replace(secured.with_scram(owner, tmp_path), sasl_password_file=path), "extract")
    assert done.returncode == 69
    assert "does not let this user in" in done.stderr
    assert "not-the-password" not in done.stderr
    assert "Traceback" not in done.stderr


def _worker(settings: Settings, stage: Stage) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "figurewatch.streams", "worker", "--stage", stage]
    return subprocess.run(
        command, env=to_environment(settings), capture_output=True, text=True, timeout=90, check=False
    )

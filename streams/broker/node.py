"""One broker's place: folder, ports, settings."""

import subprocess
import uuid
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from pathlib import Path

import msgspec

from ..ports import HOST, free_ports
from .errors import BrokerError

JAVA_OPTIONS = ("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dorg.slf4j.simpleLogger.showDateTime=true")


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """One broker's place."""

    number: int
    port: int
    controller_port: int
    properties: Path
    log: Path
    data: Path
    cluster: str
    voters: str
    count: int


def layout(folder: Path, *, port: int, brokers: int) -> tuple[Node, ...]:
    """One to three brokers in a folder, on free ports; `port` is the first one's, 0 for any."""
    folder.mkdir(parents=True, exist_ok=True)
    free = free_ports(2 * brokers)
    ports = [port or free[0], *free[1:brokers]]
    controllers = free[brokers:]
    cluster = urlsafe_b64encode(uuid.uuid5(uuid.NAMESPACE_URL, str(folder)).bytes).decode().rstrip("=")
    voters = ",".join(f"{index + 1}@{HOST}:{number}" for index, number in enumerate(controllers))
    return tuple(
        Node(
            number=index + 1,
            port=ports[index],
            controller_port=controllers[index],
            properties=folder / f"server-{index + 1}.properties",
            log=folder / f"kafka-{index + 1}.log",
            data=folder / f"data-{index + 1}",
            cluster=cluster,
            voters=voters,
            count=brokers,
        )
        for index in range(brokers)
    )


def _properties(node: Node, own: Mapping[str, str]) -> str:
    copies = min(3, node.count)
    values = {
        "process.roles": "broker,controller",
        "node.id": node.number,
        "controller.quorum.voters": node.voters,
        "listeners": f"PLAINTEXT://{HOST}:{node.port},CONTROLLER://{HOST}:{node.controller_port}",
        "advertised.listeners": f"PLAINTEXT://{HOST}:{node.port}",
        "controller.listener.names": "CONTROLLER",
        "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "log.dirs": node.data,
        "auto.create.topics.enable": "false",
        "delete.topic.enable": "true",
        "group.initial.rebalance.delay.ms": 0,
        "offsets.topic.num.partitions": 4,
        "offsets.topic.replication.factor": copies,
        "share.coordinator.state.topic.replication.factor": copies,
        "transaction.state.log.replication.factor": copies,
        "transaction.state.log.min.isr": min(2, copies),
        "min.insync.replicas": min(2, copies),
        "log.cleaner.dedupe.buffer.size": 2097152,
    }
    return "".join(f"{name}={value}\n" for name, value in {**values, **own}.items())


def format_storage(node: Node, java: str, classpath: str, own: Mapping[str, str]) -> None:
    """Write the broker's settings, `own` ones over those of this package, and prepare its folder.

    Raises:
        BrokerError: Kafka's tool refuses.
    """
    node.properties.write_text(_properties(node, own))
    command = [
        java,
        *JAVA_OPTIONS,
        "-cp",
        classpath,
        "kafka.tools.StorageTool",
        "format",
        "--ignore-formatted",
    ]
    command += [f"--cluster-id={node.cluster}", "--config", str(node.properties)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise BrokerError(f"Kafka's storage could not be formatted: {done.stdout}{done.stderr}")

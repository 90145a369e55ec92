"""What each stage may do in Kafka, seen before it consumes.

Left alone, Faust waits in silence for a topic that it may not read, and says `ready` on one that it may not write.
"""

import time
from typing import Any

import msgspec
from kafka import KafkaAdminClient
from kafka.admin import MemberToRemove
from kafka.errors import (
    CoordinatorLoadInProgressError,
    CoordinatorNotAvailableError,
    GroupAuthorizationFailedError,
    NotCoordinatorError,
    TopicAuthorizationFailedError,
    UnknownMemberIdError,
)

from .incarnations import seen_only
from .settings import Settings
from .stages import Stage
from .topics import TopicError, group, used

EVERYTHING = frozenset({"READ", "WRITE", "DESCRIBE", "DESCRIBE_CONFIGS"})
PATIENCE_SECONDS = 30.0
"""A fresh Kafka takes some seconds to keep groups."""
NOT_YET = (CoordinatorNotAvailableError, CoordinatorLoadInProgressError, NotCoordinatorError)
NOBODY = "figurewatch-looks-for-its-rights"


class RightsError(TopicError):
    """A right is missing; the message has the rule to add."""


class Right(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One operation on one topic or group."""

    kind: str
    name: str
    operation: str

    def rule(self, settings: Settings) -> str:
        """What to type, as somebody who may."""
        who = f"User:{settings.sasl_user or 'NAME'}"
        return (
            f"kafka-acls.sh --bootstrap-server {settings.brokers[0]} --add --allow-principal {who} "
            f"--operation {self.operation} --{self.kind} {self.name}"
        )


def needed(settings: Settings, stage: Stage) -> list[Right]:
    """The least rights of a stage."""
    return [
        Right(kind="group", name=group(settings, stage), operation="READ"),
        *(Right(kind="topic", name=name, operation="DESCRIBE") for name in seen_only(settings, stage)),
        *(
            Right(kind="topic", name=name, operation=operation)
            for name, operations in used(settings, stage).items()
            for operation in (*operations, "DESCRIBE_CONFIGS")
        ),
    ]


def check(settings: Settings, stage: Stage) -> None:
    """See that a stage has all its rights.

    Raises:
        RightsError: some are missing; says which rules to add.
        KafkaError: Kafka does not answer, or does not let this user in.
    """
    rights = needed(settings, stage)
    admin = KafkaAdminClient(**settings.client())
    try:
        granted = _granted(admin, [right.name for right in rights if right.kind == "topic"])
        lacking = [right for right in rights if right.kind == "topic" and right.operation not in granted[right.name]]
        lacking += [right for right in rights if right.kind == "group" and not _may_join(admin, right.name)]
    finally:
        admin.close()
    if lacking:
        raise RightsError("\n".join(f"a right is missing; add it: {right.rule(settings)}" for right in lacking))


def _granted(admin: Any, names: list[str]) -> dict[str, set[str] | frozenset[str]]:
    """What may be done with each topic; with one that is not there, everything: it is missed elsewhere."""
    granted: dict[str, set[str] | frozenset[str]] = {}
    for topic in admin.describe_topics(sorted(set(names))):
        refused = topic["error_code"] == TopicAuthorizationFailedError.errno
        known = topic["authorized_operations"]
        granted[topic["name"]] = set() if refused else EVERYTHING if known is None else set(known)
    return granted


def _may_join(admin: Any, name: str) -> bool:
    """Asks that a member who is not there be removed, which takes the same right as to join."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            admin.remove_group_members(name, [MemberToRemove(member_id=NOBODY)])
            return True
        except GroupAuthorizationFailedError:
            return False
        except UnknownMemberIdError:
            return True
        except NOT_YET:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)

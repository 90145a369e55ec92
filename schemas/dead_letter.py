"""DeadLetter: a record that could not be worked off, its bytes unchanged, why in KIP-1034's headers."""

from collections.abc import Iterable

from .record import Record

HEADER = "__streams.errors."


class DeadLetter(Record, frozen=True, kw_only=True):
    """The original record and why it lies here; on the wire the value is the original value itself."""

    key: bytes | None
    value: bytes | None
    exception: str
    message: str
    topic: str
    partition: int
    offset: int
    stacktrace: str = ""
    original_headers: tuple[tuple[str, bytes], ...] = ()

    def to_headers(self) -> list[tuple[str, bytes]]:
        """The original headers, then the reason."""
        reason = {
            "exception": self.exception,
            "message": self.message,
            "topic": self.topic,
            "partition": str(self.partition),
            "offset": str(self.offset),
            "stacktrace": self.stacktrace,
        }
        named = [(HEADER + name, value.encode("utf-8", "backslashreplace")) for name, value in reason.items()]
        return [*self.original_headers, *named]


def from_headers(*, key: bytes | None, value: bytes | None, headers: Iterable[tuple[str, bytes | None]]) -> DeadLetter:
    """A dead letter as it came from its topic; a header that is missing reads as empty."""
    pairs = [(name, content or b"") for name, content in headers]
    reason = {name.removeprefix(HEADER): content.decode("utf-8", "replace") for name, content in pairs}
    return DeadLetter(
        key=key,
        value=value,
        exception=reason.get("exception", ""),
        message=reason.get("message", ""),
        topic=reason.get("topic", ""),
        partition=_number(reason.get("partition")),
        offset=_number(reason.get("offset")),
        stacktrace=reason.get("stacktrace", ""),
        original_headers=tuple(pair for pair in pairs if not pair[0].startswith(HEADER)),
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else -1

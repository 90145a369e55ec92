"""CloudEvents 1.0 attributes as Kafka headers (binary content mode)."""

from datetime import datetime

from .keys import digest

SOURCE = "figurewatch"


def headers_for(kind: str, *, subject: str, body: bytes, time: datetime | None = None) -> list[tuple[str, bytes]]:
    """Headers of a record; the same body about the same subject has the same id, so a replay can be told.

    `kind` is the record's name: 'article', 'reading', 'claims', 'alert'.
    """
    values = {
        "ce_specversion": "1.0",
        "ce_id": digest(kind, subject, body.decode("utf-8", "replace")),
        "ce_source": SOURCE,
        "ce_type": f"figurewatch.{kind}.v1",
        "ce_subject": subject,
        "content-type": "application/json",
    }
    if time is not None:
        values["ce_time"] = time.isoformat()
    return [(name, value.encode("utf-8", "surrogatepass")) for name, value in values.items()]

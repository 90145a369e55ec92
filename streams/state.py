"""Compare's state, rebuilt from its changelog topic by a plain consumer: what `figurewatch state` shows."""

from ..agents.judging.memory import Memory
from ..schemas.codec import decode
from ..schemas.row import Row
from .consuming import records
from .settings import Settings
from .topics import changelog


def remembered(settings: Settings) -> Memory:
    """Everything that compare remembers, from the newest row under each key."""
    rows: dict[bytes, bytes | None] = {}
    for record in records(settings, changelog(settings, "compare")):
        rows[record.key] = record.value
    memory = Memory()
    for key, value in rows.items():
        if value is not None:
            memory.restore(key.decode(), decode(Row, value))
    memory.settle()
    return memory

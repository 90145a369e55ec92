"""Articles written for these tests: two sources that clash about a flood, and what came of it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from figurewatch.schemas.article import Article
from figurewatch.schemas.codec import article_from

NOW = datetime(2023, 9, 20, tzinfo=UTC)

POLICE: dict[str, Any] = {
    "id": "police",
    "text": "Flooding hit the town of Derna in Libya on Monday. Police said 150 people were killed in the flood.",
    "source": "Morning Post",
    "lang": "en",
    "published_at": "2023-09-12T08:00:00Z",
}
RED_CROSS: dict[str, Any] = {
    "id": "red-cross",
    "text": "Flooding hit the town of Derna in Libya on Monday. The Red Cross said 80 people were killed in the flood.",
    "source": "Evening News",
    "lang": "en",
    "published_at": "2023-09-12T08:30:00Z",
}


def articles(*plain: dict[str, Any]) -> list[Article]:
    return [article_from(one) for one in plain]


def write(path: Path, *plain: dict[str, Any]) -> str:
    """A file of JSON lines; its name."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in plain), "utf-8")
    return str(path)

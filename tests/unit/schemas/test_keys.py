"""Ids are made of what a record says: the same in any process, another for anything else."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurewatch.schemas.keys import alert_id, article_digest, claim_id, digest

CLAIM = {"article_id": "a1", "field": "text", "figure": "3/3", "measure": "person.dead", "ordinal": 0}
ALERT = {"claim_id": "c1", "relation": "tension", "against": "c2", "kind": "alert"}


def test_ids_are_the_same_in_another_process() -> None:
    program = f"from figurewatch.schemas.keys import claim_id; print(claim_id(**{CLAIM!r}))"
    again = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert again.stdout.strip() == claim_id(**CLAIM)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [{"article_id": "a2"}, {"field": "title"}, {"figure": "3/4"}, {"measure": "person.hurt"}, {"ordinal": 1}],
)
def test_another_claim_has_another_id(change: dict[str, object]) -> None:
    assert claim_id(**{**CLAIM, **change}) != claim_id(**CLAIM)  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"claim_id": "c3"}, {"relation": "updated"}, {"against": None}, {"kind": "cancel"}])
def test_another_alert_has_another_id(change: dict[str, str | None]) -> None:
    assert alert_id(**{**ALERT, **change}) != alert_id(**ALERT)  # type: ignore[arg-type]


def test_an_article_s_digest_knows_title_from_text() -> None:
    assert article_digest(title="a", text="b") != article_digest(title=None, text="ab")
    assert article_digest(title="", text="b") == article_digest(title=None, text="b")


parts = st.lists(st.text(st.characters(exclude_characters="\x1f")), min_size=1, max_size=3)


@given(parts, parts)
def test_parts_are_kept_apart(one: list[str], two: list[str]) -> None:
    assert (digest(*one) == digest(*two)) == (one == two)

"""The words of alerts."""

import pytest

from figurewatch.agents import languages


@pytest.mark.parametrize(
    "lang", [code for code in languages.codes() if "changes" in languages.table(code, "headlines")]
)
def test_what_would_change_it_is_a_sentence_and_no_template(lang: str) -> None:
    changes = languages.table(lang, "headlines")["changes"]
    assert changes
    assert not [text for text in changes.values() if "{" in text]

"""Offsets survive tags and entities; sentences survive bad punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurewatch.agents.reading.sentences import LONGEST, split
from figurewatch.agents.reading.text import plain


def test_tags_are_blanked_and_entities_become_their_character_in_place() -> None:
    raw = "<p>R&eacute;sultat&nbsp;: <b>3&nbsp;700</b> morts<script>var a = 5;</script></p>"
    text = plain(raw)
    assert len(text) == len(raw)
    assert text.index("morts") == raw.index("morts")
    assert "var" not in text
    assert "3\u00a0\u00ad\u00ad\u00ad\u00ad\u00ad700" in text


def test_blocks_end_sentences_and_cells_do_not() -> None:
    text = plain("<h2>Cholera in Sudan</h2><p>Doctors said<br>so</p><table><tr><td>Deaths<td>12</table>")
    sentences = [" ".join(text[start:end].split()) for start, end in split(text, "en")]
    assert sentences == ["Cholera in Sudan", "Doctors said", "so", "Deaths 12"]


@given(st.text(alphabet=st.sampled_from("ab <>/&;#x3!-\"'p\n\u200b\x00é"), max_size=120))
def test_plain_text_is_as_long_as_the_raw_text(raw: str) -> None:
    assert len(plain(raw)) == len(raw)


@pytest.mark.parametrize(
    ("lang", "text", "sentences"),
    [
        (
            "en",
            "Mr. Hill of the U.S. Navy left. He took 3.5 tons.",
            ["Mr. Hill of the U.S. Navy left.", "He took 3.5 tons."],
        ),
        ("en", "They left at 5 p.m. on Monday. Why?", ["They left at 5 p.m. on Monday.", "Why?"]),
        ("en", "Twenty sank.Others floated", ["Twenty sank.", "Others floated"]),
        ("fr", "M. Colline est parti. « Non ! » a-t-il dit.", ["M. Colline est parti.", "« Non ! » a-t-il dit."]),
        ("fr", "Un titre\nPuis le texte", ["Un titre", "Puis le texte"]),
    ],
)
def test_sentences(lang: str, text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, lang)] == sentences


@given(st.text(max_size=400))
def test_sentences_lose_no_word_and_are_bounded(text: str) -> None:
    spans = split(text, "en")
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    assert all(end - start <= LONGEST for start, end in spans)


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("de", "Am 4. August starben zwölf Menschen.", 1),
        ("de", "Am 3. und 4. Mai war es im 2. Stock heiß.", 1),
        ("de", "Der 2. Weltkrieg begann am 1. September 1939. Er dauerte lang.", 2),
        ("de", "Es waren 12. Die Polizei zählte 14.", 2),
        ("de", "Er kam als Nr. 4. Danach ging er.", 2),
        ("en", "They counted 4. August began.", 2),
    ],
)
def test_an_ordinals_stop_ends_no_sentence(lang: str, text: str, number: int) -> None:
    assert len(split(text, lang)) == number

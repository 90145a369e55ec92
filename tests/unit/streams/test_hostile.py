"""Other people's text made safe: nothing of it steers a terminal or forges a line."""

import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurewatch.streams import hostile

HOSTILE = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear the screen": "\x1b[2J\x1b[H gone",
    "title": "\x1b]0;owned\x07 after",
    "link": "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "unfinished sequence": "text \x1b]52;c;",
    "one-byte introducer": "\x9b31m red",
    "device control": "\x1bPq#0\x1b\\ sixel",
    "carriage return": "true\rfalse",
    "backspace": "9\b8",
    "bell": "\x07",
    "bidirectional override": "abc \u202e 321 \u202c def",
    "bidirectional isolate": "\u2066abc\u2069",
    "zero width": "a\u200bb\ufeffc",
    "lone surrogate": "a\ud800b",
    "private use": "\ue000",
    "line separator": "a\u2028b",
    "null": "a\0b",
    "next line": "a\x85b",
    "soft hyphen": "a\u00adb",
    "tags": "a\U000e0041\U000e007fb",
    "annotation": "\ufff9a\ufffab\ufffb",
    "all of the upper controls": "".join(map(chr, range(0x7F, 0xA0))),
}


class TestSafe:
    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
    def test_nothing_steers_the_terminal(self, text: str) -> None:
        assert harmless(hostile.safe(text))

    @given(st.text(st.characters(exclude_categories=())))
    def test_nothing_of_any_text_does(self, text: str) -> None:
        assert harmless(hostile.safe(text))

    def test_whole_sequences_go_and_words_stay(self) -> None:
        assert hostile.safe(HOSTILE["colour"]) == "red"
        assert hostile.safe(HOSTILE["title"]) == " after"
        assert hostile.safe(HOSTILE["link"]) == "click"

    @pytest.mark.parametrize("text", ["12 000 €", "été", "北朝鮮", "قتلى", "क्‍ष", "👩‍🚒", "[bold]not markup[/bold]"])
    def test_words_of_all_scripts_stay_as_they_are(self, text: str) -> None:
        assert hostile.safe(text) == text.replace("\u202f", " ")

    def test_no_tower_of_accents_stands_over_a_letter(self) -> None:
        assert len(hostile.safe("a" + "\u0301" * 500 + "b" + "\u200d" * 500)) == 2 + 2 * hostile.MOST_MARKS

    @pytest.mark.parametrize("text", [*HOSTILE.values(), "été 👩‍🚒 \U000e0041"], ids=ascii)
    def test_json_says_the_same_and_steers_nothing(self, text: str) -> None:
        whole = text.encode("utf-8", "ignore").decode()
        written = hostile.safe_json(msgspec.json.encode({whole: whole}))
        assert msgspec.json.decode(written) == {whole: whole}
        signs = {sign for sign in written.decode() if unicodedata.category(sign) in (*hostile.UNSAFE, "Zl", "Zp")}
        assert not signs

    def test_long_hostile_text_takes_no_time(self) -> None:
        assert hostile.safe("\x1b]" * 200_000) == ""


def harmless(text: str) -> bool:
    kinds = {unicodedata.category(sign) for sign in text if sign not in hostile.SHAPING}
    return not kinds & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and text.encode("utf-8") is not None

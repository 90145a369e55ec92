"""What people see: everything that matters is there, and nothing of an article's text steers the terminal."""

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import msgspec
import pytest
from rich.console import Console, RenderableType

from figurewatch.schemas.alert import Miss, TrackedFigure
from figurewatch.schemas.claim import Claim, Figure, Originator
from figurewatch.schemas.dead_letter import DeadLetter
from figurewatch.schemas.row import Past
from figurewatch.streams import render
from figurewatch.streams.dead_letters import Lying

from ..schemas.examples import ALERT, CLAIM, RECORD
from .test_hostile import HOSTILE, harmless

TRACKED = TrackedFigure(
    id="t1", label="litres", low=None, best=Decimal(1500000), high=Decimal("0.5"), claims=2, originators=1
)


def shown(renderable: RenderableType, *, width: int = 100, colours: bool = False) -> str:
    """What a terminal of that width would be sent."""
    out = io.StringIO()
    screen = Console(
        file=out,
        width=width,
        force_terminal=colours,
        color_system="standard" if colours else None,
        markup=False,
        highlight=False,
    )
    screen.print(renderable)
    return out.getvalue()


def as_words(text: str) -> str:
    """Without frames and line breaks."""
    return " ".join(re.sub(r"[─-╿]", " ", text).split())


def claim(text: str, *, figure: str = "40", **fields: object) -> Claim:
    """A claim whose quote is `text`, with the figure's first occurrence as its words."""
    start = text.index(figure)
    return msgspec.structs.replace(
        CLAIM,
        quote=text,
        quote_start=7,
        quote_end=7 + len(text),
        start=7 + start,
        end=7 + start + len(figure),
        **fields,
    )


class TestQuote:
    @pytest.mark.parametrize(
        ("text", "figure", "wanted"),
        [
            ("Some 40 people came.", "40", "“Some »40« people came.”"),
            ("40 people came.", "40", "“»40« people came.”"),
            ("They were 40", "40", "“They were »40«”"),
            ("Some <b>40</b> people &amp; a dog", "40", "“Some »40« people & a dog”"),
            ("Some \x1b[31m40\x1b[0m people", "40", "“Some »40« people”"),
            ("Some\n\n 40\r\n people", "40", "“Some »40« people”"),
        ],
    )
    def test_the_figure_is_marked_where_it_stands(self, text: str, figure: str, wanted: str) -> None:
        assert re.sub(r"\s+", " ", render.quote(claim(text, figure=figure)).plain) == wanted

    def test_colours_mark_it_too(self) -> None:
        assert "\x1b[1;7m40\x1b[0m" in shown(render.quote(claim("Some 40 people")), colours=True)

    def test_a_sentence_of_pages_is_cut_around_the_figure(self) -> None:
        text = render.quote(claim("word " * 9000 + "40 people" + " word" * 9000)).plain
        assert "»40« people" in text
        assert text.startswith("“…")
        assert len(text) < 400


class TestAlert:
    def test_it_says_what_who_when_and_why(self) -> None:
        text = as_words(shown(render.alert_panel(ALERT), width=60))
        for wanted in (
            "medium · tension",
            "Litres lost: 1.5 million",
            "»1.5 million« litres were lost.",
            "the mayor, by way of an engineer (reported)",
            "as of 2024-05-02",
            "The Valley Post, 2024-05-02 12:00",
            "? period no date is given",
            "x1",
        ):
            assert wanted in text

    def test_both_languages_of_the_headline_are_shown(self) -> None:
        french = msgspec.structs.replace(CLAIM, lang="fr")
        alert = msgspec.structs.replace(ALERT, claim=french, headline={"en": "Lost: 3", "fr": "Perdus : 3"})
        text = as_words(shown(render.alert_panel(alert)))
        assert text.index("Perdus : 3") < text.index("Lost: 3")

    def test_quotes_stand_side_by_side_where_there_is_room(self) -> None:
        one, two = claim("First 40 people."), claim("Second 40 people.")
        alert = msgspec.structs.replace(ALERT, claim=one, against=(two,))
        wide, narrow = (shown(render.alert_panel(alert), width=width) for width in (120, 50))
        assert any("First" in line and "Second" in line for line in wide.splitlines())
        assert not any("First" in line and "Second" in line for line in narrow.splitlines())

    def test_an_update_names_the_alert_it_speaks_of(self) -> None:
        alert = msgspec.structs.replace(ALERT, type="update", references="x0")
        assert "update of x0" in shown(render.alert_panel(alert))

    def test_without_originator_or_other_side_it_is_whole(self) -> None:
        bare = msgspec.structs.replace(CLAIM, originator=None, as_of=None, source=None)
        alert = msgspec.structs.replace(ALERT, claim=bare, against=(), reasons=(), tracked_figure=None)
        text = as_words(shown(render.explanation(alert)))
        assert "nobody named" in text
        assert "an outlet without a name" in text

    def test_the_explanation_names_the_nearest_misses(self) -> None:
        miss = Miss(claim_id="m", article_id="far", source="Far Post", figure="90 litres", because="other place: A, B")
        text = as_words(shown(render.explanation(msgspec.structs.replace(ALERT, nearest_misses=(miss,)))))
        assert "Not compared with 90 litres (Far Post): other place: A, B" in text

    def test_the_explanation_adds_what_would_change_it_and_the_tracked_figure(self) -> None:
        others = (claim("First 40."), claim("Second 40."), claim("Third 40."))
        alert = msgspec.structs.replace(ALERT, against=others, what_would_change_it="A date for either figure.")
        text = as_words(shown(render.explanation(alert)))
        for wanted in ("What would change it: A date for either figure.", "Second »40«", "Third »40«", "1,500,000"):
            assert wanted in text

    @pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
    def test_no_field_of_an_article_reaches_the_terminal_raw(self, text: str) -> None:
        hostile = msgspec.structs.replace(
            claim(f"{text}40{text}"),
            title=text,
            source=text,
            url=text,
            article_id=text,
            measure=text,
            figure=msgspec.structs.replace(CLAIM.figure, text=text, unit=text),
            originator=Originator(name=text, chain=(text, text)),
        )
        miss = Miss(claim_id=text, article_id=text, source=text, figure=text, because=text)
        alert = msgspec.structs.replace(
            ALERT,
            claim=hostile,
            against=(hostile, hostile),
            headline={"en": text, "fr": text},
            nearest_misses=(miss,),
        )
        letter = DeadLetter(
            key=text.encode("utf-8", "surrogatepass"),
            value=text.encode("utf-8", "surrogatepass"),
            exception=text,
            message=text,
            topic="t",
            partition=0,
            offset=0,
            stacktrace=text,
        )
        lying = Lying(place="0:0", letter=letter)
        pieces = (
            render.alert_panel(alert),
            render.explanation(alert),
            render.claims_table([hostile]),
            render.dead_letters_table([lying]),
            render.dead_letter_text(lying),
        )
        for piece in pieces:
            assert all(harmless(line) for line in shown(piece).split("\n"))


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"low": 3000, "high": 3000}, "3,000"),
        ({"low": 3000, "high": None}, "≥ 3,000"),
        ({"low": None, "high": 3000}, "≤ 3,000"),
        ({"low": 10, "high": 12}, "10 to 12"),
        ({"low": 6000, "high": 6000, "times": 2}, "2 × 6,000"),
        ({"low": 18, "high": 18, "of": 40}, "18 of 40"),
        ({"low": "4.50", "high": "4.50", "unit": "percent"}, "4.5 percent"),
        ({"low": "1E+9", "high": "1E+9", "unit": "EUR"}, "1,000,000,000 EUR"),
    ],
)
def test_a_figure_in_short(fields: dict[str, object], wanted: str) -> None:
    numbers = {
        name: Decimal(str(value)) if name != "unit" and value is not None else value for name, value in fields.items()
    }
    assert render.value(Figure(text="…", kind="count", **numbers)) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (
            lambda: render.claims_table(RECORD.claims),
            "1.5 million 1,500,000 of 0.1 litre other.en.litres reported the mayor",
        ),
        (
            lambda: render.figures_table([(TRACKED, CLAIM)]),
            "litres 1,500,000 0.5 2 1 A leak",
        ),
    ],
)
def test_tables_and_lines(make: Callable[[], RenderableType], wanted: str) -> None:
    assert wanted in as_words(shown(make(), width=140))


def test_why_a_figure_was_read_so_is_shown_where_it_was_asked_for() -> None:
    why = "words: 'twelve' is 12"
    explained = msgspec.structs.replace(CLAIM, figure=msgspec.structs.replace(CLAIM.figure, why=why))
    assert why in shown(render.claims_table([CLAIM, explained]), width=200)
    assert why in shown(render.alert_panel(msgspec.structs.replace(ALERT, claim=explained)), width=200)
    assert "why" not in shown(render.claims_table([CLAIM]))


def test_a_dead_letter_is_shown_with_its_reason_and_its_bytes() -> None:
    letter = DeadLetter(
        key=b"a1",
        value=b'{"id":',
        exception="SchemaError",
        message="it breaks off",
        topic="news.articles",
        partition=2,
        offset=9,
        stacktrace="line one\nline two",
    )
    lying = Lying(place="0:4", letter=letter)
    table = as_words(shown(render.dead_letters_table([lying]), width=140))
    assert "0:4" in table
    assert "news.articles:2:9" in table
    assert "SchemaError" in table
    text = shown(render.dead_letter_text(lying))
    for wanted in ("0:4: SchemaError: it breaks off", "partition 2, offset 9", "a1", '{"id":', "line two"):
        assert wanted in text
    without = Lying(place="0:5", letter=msgspec.structs.replace(letter, key=None, value=None))
    assert "null" in shown(render.dead_letters_table([without]), width=140)
    assert "null" in shown(render.dead_letter_text(without))


def test_a_forgotten_figure_shows_its_bounds_its_place_and_its_days() -> None:
    """The summary is all that is left of it."""
    past = Past(
        figure=TRACKED,
        measure="volume",
        place="country:NP",
        first=datetime(2024, 6, 3, tzinfo=UTC),
        last=datetime(2024, 6, 9, tzinfo=UTC),
    )
    text = shown(render.pasts_table([past]), width=120)
    assert all(word in text for word in ("litres", "1,500,000", "0.5", "country:NP", "2024-06-03", "2024-06-09"))

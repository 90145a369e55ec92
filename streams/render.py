"""What people see on a terminal. Article text is hostile: nothing of it reaches the terminal raw."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from rich.box import SIMPLE
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from ..agents.judging.watch import Watch
from ..agents.reading.text import plain
from ..schemas.alert import Alert, Gate, TrackedFigure
from ..schemas.claim import AsOf, Claim, Figure
from ..schemas.row import Past
from .dead_letters import Lying
from .hostile import ESCAPE_SEQUENCE, safe
from .reread import Change

COLOURS = {"high": "bold red", "medium": "yellow", "low": "cyan"}
ANSWERS = {"holds": ("✔", "green"), "fails": ("✘", "red"), "unknown": ("?", "yellow")}
MARK = "bold reverse"
ROOM_BESIDE_FIGURE = 160
"""Characters of a quote shown on each side of its figure; sentences in broken text can be pages long."""
LEAST_WIDTH = 64
"""Of two quotes side by side."""


def console(*, stderr: bool = False) -> Console:
    """A console without markup or highlighting: text stays text."""
    return Console(markup=False, highlight=False, emoji=False, stderr=stderr)


def alert_panel(alert: Alert) -> RenderableType:
    """Headline, both quotes side by side with the figure marked, who, when, why."""
    title = Text(f" {alert.severity} · {alert.relation} ", style=COLOURS[alert.severity])
    if alert.type != "alert":
        title.append(f"· {alert.type} of {safe(alert.references or '')} ")
    parts: list[RenderableType] = [_headline(alert), ""]
    parts += [SideBySide([_said(claim) for claim in (alert.claim, *alert.against[:1])]), ""]
    parts += [_gates(alert.reasons)] if alert.reasons else []
    parts.append(Text(f"{safe(alert.alert_id)} · score {alert.score:.2f}", style="dim"))
    return Panel(Group(*parts), title=title, title_align="left", border_style=COLOURS[alert.severity])


def _headline(alert: Alert) -> Text:
    """In the article's language, and in English where that is another."""
    languages = dict.fromkeys((alert.claim.lang, "en", *alert.headline))
    sentences = [safe(alert.headline[lang]) for lang in languages if lang in alert.headline]
    text = Text(sentences[0] if sentences else "", style="bold")
    if len(sentences) > 1:
        text.append(f"\n{sentences[1]}", style="not bold dim")
    return text


class SideBySide:
    """Texts in columns of equal width; one below the other where there is no room."""

    def __init__(self, texts: list[Text]) -> None:
        """One text a column."""
        self._texts = texts

    def __rich_console__(self, screen: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """Rich's way of asking."""
        if options.max_width < LEAST_WIDTH:
            yield from self._texts
            return
        table = Table.grid(expand=True, padding=(0, 3, 0, 0))
        for _ in self._texts:
            table.add_column(ratio=1)
        table.add_row(*self._texts)
        yield table


def _said(claim: Claim) -> Text:
    """Who says it, the quote, when and where it was printed."""
    text = Text()
    text.append(safe(claim.originator.name) if claim.originator else "nobody named", style="bold")
    for name in claim.originator.chain[1:] if claim.originator else ():
        text.append(f", by way of {safe(name)}", style="dim")
    text.append(f" ({claim.status})\n", style="dim")
    text.append_text(quote(claim))
    text.append(f"\n{_when(claim.as_of)}\n{_printed(claim)}", style="dim")
    if claim.figure.why:
        text.append(f"\n{safe(claim.figure.why)}", style="dim")
    return text


def quote(claim: Claim) -> Text:
    """The sentence with the figure marked; the figure's words also stand in »…«, for screens without colours."""
    raw = ESCAPE_SEQUENCE.sub(lambda found: " " * len(found[0]), claim.quote)
    sentence = plain(raw)
    start, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    before, after = safe(sentence[: max(0, start)]), safe(sentence[end:])
    text = Text("“" + _last(before.lstrip()))
    text.append("»", style="dim").append(safe(sentence[max(0, start) : end]), style=MARK).append("«", style="dim")
    return text.append(_first(after.rstrip()) + "”")


def _last(text: str) -> str:
    return text if len(text) <= ROOM_BESIDE_FIGURE else "…" + text[-ROOM_BESIDE_FIGURE:]


def _first(text: str) -> str:
    return text if len(text) <= ROOM_BESIDE_FIGURE else text[:ROOM_BESIDE_FIGURE] + "…"


def _when(as_of: AsOf | None) -> str:
    if as_of is None:
        return "as of a day that is not told"
    note = " (day of publication)" if as_of.accuracy == "publication" else f" ({as_of.accuracy})"
    return f"as of {as_of.start:%Y-%m-%d}{note if as_of.accuracy != 'day' else ''}"


def _printed(claim: Claim) -> str:
    outlet = safe(claim.source or "an outlet without a name")
    lines = [f"{outlet}, {claim.published_at:%Y-%m-%d %H:%M}, {claim.field} of {safe(claim.article_id)}"]
    return "\n".join([*lines, *([safe(claim.url)] if claim.url else [])])


def _gates(gates: Iterable[Gate]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0))
    for gate in gates:
        sign, colour = ANSWERS[gate.answer]
        table.add_row(Text(sign, style=colour), gate.gate, Text(safe(gate.because), style="dim"))
    return table


def explanation(alert: Alert) -> RenderableType:
    """Everything that is known of an alert: the panel, the other claims, the tracked figure, what would change it."""
    parts = [alert_panel(alert)]
    if len(alert.against) > 1:
        parts += [Text("\nIt stands against these, too:", style="bold")]
        parts += [Group("", _said(claim)) for claim in alert.against[1:]]
    if alert.tracked_figure is not None:
        first = min((alert.claim, *alert.against), key=lambda claim: claim.published_at)
        parts += ["", figures_table([(alert.tracked_figure, first)])]
    for miss in alert.nearest_misses:
        said = f"{safe(miss.figure)} ({safe(miss.source or miss.article_id)}): {safe(miss.because)}"
        parts += [Text("Not compared with ", style="bold").append(said, "not bold")]
    if alert.what_would_change_it:
        parts += [Text("\nWhat would change it: ", style="bold").append(safe(alert.what_would_change_it), "not bold")]
    return Group(*parts)


def change_text(change: Change) -> Text:
    """What reading an article again would change: a line a claim, a line an alert."""
    text = Text(f"{safe(change.article_id)}, read by version {safe(change.read_by)}\n", style="bold")
    for sign, colour, claims in (("+", "green", change.added), ("-", "red", change.gone)):
        for claim in claims:
            text.append(f"  {sign} {_in_short(claim)}\n", style=f"not bold {colour}")
    for was, would_be in change.changed:
        others = ", ".join(_differences(was, would_be))
        text.append(f"  ~ {_in_short(would_be)}: {others}\n", style="not bold yellow")
    for alert in change.alerts:
        text.append(f"  ! {alert.type} {alert.relation} ({alert.severity}): ", style="not bold")
        text.append_text(_headline(alert)).append("\n")
    return text


def _in_short(claim: Claim) -> str:
    who = f" by {safe(claim.originator.name)}" if claim.originator else ""
    return f"{value(claim.figure)} {safe(claim.measure)}, {claim.status}{who}"


def _differences(was: Claim, would_be: Claim) -> Iterator[str]:
    """The names of the fields that differ."""
    return (name for name in Claim.__struct_fields__ if getattr(was, name) != getattr(would_be, name))


def watched(entry: Watch) -> str:
    """A watch in one line."""
    given = {"measure": entry.measures, "place": entry.places, "name": entry.entities}
    parts = [f"{name} {' or '.join(map(safe, names))}" for name, names in given.items() if names]
    parts += [f"at least {entry.at_least:,}"] if entry.at_least is not None else []
    return f"{safe(entry.name)}: {', '.join(parts)}"


def claims_table(claims: Iterable[Claim]) -> Table:
    """An article's claims, each with why its figure was read so, where that is known."""
    told = list(claims)
    explained = ("why",) if any(claim.figure.why for claim in told) else ()
    table = Table("figure", "value", "measure", "status", "who says so", *explained, title_justify="left", box=SIMPLE)
    for claim in told:
        table.title = Text(safe(claim.title or claim.article_id), style="bold")
        who = safe(claim.originator.name) if claim.originator else ""
        row = (safe(claim.figure.text), value(claim.figure), safe(claim.measure), claim.status, who)
        table.add_row(*map(Text, row), *(Text(safe(claim.figure.why or "")) for _ in explained))
    return table


def value(figure: Figure) -> str:
    """A figure's interval in short: 3,000, ≥ 3,000, 10 to 12, 2 × 6,000, 18 of 40."""
    low, high = number(figure.low), number(figure.high)
    text = low if low == high else f"≥ {low}" if not high else f"≤ {high}" if not low else f"{low} to {high}"
    times = f"{number(figure.times)} × " if figure.times is not None else ""
    whole = f" of {number(figure.of)}" if figure.of is not None else ""
    unit = f" {safe(figure.unit)}" if figure.unit else ""
    return f"{times}{text}{whole}{unit}"


def figures_table(rows: Iterable[tuple[TrackedFigure, Claim]]) -> Table:
    """Tracked figures, each with its first claim: what is counted, low, best, high, who, where it was first said."""
    table = _figures("first said in")
    for figure, first in rows:
        table.add_row(*_summed(figure), Text(safe(first.title or first.article_id)))
    return table


def pasts_table(pasts: Iterable[Past]) -> Table:
    """What is kept of forgotten figures: the same, where, and from when to when they were spoken of."""
    table = _figures("where", "first told", "last told")
    for past in pasts:
        days = (f"{moment:%Y-%m-%d}" for moment in (past.first, past.last))
        table.add_row(*_summed(past.figure), Text(safe(past.place or "")), *days)
    return table


def _figures(*more: str) -> Table:
    table = Table("what", box=SIMPLE)
    for name in ("low", "best", "high", "claims", "originators"):
        table.add_column(name, justify="right", no_wrap=True)
    for name in more:
        table.add_column(name, overflow="fold")
    return table


def _summed(figure: TrackedFigure) -> Iterator[Text]:
    numbers = (number(value) for value in (figure.low, figure.best, figure.high))
    yield from map(Text, (safe(figure.label), *numbers, str(figure.claims), str(figure.originators)))


def number(value: Decimal | None) -> str:
    """With commas, no exponent and no idle zeros; an open end is nothing."""
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def dead_letters_table(letters: Iterable[Lying]) -> Table:
    """Where each lies, where it came from, why."""
    table = Table("place", "from", "reason", "message")
    table.add_column("bytes", justify="right")
    for lying in letters:
        letter = lying.letter
        origin = f"{letter.topic}:{letter.partition}:{letter.offset}"
        size = f"{len(letter.value):,}" if letter.value is not None else "null"
        table.add_row(lying.place, safe(origin), safe(letter.exception), safe(letter.message), size)
    return table


def dead_letter_text(lying: Lying) -> Text:
    """All of a dead letter; of its bytes the first thousand, as text."""
    letter = lying.letter
    text = Text(f"{lying.place}: {safe(letter.exception)}: {safe(letter.message)}\n", style="bold")
    rows = {
        "from": f"{letter.topic}, partition {letter.partition}, offset {letter.offset}",
        "key": "none" if letter.key is None else letter.key.decode("utf-8", "backslashreplace"),
        "bytes": "null" if letter.value is None else f"{len(letter.value):,}",
        "value": (letter.value or b"")[:1000].decode("utf-8", "backslashreplace"),
    }
    for name, content in rows.items():
        text.append(f"{name:6}", style="dim").append(safe(content) + "\n", style="not bold")
    for line in letter.stacktrace.splitlines():
        text.append(safe(line) + "\n", style="not bold dim")
    return text

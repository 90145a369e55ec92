"""What the figures of an article lend to those after them that tell too little of what they measure."""

from collections.abc import Container
from decimal import Decimal
from typing import NamedTuple

from ...schemas.claim import FieldName
from .. import languages
from . import parts
from .ahead import is_sourced, shared_noun
from .answers import answers, asked_in, crowd_in
from .around import look_around
from .attribution import counts_speakers
from .continuing import Before, is_tallied
from .document import FoundFigure, Sentence
from .finishing import may_be_money
from .lexicon import lexicon
from .measures import MeasureReading, measure_of
from .names import speaking
from .telling import cue_beside
from .uncounted import model_of
from .wording import wording

LENDING = frozenset(("count", "percent"))
"""Kinds of figures that lend their measure to a bare one after them."""
FARTHEST = 2
"""Sentences up to which a bare number that answers goes on from a figure; any other goes on from the next."""
FEW = 9
"""Up to so many are hardly those that the headline counts."""
MOST_TIMES = 10
"""A bare number takes the unit of another that is up to so many times as much, or as little."""
FAR_NEARER = 3
"""A count so many times nearer in size to another than the first is the one that it goes on with."""


class Lent(NamedTuple):
    """The number of a sentence, its last figure's measure, that of the first told together with it, and all."""

    sentence: int
    last: str
    first: str
    told: tuple[tuple[str, Decimal], ...]
    """Measures and sizes."""
    field: FieldName
    group: str | None = None
    """The kind of those whom the last figure counts."""


class Lending:
    """Remembers the figures of one article, its headline first."""

    def __init__(self, lang: str, crowd: str | None, text: str) -> None:
        """`crowd` is the measure of those who take part in what the article is about, `text` the article's."""
        self._lang, self._crowd, self._meant = lang, crowd, wording(lang).meant_in(text)
        self._counts: Lent | None = None
        self._mattering: Lent | None = None
        """The last count that is of nobody on duty: "45 died. Some 300 officers were sent. The union puts it at 62"."""
        self._sum: Lent | None = None
        """The last sum, where no count has followed it."""
        self._told: dict[str, str] = {}
        """What each figure has measured before."""
        self._asked: tuple[int, str] | None = None
        """The last sentence that asks for a number or tells of a crowd without one, and what it counts."""
        self._models: set[str] = set()
        """Names with a number: "Leopard 2"."""
        self._measured: Lent | None = None
        """The last area or weight, where no count has followed it."""
        self.units = {"quake.magnitude": "magnitude"}
        """In what each measure was told last; sums by "money"."""

    def hear(self, number: int, sentence: Sentence) -> None:
        """What a sentence without figures lets the next one answer: "How many fled?", "A crowd of miners came"."""
        if asked := asked_in(sentence, self._lang):
            reading = measure_of(*asked, lang=self._lang, before=Before(meant=self._meant))
            self._asked = (number, reading.measure) if reading else None
            if reading and (unit := asked[0].figure.unit):
                self.units[reading.measure] = unit
        elif crowd := crowd_in(sentence, self._lang):
            self._asked = number, crowd

    def readings(self, number: int, sentence: Sentence, former: Container[int]) -> dict[int, MeasureReading]:
        """What the figures of a sentence measure, by where they start; a bare value of before lends nothing."""
        found_out = {}
        for found in sentence.figures:
            if self._is_model(found, sentence):
                continue
            before = self.before(number, found, sentence)
            reading = measure_of(found, sentence, lang=self._lang, before=before)
            if reading and not counts_speakers(found, reading.measure, sentence, self._lang):
                found_out[found.start] = reading
                if found.head is not None or reading.family == "vote" or found.start not in former:
                    self.lend(number, found, sentence, reading)
        return found_out

    def _is_model(self, found: FoundFigure, sentence: Sentence) -> bool:
        """Whether a number is one of a name: by what stands around it, or because the article has told so before."""
        if named := model_of(found, sentence, lang=self._lang):
            self._models.add(" ".join(named))
        place = found.start - sentence.start
        return named is not None or any(
            sentence.text.startswith(model, max(0, place - len(model) + len(found.figure.text)))
            for model in self._models
            if model.endswith(f" {found.figure.text}")
        )

    def before(self, number: int, found: FoundFigure, sentence: Sentence) -> Before:
        """What a figure of a sentence may go on from."""
        previous = self._ahead(number, found, sentence) or self._previous(number, found, sentence)
        group = self._counts.group if self._counts and self._counts.last == previous else None
        return Before(previous, self._told.get(written(found)), self._crowd_at(number), group, self._meant)

    def _crowd_at(self, number: int) -> str | None:
        """Of the article, or of the sentence before that tells of one without a number."""
        told = self._asked[1] if self._asked and number - self._asked[0] == 1 else None
        return self._crowd or (told if told in languages.taxonomy()["crowds"].values() else None)

    def _ahead(self, number: int, found: FoundFigure, sentence: Sentence) -> str | None:
        """The measure of the next figure, where its noun is this one's, too."""
        if found.head is not None or (other := shared_noun(found, sentence, lang=self._lang)) is None:
            return None
        before = Before(self._previous(number, other, sentence), None, self._crowd_at(number), meant=self._meant)
        reading = measure_of(other, sentence, lang=self._lang, before=before)
        return reading.measure if reading else None

    def lend(self, number: int, found: FoundFigure, sentence: Sentence, reading: MeasureReading) -> None:
        """Remember a figure; not where it only says where others are, or how many live there."""
        if found.figure.kind == "money" or reading.family.startswith("money."):
            self._sum = Lent(number, reading.measure, reading.measure, (), sentence.field)
            self._measured = None
            if found.figure.unit:
                self.units["money"] = found.figure.unit
        elif found.figure.unit and reading.measure in languages.taxonomy()["spreading"]["measures"]:
            told = ((reading.measure, _size(found)),)
            self._measured = Lent(number, reading.measure, reading.measure, told, sentence.field)
            self.units[reading.measure] = found.figure.unit
        elif found.figure.kind in LENDING or found.figure.unit == "magnitude":
            if found.figure.kind == "count":
                self._told.setdefault(written(found), reading.measure)
            if not parts.is_aside(found, sentence, lang=self._lang) and reading.measure != "person.residents":
                self._counts = self._with(number, found, sentence, reading)
                self._sum = self._measured = None
                on_duty = reading.measure in languages.taxonomy()["on_duty"]["measures"]
                self._mattering = self._mattering if on_duty else self._counts

    def _with(self, number: int, found: FoundFigure, sentence: Sentence, reading: MeasureReading) -> Lent:
        measure = reading.measure
        before = self._counts if self._counts and self._counts.sentence == number else None
        joined = before is not None and parts.is_joined(found, sentence, lang=self._lang)
        first = before.first if before and joined else measure
        told = (*(before.told if before else ()), (measure, _size(found)))
        return Lent(number, measure, first, told, sentence.field, reading.group)

    def _previous(self, number: int, found: FoundFigure, sentence: Sentence) -> str | None:
        """A figure without a noun may share the measure of one in its sentence or the sentence before."""
        sum_told = self._sum is not None and (found.figure.kind == "money" or may_be_money(found.figure))
        if self._asked and number - self._asked[0] == 1 and self._answers_question(found, sentence):
            return self._asked[1]
        if self._measured and number - self._measured.sentence <= FARTHEST and self._measures_on(found, sentence):
            return self._measured.last
        lent = self._sum if sum_told else self._lent_by_counts(number, found, sentence)
        apart = number - lent.sentence if lent else 0
        if lent is None or apart > FARTHEST or (apart > 1 and (sum_told or not self._goes_on(found, sentence))):
            return None
        if lent.field != sentence.field and (_size(found) <= FEW or not self._is_tallied(found, sentence)):
            return None
        if lent.told and number > lent.sentence:
            part = parts.refers_back(found, sentence, lang=self._lang)
            wholes = tuple(each for each in lent.told if each[1] >= _size(found)) if part else ()
            return _likest(wholes or lent.told, _size(found))  # "27 of them" are no part of 14
        if parts.starts_anew(found, sentence, lang=self._lang):
            return lent.first
        held = [measure for measure, size in lent.told if size >= _size(found)]
        return held[-1] if held and parts.refers_back(found, sentence, lang=self._lang) else lent.last

    def _lent_by_counts(self, number: int, found: FoundFigure, sentence: Sentence) -> Lent | None:
        """What was counted last; what matters, where somebody answers it: "1,200 officers; the chief says 4,000"."""
        last = self._counts
        beside = last is None or last.sentence == number
        if beside or last is self._mattering or not self._goes_on(found, sentence):
            return last
        return self._mattering or last

    def _goes_on(self, found: FoundFigure, sentence: Sentence) -> bool:
        """Whether a bare number answers what was told, or somebody counts so many."""
        if found.head is not None:
            return False
        around, words = look_around(found, sentence, lexicon(self._lang)), wording(self._lang)
        return (found.figure.kind == "count" and answers(around, words)) or is_tallied(around, words)

    def _measures_on(self, found: FoundFigure, sentence: Sentence) -> bool:
        """ "320 hectares burned. The hikers count 1,150", "… 1,150 hectares": a bare number, or one with that unit."""
        if found.figure.kind == "measure":
            return self._is_tallied(found, sentence)
        if found.figure.kind != "count" or found.head is not None or self._measured is None:
            return False
        (_, first), size = self._measured.told[0], _size(found)
        if first > MOST_TIMES * size or size > MOST_TIMES * first:
            return False  # "burned 320 hectares. They counted 4 since"
        around = look_around(found, sentence, lexicon(self._lang))
        cued = cue_beside(around, wording(self._lang), self._measured.last)  # "for the hikers, the fire burned 1,150"
        ends = self._ends(found, sentence) and (cued or self._goes_on(found, sentence))
        return ends or is_sourced(around, speaking(self._lang))

    def _ends(self, found: FoundFigure, sentence: Sentence) -> bool:
        """Whether nothing of its clause stands behind a figure."""
        behind = sentence.text[found.end - sentence.start :]
        told = behind.split(maxsplit=1)
        if not told or not behind[0].isspace() or not told[0][0].isalnum():
            return True
        return told[0].casefold() in lexicon(self._lang).conjunctions

    def _answers_question(self, found: FoundFigure, sentence: Sentence) -> bool:
        """Whether a bare number opens the sentence behind a question, or goes on from it."""
        if found.head is not None or found.figure.kind != "count":
            return False
        opens = found is sentence.figures[0] and not sentence.text[: found.start - sentence.start].strip()
        return opens or self._goes_on(found, sentence)

    def _is_tallied(self, found: FoundFigure, sentence: Sentence) -> bool:
        """Whether somebody counts so many: the bus that carried 62 is no part of a title's dead."""
        return is_tallied(look_around(found, sentence, lexicon(self._lang)), wording(self._lang))


def _likest(told: tuple[tuple[str, Decimal], ...], size: Decimal) -> str:
    """The measure that a figure of the next sentence goes on with: the first, if no other is far nearer in size."""

    def apart(each: tuple[str, Decimal]) -> Decimal:
        return max(each[1], size) / max(min(each[1], size), Decimal(1))

    nearest = min(told, key=apart)
    return nearest[0] if apart(told[0]) > FAR_NEARER * apart(nearest) else told[0][0]


def _size(found: FoundFigure) -> Decimal:
    """Of an interval its lower end."""
    value = found.figure.low if found.figure.low is not None else found.figure.high
    return abs(value or Decimal(0))


def written(found: FoundFigure) -> str:
    """A figure's values, alike for all that print the same."""
    figure = found.figure
    return f"{figure.low}..{figure.high} {figure.unit or ''} {figure.of or ''} {figure.times or ''}"

"""Figures become claims: measure, status, originator, place, as-of and parts of each, sentence by sentence."""

from collections.abc import Iterable
from datetime import datetime

import msgspec

from ...schemas.article import Article
from ...schemas.claim import AsOf, Claim, Entity, FieldName, Figure, Originator, Status, Story
from .. import languages
from . import above, own_dates, parts
from . import dates as dating
from .afterwards import Quotation, named_in_text
from .attribution import Speakers, originator_of, told_back, voices_in
from .claim_ids import ClaimIds
from .context import Context, Inherited, merged
from .document import FoundFigure, Sentence
from .entries import Entry, entries, moment_at
from .finishing import with_unit
from .former import former_in, reading_before
from .gazetteer import mentions, worldwide
from .groups import nation_of
from .headings import heading_end
from .lending import Lending, written
from .measures import MeasureReading
from .mention import Mention
from .named_places import NamedPlaces
from .occasions import is_of_no_day, occasion_of, rate_of, scene_of
from .status import status_of
from .territories import bare
from .tokens import Token, tokenize
from .told_where import of_country
from .towns import namesake_in
from .turns import Turn, turn_at, turns
from .whereabouts import place_of

GATHERING = 2
"""Kinds of events of which an article tells most, one of which may be a gathering."""
FORESEEN = frozenset(("expected", "planned", "promised"))
SUPPOSED = frozenset(("hypothetical", "feared", "estimated"))
"""What may be so by a day to come."""
_NOTHING = Figure(text="", kind="count", low=None, high=None)


class Drafted(msgspec.Struct):
    """A claim, the number of the claim it is a part of, and whether its day is that of the sentence before."""

    claim: Claim
    whole: int | None = None
    lent: bool = False


class Assembler:
    """Makes the claims of one article, in order, remembering what was said before."""

    def __init__(
        self,
        *,
        article: Article,
        lang: str,
        published_at: datetime,
        story: Story,
        acronyms: dict[str, str],
        dates: dict[FieldName, list[dating.Dated]],
    ) -> None:
        """`acronyms` are those that the article explains, `dates` those that each field names."""
        self._article = article
        self._lang = lang
        self._published_at = published_at
        self._story = story
        self._dates = dates
        country = next((ref for ref in story.refs if ref.startswith("country:")), None)
        self._named_places = NamedPlaces(story.places, country, lang)
        self._speakers = Speakers(lang=lang, country=country, acronyms=acronyms, named=[])
        self._turns: list[Turn] = []
        self._entries: list[Entry] = []
        self._headings: list[above.Above] = []
        self._quotation = Quotation()
        self._last = range(0)
        """The claims of the sentence before."""
        self._formers: set[int] = set()
        """The claims of values of before."""
        self._drafted: list[Drafted] = []
        self._ids = ClaimIds(article.id)
        crowds = (languages.taxonomy()["crowds"].get(event) for event in story.events[:GATHERING])
        self._lending = Lending(lang, next(filter(None, crowds), None), f"{article.title or ''}\n{article.text}")
        self._heading_end = end = heading_end(article.text, 0, len(article.text))
        self._heading = bare(article.text[:end]), bare(f"{article.title or ''} {article.text[end:]}" if end else "")
        """The dateline, and all else."""
        self._written = above.written_in(article.text[:end], lang, story.places)
        self._before = Inherited()
        self._goes_on = False  # whether the sentence behind goes on with what this one tells
        self._coming: AsOf | None = None
        """The coming day that something was foreseen for."""

    def claims(self, sentences: list[Sentence], entities: dict[int, tuple[Entity, ...]]) -> list[Drafted]:
        """The claims of all sentences."""
        field: FieldName | None = None
        for number, (sentence, following) in enumerate(zip(sentences, (*sentences[1:], None), strict=True)):
            self._goes_on = following is not None and parts.starts_bare(following)
            if sentence.field != field:  # a new field takes over what its headline counts
                field, self._before = sentence.field, Inherited()
                self._quotation, self._last = Quotation(), range(0)
                self._turns = turns(self._raw(field), self._lang)
                self._entries = entries(self._raw(field), self._published_at)
                self._headings = above.headings(self._raw(field), self._lang)
            done = len(self._drafted)
            self._sentence(number, sentence, entities.get(number, ()))
            self._quoted(sentence, range(done, len(self._drafted)))
            self._last = range(done, len(self._drafted))
        for draft in self._drafted:
            draft.claim = named_in_text(draft.claim, self._speakers.named, self._lang)
        return self._drafted

    def _quoted(self, sentence: Sentence, made: range) -> None:
        """Who spoke, for the sentences before in which a quotation was open that ends in this one."""
        waiting = self._quotation.follow(sentence, made, lambda number: self._drafted[number].claim)
        if not waiting:
            return
        own = next((self._drafted[number].claim.originator for number in made), None)
        speaker = own or voices_in(sentence, self._speakers)
        self._say(waiting, speaker)

    def _say(self, numbers: Iterable[int], speaker: Originator | None) -> None:
        """Claims without a speaker are of this one."""
        for claimed in (self._drafted[number] for number in numbers if speaker):
            if claimed.claim.originator is None:
                claimed.claim = msgspec.structs.replace(claimed.claim, originator=speaker)

    def _sentence(self, number: int, sentence: Sentence, entities: tuple[Entity, ...]) -> None:
        dated = own_dates.no_counts(dating.within(self._dates[sentence.field], sentence.start, sentence.end), sentence)
        turn = turn_at(self._turns, sentence.start)
        self._speakers.take_turn(turn.name if turn else None)
        if not sentence.figures or (sentence.field == "text" and sentence.end <= self._heading_end):
            self._listen(number, sentence, dated)
            return
        tokens = tokenize(sentence.text, 0, len(sentence.text), spaced=False)
        wide = worldwide(tokens, self._lang) + self._named_places.countrywide(tokens)
        former = former_in(sentence, dated, self._published_at, lang=self._lang)
        of_former = [each.day for each in former.values()]
        dated = [each for each in dated if each not in of_former]
        included = frozenset(
            each.start for each in sentence.figures if parts.is_included(each, sentence, lang=self._lang)
        )
        heading = above.place_above(self._headings, sentence.start) or self._written
        context = Context(tokens, self._places(tokens), entities, dated, wide, self._lang, included, turn, heading)
        readings, made = self._lending.readings(number, sentence, former), False
        for found in sentence.figures:
            reading = readings.get(found.start)
            if reading and (reading.family == "vote" or found.start not in former):
                self._claim(found, sentence, reading, context)
                made = True
            elif found.start in former and (day := former[found.start].day):
                before = reading_before(found, sentence, readings, former, lang=self._lang)
                self._former(found, sentence, before, msgspec.structs.replace(context, dated=[day]))
        if not made:
            self._listen(number, sentence, dated)

    def _places(self, tokens: list[Token]) -> list[Mention]:
        """What the gazetteer knows, towns in the areas that the story names, and what only the article names."""
        listed = [each._replace(ref=namesake_in(each.ref, self._story.refs)) for each in mentions(tokens, self._lang)]
        return self._named_places.beside(listed, tokens)

    def _listen(self, number: int, sentence: Sentence, dated: list[dating.Dated]) -> None:
        """A sentence without a claim still tells who speaks, and what a number that may follow counts."""
        self._lending.hear(number, sentence)
        if any(self._drafted[number].claim.originator is None for number in self._last):
            self._say(self._last, told_back(sentence, self._speakers))
        status = self._status_of_sentence(sentence) if dated or self._goes_on else "reported"
        if dated and status in FORESEEN:
            self._foreseen(dated[-1])
        self._before = Inherited(voices_in(sentence, self._speakers), status, dated[-1].as_of if dated else None)

    def _status_of_sentence(self, sentence: Sentence) -> Status:
        """As of a figure that would follow its last word."""
        end = FoundFigure(start=sentence.end, end=sentence.end, figure=_NOTHING)
        return status_of(end, sentence, lang=self._lang, reach=len(sentence.text)).status

    def _claim(self, found: FoundFigure, sentence: Sentence, reading: MeasureReading, context: Context) -> None:
        speakers, whole = self._speakers, self._whole(found, sentence, context, reading)
        status = status_of(found, sentence, lang=self._lang, measure=reading.measure, family=reading.family)
        originator = originator_of(found, sentence, speakers) or speakers.turn
        named = self._date(found, sentence, context, reading)
        as_of = self._as_of(named)
        told = named is not None and own_dates.is_when_said(sentence.text, named.start, self._lang)
        coming = None if named is None or told else named.until or named
        by = coming is not None and coming.by
        undated = named is None and not is_of_no_day(reading.measure)
        if (status.status in FORESEEN and not told and (as_of or by or undated)) or (by and status.status in SUPPOSED):
            as_of = self._foreseen(coming)
        asked = context.turn is not None and context.turn.question
        state = Inherited(originator, "asked" if asked else status.status, as_of)
        if parts.starts_bare(sentence) and found is sentence.figures[0]:
            state = merged(state, self._before, broken_off=parts.is_broken_off(sentence, lang=self._lang))
        elif originator is None and not speakers.puzzled and parts.goes_on_quoting(sentence):
            state.originator = self._before.originator
        elif whole is not None and originator is None:
            state.originator = self._drafted[whole].claim.originator
        last = [self._drafted[number].claim for number in reversed(self._last) if number not in self._formers]
        lent = state.as_of is None and not context.dated
        if lent:
            state.as_of = occasion_of(reading, state.originator, last, found, sentence)
        told_on = "\n" not in self._raw(sentence.field)[last[0].quote_end : sentence.start] if last else False
        elsewhere = not told_on or context.tells_where() or context.dated
        scene = None if elsewhere else scene_of(reading, state.originator, last, sentence=sentence.text)
        claim = msgspec.structs.replace(
            self._said(found, sentence, reading),
            entities=context.all_entities(),
            place=scene or self._place(found, sentence, context, state.originator),
            group=reading.group or nation_of(found, sentence, context),
            status=state.status,
            per=rate_of(reading, state.originator, last),
            originator=state.originator,
            as_of=state.as_of or moment_at(self._entries, found.start) or dating.published(self._published_at),
            correction=status.correction,
        )
        self._drafted.append(Drafted(claim, whole, lent))
        self._before = Inherited(state.originator, as_of=state.as_of)  # the status was this figure's

    def _place(
        self, found: FoundFigure, sentence: Sentence, context: Context, speaker: Originator | None
    ) -> str | None:
        """Where a figure is; a country's ministry speaks for more than the capital in which it is written."""
        heard, told_in = self._speakers.heard, self._speakers.told_in
        place = place_of(found, sentence, context, self._story, speaker=heard, told_in=told_in)
        return of_country(place, speaker.name if speaker else None, *self._heading)

    def _former(self, found: FoundFigure, sentence: Sentence, reading: MeasureReading | None, context: Context) -> None:
        """A value of before makes a claim of its own day, and nothing goes on from it."""
        if reading is None:
            return
        before = self._before
        self._claim(found, sentence, reading, context)
        self._before = before
        self._formers.add(len(self._drafted) - 1)
        made = self._drafted[-1]
        made.claim = msgspec.structs.replace(made.claim, as_of=context.dated[0].as_of, correction=False)

    def _said(self, found: FoundFigure, sentence: Sentence, reading: MeasureReading) -> Claim:
        """What a claim has of its article, its place in it and its measure."""
        article, raw = self._article, self._raw(sentence.field)
        return Claim(
            claim_id=self._ids.of(sentence.field, written(found), reading.measure),
            article_id=article.id,
            field=sentence.field,
            start=found.start,
            end=found.end,
            quote=raw[sentence.start : sentence.end],
            quote_start=sentence.start,
            quote_end=sentence.end,
            figure=msgspec.structs.replace(
                with_unit(found.figure, reading.measure, reading.family, self._lending.units),
                text=raw[found.start : found.end],
            ),
            measure=reading.measure,
            family=reading.family,
            lang=self._lang,
            published_at=self._published_at,
            url=article.url,
            title=article.title,
            source=article.source,
            stock_or_flow=reading.stock_or_flow,
            cumulative=reading.cumulative,
            predicate=reading.predicate,
        )

    def _foreseen(self, named: dating.Dated | None) -> AsOf | None:
        """The coming day of that name; without one, the coming day that the article named last."""
        if named is None:
            return self._coming
        coming = dating.ahead(named, self._published_at)
        self._coming = coming if coming.start > self._published_at else self._coming
        return coming

    def _date(
        self, found: FoundFigure, sentence: Sentence, context: Context, reading: MeasureReading
    ) -> dating.Dated | None:
        told = self._published_at if reading.family in languages.taxonomy()["running"]["families"] else None
        return own_dates.date_of(found, sentence, context.dated, running_at=told, lang=self._lang)

    def _as_of(self, named: dating.Dated | None) -> AsOf | None:
        """ "This month" and "this year" hold the day of publication, and tell no more than it does."""
        if named is None or (named.relative and named.as_of.start <= self._published_at < named.as_of.end):
            return None
        return named.as_of

    def _raw(self, field: FieldName) -> str:
        return (self._article.title or "") if field == "title" else self._article.text

    def _whole(self, found: FoundFigure, sentence: Sentence, context: Context, reading: MeasureReading) -> int | None:
        """The number of the claim that this one is a part of, where the text says so."""
        here = [index for index, draft in enumerate(self._drafted) if draft.claim.field == sentence.field]
        same = [index for index in here if self._drafted[index].claim.family == reading.family]
        if not same or found.figure.kind != "count":
            return None
        if found.start not in context.included and not parts.refers_back(found, sentence, lang=self._lang):
            return None
        return same[-1] if parts.could_hold(self._drafted[same[-1]].claim, found) else None

"""The reader: an article in, its reading out. Models run in batches, only over sentences that hold a figure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain

import msgspec

from ...schemas.article import Article, Origin
from ...schemas.claim import Claim, Entity, FieldName, Reading
from ...schemas.keys import article_digest
from .acronyms import acronyms
from .assemble import Assembler, Drafted
from .before import settle
from .date_ranges import times_in
from .document import Sentence
from .figures import find_figures
from .gazetteer import resolved
from .headings import heading_end
from .lang_detect import detect
from .models import DEFAULT_MODELS, Models
from .repeats import dated_alike
from .sentences import split
from .story import story_of
from .text import plain
from .tokens import Token, tokenize

READER_VERSION = "15"
STORY_CHARACTERS = 20_000
"""The story is told in an article's first pages."""

Item = tuple[Article, Origin, datetime]


class Draft(msgspec.Struct):
    """An article on its way through the reader."""

    article: Article
    origin: Origin
    published_at: datetime
    lang: str
    fields: dict[FieldName, str]
    sentences: list[Sentence]


class Reader:
    """Reads articles; one a process, for it holds the models."""

    def __init__(self, *, models: Mapping[str, str] | None = None, explain: bool = False) -> None:
        """`models` names a spaCy pipeline by language; `explain` keeps why each figure was read so."""
        self._models = Models(DEFAULT_MODELS if models is None else models)
        self._explain = explain

    def read(self, article: Article, *, origin: Origin, received_at: datetime) -> Reading:
        """One article's reading; `received_at` stands in for a missing publication date."""
        return self.read_many([(article, origin, received_at)])[0]

    def read_many(self, items: Iterable[Item]) -> list[Reading]:
        """The readings of several articles, in order; the models run over all of them together."""
        drafts = [self._draft(*item) for item in items]
        entities = self._entities(drafts)
        return [self._reading(draft, entities[index]) for index, draft in enumerate(drafts)]

    def _draft(self, article: Article, origin: Origin, received_at: datetime) -> Draft:
        fields: dict[FieldName, str] = {"text": plain(article.text)}
        if article.title:
            fields = {"title": plain(article.title), **fields}
        lang = article.lang or detect(" ".join(fields.values()))
        sentences = [each for name, text in fields.items() for each in self._sentences(name, text, lang)]
        published_at = article.published_at or received_at
        return Draft(article, origin, published_at, lang, fields, sentences)

    def _sentences(self, name: FieldName, text: str, lang: str) -> Iterable[Sentence]:
        figures = find_figures(text, lang, explain=self._explain)
        place = 0
        for index, (start, end) in enumerate(split(text, lang)):
            first = place
            while place < len(figures) and figures[place].start < end:
                place += 1
            yield Sentence(
                field=name,
                index=index,
                start=start,
                end=end,
                text=text[start:end],
                figures=tuple(figure for figure in figures[first:place] if figure.end <= end),
            )

    def _entities(self, drafts: Sequence[Draft]) -> list[dict[int, tuple[Entity, ...]]]:
        """By draft and sentence number, the names in sentences with figures and in titles."""
        found: list[dict[int, tuple[Entity, ...]]] = [{} for _ in drafts]
        for lang in sorted({draft.lang for draft in drafts}):
            wanted = [
                (index, number)
                for index, draft in enumerate(drafts)
                if draft.lang == lang
                for number, sentence in enumerate(draft.sentences)
                if sentence.figures or sentence.field == "title"
            ]
            texts = [drafts[index].sentences[number].text for index, number in wanted]
            named = zip(wanted, texts, self._models.entities(texts, lang), strict=True)
            for (index, number), text, entities in named:
                found[index][number] = tuple(resolved(entity, text, lang) for entity in entities)
        return found

    def _reading(self, draft: Draft, entities: dict[int, tuple[Entity, ...]]) -> Reading:
        article, lang = draft.article, draft.lang
        head = {name: text[:STORY_CHARACTERS] for name, text in draft.fields.items()}
        dates = {name: times_in(text, lang=lang, base=draft.published_at) for name, text in draft.fields.items()}
        named = {name: [dated for dated in each if dated.end <= STORY_CHARACTERS] for name, each in dates.items()}
        everyone = [entity for group in entities.values() for entity in group]
        story = story_of(
            _tokens(head.get("title", "")),
            _tokens(head["text"]),
            lang=lang,
            entities=everyone,
            dates=[*chain(*named.values())],
            heading=heading_end(head["text"], 0, len(head["text"])),
        )
        assembler = Assembler(
            article=article,
            lang=lang,
            published_at=draft.published_at,
            story=story,
            acronyms=acronyms(draft.fields["text"][:STORY_CHARACTERS]),
            dates=dates,
        )
        drafted = dated_alike(settle(assembler.claims(draft.sentences, entities)), named, draft.published_at)
        return Reading(
            article_id=article.id,
            origin=draft.origin,
            digest=article_digest(title=article.title, text=article.text),
            reader_version=READER_VERSION,
            updated_at=article.updated_at,
            lang=lang,
            story=story,
            claims=_finished(drafted),
        )


def _tokens(text: str) -> list[Token]:
    return tokenize(text, 0, len(text), spaced=False)


def _finished(drafted: list[Drafted]) -> tuple[Claim, ...]:
    """Links between figures become claim ids, now that all ids are known."""
    ids = [draft.claim.claim_id for draft in drafted]
    return tuple(
        draft.claim if draft.whole is None else msgspec.structs.replace(draft.claim, part_of=ids[draft.whole])
        for draft in drafted
    )

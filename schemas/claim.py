"""Claim: a figure, what it measures, who says so, as of when; and the records that carry claims."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from .article import Origin
from .record import Moment, Record, SchemaError

Kind = Literal["count", "money", "percent", "points", "ratio", "rate", "measure", "duration", "age", "score", "ordinal"]
WORLD = "country:001"
"""The place of what holds the world over: its code of the UN's M49, which CLDR has among the territories."""
JOINT = "+"
"""Between the countries of a figure about several at once."""
Qualifier = Literal[
    "exact", "about", "at_least", "more_than", "at_most", "less_than", "between",
    "several", "dozens", "hundreds", "thousands", "millions", "billions",
]  # fmt: skip
Status = Literal[
    "reported", "estimated", "expected", "planned", "promised", "feared", "denied", "asked", "hypothetical"
]
FieldName = Literal["title", "text"]


class Figure(Record, frozen=True, kw_only=True):
    """A number with meaning, as an interval **as printed, never widened**; a null bound is an open end."""

    text: Annotated[str, Meta(description="The figure's words, exactly as they stand in the field.")]
    kind: Kind
    low: Decimal | None
    high: Decimal | None
    qualifier: Qualifier = "exact"
    step: Annotated[Decimal | None, Meta(description="Value of the last digit printed: 7.0 has 0.1, 12 000 has 1.")] = (
        None
    )
    magnitude: Annotated[bool, Meta(description="Written with a magnitude word (1.5 million).")] = False
    unit: Annotated[
        str | None,
        Meta(description="ISO 4217 code, 'percent', 'points', or a unit's English name (km, hectare)."),
    ] = None
    counted: Annotated[str | None, Meta(description="The counted noun's phrase, as written.")] = None
    of: Annotated[Decimal | None, Meta(description="The whole of a part: 40 in '18 of the 40'.")] = None
    times: Annotated[
        Decimal | None, Meta(description="2 in 'two brigades of 6,000 each'; low and high stay 6,000.")
    ] = None
    alternatives: Annotated[tuple[Decimal, ...], Meta(description="Other values the same digits could mean.")] = ()
    corrupt: Annotated[bool, Meta(description="The text looks broken at the figure.")] = False
    why: Annotated[str | None, Meta(description="The rule or cue that read it; only when asked for.")] = None


class Entity(Record, frozen=True, kw_only=True):
    """Somebody or something named; `ref` is language-free: 'country:KR', 'geonames:524901', 'name:nis'."""

    text: str
    kind: Literal["person", "organisation", "country", "place", "other"]
    ref: str | None = None


class Originator(Record, frozen=True, kw_only=True):
    """Who a figure comes from, as against the outlet that prints it."""

    name: Annotated[str, Meta(description="As written, led back to its fullest form in the article.")]
    ref: Annotated[
        str | None, Meta(description="Language-free, for comparing: 'country:KR/intelligence', 'name:nis'.")
    ] = None
    chain: Annotated[tuple[str, ...], Meta(description="Nearest speaker first, when at second hand.")] = ()


class AsOf(Record, frozen=True, kw_only=True):
    """The time a figure holds for, UTC, start inclusive and end exclusive."""

    start: Moment
    end: Moment
    accuracy: Annotated[
        Literal["instant", "day", "week", "month", "quarter", "half", "year", "publication", "before"],
        Meta(description="'before': some time before the count that took its place."),
    ] = "publication"


class Story(Record, frozen=True, kw_only=True):
    """A compact, language-free fingerprint of what an article is about, the same for all its claims."""

    refs: Annotated[tuple[str, ...], Meta(description="Refs of the entities named, most telling first.")] = ()
    places: Annotated[tuple[str, ...], Meta(description="The refs among them that are countries or places.")] = ()
    dates: Annotated[tuple[str, ...], Meta(description="Days the text names, ISO 8601.")] = ()
    events: Annotated[
        tuple[str, ...], Meta(description="Event kinds: flood, quake, strike, election, war, epidemic…")
    ] = ()
    words: Annotated[tuple[str, ...], Meta(description="Topic words, folded; of the article's language.")] = ()
    names: Annotated[
        tuple[str, ...],
        Meta(
            description="Words that are names: capitals wherever they stand, unknown to the language's files, folded."
        ),
    ] = ()
    signature: Annotated[
        str, Meta(description="MinHash of the text's shingles, hexadecimal; near-copies share most of it.")
    ] = ""


class Claim(Record, frozen=True, kw_only=True):
    """A figure claimed about something, with its quote; offsets are code points of the original field."""

    claim_id: str
    article_id: str
    field: FieldName
    start: int
    end: int
    quote: str
    quote_start: int
    quote_end: int
    figure: Figure
    measure: Annotated[str, Meta(description="Language-free: 'person.dead'; outside the taxonomy 'other.fr.navire'.")]
    family: Annotated[str, Meta(description="The measure's family, the routing key.")]
    lang: str
    published_at: Moment
    url: str | None = None
    title: str | None = None
    source: str | None = None
    entities: Annotated[tuple[Entity, ...], Meta(description="Those of the claim's own sentence.")] = ()
    place: Annotated[
        str | None, Meta(description="Ref of the place the figure is about; several countries' are joined by +.")
    ] = None
    group: Annotated[
        str | None,
        Meta(description="Ref or fold of the sub-group counted ('children', 'country:KP'), null: all."),
    ] = None
    predicate: Annotated[
        str | None,
        Meta(description="What is done with those counted, language-free ('sent', 'trained', 'sold'); null: not told."),
    ] = None
    status: Status = "reported"
    originator: Originator | None = None
    as_of: AsOf | None = None
    stock_or_flow: Literal["stock", "flow", "change", "share", "price"] | None = None
    cumulative: bool = False
    per: Annotated[str | None, Meta(description="The period of a rate: 'day', 'month'… null when none.")] = None
    part_of: Annotated[str | None, Meta(description="claim_id of the whole that the text names.")] = None
    correction: Annotated[bool, Meta(description="The sentence says that it corrects ('revised', 'rectificatif').")] = (
        False
    )


class Reading(Record, frozen=True, kw_only=True):
    """All that one article says, in one record; a withdrawn article is a reading without claims."""

    article_id: str
    origin: Origin
    digest: Annotated[str, Meta(description="Hash of title and text; equal digests are one version.")]
    reader_version: str
    schema: Literal["figurewatch.reading/1"] = "figurewatch.reading/1"
    withdrawn: bool = False
    backfill: Annotated[bool, Meta(description="Fed as history: remembered, never alerted.")] = False
    reread: Annotated[bool, Meta(description="Fed by `figurewatch reread`: counts only where its words stand.")] = False
    updated_at: Moment | None = None
    fed_at: Annotated[Moment | None, Meta(description="The article record's timestamp.")] = None
    lang: str | None = None
    story: Story = Story()
    claims: tuple[Claim, ...] = ()


class ClaimRecord(Record, frozen=True, kw_only=True):
    """What one version of an article claims in one family of measures: the unit that compare works on."""

    article_id: str
    family: str
    origin: Origin
    schema: Literal["figurewatch.claims/1"] = "figurewatch.claims/1"
    digest: Annotated[str, Meta(description="Of the article's words; claims that go while it stays were misread.")] = ""
    part: Annotated[int, Meta(description="A long article's claims are cut into records of bounded size.")] = 0
    backfill: bool = False
    fed_at: Moment | None = None
    story: Story = Story()
    claims: tuple[Claim, ...] = ()
    withdrawn: Annotated[tuple[str, ...], Meta(description="claim_ids that the article no longer makes.")] = ()


def see_to_whose(record: Reading | ClaimRecord) -> None:
    """A record's claims are its article's, and of its family: under another's ids they would take their place.

    Raises:
        SchemaError: one is not.
    """
    family = record.family if isinstance(record, ClaimRecord) else None
    for claim in record.claims:
        if claim.article_id != record.article_id or family not in (None, claim.family):
            told = f"of article {claim.article_id!r} and family {claim.family}, in a record of"
            raise SchemaError(
                f"claim {claim.claim_id!r} is {told} {record.article_id!r} and {family or 'all families'}"
            )

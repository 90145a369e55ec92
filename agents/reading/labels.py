"""Speakers without a verb: "Health ministry: 4,651 killed", "… 471 dead - officials", "380 dead (White Helmets)"."""

from .kinds import kind_of, organisation_hits
from .name_phrases import BREAKS, Voice, back_to_break, checked, end_of_name, is_spaced, name_after, text_of
from .names import LONGEST_NAME, Speaking
from .tokens import Token
from .wording import wording

LONGEST_LABEL = 8
"""Tokens of a label at most."""
TOPICS = frozenset(("hospital", "court", "parliament", "government", "company", "experts", "media", "sources", "union"))
"""Kinds of institutions that a headline may begin with as what it is about."""
UNION, SOURCES = "union", "sources"
QUOTES = frozenset(("«", "“", "„", '"'))
DASHES = frozenset(("-", "–", "—"))


def institution(tokens: list[Token], plain: list[str], place: int, cue: int, words: Speaking) -> Voice | None:
    """The phrase from a place on, where it names an institution or an office: "le ministre Kurum"."""
    voice = name_after(tokens, plain, place, cue, words)
    return voice if voice and _speaks(tokens, plain, voice, words) else None


def office(tokens: list[Token], plain: list[str], words: Speaking) -> Voice | None:
    """Who holds an office, by name, where a sentence begins so: "Chief minister Mamata Banerjee stood beside …"."""
    if words.titles.isdisjoint(plain[:LONGEST_NAME]):
        return None  # asked of every sentence in which nobody speaks
    voice = name_after(tokens, plain, 0, 0, words)
    if voice is None:
        return None
    last = voice.first
    while last < voice.last and (tokens[last].text[0].isupper() or plain[last] in words.titles | words.linking):
        last += 1
    titled = not words.titles.isdisjoint(plain[voice.first : last])
    return voice._replace(last=last) if titled and tokens[last - 1].text[0].isupper() else None


def label(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """The speaker that a sign at a place sets apart from what is said."""
    sign = plain[place]
    if sign == "(":
        return _bracketed(tokens, plain, place, words)
    if sign not in DASHES and sign != ":":
        return None
    if sign in DASHES and not is_spaced(tokens, place):
        return None
    if sign == ":" and (voice := _opening(tokens, plain, place, words) or _counting(tokens, plain, place, words)):
        return voice
    return _closing(tokens, plain, place, words)


def _opening(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Chief Secretary Pradeep Jena: 115 ambulances at work"; a hospital or a firm may be what is talked of."""
    if plain[place + 1 : place + 2] and plain[place + 1] in QUOTES:
        return _quoted(tokens, plain, place, words)
    if not 0 < place <= LONGEST_LABEL or not _is_phrase(plain, 0, place, words):
        return None
    if end_of_name(tokens, plain, 0, words) < place:
        return None  # "Die Gewerkschaft lehnt das Angebot ab: …"
    voice = checked(tokens, plain, 0, place, place, words)
    if voice is None or plain[voice.first] in words.data or not _speaks(tokens, plain, voice, words):
        return None
    beside = ":" in plain[place + 1 :] and tokens[place + 1].kind == "number"  # "Regierung: 87 – Opposition: 210"
    return voice if beside or _is_no_topic(tokens, voice) or _is_all(tokens, place + 1) else None


def _is_all(tokens: list[Token], place: int) -> bool:
    """ "Company: 180.": whether a sentence has nothing behind a place but a number."""
    number = place < len(tokens) and tokens[place].kind == "number"
    return number and all(token.kind in ("number", "sign") for token in tokens[place:])


def _is_no_topic(tokens: list[Token], voice: Voice) -> bool:
    """A hospital or a firm may be what is talked of."""
    kinds = {kind_of(text_of(tokens, first, voice.last)) for first in (voice.first, voice.last - 1)}
    return kinds.isdisjoint(TOPICS)


def _counting(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Police: 25,000; organisers: 80,000": the institution right before a colon and a number."""
    if place + 1 >= len(tokens) or tokens[place + 1].kind != "number":
        return None
    first = back_to_break(tokens, plain, place, words)
    if end_of_name(tokens, plain, first, words) < place:
        return None
    voice = checked(tokens, plain, first, place, place, words)
    kind = kind_of(text_of(tokens, voice.first, voice.last)) if voice else None
    if voice is None or plain[voice.first] in words.data or kind is None:
        return None
    if first > 0 and plain[first - 1] == "(":
        return voice  # "four people hurt (medics: 37)"
    # unions beside police count, and whoever stands beside a label; "Unions: 40 firms to close" are a topic
    beside = voice.first > 0 and (kind == UNION or ":" in plain[: voice.first])
    beside = beside or _is_all(tokens, place + 1)
    return voice if beside or _is_no_topic(tokens, voice) else None


def _quoted(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "L'opposant Kemal Brun le tient pour responsable : « Plus de 15 000 morts »": who is quoted, by name."""
    voice = name_after(tokens, plain, 0, place, words)
    if voice is None:
        return None
    last = voice.last
    while last > voice.first and not tokens[last - 1].text[0].isupper():
        last -= 1
    named = sum(token.text[0].isupper() for token in tokens[voice.first : last])
    return voice._replace(last=last) if named > 1 else None


def _closing(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "… dead in train accident - railways ministry", at the end of a headline."""
    if not 1 < len(plain) - place <= LONGEST_LABEL or not _is_phrase(plain, place + 1, len(plain), words):
        return None
    voice = checked(tokens, plain, place + 1, len(plain), place, words)
    return voice if voice and _speaks(tokens, plain, voice, words) else None


def _bracketed(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "380 en zone rebelle (Casques blancs)"; behind a name, a bracket tells more of it."""
    close, opening = _closing_bracket(plain, place), place
    if plain[place + 2 : place + 3] == [":"] and kind_of(plain[place + 1]) == SOURCES:
        place += 2  # "(source : pompiers)"
    if opening == 0 or close is None or not _is_phrase(plain, place + 1, close, words):
        return None
    before, known = tokens[opening - 1], wording(words.lang)
    if before.text[0].isupper() and before.low not in known.persons and before.low not in known.nouns:
        return None  # behind a name
    voice = checked(tokens, plain, place + 1, close, opening, words)
    if voice and _is_beside(tokens, plain, voice, words):
        return voice
    return voice if voice and kind_of(text_of(tokens, voice.first, voice.last)) else None


def _is_beside(tokens: list[Token], plain: list[str], voice: Voice, words: Speaking) -> bool:
    """ "12,000 people (police), 50,000 (CGT)": an acronym behind a number, where another bracket tells who counts."""
    acronym = voice.last == voice.first + 1 and tokens[voice.first].text.isupper()
    if not acronym or tokens[voice.cue - 1].kind != "number":
        return False
    return any(_names_kind(tokens, plain, at) for at in range(voice.cue) if plain[at] == "(")


def _names_kind(tokens: list[Token], plain: list[str], place: int) -> bool:
    """Whether an institution stands in a bracket that opens at a place."""
    close = _closing_bracket(plain, place)
    return close is not None and kind_of(text_of(tokens, place + 1, close)) is not None


def _closing_bracket(plain: list[str], place: int) -> int | None:
    """Where the bracket ends that opens at a place, if it holds no more than a label."""
    inside = range(place + 1, min(place + LONGEST_LABEL, len(plain)))
    return next((at for at in inside if plain[at] == ")"), None)


def _is_phrase(plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether nothing but words of a name stands there: no number, sign or verb."""
    return not any(
        plain[at] in BREAKS or plain[at][0].isdigit() or words.verbs.at(plain, at) or plain[at] in words.ending
        for at in range(first, last)
    )


def _speaks(tokens: list[Token], plain: list[str], voice: Voice, words: Speaking) -> bool:
    """Whether a phrase names an institution, or somebody by an office; the place of either is not alone."""
    named = plain[voice.first : voice.last]
    if kind_of(text_of(tokens, voice.first, voice.last)) or organisation_hits(tokens[voice.first : voice.last]):
        return True
    last = tokens[voice.last - 1]
    return not words.titles.isdisjoint(named) and (last.text[0].isupper() or named[-1] in words.titles)

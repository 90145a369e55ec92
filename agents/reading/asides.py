"""What stands between a subject and its verb: "for its part", ", reached by phone,", "hingegen", "am Abend in Ulm"."""

from .headings import agencies
from .kinds import kind_hits, kind_of
from .labels import institution
from .name_phrases import BREAKS, Voice, back_to_break, checked, is_number, is_place, text_of
from .names import LONGEST_NAME, Speaking
from .opposing import heads
from .somebody import somebody
from .tokens import Token
from .wording import wording

CLAUSES = frozenset(";:.()«»“”!?[]—–|")
"""What no aside reaches over."""
MARKS = frozenset('«»“”„‟‹›"')
LONGEST_QUOTED = 10
"""Tokens of a name in quotation marks."""
LONGEST_ASIDE = 24
LONGEST_OPENING = 6
"""Tokens of what tells when or where before a subject: "On Monday,"."""


def past_circumstances(plain: list[str], place: int, words: Speaking) -> int:
    """Past what stands between a verb and its subject: "a dit mercredi à la presse le maire", "sprach hingegen"."""
    while place < len(plain):
        if hit := words.hearers.at(plain, place) or words.adverbials.at(plain, place):
            place += hit[0]
        elif plain[place] in words.determiners and place + 1 < len(plain) and plain[place + 1] in words.times:
            place += 2  # "informó el domingo la policía"
        elif plain[place] in words.governing and _is_of_them(plain[place + 1 : place + 3], words):
            place += 3  # "a lancé à sa sortie Léa Roy"
        elif plain[place] in words.circumstances:
            place += 1
        elif (behind := _past_comma(plain, place, words)) or (behind := _past_where(plain, place, words)):
            place = behind
        else:
            break
    return place


def _past_comma(plain: list[str], place: int, words: Speaking) -> int:
    """Past an adverbial in commas: "habló, por su parte, la Cruz Roja"."""
    if plain[place] != ",":
        return 0
    hit = words.adverbials.at(plain, place + 1)
    return place + hit[0] + 2 if hit and plain[place + hit[0] + 1 : place + hit[0] + 2] == [","] else 0


def _past_where(plain: list[str], place: int, words: Speaking) -> int:
    """Past where it is said, an article behind it: "sprach in Ulm die Polizei", "habló en Lugo el sindicato"."""
    if plain[place] not in words.inside | words.locatives or plain[place] in words.of:
        return 0
    articles = words.opening or words.determiners
    for behind in (place + 2, place + 3):
        if plain[behind : behind + 1] and plain[behind] in articles and plain[behind - 1] not in words.of:
            return 0 if any(word in BREAKS for word in plain[place:behind]) else behind
    return 0


def _is_of_them(phrase: list[str], words: Speaking) -> bool:
    """ "Sa sortie", "su llegada"; not "son avocat", whom it is said to."""
    if len(phrase) < 2 or phrase[0] not in words.possessives:
        return False
    return phrase[1] not in words.data and kind_of(phrase[1]) is None and not wording(words.lang).may_speak(phrase[1])


def before_circumstances(plain: list[str], end: int, words: Speaking) -> int:
    """Where stands what auxiliaries and adverbials follow: "le syndicat n'a en revanche compté que"."""
    while end > 0:
        hit = words.adverbials.before(plain, end)
        if hit is None and plain[end - 1] not in words.auxiliaries:
            break
        end -= hit[0] if hit else 1
    return end


def beyond_asides(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """ "The union, reached by phone, put it at 40": who begins a clause that asides in commas part from its verb.

    Whatever their words are, if no finite verb is one of them; the name is all that stands before them.
    """
    start = next((at + 1 for at in range(end - 1, max(-1, end - LONGEST_ASIDE), -1) if plain[at] in CLAUSES), 0)
    commas = [at for at in range(start, end) if plain[at] == ","]
    for opening, comma in zip((start, *(at + 1 for at in commas)), commas[:-1], strict=False):
        clause = _is_finite(plain, comma, end - 1, words)
        voice = None if clause else _whole(tokens, plain, opening, comma, verb, words)
        if voice:
            return None if _is_named_behind(tokens, plain, voice, end - 2, words) else voice
        if comma - opening > LONGEST_OPENING or not _tells_when(plain, opening, words):
            return None
    return None


def _is_named_behind(tokens: list[Token], plain: list[str], voice: Voice, last: int, words: Speaking) -> bool:
    """ "The charity, also known by its acronym MSF, said": who has a name, and is not told by it; not ", in RDC,"."""
    if plain[last - 1] in words.governing:
        return False
    small = not any(token.text[0].isupper() for token in tokens[voice.first : voice.last])
    return small and len(tokens[last].text) > 1 and tokens[last].text.isupper() and tokens[last].low not in agencies()


def quoted_name(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """ "Le collectif « Sauvons l'eau » avance": the institution whose name in quotation marks ends at a place."""
    if end < 1 or tokens[end - 1].text not in MARKS:
        return None
    opening = next((at for at in range(end - 2, max(0, end - LONGEST_QUOTED), -1) if tokens[at].text in MARKS), 0)
    first = back_to_break(tokens, plain, opening, words)
    voice = checked(tokens, plain, first, opening, verb, words)
    if voice is None or voice.last != opening:
        return None
    told = kind_of(text_of(tokens, voice.first, opening)) or plain[opening - 1] in words.back
    return voice._replace(last=end) if told else None


def _tells_when(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a subject may follow what begins at a place: "On Monday, the union, reached by phone, said"."""
    return plain[place] in words.times | words.circumstance | words.inside or bool(words.adverbials.at(plain, place))


def _is_finite(plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether asides are clauses of their own: ", he said,", ", the ministry has announced,", ", dijo el alcalde,"."""
    told = (words.pronouns | words.passive | words.having) - words.asides - words.of
    spoken = words.auxiliaries - words.asides
    for at in range(first, last):
        if plain[at] in told and plain[at - 1] not in words.ending:
            return True  # no "when asked about it"
        if plain[at] in spoken and words.verbs.at(plain, at + 1):
            return True
        if plain[at] == "," and _is_said(plain, at + 1, words):
            return True
    return False


def _is_said(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a verb of speech begins an aside, its subject behind it: "a dit le préfet"."""
    while place < len(plain) and plain[place] in words.auxiliaries:
        place += 1
    hit = words.verbs.at(plain, place)
    return hit is not None and not (words.opening | words.pronouns).isdisjoint(
        plain[place + hit[0] : place + hit[0] + 1]
    )


def _whole(tokens: list[Token], plain: list[str], first: int, last: int, verb: int, words: Speaking) -> Voice | None:
    """Who is named from a place to another, if nothing else stands there."""
    while first < last and (plain[first] in words.conjunctions | words.times or words.opposing.at(plain, first)):
        hit = words.opposing.at(plain, first)
        first += hit[0] if hit else 1
    phrase = plain[first:last]
    if not 0 < len(phrase) <= LONGEST_NAME or any(is_number(word, words) for word in phrase):
        return None
    small = words.ending | words.locatives | words.inside | words.who | words.relative
    if not (small - words.linking).isdisjoint(phrase) or any(words.verbs.at(plain, at) for at in range(first, last)):
        return None
    begins = phrase[0] in words.determiners or tokens[first].text[0].isupper() or kind_of(phrase[0])
    voice = checked(tokens, plain, first, last, verb, words) if begins else None
    name = text_of(tokens, voice.first, voice.last) if voice else ""
    if voice and kind_of(name) is None and is_place(name, plain[voice.first : voice.last], words):
        return None  # "Lyon, hit by the storm, reported 12,000 homes without power"
    if voice is not None and _is_somebody(tokens, plain, voice, words):
        return None if _is_inverted(tokens, plain, voice, verb, words) else voice
    return somebody(tokens, plain, first, last, verb, words)


def _is_somebody(tokens: list[Token], plain: list[str], voice: Voice, words: Speaking) -> bool:
    """Whether an institution or an office is named, or a name alone: no "port of Bari", no "day for the firm"."""
    name = plain[voice.first : voice.last]
    if hits := kind_hits(name):
        return heads(name[: hits[0][0]], words)
    if not words.titles.isdisjoint(name):
        return True
    alone = all(token.text[0].isupper() or token.low in words.linking for token in tokens[voice.first : voice.last])
    return alone and words.data.isdisjoint(name) and not any(map(wording(words.lang).is_thing, name))


def _is_inverted(tokens: list[Token], plain: list[str], voice: Voice, verb: int, words: Speaking) -> bool:
    """ "La mairie ferme, vu la tempête, a dit le préfet": a verb no list knows, and another who is told to speak."""
    small = any(
        token.text[0].islower() and token.low not in words.linking and not kind_hits([plain[at]])
        for at, token in enumerate(tokens[voice.first + 1 : voice.last], voice.first + 1)
    )
    place = past_circumstances(plain, verb + 1, words)
    opens = small and place < len(plain) and plain[place] in words.opening
    return opens and institution(tokens, plain, place, verb, words) is not None

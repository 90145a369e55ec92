"""Who begins an opposing clause gives its bare figure: "while the government in Cairo admits to 22,000".

By whatever verb: the institution that begins the clause, with the figure in the verb's reach. Elsewhere nobody counts
by doing: "the navy rescued 80" and "the coast guard rescued 212" tell each of its own deeds.
"""

from .around import Around
from .attacks import strikes
from .fates import HARMS
from .gazetteer import event_cues
from .kinds import kind_hits
from .labels import institution
from .name_phrases import Voice, is_number
from .names import Speaking
from .tokens import APOSTROPHES, HYPHEN, Token
from .verb_second import closes
from .wording import wording

DONE = ("person.", "event.", "thing.")
"""Measures of what somebody does and counts; a share, a vote or a score is nobody's doing."""
DONE_TO = HARMS - {"person.arrested"} | {"person.troops_killed", "person.troops_injured", "person.casualties"}
"""What harms those counted."""
ENDS = frozenset(";:.()[]—–|?!")
"""Where a clause ends for certain."""
QUOTES = frozenset('«»“”"')
SHORTEST = 3
"""Letters of an acronym that may be a verb: "la SNCF va"."""
VERB_WITHIN = 3
"""Tokens before a subject in which its verb stands where it comes first: "Am Mittwoch nahm die Polizei"."""
LONGEST_REACH = 18
"""Tokens between an institution and the figure that its verb takes."""


def opponent(around: Around, plain: list[str], words: Speaking, measure: str) -> Voice | None:
    """The institution that begins the clause of a figure, which its verb takes."""
    if not measure.startswith(DONE):
        return None
    start = clause_of(around, plain, words)
    for place in _openings(around, plain, start, words):
        voice = institution(around.tokens, plain, place, place, words)
        voice = _bounded(voice, around, plain, words) if voice else None
        if voice is not None:
            turned = "," not in plain[start:place]
            before = list(range(max(start, place - VERB_WITHIN), place)) if turned else []
            return voice if _reaches(voice, around, plain, words, measure, before) else None
    return None


def clause_of(around: Around, plain: list[str], words: Speaking) -> int:
    """Where the clause of a figure begins: behind a sign that ends one, or behind what opens another one.

    "After" opens none where the figure needs the verb before it: "parlait après la marche de 15 000 personnes".
    """
    place = around.opening
    taken = plain[place - 1] in words.of | words.amount if place else False
    while place > 0 and plain[place - 1] not in ENDS:
        aside = taken or "," in plain[place : around.opening]  # "rescuers, who had dug since Monday, found 14"
        opened = words.opposing.before(plain, place) or (not aside and words.subordinate.before(plain, place))
        if opened:
            break
        place -= 1
    return place


def _openings(around: Around, plain: list[str], start: int, words: Speaking) -> list[int]:
    """Where the subject of a clause may begin: with it, behind its first comma, or behind the verb where turned."""
    end = around.opening
    start += start < end and plain[start] in words.conjunctions
    if start >= end or not (plain[start] in words.ending - words.pronouns or plain[start] in words.times):
        return [start] if start < end else []
    if "," in plain[start:end]:
        return [plain.index(",", start) + 1]
    return [place for place in range(start + 1, end) if _may_begin(around.tokens, plain, place, words)]


def _may_begin(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a subject may begin inside a clause: behind a verb, a name or a time, and no small word."""
    before, name = plain[place - 1], plain[place]
    if name in words.no_subject or (name in words.of and words.capital_nouns and tokens[place - 1].text[0].isupper()):
        return False  # "vor dem Gebäude der Polizei"
    small = words.of | words.locatives | words.inside | words.joins | words.determiners | words.opening | words.ending
    if before in small - words.having - words.times:
        return False
    return name in words.determiners or bool(kind_hits([name]))


def _bounded(voice: Voice, around: Around, plain: list[str], words: Speaking) -> Voice | None:
    """The name of an institution without the verb behind it; None for what belongs to it, or befalls it."""
    hits = kind_hits(plain[voice.first : voice.last])
    if not hits or not _heads(plain[voice.first : voice.first + hits[0][0]], words):
        return None
    last = voice.first + hits[0][0] + hits[0][1]
    while last < len(plain) and _belongs(around.tokens, plain, last, words):
        last += 1
    behind = plain[last : last + 1]
    if not behind or behind[0] in APOSTROPHES | HYPHEN:
        return None  # "the ministry's 400 staff"
    if words.adjectives_first and (event_cues(words.lang).at(plain, last) or wording(words.lang).is_thing(behind[0])):
        return None  # "hospital fire", "police car"
    return voice._replace(last=last, cue=last)


def _heads(before: list[str], words: Speaking) -> bool:
    """Whether what stands before the word for an institution leaves it the subject.

    "A group of lawyers", "neun Anwälte"; no "attack on a hospital", "l'attaque de l'hôpital".
    """
    if not (words.opening | words.locatives | words.inside | words.ending).isdisjoint(set(before) - words.of):
        return False
    of = next((place for place, word in enumerate(before) if word in words.of), len(before))
    if of == len(before) or of == 0:
        return True
    head = before[of - 1 if words.adjectives_first else 0]
    people = wording(words.lang).persons
    return before[of] in APOSTROPHES or head in words.back | words.titles | people


def _belongs(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a name goes on: with a capital, another word for an institution, or "of" and either."""
    if place >= len(tokens) or tokens[place].kind == "number" or plain[place] in words.times | words.circumstances:
        return False
    if tokens[place].text[0].isupper() or (len(plain[place]) > SHORTEST and kind_hits([plain[place]])):
        return True
    return plain[place] in words.linking and _belongs(tokens, plain, place + 1, words)


def _reaches(voice: Voice, around: Around, plain: list[str], words: Speaking, measure: str, before: list[int]) -> bool:
    """Whether a figure is the object of what an institution does; its verb may stand `before` it."""
    gap = _without_asides(plain, voice.last, around.opening)
    said, verb = [plain[place] for place in gap], [plain[place] for place in before]
    if len(gap) > LONGEST_REACH or all(word in words.linking for word in said + verb):
        return False
    no_object = words.passive | words.former | words.uncounted
    if not no_object.isdisjoint(said + verb) or any(is_number(word, words) for word in said):
        return False
    if said and (_is_definite(said, words) or _is_governed(said, words)):
        return False
    if any(_opens_clause(plain, place, words) for place in gap):
        return False
    if not words.negations.isdisjoint(said) and (
        words.adjectives_first or any(words.verbs.at(plain, place) for place in gap)
    ):
        return False  # "the ministry did not confirm the toll of 40 dead"; but "no bajan de 11.000"
    if words.titles.intersection(plain[voice.first : voice.last]) and said[-1:] not in _complements(words):
        return False  # "the president condemned 12 attacks"
    if measure.startswith("person.") and any(_harms(around, place, words) for place in before + gap):
        return False
    return not (measure in DONE_TO and _is_harm_last(around, plain, before + gap, words))


def _complements(words: Speaking) -> list[list[str]]:
    """What leads from a verb of speech to its number: "spoke of", "s'en tient à"."""
    return [[word] for word in words.of | words.amount]


def _is_definite(said: list[str], words: Speaking) -> bool:
    """Whether those counted are known already, or come with the institution: "the 42 schemes", "police and 2 more"."""
    return said[-1] in wording(words.lang).definite - words.possessive | words.conjunctions - words.amount


def _opens_clause(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether the verb of another clause follows: "the car that hit 30"; articles of the same form open none."""
    return plain[place] in words.who | words.relative and plain[place] not in words.determiners | words.pronouns


def _is_governed(said: list[str], words: Speaking) -> bool:
    """Whether a preposition before a figure keeps it from the verb; over "more than" and the like."""
    at = len(said) - 1
    while at > 0 and said[at] not in words.ungoverned and said[at] in words.ending | words.determiners:
        at -= 1
    return said[at] in words.ungoverned


def _harms(around: Around, place: int, words: Speaking) -> bool:
    """Whether a word tells that people are killed, hurt, struck."""
    hit = wording(words.lang).fates.at(around.words, place)
    return (hit is not None and hit[1] in DONE_TO) or strikes(around.words, place, words.lang)


def _is_harm_last(around: Around, plain: list[str], gap: list[int], words: Speaking) -> bool:
    """ "Die Armee hat 14 Rebellen getötet": whether a participle at the clause's end says it of who "has" done it."""
    if not words.verb_second or words.having.isdisjoint(plain[place] for place in gap):
        return False
    end = around.last
    while not closes(plain, end):
        end += 1
    return any(_harms(around, place, words) for place in range(around.last, end))


def _without_asides(plain: list[str], first: int, last: int) -> list[int]:
    """The places of [first, last) without what stands between two commas, none where a comma is left over."""
    outside, places = True, []
    for place in range(first, last):
        if plain[place] == ",":
            outside = not outside
        elif outside and plain[place] not in QUOTES:
            places.append(place)
    return places if outside else []

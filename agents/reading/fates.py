"""What befell those counted, as the words around a figure tell it."""

from collections.abc import Iterable
from itertools import chain, takewhile

from .. import languages
from .around import Around
from .claiming import QUOTES
from .lexicon import lexicon
from .names import speaking
from .phrases import Phrases
from .tokens import glued
from .wording import Wording

HARMS = frozenset(("person.dead", "person.injured", "person.missing", "person.arrested", "person.kidnapped"))
"""Fates that count before what people were doing."""
FATE_WITHIN = 10
"""Tokens after a count in which its fate is told."""
OPENING_WITHIN = 3
"""Tokens in which a clause tells the event that it begins with: "à la grève"."""
OTHERS_WITHIN = 3
"""Tokens before what befell in which the others stand that it befell."""
OBJECT_WITHIN = 5
"""Tokens behind a verb in which those stand to whom it was done: "a", "an unarmed", "einen 34-jährigen"."""
INJURED, DEAD, ABOARD = "person.injured", "person.dead", "person.passengers"
BEFALL_PERSONS = ("person.", "vote.")
"""How the measures begin of what befalls persons."""
HURT_WITHIN = 12
"""Tokens behind the injured in which is told how badly they are."""
FRAME_WITHIN = 6
"""Tokens before a figure, and behind its noun, in which the two parts of a verb stand."""
BRACKET_WITHIN = 14
"""The same where the second part ends the clause: "nahm am Abend 27 Fans am Rande des Spiels in Frankfurt fest"."""
LONGEST_INSERTION = 20
"""Tokens between two dashes that part a noun from its verb."""
CLAUSE = frozenset(",;:.?!")
"""Where a clause ends."""
INSERTIONS = {"-": "-–—", "–": "-–—", "—": "-–—", "(": ")", ",": ","}
"""Signs that open an insertion, and those that close it."""


def fate_of(around: Around, words: Wording, *, persons: bool = False) -> str | None:
    """What befell those counted: the verb right before ("killed 12 people"), else the nearest words after.

    What befell things tells nothing of `persons`: "nine people from the grounded ferry are unaccounted for".
    """
    # goes first: "sacó a 900 personas a la calle" has evacuated nobody
    told = _framed(around, words) or _taking_part(around, words) or _right_before(around, words, words.fates)
    told = told or _death_of_hurt(around, words)
    ahead = _right_before(around, words, words.ahead)
    carried = ahead in languages.taxonomy()["mild"]["measures"]  # "carrying 40 injured people": they are the injured
    if told := told or (None if carried else ahead) or _fronted(around, words) or _predicate(around, words):
        return told
    head_words = range(around.noun, around.last)  # "une quarantaine" is no quarantine
    done = 0
    for place in (*head_words, *_places_behind(around, words)):
        if place in around.alongside or place < done:
            continue
        if hit := words.doing.at(around.words, place):
            done = place + hit[0]
            continue
        hit = words.fates.at(around.words, place)
        if hit and persons and not hit[1].startswith(BEFALL_PERSONS):
            continue
        if hit and (_of_others(around, place, words) or around.words[place - 1] in words.without):
            continue  # "100 people on the list of those who are missing", "291 passengers, without injuries"
        if hit and hit[1] == ABOARD and place >= around.last:
            ahead = ahead or ABOARD  # "14 people on the ferry drowned"
        elif hit and not (_of_the_next(around, place, hit[0], words) or _is_rejected(around, place, words)):
            return hit[1]
        if around.words[place] in (";", ".", ":"):
            break
    return _told_before(around, words) or ahead


def _right_before(around: Around, words: Wording, phrases: Phrases) -> str | None:
    """ "Killed some 12 people", "a boat carrying 12 people": the verb before a figure, small words apart."""
    place = around.first
    while place > around.left:
        if hit := phrases.before(around.words, place):
            return hit[1]
        if around.words[place - 1] not in words.between and around.words[place - 1] not in QUOTES:
            return None
        place -= 1
    return None


def _fronted(around: Around, words: Wording) -> str | None:
    """ "Vermisst würden 9 Passagiere, die anderen hätten sich gerettet": what a clause begins with, and its verb."""
    start = max(around.clause_ends()[0], around.free)
    hit = words.fates.at(around.words, start) if start < around.first else None
    small = words.being | words.standing | words.auxiliaries | words.between
    if hit is None or not any(word in words.being for word in around.words[start + hit[0] : around.first]):
        return None
    return hit[1] if small.issuperset(around.words[start + hit[0] : around.first]) else None


def _taking_part(around: Around, words: Wording) -> str | None:
    """ "Am Streik in Köln beteiligten sich laut Verdi 900 Beschäftigte": the event that a clause begins with."""
    start = max(around.clause_ends()[0], around.free)
    near = range(start, min(start + OPENING_WITHIN, around.first))
    hits = ((place + hit[0], hit[1]) for place in near if (hit := words.fates.at(around.words, place)))
    end, event = next(hits, (0, None))
    between = range(end, around.first) if event else ()
    return event if any(words.taking_part.at(around.words, place) for place in between) else None


def _framed(around: Around, words: Wording) -> str | None:
    """ "Took 311 people out", "nahm 47 Personen fest": a verb of two parts around those it befell."""
    reach = BRACKET_WITHIN if words.brackets else FRAME_WITHIN
    for place in range(around.first - 1, max(around.free, around.first - reach) - 1, -1):
        if around.words[place] in CLAUSE:
            return None
        pair = " ".join(around.words[place : place + 2])  # "steckten sich"
        ends = words.frames.get(around.words[place]) or words.frames.get(pair)
        if ends and (told := _second_part(around, ends, words, reach)):
            return told
    return None


def _second_part(around: Around, ends: Phrases, words: Wording, reach: int) -> str | None:
    """What the part of a verb that stands behind those counted tells."""
    for place in range(around.noun, min(around.together, around.last + reach)):
        if around.words[place] in CLAUSE or around.words[place] in words.joining:
            return None
        if hit := ends.at(around.words, place):
            return hit[1]
    return None


def _predicate(around: Around, words: Wording) -> str | None:
    """ "Two of the vaccinated patients were hospitalised": what is said of persons told by another fate."""
    place = around.last
    while place < len(around.words) and around.words[place] in words.being:
        place += 1
    phrase = around.words[around.noun : around.last]
    attributes = [at for at, word in enumerate(phrase) if words.fates.at([word], 0)]
    hit = words.fates.at(around.words, place) if attributes and place > around.last else None
    if hit is None:
        return None
    persons = [(at, word) for at, word in enumerate(phrase) if word in words.persons]
    noun = any(at not in attributes or _is_kept(words.nouns.get(word), hit[1]) for at, word in persons)
    return hit[1] if noun else None


def _death_of_hurt(around: Around, words: Wording) -> str | None:
    """ "40 blessés sont morts", "wounded people who could not be moved died": the injured, by what their verb says."""
    place = around.last
    if place < around.right and around.words[place] in words.joining and words.fates.at(around.words, place + 1):
        place += 2  # "patients and wounded were killed"
    attributes = (words.fates.at([word], 0) for word in around.words[around.noun : place])
    if not any(hit and hit[1] == INJURED for hit in attributes):
        return None
    speech, end = speaking(words.lang), min(around.right, place + FATE_WITHIN)
    place += around.words[place : place + 1] == [","]
    clause = place < end and around.words[place] in speech.who
    small = words.being | words.standing | words.auxiliaries | words.between
    others = speech.clausal | speech.relative
    for at in range(place + clause, end):
        hit = words.fates.at(around.words, at)
        if hit and hit[1] == DEAD and not _of_the_next(around, at, hit[0], words):
            return DEAD
        if around.words[at] in others or not (clause or around.words[at] in small):
            return None  # "were taken to the hospital where two died"
    return None


def _is_kept(measure: str | None, fate: str) -> bool:
    """ "800 détenus ont été libérés": whether those told of by where they are kept are so no longer."""
    measures = languages.taxonomy()["measures"]
    return measure in measures and measures[measure][0] == measures[fate][0]


def _told_before(around: Around, words: Wording) -> str | None:
    """Where verbs precede their subject: "Am Montag starben in Köln 30 Menschen", "murieron ayer 30 personas"."""
    if not words.verb_first:
        return None
    for place in range(around.first - 1, max(around.free, around.first - FATE_WITHIN) - 1, -1):
        if around.words[place] in CLAUSE:
            return None
        if hit := words.fates.at(around.words, place):
            return hit[1]
    return None


def fate_before(around: Around, words: Wording) -> str | None:
    """ "Nurses at nine hospitals walked off the job, 7,000 of them …": what the clause before tells of persons."""
    hits = (words.fates.at(around.words, place) for place in range(around.first - 1, -1, -1))
    return next((hit[1] for hit in hits if hit and hit[1].startswith("person.")), None)


def _of_others(around: Around, place: int, words: Wording) -> bool:
    """Whether what befell is told of others: of "those who", but not right after the figure ("30 of those killed")."""
    before = range(max(around.last + 2, place - OTHERS_WITHIN), place)
    return any(around.words[at] in words.others for at in before)


def _of_the_next(around: Around, place: int, length: int, words: Wording) -> bool:
    """ "… and two strangers and wounded three others": a verb that governs what stands behind it."""
    behind = place + length
    if around.noun < place <= around.last <= behind and _takes_persons(around, behind, words):
        return True
    if behind == around.right and words.auxiliaries.isdisjoint(around.words[around.last : place]):
        return around.noun < around.last <= place and around.right < len(around.words)  # "three gunmen killed 43"
    if place < around.last or behind >= len(around.words) or around.words[place - 1] not in words.joining:
        return False
    if not words.being.isdisjoint(around.words[max(around.last, place - OTHERS_WITHIN) : place]):
        return False  # "were shot and killed the same night"
    return behind == around.right or around.words[behind] in words.objects


def _is_rejected(around: Around, place: int, words: Wording) -> bool:
    """ "The estimate of 45,000 marchers was dismissed": whether a count is told of, and the verb is said of that."""
    speech, before = speaking(words.lang), around.words[max(0, around.first - 2) : around.first]
    counted = len(before) > 1 and before[0] in speech.data and before[1] in speech.of
    return counted and place >= around.last and speech.disputing.at(around.words, place) is not None


def _takes_persons(around: Around, place: int, words: Wording) -> bool:
    """ "Two officers killed a man": whether somebody stands behind a verb to whom they did it."""
    phrase = list(takewhile(lambda word: word not in CLAUSE, around.words[place : place + OBJECT_WITHIN]))
    if phrase[:1] and phrase[0] in speaking(words.lang).clausal | lexicon(words.lang).within:
        return False  # "16 people died when a shell hit the market"
    opened = next((at for at, word in enumerate(phrase[:2]) if word in words.objects), None)
    inside = phrase[opened + 1 :] if opened is not None else []
    nouns = takewhile(lambda word: word not in CLAUSE and word not in words.being, inside)
    return any(words.nouns.get(word, "").startswith("person.") or word in words.persons for word in nouns)


def _places_behind(around: Around, words: Wording) -> Iterable[int]:
    """Where the words that may tell the fate stand behind the noun.

    "15,000 people - a third of the town - died"; "seven men, shepherds from the valley, were killed".
    """
    near = range(around.last, _fate_told_by(around, words))
    sign = around.words[around.last] if around.last < len(around.words) else ""
    if sign not in INSERTIONS or (sign == "-" and glued(around.tokens, around.last - 1)):
        return near
    inside = range(around.last + 1, min(len(around.words), around.last + 1 + LONGEST_INSERTION))
    closing = next((place for place in inside if around.words[place] in INSERTIONS[sign]), None)
    if closing is None:
        return near
    if sign != ",":
        return chain(range(closing + 1, min(len(around.words), closing + 1 + FATE_WITHIN)), near)
    told = around.words[closing + 1 : closing + 2]
    verb = bool(told) and (told[0] in words.being or words.fates.at(around.words, closing + 1) is not None)
    return chain(near, range(closing + 1, min(len(around.words), closing + 1 + OTHERS_WITHIN))) if verb else near


def _fate_told_by(around: Around, words: Wording) -> int:
    """Where the words that may tell the fate end: at the next figure, unless it is a part of this one.

    "35 people, including 11 children, died".
    """
    following = range(around.last, min(around.last + 3, len(around.words)))
    if any(words.including.at(around.words, place) for place in following):
        return min(len(around.words), around.last + 2 * FATE_WITHIN)
    return min(around.together, max(around.together - around.right, 0) + around.last + FATE_WITHIN)


def hurt_so(measure: str, around: Around, words: Wording) -> str | None:
    """ "Five seriously injured", "acht Leichtverletzte": how badly, where the clause says so of these."""
    if measure != INJURED:
        return None
    told = range(around.first, min(around.right, around.last + HURT_WITHIN, around.clause_ends()[1]))
    hits = ((place + hit[0], hit[1]) for place in told if (hit := words.hurt.at(around.words, place)))
    return next((how for end, how in hits if not _is_of_thing(around, end, words)), None)


def _is_of_thing(around: Around, place: int, words: Wording) -> bool:
    """ "40 hurt in grave floods", "the seriously damaged bridge": whether another noun stands behind."""
    noun = around.words[place] if place < min(len(around.words), around.right) else ""
    known = noun in words.persons or noun in lexicon(words.lang).stop or words.fates.at(around.words, place) is not None
    return noun.isalpha() and not known and noun not in words.being

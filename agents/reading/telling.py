"""The words around a figure that tell what it counts: cues, acts, what people take part in."""

from collections.abc import Iterable

from .. import languages
from .around import Around
from .lexicon import Lexicon, lexicon
from .names import speaking
from .territories import bare
from .wording import Wording

BODIES, DEAD = "thing.bodies", "person.dead"
KNOWN_WITHIN = 8
"""Tokens around a count of bodies in which a verb says that they were found, or behind it that one knows whose."""
OUTSIDE = 40
"""A cue in another figure's part of the sentence counts as so many tokens farther away."""
VAGUE = 6
"""A cue of a vague measure counts as so many tokens farther away."""
BESIDE = 2
"""So near, a cue of a vague measure tells as much as any."""
ACT_WITHIN = 8
"""Tokens before or after a figure within which a verb says what is done."""
NAMED_WITHIN = 4
"""Tokens after "number of" in which its noun is named, and after the noun what befell."""
ATTRIBUTE_WITHIN = 12
"""Tokens behind "Zahl der" in which the noun stands behind what is said of it."""
GATHERED_WITHIN = 10
"""Tokens before a count in which is told what gathered them."""
SUBJECT = 3
"""Tokens of a noun and what befell before their number: "los vehículos dañados a unos 120.000"."""


def act_of(around: Around, words: Wording) -> str | None:
    """What is done with those counted, in the figure's part of the sentence: troops sent, or trained."""
    told = range(max(around.left, around.first - ACT_WITHIN), min(around.together, around.last + ACT_WITHIN))
    hits = [(place, hit[1]) for place in told if (hit := words.acts.at(around.words, place))]
    done = [hit for hit in hits if hit[0] > around.last and around.words[hit[0] - 1] in words.auxiliaries]
    hits = done or hits  # "88 drones launched that night were shot down"
    far = [
        (around.first - place if place < around.first else place - _behind(around, place), act) for place, act in hits
    ]
    return min(far)[1] if far else None


def gathered(around: Around, words: Wording) -> str | None:
    """ "Les manifestations ont rassemblé 615.000 personnes": people counted by what they take part in."""
    for place in range(around.first - 1, max(around.left, around.first - GATHERED_WITHIN) - 1, -1):
        hit = words.gatherings.at(around.words, place)
        if hit and not _is_month(around, place, words):
            return hit[1]
    return None


def _is_month(around: Around, place: int, words: Wording) -> bool:
    """ "As of March 20": no march."""
    beside = around.words[max(0, place - 1) : place + 2]
    dated = any(word[0].isdigit() or word in words.month_cue for word in beside)
    return dated and around.words[place] in words.months and around.tokens[place].text[0].isupper()


def number_before(around: Around, words: Wording, lex: Lexicon) -> str | None:
    """ "Le nombre de blessés … s'élève à 45": what the sentence says it counts, nearest before the figure."""
    left = 0 if is_level(around, words) and not _tells_itself(around, words) else around.left
    for place in range(around.first - 1, left - 1, -1):
        hit = words.number_of.at(around.words, place)
        if hit is None:
            continue
        told = not words.others.isdisjoint(
            around.words[place : place + hit[0]]
        )  # "die Zahl derer, die … geflohen sind"
        if told and (fate := first_fate(around, range(place + hit[0], around.first), words)):
            return fate
        named = range(place + hit[0], min(place + hit[0] + NAMED_WITHIN, around.first))
        if (at := _behind_attribute(around, place + hit[0], words, lex)) is not None:
            return counted_so(around, at, words)
        noun = _noun_in(around, named, words)
        if noun is None:
            if injured := first_fate(around, named, words):
                return injured
            continue
        end = around.first if _is_defined(around, noun, words) else noun + 1 + NAMED_WITHIN
        return counted_by(around, noun, range(noun + 1, min(end, around.first)), words)
    return _subject(around, words, lex) or _risen(around, words) or _of_most(around, words)


def _is_defined(around: Around, noun: int, words: Wording) -> bool:
    """ "Die Zahl der Menschen, die bei den Unruhen starben, beträgt 800": people by what a clause tells of them."""
    behind = [word for word in around.words[noun + 1 : noun + 3] if word != ","][:1]
    return around.words[noun] in words.persons and not speaking(words.lang).who.isdisjoint(map(bare, behind))


def _tells_itself(around: Around, words: Wording) -> bool:
    """Whether a level's own part says what it is of: "the missing rose to 323 while the death toll climbed to 168"."""
    cues = words.cues("person.")
    return any(cues.at(around.words, place) for place in range(around.free, around.first))


def _noun_in(around: Around, places: range, words: Wording) -> int | None:
    """The noun that a phrase names first; of things before people, the people: "government soldiers"."""
    noun = next((at for at in places if around.words[at] in words.nouns), None)
    if noun is None or not lexicon(words.lang).adjectives_first or noun + 1 not in places:
        return noun
    thing, behind = not words.nouns[around.words[noun]].startswith("person."), around.words[noun + 1]
    people = behind in words.nouns and (behind in words.persons or behind in words.soldiers)
    return noun + 1 if thing and people else noun


def numbered_noun(around: Around, words: Wording, lex: Lexicon) -> str | None:
    """ "Die Zahl der am Montag in Ulm getöteten Zivilisten liege bei neun": the noun whose number a figure is."""
    for place in range(around.first - 1, around.left - 1, -1):
        if hit := words.number_of.at(around.words, place):
            first = place + hit[0]
            named = range(first, min(first + NAMED_WITHIN, around.first))
            at = _behind_attribute(around, first, words, lex)
            noun = at if at is not None else _noun_in(around, named, words)
            return around.words[noun] if noun is not None else None
    return None


def _behind_attribute(around: Around, place: int, words: Wording, lex: Lexicon) -> int | None:
    """ "Zahl der in diesem Jahr in Ulm gemeldeten Fälle": the noun behind what is said of it before it."""
    if not words.brackets or around.words[place : place + 1] == [] or around.words[place] not in lex.stop:
        return None
    for at in range(place + 2, min(place + ATTRIBUTE_WITHIN, around.first)):
        if around.words[at] in ",;:":
            return None
        told = around.tokens[at - 1].text
        if around.words[at] in words.nouns and told.islower() and told.endswith("en") and told not in lex.stop:
            return at
    return None


def counted_so(around: Around, noun: int, words: Wording) -> str:
    """What a noun counts with the participle right before it: "zerstörten Häuser", "festgenommenen Fans"."""
    measure, told = words.nouns[around.words[noun]], first_fate(around, (noun - 1,), words)
    befallen = words.befallen(measure, told)
    return told if told and befallen == measure and around.words[noun] in words.persons else befallen


def counted_by(around: Around, noun: int, behind: range, words: Wording) -> str:
    """What the noun behind "number of" counts, with what befell those, told in the places `behind`."""
    compound = words.compounds.at(around.words, noun)
    measure = compound[1] if compound else words.nouns[around.words[noun]]
    if measure == BODIES and any(words.found_dead.at(around.words, at) for at in behind):
        return DEAD
    fate = first_fate(around, behind, words)
    befallen = words.befallen(measure, fate)  # "number of structures destroyed", "of guerrillas killed"
    if befallen == measure and around.words[noun] in words.persons:
        return fate or measure  # "number of people still missing … falls to 12"
    return befallen


def _of_most(around: Around, words: Wording) -> str | None:
    """ "Won the most medals, with 38": what somebody has the most of, and how many."""
    with_so_many = not words.having.isdisjoint(around.words[max(0, around.first - 1) : around.first])
    if not with_so_many or around.noun < around.last:
        return None
    for place in range(around.first - 1, around.left - 1, -1):
        if hit := words.most.at(around.words, place):
            named = around.words[place + hit[0] : min(place + hit[0] + NAMED_WITHIN, around.first)]
            return next((words.nouns[word] for word in named if word in words.nouns), None)
    return None


def _subject(around: Around, words: Wording, lex: Lexicon) -> str | None:
    """ "The dead are 288 and the injured now more than 1,000": a plural with its article and little more before it."""
    place = around.first - 1
    while place > around.free and around.words[place] in words.standing:
        place -= 1
    phrase = range(place, max(around.free, place - SUBJECT), -1)
    head = next((at for at in phrase if at > 0 and _is_determined(around, at, words, lex)), None)
    if head is None or place == around.first - 1 or _depends(around, head - 2, words, lex):
        return None  # "the death toll of the fires rose to 111"
    turned = bare(around.words[max(0, head - 2)]) in speaking(words.lang).parted  # "kamen die Beamten auf 300"
    if turned or _speak(around, head + 1, place + 1, words):
        return None  # "the neighbourhood groups speak of 1,300"
    told = first_fate(around, (head, *phrase), words)
    compound = words.compounds.at(around.words, head)
    noun = compound[1] if compound else words.nouns.get(around.words[head])
    if noun and words.inflection.singular(around.words[head]) == around.words[head]:
        noun = None  # "the island had risen to"
    if noun and around.words[head] not in words.persons:
        return words.befallen(noun, told)
    return told or noun


def _speak(around: Around, first: int, last: int, words: Wording) -> bool:
    """Whether a verb of speech stands between: who is told before the figure does not count themselves."""
    speech = speaking(words.lang)
    between = around.words[first:last]
    plain = [bare(word) for word in between]
    return any(speech.verbs.at(plain, at) and word not in speech.participles for at, word in enumerate(between))


def _is_determined(around: Around, place: int, words: Wording, lex: Lexicon) -> bool:
    """ "The arrivals", "South Sudan's arrivals"."""
    person = words.nouns.get(around.words[place], "").startswith("person.")
    return around.words[place - 1] in words.definite or (person and around.words[place - 1] in lex.possessive)


def _risen(around: Around, words: Wording) -> str | None:
    """ "Arrests rose to 312", "Internal displacement doubled within a week to 700,000": what a clause begins with."""
    if not has_come_to(around, words):
        return None
    start, _ = around.clause_ends()
    families = languages.taxonomy()["continued"]["families"]
    for at in range(max(start, around.free), min(start + NAMED_WITHIN, around.first)):
        measure = words.nouns.get(around.words[at])
        if measure and words.objects.isdisjoint(around.words[at + 2 : at + 3]):  # "doctors raised the toll to"
            return measure if languages.taxonomy()["measures"][measure][0] in families else None
    return None


def first_fate(around: Around, places: Iterable[int], words: Wording) -> str | None:
    """What befell those told of, by the first of the places that tells it."""
    hits = (words.fates.at(around.words, place) for place in places)
    return next((hit[1] for hit in hits if hit), None)


def _depends(around: Around, place: int, words: Wording, lex: Lexicon) -> bool:
    """Whether a small word at a place makes what follows a part of another phrase."""
    small = around.words[place] in lex.stop and around.words[place] not in words.standing  # "police put the dead at 41"
    return place >= 0 and small and around.words[place] not in words.joining


def refers_back(around: Around, words: Wording) -> bool:
    """De ce montant, au moins 3 000 personnes; including 9 children."""
    before = range(around.left, around.first)
    return any(words.anaphora.at(around.words, place) or words.including.at(around.words, place) for place in before)


def is_level(around: Around, words: Wording) -> bool:
    """ "Rose to 6 %", "subió al 6 %", "hasta el 6 %": where a change has led."""
    before = around.words[max(0, around.first - 2) : around.first]
    if len(before) == 2 and before[1] in words.definite:
        before = before[:1]
    return bool(before) and before[-1] in words.level


def known_dead(around: Around, words: Wording) -> str | None:
    """ "88 bodies have been identified", "101 bodies are yet to be identified": the measure of such a part of all."""
    for place in range(around.noun, min(around.right, around.last + KNOWN_WITHIN)):
        if hit := words.known_dead.at(around.words, place):
            return hit[1]
    return None


def has_come_to(around: Around, words: Wording) -> bool:
    """ "The toll rose to 96 people", "reached 96 people": a count that grows, as it stands now."""
    near = around.words[max(0, around.first - 1) : around.first + 1]  # "surpassed 96" is one figure
    return is_level(around, words) or not words.reached.isdisjoint(near)


def nearest_cue(
    around: Around, words: Wording, prefix: str, *, own: bool = False, but: str | None = None, named: bool = False
) -> str | None:
    """The cue nearest to the figure whose measure begins with `prefix`, and is not `but`.

    Its own part of the sentence comes first, or is looked at alone. A `named` one is no bare "toll" that a
    comma parts from the figure.
    """
    best: tuple[int, str] | None = None
    cues, vague = words.cues(prefix), languages.taxonomy()["vague"]["measures"]
    past = 0
    for place in range(len(around.words)):
        hit = cues.at(around.words, place) if place >= past else None
        if hit is None:
            continue
        past = place + hit[0]  # no cue "gagner" in "manque à gagner"
        apart = named and hit[0] == 1 and "," in around.words[past : around.first]
        if hit[1] == but or (apart and around.words[place] in words.number_nouns):
            continue
        inside = around.free <= place < around.together
        if own and not inside:
            continue
        far = max(around.first - past if place < around.first else place - _behind(around, place), 0)
        whose = around.noun <= place < around.last  # "60 % of the residents were vaccinated"
        far += (0 if inside else OUTSIDE) + (VAGUE if hit[1] in vague and (whose or far > BESIDE) else 0)
        if best is None or far < best[0]:
            best = (far, hit[1])
    return best[1] if best else None


def cue_beside(around: Around, words: Wording, measure: str) -> bool:
    """Whether a cue of a measure stands right before the figure, a small word apart, or right behind its noun."""
    cues = words.cues(measure)
    near = range(max(around.left + 1, around.first - 1), around.first + 1)
    return any(cues.before(around.words, place) for place in near) or cues.at(around.words, around.last) is not None


def _behind(around: Around, place: int) -> int:
    """Where a figure ends, seen from a place behind it: the figures told together with it are no distance."""
    return max((token + 1 for token in around.alongside if token < place), default=around.last)

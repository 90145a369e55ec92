"""Whose a figure is without a verb of speech: "pour les syndicats, 12 000", "celui du syndicat est de 300"."""

from .acronyms import is_acronym
from .around import Around
from .gazetteer import nation_of
from .kinds import ends_in_kind, kind_of
from .labels import institution
from .name_phrases import BREAKS, Voice, back_to_break, checked, is_number, is_place, name_after, text_of
from .names import Speaking
from .opposing import ENDS, bounded
from .tokens import APOSTROPHES, HYPHEN, Token
from .towns import cities
from .wording import wording

RIGHT_BEHIND = 4
"""Tokens in which a number follows: "pour les syndicats, plus de 12 000"."""
LONGEST_OWNER = 8
"""Tokens of "the transport workers' union"."""


def for_whom(tokens: list[Token], plain: list[str], place: int, words: Speaking, *, heard: bool) -> Voice | None:
    """ "Pour le ministre X, 30 000 …", "…; pour les syndicats, 12 000": who opens a sentence, or a number's clause.

    The clause's number is bare or of people, beside another who counts, who is `heard` before or one for whom it is so.
    """
    if place == 0 and (voice := _so_many(tokens, plain, words)):
        return voice
    voice = institution(tokens, plain, place + 1, place, words) if plain[place] in words.for_whom else None
    if place == 0 and plain[place] in words.for_whom:
        return voice or _acronym(tokens, plain, place, words) or _amounts_to(tokens, plain, place, words)
    if voice is None or not _counts_so(tokens, plain, place, voice, words):
        return None
    return voice if heard or _is_beside(tokens, plain, place, words) else None


def _so_many(tokens: list[Token], plain: list[str], words: Speaking) -> Voice | None:
    """ "For Clean Rivers, which had called the rally, it was 80,000": for whom those told of are so many."""
    voice = name_after(tokens, plain, 1, 0, words)
    name = text_of(tokens, voice.first, voice.last) if voice else ""
    if voice is None or (kind_of(name) is None and is_place(name, plain[voice.first : voice.last], words)):
        return None  # "For Hungary, it was 40"
    behind = voice.last + (plain[voice.last : voice.last + 1] == [","])
    if behind > voice.last and behind < len(plain) and plain[behind] in words.who | words.relative:
        behind = next((at + 1 for at in range(behind, len(plain)) if plain[at] in BREAKS), len(plain))
    hit = wording(words.lang).again.at([token.low for token in tokens], behind)
    return voice if hit and _is_number_next(tokens, plain, behind + hit[0], words) else None


def _counts_so(tokens: list[Token], plain: list[str], place: int, voice: Voice, words: Speaking) -> bool:
    """Whether a clause begins at a place and goes on with a number behind a name, bare or of people."""
    return plain[place - 1] in BREAKS | words.conjunctions and _is_number_next(tokens, plain, voice.last, words)


def _is_number_next(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a number stands right behind a place, bare or of people."""
    near = range(place, min(place + RIGHT_BEHIND, len(plain)))
    number = next((at for at in near if is_number(plain[at], words)), None)
    if number is None:
        return False
    behind = next((at for at in range(number, len(plain)) if not is_number(plain[at], words)), len(plain))
    if behind == len(plain) or plain[behind] in BREAKS | words.passive | words.having:
        return True
    known, noun = wording(words.lang), tokens[behind].low
    return noun in known.persons or known.fates.at([noun], 0) is not None


def _is_beside(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether another phrase for whom it is so opens the sentence or a clause."""
    others = (at for at in range(len(plain)) if plain[at] in words.for_whom and at != place)
    opening = (at for at in others if at == 0 or plain[at - 1] in BREAKS)
    return any(institution(tokens, plain, at + 1, at, words) or _short(tokens, plain, at, words) for at in opening)


def _short(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """The acronym that stands alone behind a place: "Pour la CDT, …"."""
    voice = name_after(tokens, plain, place + 1, place, words)
    if voice is None or voice.last != voice.first + 1 or plain[voice.last : voice.last + 1] != [","]:
        return None
    name = tokens[voice.first].text
    return voice if is_acronym(name, name, words.lang) else None


def _acronym(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Pour la CDT, 4 000 ont fait grève, pour le patronat 900": capitals beside another for whom it is so.

    They alone may be what it is for: "pour la COP, 40 000 personnes sont attendues".
    """
    others = (at for at in range(1, len(plain)) if plain[at] in words.for_whom)
    if not any(for_whom(tokens, plain, at, words, heard=False) for at in others):
        return None
    return _short(tokens, plain, place, words)


def _amounts_to(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Para el INDEC fue del 9,8 %": capitals for whom something amounts to a number, and no other subject is told."""
    voice = name_after(tokens, plain, place + 1, place, words)
    if voice is None or voice.last != voice.first + 1 or plain[voice.last] not in words.amounting:
        return None
    name, near = tokens[voice.first].text, plain[voice.last + 1 : voice.last + 1 + RIGHT_BEHIND]
    return voice if is_acronym(name, name, words.lang) and any(is_number(word, words) for word in near) else None


def compound(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "UN-Angaben", "RKI-Angaben", "Betreiberangaben", "nach Kiewer Angaben": figures and whose they are."""
    if plain[place].endswith(words.telling_ends):
        first = place - 2 if place > 1 and plain[place - 1] in HYPHEN else place
        acronym = plain[place] in words.reckoned and len(plain[first]) > 1 and tokens[first].text.isupper()
        if acronym or kind_of(text_of(tokens, first, place + 1)):
            return Voice(first, place + 1, place)
    if place < 2 or plain[place] not in words.data or plain[place - 2] not in words.told_from:
        return None
    whose = tokens[place - 1]
    town = words.towns_end and cities().at([plain[place - 1].removesuffix(words.towns_end)], 0)
    return Voice(place - 1, place + 1, place) if town or nation_of(whose.text, lang=words.lang, cased=False) else None


def that_of(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> Voice | None:
    """ "Le bilan officiel est de 120 morts ; celui du syndicat est de 300": whose a bare figure is, by a possessive.

    Only where a count has been told of before, or somebody has spoken.
    """
    if around.noun != around.last:
        return None
    start = _clause(plain, around.opening, words)
    hosted = plain[start] in words.hosting  # "en el cálculo de la policía, 40; en el de la CGT, 90"
    start += hosted
    counted = not words.data.isdisjoint(plain[:start]) or any(voice.cue < start for voice in heard)
    if start and not counted:
        return None
    owner = _owner(around.tokens, plain, start, around.opening, words)
    if owner is None or not 0 <= around.opening - owner.last <= RIGHT_BEHIND:
        return None
    between = [word for word in plain[owner.last : around.opening] if word not in APOSTROPHES | {"s"}]
    told_of = words.amounting | words.data  # "les chiffres du ministère donnent 410 cas, ceux de l'OMS 655"
    gapped = (hosted or not told_of.isdisjoint(plain[:start])) and words.of | words.amount | {","}
    put = between[0] in words.amounting if between else False
    told = put or (gapped and gapped.issuperset(between))
    return None if not told or any(word == "," or is_number(word, words) for word in between[put:]) else owner


def belonging(around: Around, plain: list[str], words: Speaking) -> Voice | None:
    """ "Police estimates contrast with the organisers' 45,000": the institution whose a bare figure is."""
    mark = around.first - 1 - (plain[around.first - 1 : around.first] == ["s"])
    if around.noun != around.last or mark < 1 or plain[mark] not in APOSTROPHES:
        return None
    if not words.adjectives_first or words.capital_nouns:
        return None
    first = back_to_break(around.tokens, plain, mark, words)
    of = max((at + 1 for at in range(first, mark) if plain[at] in words.of), default=first)
    starts = (checked(around.tokens, plain, start, mark, mark, words) for start in (first, of))
    voice = next(filter(None, starts), None)  # "a quarter of the opposition's 50"
    return voice if voice and voice.last == mark and ends_in_kind(text_of(around.tokens, voice.first, mark)) else None


def told_otherwise(around: Around, plain: list[str], words: Speaking) -> Voice | None:
    """ "16 %, cifra que el sindicato aumenta al 84 %": who makes this of the figure before, by any verb."""
    place = around.opening
    while place > around.left and plain[place - 1] not in BREAKS:
        place -= 1
    place -= plain[place - 1] == "," and place > 1 and plain[place - 2] in words.reckoned  # "eine Zahl, die …"
    noun = next((at for at in range(max(0, place - 2), around.opening) if plain[at] in words.reckoned), None)
    if noun is None or noun + 2 >= around.opening:
        return None
    that = noun + 1 + (plain[noun + 1] == ",")
    if plain[that] not in words.relative | words.who | words.inverting:
        return None
    subject = that + 1 + (plain[that + 1] in APOSTROPHES)
    subject += plain[subject] in words.opening
    told = institution(around.tokens, plain, subject, that, words)
    told = bounded(told, around.tokens, plain, words) if told else None
    if told and told.last <= around.opening:
        return told
    behind = (
        at for at in range(around.last, min(around.last + LONGEST_OWNER, len(plain))) if plain[at] in words.opening
    )
    found = (institution(around.tokens, plain, at + 1, that, words) for at in behind)
    return next(filter(None, found), None)


def _clause(plain: list[str], place: int, words: Speaking) -> int:
    """Where the clause begins that ends before a place, behind what joins it to another."""
    first = place
    while first > 0 and plain[first - 1] not in ENDS and plain[first - 1] != ",":
        first -= 1
    joined = words.opposing.at(plain, first)
    return first + (joined[0] if joined else plain[first] in words.conjunctions)


def _owner(tokens: list[Token], plain: list[str], start: int, end: int, words: Speaking) -> Voice | None:
    """ "Celui du syndicat", "die der Gewerkschaft"; "the union's", where no noun follows."""
    figures = plain[start] in words.those_of and not words.reckoned.isdisjoint(plain[:start])
    if (figures or plain[start] in words.that_of) and plain[start + 1] in words.of:
        voice = institution(tokens, plain, start + 1, start, words)
        return bounded(voice, tokens, plain, words) if voice else None
    ends = range(start + 1, min(start + LONGEST_OWNER, end - 1))
    mark = next((at for at in ends if plain[at] in APOSTROPHES and plain[at + 1] == "s"), None)
    mark = mark or next((at for at in ends if plain[at] in APOSTROPHES), None)
    if not words.adjectives_first or words.capital_nouns or mark is None:
        return None
    last = mark + 1 + (plain[mark + 1] == "s")
    if plain[last] not in words.amounting:
        return None  # "the union's members", "the union's were 12"
    voice = checked(tokens, plain, start, mark, start, words)
    known = voice is not None and institution(tokens, plain, voice.first, start, words) is not None
    return voice if known else None

"""Who a figure comes from: "selon X", "X said", "a affirmé X", "les syndicats 20.000", briefings at second hand."""

from typing import NamedTuple

import msgspec

from ...schemas.claim import Originator
from .document import FoundFigure, Sentence
from .gazetteer import bare
from .lexicon import lexicon
from .measures import look_around
from .names import LONGEST_NAME, Speaking, kind_of, nation_of, originator_ref, speaking
from .tokens import Token, tokenize

OPENING = frozenset('(«"“')
BREAKS = frozenset(',;:.()«»"“”!?[]—–|')
FAR = 1000


class Voice(NamedTuple):
    """Somebody who is said to say something: tokens [first, last) of the name, and where the cue stands."""

    first: int
    last: int
    cue: int
    chain: tuple[str, ...] = ()


class Speakers(msgspec.Struct):
    """What an article has told so far of who speaks: for pronouns, "l'agence", fragments and acronyms."""

    lang: str
    country: str | None
    acronyms: dict[str, str]
    last: Originator | None = None
    named: list[Originator] = []

    def remember(self, originator: Originator) -> None:
        """The newest is the likeliest that "he" or "the agency" means."""
        self.last = originator
        self.named.append(originator)


def originator_of(found: FoundFigure, sentence: Sentence, speakers: Speakers) -> Originator | None:
    """The originator that the sentence names for a figure; None when it names none."""
    words = speaking(speakers.lang)
    around = look_around(found, sentence, lexicon(speakers.lang))
    plain = [bare(token.text) for token in around.tokens]
    voices = _voices(around.tokens, plain, words)
    if voice := _nearest(voices, around.first, around.last, around.left, around.right):
        return _originator(voice, around.tokens, sentence, words, speakers)
    if voice := _ellipsis(around.tokens, plain, around.left, around.first, words):
        return _originator(voice, around.tokens, sentence, words, speakers)
    return None


def voices_in(sentence: Sentence, speakers: Speakers) -> Originator | None:
    """The first voice of a sentence, whatever it says: remembered for what follows."""
    tokens = tokenize(sentence.text, 0, len(sentence.text), spaced=False)
    words = speaking(speakers.lang)
    voices = _voices(tokens, [bare(token.text) for token in tokens], words)
    return _originator(voices[0], tokens, sentence, words, speakers) if voices else None


def _voices(tokens: list[Token], plain: list[str], words: Speaking) -> list[Voice]:
    found = (_voice(tokens, plain, place, words) for place in range(len(plain)))
    return [voice for voice in found if voice is not None]


def _voice(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """The voice whose cue stands at a place."""
    if hit := words.after.at(plain, place):
        name = place + hit[0]
        if name < len(plain) and plain[name] in words.relative:
            return None  # "informations selon lesquelles"
        return _name_after(tokens, plain, name, place, words)
    hit = words.verbs.at(plain, place)
    if hit is None or (place and tokens[place].text[0].isupper()):
        return None  # "United States" is no statement
    if _is_passive(plain, place, words):
        return _agent(tokens, plain, place + hit[0], words)
    return _subject(tokens, plain, place, hit[0], words)


def _agent(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """Who a passive names: "was recorded as 6.4 by the Geological Survey"."""
    for by in range(place, min(place + 6, len(plain))):
        if plain[by] in words.by:
            return _name_after(tokens, plain, by + 1, by, words)
    return None


def _is_passive(plain: list[str], place: int, words: Speaking) -> bool:
    return any(word in words.passive for word in plain[max(0, place - 2) : place])


def _name_after(tokens: list[Token], plain: list[str], place: int, cue: int, words: Speaking) -> Voice | None:
    """The noun phrase from `place` on, up to a verb, a comma or the like."""
    last = place
    bracket = 0
    while last < len(tokens) and last - place < LONGEST_NAME:
        word = plain[last]
        if word == "(" and last + 2 < len(tokens) and plain[last + 2] == ")":
            bracket = 3
        if bracket == 0 and (word in BREAKS or _ends_name(tokens, plain, last, words)):
            break
        bracket = max(0, bracket - 1)
        last += 1
    return _checked(tokens, plain, place, last, cue, words)


def _ends_name(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Digits, verbs and function words do; "for" and "and" only where no capital follows."""
    if any(sign.isdigit() for sign in plain[place]) or words.verbs.at(plain, place):
        return True
    if plain[place] in words.joins:
        return place + 1 >= len(tokens) or not tokens[place + 1].text[0].isupper()
    return plain[place] in words.ending


def _subject(tokens: list[Token], plain: list[str], verb: int, length: int, words: Speaking) -> Voice | None:
    """The noun phrase before a verb of speech, or after it where speech is inverted."""
    end = verb
    while end > 0 and plain[end - 1] in words.auxiliaries:
        end -= 1
    direct = end == verb or end > 0
    before = _name_before(tokens, plain, end, verb, words) if direct else None
    if before is not None:
        chain = _chain(tokens, plain, verb + length, words)
        return before._replace(chain=chain)
    inverted = end == 0 or plain[end - 1] in BREAKS
    if not inverted:
        return None
    name = verb + length
    while name < len(plain) and plain[name] in words.auxiliaries - words.determiners:
        name += 1  # "a précisé mercredi le ministère"
    after = _name_after(tokens, plain, name, verb, words)
    return after._replace(chain=_chain(tokens, plain, after.last, words)) if after else None


def _name_before(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """The phrase that ends right before the verb; over an apposition in commas to the name before it."""
    if end > 0 and plain[end - 1] in words.pronouns:
        return Voice(end - 1, end, verb)
    if end > 1 and plain[end - 1] == ",":
        opening = _back_to_break(plain, end - 1, words)
        if opening > 1 and plain[opening - 1] == ",":
            first = _back_to_break(plain, opening - 1, words)
            return _checked(tokens, plain, first, opening - 1, verb, words)
        return None
    first = _back_to_break(plain, end, words)
    return _checked(tokens, plain, first, end, verb, words)


def _back_to_break(plain: list[str], end: int, words: Speaking) -> int:
    first = end
    while first > 0 and end - first < LONGEST_NAME:
        word = plain[first - 1]
        bracketed = word == ")" and first > 2 and plain[first - 3] == "("
        if bracketed:
            first -= 3
            continue
        if word in BREAKS or any(sign.isdigit() for sign in word) or word in words.passive | words.numbers:
            break
        if words.verbs.at(plain, first - 1) or (word in words.ending and word not in words.joins):
            break
        first -= 1
    return first


def _checked(tokens: list[Token], plain: list[str], first: int, last: int, cue: int, words: Speaking) -> Voice | None:
    """A name must have a capital, a kind of institution or be a pronoun; edges are trimmed."""
    while first < last and (plain[first] in words.determiners | words.of | words.relative or plain[first] in BREAKS):
        first += 1
    while last > first and (plain[last - 1] in words.of | words.auxiliaries or plain[last - 1] in BREAKS - {")"}):
        last -= 1
    if first >= last:
        return None
    text = " ".join(token.text for token in tokens[first:last])
    named = any(token.kind == "word" and token.text[0].isupper() for token in tokens[first:last])
    handle = first > 0 and plain[first - 1] == "@"
    return Voice(first - handle, last, cue) if named or handle or kind_of(text) else None


def _chain(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> tuple[str, ...]:
    """ "… après avoir été informés par l'agence": whom the speaker has it from."""
    for at in range(place, min(len(plain), place + 20)):
        if hit := words.briefed.at(plain, at):
            voice = _name_after(tokens, plain, at + hit[0], at, words)
            return (_text(tokens, voice.first, voice.last),) if voice else ()
    return ()


def _nearest(voices: list[Voice], first: int, last: int, left: int, right: int) -> Voice | None:
    """The voice nearest to the figure; one in another figure's part of the sentence is far away."""

    def far(voice: Voice) -> int:
        away = first - voice.cue if voice.cue < first else voice.cue - last
        return away if left <= voice.cue < right or (voice.cue < left and len(voices) == 1) else FAR + away

    return min(voices, key=far) if voices else None


def _ellipsis(tokens: list[Token], plain: list[str], left: int, first: int, words: Speaking) -> Voice | None:
    """ "885.000 selon la CGT, les syndicats 20.000": nothing but a speaker before the figure."""
    start = left
    while start < first and (plain[start] in BREAKS or plain[start] in words.joins):
        start += 1
    if not 0 < first - start <= 5 or left == 0:
        return None
    phrase = range(start, first)
    if any(plain[place] in words.ending or words.verbs.at(plain, place) for place in phrase):
        return None  # "450 pompiers sont mobilisés et 1 300 personnes"
    return _checked(tokens, plain, start, first, first, words) if kind_of(_text(tokens, start, first)) else None


def _text(tokens: list[Token], first: int, last: int) -> str:
    """The words between, with the spaces they had."""
    parts: list[str] = []
    for place in range(first, last):
        gap = parts and tokens[place].start > tokens[place - 1].end
        parts.append((" " if gap else "") + tokens[place].text)
    return "".join(parts)


def _originator(
    voice: Voice, tokens: list[Token], sentence: Sentence, words: Speaking, speakers: Speakers
) -> Originator | None:
    """The record, with pronouns and "the agency" led back to their name."""
    name = sentence.text[tokens[voice.first].start : tokens[voice.last - 1].end]
    folded = bare(name)
    if folded in words.pronouns:
        return speakers.last
    if folded in words.back and (meant := _led_back(folded, speakers)):
        return meant
    name = speakers.acronyms.get(name, name)
    nation = nation_of(voice.chain[0], lang=speakers.lang) if voice.chain else None
    originator = Originator(
        name=name,
        ref=originator_ref(name, lang=speakers.lang, country=nation or speakers.country),
        chain=(name, *voice.chain) if voice.chain else (),
    )
    speakers.remember(originator)
    return originator


def _led_back(word: str, speakers: Speakers) -> Originator | None:
    """The newest named speaker whose name has that word, else the newest institution."""
    for originator in reversed(speakers.named):
        if word in bare(originator.name).split():
            return originator
    kind = kind_of(word)
    alike = (one for one in reversed(speakers.named) if kind_of(one.name) and kind in (None, kind_of(one.name)))
    return next(alike, None)

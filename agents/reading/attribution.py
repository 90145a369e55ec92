"""Who a figure comes from: "selon X", "X said", "a affirmé X", "les syndicats 20.000", briefings at second hand."""

import msgspec

from ...schemas.claim import Originator
from .around import Around, look_around
from .document import FoundFigure, Sentence
from .gazetteer import nation_of
from .lexicon import lexicon
from .name_phrases import BREAKS, Voice, checked, text_of
from .names import Speaking, kind_of, originator_ref, speaking
from .territories import bare
from .tokens import Token, tokenize
from .voices import plain_words, voices

FAR = 1000


class Speakers(msgspec.Struct):
    """What an article has told so far of who speaks: for pronouns, "l'agence", fragments and acronyms."""

    lang: str
    country: str | None
    acronyms: dict[str, str]
    last: Originator | None = None
    named: list[Originator] = []
    turn: Originator | None = None
    """Whose turn it is in a transcript or a quoted post."""

    def take_turn(self, name: str | None) -> None:
        """Somebody begins to speak, or nobody does."""
        if name is None:
            self.turn = None
        elif self.turn is None or self.turn.name != name:
            self.turn = Originator(name=name, ref=originator_ref(name, lang=self.lang, country=self.country), chain=())

    def remember(self, originator: Originator) -> None:
        """The newest is the likeliest that "he" or "the agency" means."""
        self.last = originator
        self.named.append(originator)


def originator_of(found: FoundFigure, sentence: Sentence, speakers: Speakers) -> Originator | None:
    """The originator that the sentence names for a figure; None when it names none."""
    words = speaking(speakers.lang)
    around = look_around(found, sentence, lexicon(speakers.lang))
    plain = plain_words(around.tokens)
    voice = _ellipsis(around.tokens, plain, around.left, around.first, words) or _nearest(
        [voice for voice in voices(around.tokens, plain, words) if not _of_the_next(voice, around, plain)], around
    )
    return _originator(voice, around.tokens, plain, sentence, speakers) if voice else None


def voices_in(sentence: Sentence, speakers: Speakers) -> Originator | None:
    """The first voice of a sentence, whatever it says: remembered for what follows."""
    tokens = tokenize(sentence.text, 0, len(sentence.text), spaced=False)
    words = speaking(speakers.lang)
    plain = plain_words(tokens)
    heard = voices(tokens, plain, words)
    return _originator(heard[0], tokens, plain, sentence, speakers) if heard else None


def _of_the_next(voice: Voice, around: Around, plain: list[str]) -> bool:
    """Whether a speaker behind the figure gives the next one: "40,000; police said 12,000"."""
    before_verb = around.last <= voice.first < voice.cue < around.right < len(plain)
    return before_verb and BREAKS.isdisjoint(plain[voice.cue : around.right])


def _nearest(voices: list[Voice], around: Around) -> Voice | None:
    """The voice nearest to the figure; one in another figure's part of the sentence is far away."""

    def far(voice: Voice) -> int:
        away = around.first - voice.cue if voice.cue < around.first else voice.cue - around.last
        alone = voice.cue < around.left and len(voices) == 1
        return away if around.left <= voice.cue < around.right or alone else FAR + away

    return min(voices, key=far) if voices else None


def _ellipsis(tokens: list[Token], plain: list[str], left: int, first: int, words: Speaking) -> Voice | None:
    """ "885.000 selon la CGT, les syndicats 20.000", "… la police à 8.000": a speaker alone before the figure."""
    last = first - (first > left and plain[first - 1] in words.amount)
    start = max((place + 1 for place in range(left, last) if plain[place] in BREAKS | words.joins), default=left)
    if not 0 < last - start <= 5 or left == 0:
        return None
    phrase = range(start, last)
    if any(plain[place] in words.ending or words.verbs.at(plain, place) for place in phrase):
        return None  # "450 pompiers sont mobilisés et 1 300 personnes"
    return checked(tokens, plain, start, last, first, words) if kind_of(text_of(tokens, start, last)) else None


def _originator(
    voice: Voice, tokens: list[Token], plain: list[str], sentence: Sentence, speakers: Speakers
) -> Originator | None:
    """The record, with pronouns and "the agency" led back to their name."""
    words = speaking(speakers.lang)
    name = sentence.text[tokens[voice.first].start : tokens[voice.last - 1].end]
    folded = " ".join(plain[voice.first : voice.last])
    if folded in words.first_person:
        return speakers.turn or speakers.last
    if folded in words.pronouns | words.objects:
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

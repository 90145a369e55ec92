"""Whom a pronoun means, or a verb without a subject, by its own sentence."""

from .labels import institution
from .name_phrases import Voice, name_after
from .names import Speaking
from .subjects import without_verb
from .tokens import Token
from .voices import voices

RIGHT_BEHIND = 2
"""Tokens from a verb of speech to the pronoun that its statement begins with: "said that she"."""


def meant_within(voice: Voice, tokens: list[Token], plain: list[str], words: Speaking) -> Voice | None:
    """ "An association of builders disputes that: it counts 68,000", "les syndicats protestent : ils en comptent 900".

    Whoever spoke last in it by a name, else the institution that the sentence begins with.
    """
    told = set(plain[voice.first : voice.last])
    heard = voices(tokens[: voice.first], plain[: voice.first], words)
    if heard and heard[-1].first < heard[-1].cue and voice.first - heard[-1].cue <= RIGHT_BEHIND:
        who = heard[-1]  # "a doctor said he had counted 34 bodies"
        return who if words.pronouns.isdisjoint(plain[who.first : who.last]) else None
    if not words.gendered.isdisjoint(told):
        return None
    named = [one for one in heard if words.pronouns.isdisjoint(plain[one.first : one.last])]
    named = [one for one in named if words.verbs.at(plain, one.first) is None]
    if named or voice.first == voice.cue:
        return named[-1] if named else None
    subject = institution(tokens, plain, 0, 0, words) or _person(tokens, plain, words)
    return without_verb(subject, tokens, words) if subject is not None and subject.last <= voice.first else None


def _person(tokens: list[Token], plain: list[str], words: Speaking) -> Voice | None:
    """Whose name of two or more words with capitals a sentence begins with."""
    voice = name_after(tokens, plain, 0, 0, words)
    named = voice is not None and all(token.text[0].isupper() for token in tokens[voice.first : voice.last])
    return voice if voice and named and voice.last - voice.first > 1 else None

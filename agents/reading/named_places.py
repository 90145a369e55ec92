"""Places that no list tells in a sentence by itself: those that only the article names, and "in the capital"."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from .. import languages
from .lexicon import lexicon
from .mention import Mention, goes_before, goes_on
from .phrases import Phrases
from .territories import bare
from .tokens import Token
from .towns import AREA, capital_of

NAME = "name:"
JOINING = frozenset(("-", "'", "’"))
"""What joins the words of a name: "Ille-et-Vilaine"."""


class NamedPlaces:
    """The places that an article has shown to be such: by a preposition, or by the kind of area that they are."""

    def __init__(self, refs: Iterable[str], nation: str | None, lang: str) -> None:
        """`refs` are those of a story's places, `nation` the country that it plays in."""
        self._lang, self._nation = lang, nation
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in (ref.removeprefix(NAME).split("-") for ref in refs if ref.startswith(NAME)):
            self._by_first[words[0]].append(tuple(words))

    def beside(self, listed: list[Mention], tokens: list[Token]) -> list[Mention]:
        """The mentions that the lists know, and those that the article does, in order."""
        words = [bare(token.text) for token in tokens]
        taken = {place for mention in listed for place in range(mention.first, mention.last)}
        found = [*listed]
        for place in range(len(tokens)):
            mention = self._at(tokens, words, place) if place not in taken else None
            if mention and taken.isdisjoint(range(mention.first, mention.last)):
                taken.update(range(mention.first, mention.last))
                found.append(mention)
        placed = (mention._replace(ref=self._in_country(mention.ref)) for mention in found)
        return sorted(placed, key=lambda mention: mention.first)

    def countrywide(self, tokens: list[Token]) -> list[tuple[int, str]]:
        """Where the text speaks of the country that the story plays in, or its rest, without its name: offset, ref.

        The ref is empty where it is not told which country that is.
        """
        words, named, nation = [token.low for token in tokens], _wide(self._lang), self._nation or ""
        return [(tokens[place].start, nation) for place in range(len(words)) if named.at(words, place)]

    def _in_country(self, ref: str) -> str:
        """A name's ref with the country that the story plays in, where one is known."""
        if not ref.startswith(NAME) or self._nation is None:
            return ref
        return AREA + self._nation.removeprefix("country:") + "/" + ref.removeprefix(NAME)

    def _at(self, tokens: list[Token], words: list[str], place: int) -> Mention | None:
        for name in self._by_first.get(words[place], ()) if tokens[place].text[0].isupper() else ():
            last = _end(tokens, words, place, name)
            if last and not goes_on(tokens, last) and not goes_before(tokens, place, self._lang):
                return Mention(place, last, NAME + "-".join(name), "place")
        hit = _capital(self._lang).at(words, place) if self._nation else None
        town = capital_of(self._nation) if hit and self._nation else None
        if hit is None or town is None or _is_told(tokens, words, place + hit[0], self._lang):
            return None
        return Mention(place + hit[0] - 1, place + hit[0], town, "place")


def _end(tokens: list[Token], words: list[str], place: int, name: tuple[str, ...]) -> int | None:
    """Where a name ends that begins at a place, whatever joins its words."""
    for word in name:
        while place < len(tokens) and tokens[place].text in JOINING:
            place += 1
        if place >= len(tokens) or words[place] != word:
            return None
        place += 1
    return place


def _is_told(tokens: list[Token], words: list[str], place: int, lang: str) -> bool:
    """Whether it is told whose capital is meant: "in the capital of the province", "in the capital Tripoli"."""
    if place >= len(tokens):
        return False
    return words[place] in lexicon(lang).of or tokens[place].text[0].isupper()


@cache
def _capital(lang: str) -> Phrases:
    """What means the capital of the country that the story plays in."""
    texts = languages.table(lang, "demonyms").get("in_capital", ())
    return Phrases((bare(text), "capital") for text in texts)


@cache
def _wide(lang: str) -> Phrases:
    """What means a country without its name: all of it, or all but where the text has been."""
    data = languages.table(lang, "measures")
    return Phrases((text, "country") for name in ("countrywide", "elsewhere") for text in data.get(name, ()))

"""Language-free refs of who speaks: an institution of a country, a person, a name."""

from operator import itemgetter

from .gazetteer import mentions, nation_of
from .kinds import kind_hits, kind_of, office_of, organisation_hits
from .mention import name_ref
from .names import speaking
from .territories import bare
from .tokens import Token, tokenize
from .towns import cities

NATIONAL = frozenset(("red-cross", "red-crescent"))
"""Organisations of which each nation has its own; of the others none is a nation's."""


def originator_ref(name: str, *, lang: str, country: str | None) -> str:
    """A language-free ref to compare originators by: an institution of a country, else the name itself.

    `country` is where the story plays, for "the police" without an adjective.
    """
    kind = kind_of(name)
    name = name if kind else _whose(name, lang)
    tokens = tokenize(name, 0, len(name), spaced=False)
    nation = nation_of(name, lang=lang)
    person = _person(_without_party(tokens, lang), lang)
    if not person and (organisation := max(organisation_hits(tokens), key=itemgetter(1), default=None)):
        if nation is None:
            return name_ref(organisation[2])
        if organisation[2] in NATIONAL:
            return f"{nation}/{organisation[2]}"
    if kind and (firm := _firm(tokens, lang)):
        return name_ref(firm)
    if kind and not person:
        proper = [token.text for token in tokens if token.text.isupper() and len(token.text) > 1]
        if nation is None and proper and kind not in ("intelligence", "interior-ministry"):
            return name_ref(proper[0])
        return f"{nation or country or 'country:?'}/{office_of(name) or kind}"
    if person:
        return name_ref(person)
    if nation and not any(token.kind == "word" and token.text[0].isupper() for token in tokens):
        return nation
    short = [token.text for token in tokens if token.text.isupper() and 2 <= len(token.text) <= 8]
    return name_ref(short[0] if short else name)


def _whose(name: str, lang: str) -> str:
    """Whose figures a name tells of: "RKI-Angaben", "israelischen Angaben", "Kiewer Angaben"."""
    words, whose = speaking(lang), name.replace("-", " ").split()
    if not words.told_from or bare(whose.pop()) not in words.data or not whose:
        return name
    town = whose[-1].removesuffix(words.towns_end)
    if len(whose) == 1 and cities().at([bare(town)], 0):
        return town
    known = whose[-1].isupper() or nation_of(" ".join(whose), lang=lang)
    return " ".join(whose) if known else name  # "offiziellen Angaben"


def _without_party(tokens: list[Token], lang: str) -> list[Token]:
    """The name of somebody with an office, without what stands in brackets behind it: "Landrat Frank Rock (CDU)"."""
    bracket = next((at for at, token in enumerate(tokens) if token.text == "("), len(tokens))
    titled = any(bare(token.text) in speaking(lang).titles for token in tokens[:bracket])
    return tokens[:bracket] if titled else tokens


def _firm(tokens: list[Token], lang: str) -> str:
    """The name that a kind of firm goes on with, to the end: "le cabinet Occurrence", "l'institut Elabe"."""
    place = next((at for at, token in enumerate(tokens) if bare(token.text) in speaking(lang).firms), len(tokens))
    name = tokens[place + 1 :]
    named = all(token.kind == "sign" or token.text[0].isupper() for token in name)
    return " ".join(token.text for token in name) if named else ""


def _person(tokens: list[Token], lang: str) -> str | None:
    """The last name of a person: capitalised words at the phrase's end that are no institution, country or acronym."""
    words = speaking(lang)
    plain = [bare(token.text) for token in tokens]
    spoken_for = {place for mention in mentions(tokens, lang) for place in range(mention.first, mention.last)}
    kinds = {at + ahead for at, size, _ in kind_hits(plain) + organisation_hits(tokens) for ahead in range(size)}
    last = len(tokens)
    while last > 0 and _may_be_name(tokens[last - 1]) and last - 1 not in spoken_for | kinds:
        last -= 1
    names = [place for place in range(last, len(tokens)) if plain[place] not in words.titles | words.of | {"-"}]
    titled = any(word in words.titles for word in plain[:last])
    if not names or len(names) > 4 or (kinds and len(names) < 2 and not titled):
        return None
    if last - 1 in kinds and len(names) == 1 and cities().at(plain, last):
        return None  # "Sprecher der Polizei Koblenz"
    return tokens[names[-1]].text


def _may_be_name(token: Token) -> bool:
    shouted = token.text.isupper() and len(token.text) > 1
    return token.low == "-" or (token.kind == "word" and token.text[0].isupper() and not shouted)

"""Deterministic ids: the same article, read twice, gives the same ids, in any process and on any day."""

import hashlib


def digest(*parts: object) -> str:
    """128 bits of BLAKE2b over the parts, in hexadecimal; an unprintable separator keeps them apart."""
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def claim_id(*, article_id: str, field: str, figure: str, measure: str, ordinal: int) -> str:
    """Id of a claim: made of what it says and not of where it stands, so an edit elsewhere keeps it.

    `figure` is the figure's values as a string; `ordinal` counts equal claims of one field from 0.
    """
    return "c" + digest("claim", article_id, field, figure, measure, ordinal)[:23]


def alert_id(*, claim_id: str, relation: str, against: str | None, kind: str = "alert") -> str:
    """Id of an alert: of the claim, what it is, and the claim it stands against."""
    return "a" + digest("alert", claim_id, relation, against or "", kind)[:23]


def article_digest(*, title: str | None, text: str) -> str:
    """Hash of an article's words; two versions with the same digest are one."""
    return digest("article", title or "", text)

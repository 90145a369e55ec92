"""The wire agencies' formats of the IPTC: ninjs (JSON) and NewsML-G2 (XML), as articles."""

from datetime import datetime
from html import escape
from typing import Any
from xml.etree import ElementTree

import msgspec

from ..schemas.article import Article

NAR = "{http://iptc.org/std/nar/2006-10-01/}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CANCELED = "canceled"


class WireError(Exception):
    """A document is not what its format says; the message says why."""


def ninjs(value: bytes) -> Article | None:
    """An item of ninjs 1.x to 3.x; None when it has no text or is canceled.

    Raises:
        WireError: it is no ninjs.
    """
    try:
        item = msgspec.json.decode(value, type=dict[str, Any])
        text = _body(item)
        if not text or item.get("pubstatus") == CANCELED:
            return None
        return Article(
            id=item["uri"],
            text=text,
            title=item.get("headline") or _chosen(item.get("headlines"), "main"),
            url=next((place["href"] for place in item.get("altids", ()) if "href" in place), None),
            source=item.get("copyrightholder") or item.get("located_source") or item.get("provider"),
            author=item.get("byline"),
            lang=_language(item.get("language")),
            published_at=_moment(item.get("firstcreated") or item.get("firstCreated") or _version(item)),
            updated_at=_moment(_version(item)),
        )
    except (msgspec.MsgspecError, KeyError, TypeError, AttributeError) as error:
        raise WireError(f"no ninjs: {error}") from None


def _version(item: dict[str, Any]) -> str | None:
    return item.get("versioncreated") or item.get("versionCreated")


def _body(item: dict[str, Any]) -> str | None:
    """Version 1 has a field for each form, later ones a list; text is preferred to markup."""
    for name in ("body_text", "body_xhtml", "body_html"):
        if item.get(name):
            return str(item[name])
    return _chosen(item.get("bodies"), "main")


def _chosen(versions: Any, role: str) -> str | None:
    """The value of this role, else the first."""
    found = [version for version in versions or () if version.get("value")]
    best = next((version for version in found if version.get("role") == role), found[0] if found else None)
    return str(best["value"]) if best else None


def is_newsml(document: bytes) -> bool:
    """Whether it looks like NewsML-G2: its namespace stands near the beginning."""
    return NAR.strip("{}").encode() in document[:4096]


def newsml(document: bytes) -> list[Article]:
    """The news items of a NewsML-G2 document that have a text and are not canceled.

    Raises:
        WireError: it is no well-formed XML, or an item has no name.
    """
    if b"<!DOCTYPE" in document[:4096] or b"<!ENTITY" in document[:4096]:
        raise WireError("NewsML-G2 has no document type; entities are not read")
    try:
        root = ElementTree.fromstring(document)
    except ElementTree.ParseError as error:
        raise WireError(f"no XML: {error}") from None
    found = map(_news_item, root.iter(f"{NAR}newsItem"))
    return [article for article in found if article is not None]


def _news_item(item: ElementTree.Element) -> Article | None:
    text = _content(item)
    status = item.find(f"{NAR}itemMeta/{NAR}pubStatus")
    if not text or (status is not None and status.get("qcode", "").endswith(f":{CANCELED}")):
        return None
    if not item.get("guid"):
        raise WireError("a news item has no guid")
    version = _moment(_text(item, "itemMeta/versionCreated"))
    return Article(
        id=item.get("guid", ""),
        text=text,
        title=_text(item, "contentMeta/headline"),
        source=_provider(item),
        author=_text(item, "contentMeta/by"),
        lang=_language(_tag(item)),
        published_at=_moment(_text(item, "itemMeta/firstCreated")) or version,
        updated_at=version,
    )


def _content(item: ElementTree.Element) -> str:
    """The paragraphs of the first text that it carries, as plain text escaped for HTML."""
    for form in item.iterfind(f"{NAR}contentSet/*"):
        if form.tag == f"{NAR}inlineData":
            return (form.text or "").strip()
        if form.tag == f"{NAR}inlineXML":
            paragraphs = [part for part in form.iter() if _local(part) == "p"]
            texts = (" ".join("".join(part.itertext()).split()) for part in paragraphs or [form])
            return "\n".join(f"<p>{escape(text, quote=False)}</p>" for text in texts if text)
    return ""


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(item: ElementTree.Element, path: str) -> str | None:
    found = item.find("/".join(NAR + step for step in path.split("/")))
    text = " ".join("".join(found.itertext()).split()) if found is not None else ""
    return text or None


def _provider(item: ElementTree.Element) -> str | None:
    """Its name, else its code without the scheme."""
    provider = item.find(f"{NAR}itemMeta/{NAR}provider")
    if provider is None:
        return None
    name = provider.find(f"{NAR}name")
    code = provider.get("literal") or provider.get("qcode", "").rpartition(":")[2]
    return (name.text if name is not None else None) or code or None


def _tag(item: ElementTree.Element) -> str | None:
    language = item.find(f"{NAR}contentMeta/{NAR}language")
    return (language.get("tag") if language is not None else None) or item.get(XML_LANG)


def _language(tag: str | None) -> str | None:
    """fr of fr-FR."""
    return tag.replace("_", "-").split("-")[0].lower() if tag else None


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment if moment is None or moment.tzinfo else None

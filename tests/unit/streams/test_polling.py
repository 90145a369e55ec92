"""Feeds at addresses: asked only for what is new, fed once, and asked again for what Kafka did not take."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from figurewatch.streams.polling import Addresses, PollingError
from figurewatch.streams.syndication import FeedError

from .newswire import Newswire, publishing


@pytest.fixture
def newswire() -> Iterator[Newswire]:
    with publishing() as made:
        made.entries = {"urn:1": "Police said 12 people were hurt.", "urn:2": "Some 40 people left."}
        yield made


def news(addresses: Addresses, newswire: Newswire) -> list[str]:
    return [article.id for article in addresses.news(newswire.address)]


@pytest.mark.parametrize("etags", [True, False], ids=["ETag", "Last-Modified"])
def test_what_has_not_changed_is_not_sent_again(newswire: Newswire, etags: bool) -> None:
    newswire.etags = etags
    addresses = Addresses()
    assert news(addresses, newswire) == ["urn:1", "urn:2"]
    addresses.keep()
    assert news(addresses, newswire) == []
    assert newswire.statuses == [200, 304]


def test_of_a_feed_that_has_changed_only_the_new_and_the_changed_entries_come(newswire: Newswire) -> None:
    addresses = Addresses()
    news(addresses, newswire)
    addresses.keep()
    newswire.entries = {"urn:3": "Nine are missing.", **newswire.entries, "urn:2": "Some 45 people left."}
    assert news(addresses, newswire) == ["urn:3", "urn:2"]


def test_what_kafka_did_not_take_comes_again(newswire: Newswire) -> None:
    addresses = Addresses()
    news(addresses, newswire)
    assert news(addresses, newswire) == ["urn:1", "urn:2"]
    assert newswire.statuses == [200, 200]


def test_a_restart_goes_on_where_the_file_ends(newswire: Newswire, tmp_path: Path) -> None:
    path = tmp_path / "feeds.json"
    before = Addresses(path)
    news(before, newswire)
    before.keep()
    assert news(Addresses(path), newswire) == []
    newswire.entries["urn:3"] = "Nine are missing."
    assert news(Addresses(path), newswire) == ["urn:3"]
    assert newswire.statuses == [200, 304, 200]


def test_two_addresses_are_remembered_apart(newswire: Newswire) -> None:
    addresses = Addresses()
    assert len(news(addresses, newswire)) == 2
    assert len(list(addresses.news(newswire.address + "?desk=two"))) == 2
    addresses.keep()
    assert news(addresses, newswire) == []


def test_an_answer_that_breaks_off_is_asked_for_again(newswire: Newswire) -> None:
    addresses = Addresses()
    newswire.cut_short = True
    with pytest.raises(FeedError, match="breaks off"):
        news(addresses, newswire)
    newswire.cut_short = False
    addresses.keep()
    assert news(addresses, newswire) == ["urn:1", "urn:2"]


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_a_server_that_fails_says_how(newswire: Newswire, status: int) -> None:
    newswire.failing = status
    with pytest.raises(FeedError, match=f"answers {status}"):
        news(Addresses(), newswire)


def test_a_file_that_is_none_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("[]", "utf-8")
    with pytest.raises(PollingError, match=r"articles\.jsonl"):
        Addresses(path)
    with pytest.raises(PollingError, match="nowhere"):
        _keep_in(tmp_path / "nowhere" / "feeds.json")


def _keep_in(path: Path) -> None:
    with publishing() as newswire:
        addresses = Addresses(path)
        list(addresses.news(newswire.address))
        addresses.keep()

"""A feed on loopback, as a publisher's server has it: it knows what has changed, and says so."""

import contextlib
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from xml.sax.saxutils import escape


class Newswire:
    """An RSS feed of entries by their ids, answered in full or with 304; remembers every answer's status."""

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}
        self.changed_at = datetime(2023, 9, 12, 8, tzinfo=UTC)
        self.etags = True
        self.statuses: list[int] = []
        self.failing: int | None = None
        self.cut_short = False
        self.address = ""

    def document(self) -> bytes:
        entries = "".join(
            f"<item><guid>{escape(name)}</guid><pubDate>{format_datetime(self.changed_at)}</pubDate>"
            f"<title>{escape(name)}</title><description>{escape(text)}</description></item>"
            for name, text in self.entries.items()
        )
        head = '<rss version="2.0"><channel><title>The Valley Post</title><language>en</language>'
        return f'<?xml version="1.0"?>{head}{entries}</channel></rss>'.encode()

    def answer(self, asked: "Handler") -> None:
        body = self.document()
        name = "ETag" if self.etags else "Last-Modified"
        value = f'"{sha256(body).hexdigest()[:8]}"' if self.etags else format_datetime(self.changed_at, usegmt=True)
        known = asked.headers.get("If-None-Match" if self.etags else "If-Modified-Since")
        self.statuses.append(self.failing or (304 if known == value else 200))
        asked.send_response(self.statuses[-1])
        asked.send_header(name, value)
        asked.send_header("Content-Length", str(len(body) + self.cut_short))
        asked.end_headers()
        if self.statuses[-1] == 200:
            asked.wfile.write(body)


class Handler(BaseHTTPRequestHandler):
    """Answers for the newswire."""

    newswire: Newswire

    def do_GET(self) -> None:
        self.newswire.answer(self)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextlib.contextmanager
def publishing() -> Iterator[Newswire]:
    """One, until the block ends."""
    newswire = Newswire()
    handler = type("Handler", (Handler,), {"newswire": newswire})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        newswire.address = f"http://127.0.0.1:{server.server_port}/rss"
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield newswire
        finally:
            server.shutdown()
            thread.join()

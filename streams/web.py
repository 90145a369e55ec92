"""The worker's web port: /metrics, /healthz, /readyz; read-only, in a thread apart from the event loop.

prometheus-client's own server answers, so a busy event loop never delays a scrape or hides that it is stuck.
"""

from collections.abc import Callable, Iterable
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from prometheus_client import CollectorRegistry, make_wsgi_app

State = Callable[[], tuple[bool, str]]
"""Whether all is well, and a sentence that says why (not)."""


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """A line for every scrape would drown the log."""


class WebPort:
    """Serves one process's metrics and state until closed."""

    def __init__(
        self,
        *,
        host: str,
        port: int,
        registry: CollectorRegistry,
        health: State,
        ready: State,
    ) -> None:
        """Port 0 takes a free one; `port` then says which.

        Raises:
            OSError: the port is taken.
        """
        pages = {"/metrics": make_wsgi_app(registry), "/healthz": _page(health), "/readyz": _page(ready)}

        def serve(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
            page = pages.get(environ["PATH_INFO"]) if environ["REQUEST_METHOD"] in ("GET", "HEAD") else None
            return (page or _not_found)(environ, start)

        self._server = make_server(host, port, serve, server_class=_Server, handler_class=_Quiet)
        self.port: int = self._server.server_port
        Thread(target=self._server.serve_forever, name="web", daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()


def _page(state: State) -> Any:
    def page(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        well, why = state()
        start("200 OK" if well else "503 Service Unavailable", [("Content-Type", "text/plain; charset=utf-8")])
        return [why.encode(), b"\n"]

    return page


def _not_found(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    start("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
    return [b"/metrics /healthz /readyz\n"]

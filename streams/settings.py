"""Settings of every program here: frozen, typed, from the environment, built once and passed in."""

import os
import ssl
import tempfile
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from ..agents.judging.watch import NOBODY, WatchError, WatchList, read_watch_list
from ..agents.reading.models import DEFAULT_MODELS
from . import logs

PREFIX = "FIGUREWATCH_"
NO_MODELS = "none"
MOST_SESSION_SECONDS = 90.0
"""What Faust lets a request take."""
PROBE_BYTES = 1 << 20
Protocol = Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"]
Mechanism = Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"]


class SettingsError(ValueError):
    """A setting is not what it should be; the message names the variable."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a program can be told; the variable of a field is FIGUREWATCH_ and its name in capitals."""

    brokers: tuple[str, ...] = ("127.0.0.1:9092",)
    """Kafka's addresses, host:port, separated by commas."""
    prefix: str = "news"
    """First part of every topic's name, and of the consumer groups'."""
    partitions: int = 4
    """Of the articles, readings and claims topics, and so of the tables."""
    replication: int = 1
    """Copies of every topic; 3 in production."""
    data_dir: Path = Path.home() / ".local" / "share" / "figurewatch"
    """Where the tables are kept; one folder a worker, on a disk that stays."""
    member: str = ""
    """This worker's name in its consumer groups, kept over restarts; none: a name is kept in data_dir."""
    session_seconds: float = 60.0
    """A register or compare worker that Kafka does not hear from for so long loses its partitions to the others."""
    web_host: str = "127.0.0.1"
    """Where /metrics, /healthz and /readyz listen; loopback unless told otherwise."""
    web_port: int = 9464
    """Of the first stage; `worker --stage all` takes the next ones for the others. 0: any free port."""
    pool_size: int = max(1, (os.cpu_count() or 2) - 1)
    """Processes that read articles."""
    batch_size: int = 16
    """Articles read together at most."""
    article_seconds: float = 30.0
    """Reading one article may take so long, one of several mebibytes so long for each; then its process is replaced."""
    flood_percent: float = 50.0
    """More dead letters than this share of the last `flood_records` stop the worker until it is told to resume."""
    flood_records: int = 200
    """See `flood_percent`."""
    models: dict[str, str] = msgspec.field(default_factory=lambda: dict(DEFAULT_MODELS))
    """spaCy pipeline by language, written fr=name,en=name, or none; a language without one is read by rules alone."""
    watch_file: Path | None = None
    """A watch list in TOML (`figurewatch watch` checks it): what it names is alerted in any case."""
    remembered_claims: int = 200_000
    """Claims of one family of measures that compare remembers; beyond, the longest untouched are forgotten."""
    log_format: logs.Format = "console"
    """One event a line for people, or json."""
    log_level: logs.Level = "info"
    """debug, info, warning or error; only debug may hold words of articles."""
    tracing: bool = False
    """Spans by OpenTelemetry, with the extra of that name; OTEL_… variables say where they go."""
    security_protocol: Protocol = "PLAINTEXT"
    """How Kafka is spoken to."""
    sasl_mechanism: Mechanism = "SCRAM-SHA-512"
    """Where the protocol is SASL_…"""
    sasl_user: str = ""
    """Where the protocol is SASL_…"""
    sasl_password_file: Path | None = None
    """A file with the password, so that it is in no environment, command line or log."""
    ssl_ca_file: Path | None = None
    """Certificates that Kafka's is checked against; the system's when not given."""
    ssl_cert_file: Path | None = None
    """This program's own certificate, for mutual TLS."""
    ssl_key_file: Path | None = None
    """The key of that certificate."""

    def topic(self, name: str) -> str:
        """The full name of a topic: news.articles for 'articles'."""
        return f"{self.prefix}.{name}"

    def member_id(self, stage: str) -> str:
        """A static member id: `member`, or one that stays with the data folder."""
        if self.member:
            return f"{stage}-{self.member}"
        path = self.data_dir / "member-id"
        if not path.is_file():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            path.write_text(uuid.uuid4().hex)
        return f"{stage}-{path.read_text().strip()}"

    def use_data_dir(self) -> None:
        """Make the data folder, and see that something can be written there.

        Raises:
            SettingsError: it cannot, or the disk is full; says why.
        """
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.data_dir) as probe:
                probe.write(bytes(PROBE_BYTES))
        except OSError as error:
            raise SettingsError(f"{PREFIX}DATA_DIR: {self.data_dir} cannot be written: {error.strerror}") from None

    def password(self) -> str:
        """The SASL password, read when needed.

        Raises:
            SettingsError: the file is not named or cannot be read.
        """
        if self.sasl_password_file is None:
            raise SettingsError(f"{PREFIX}SASL_PASSWORD_FILE names no file")
        try:
            return self.sasl_password_file.read_text("utf-8").strip()
        except OSError as error:
            raise SettingsError(f"{PREFIX}SASL_PASSWORD_FILE: {error.strerror}") from None

    def ssl_context(self) -> ssl.SSLContext | None:
        """For protocols over TLS."""
        if "SSL" not in self.security_protocol:
            return None
        context = ssl.create_default_context(cafile=str(self.ssl_ca_file) if self.ssl_ca_file else None)
        if self.ssl_cert_file:
            context.load_cert_chain(str(self.ssl_cert_file), str(self.ssl_key_file) if self.ssl_key_file else None)
        return context

    def client(self) -> dict[str, Any]:
        """Arguments for kafka-python's clients."""
        options: dict[str, Any] = {
            "bootstrap_servers": list(self.brokers),
            "security_protocol": self.security_protocol,
        }
        if "SSL" in self.security_protocol:
            options["ssl_context"] = self.ssl_context()
        if self.security_protocol.startswith("SASL"):
            options |= {
                "sasl_mechanism": self.sasl_mechanism,
                "sasl_plain_username": self.sasl_user,
                "sasl_plain_password": self.password(),
            }
        return options


def watch_list(settings: Settings) -> WatchList:
    """What the settings' watch list names; nothing where there is none.

    Raises:
        SettingsError: the file cannot be read or is no watch list.
    """
    if settings.watch_file is None:
        return NOBODY
    try:
        return read_watch_list(settings.watch_file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, WatchError) as error:
        raise SettingsError(f"{PREFIX}WATCH_FILE: {error}") from None


def from_environment(environment: Mapping[str, str] | None = None, **given: Any) -> Settings:
    """Settings from the environment; `given` (from a command line) wins where it is not None.

    Raises:
        SettingsError: a variable is unknown or its value is not of its kind.
    """
    source = os.environ if environment is None else environment
    plain: dict[str, Any] = {}
    for variable, value in source.items():
        name = variable.removeprefix(PREFIX).lower()
        if variable.startswith(PREFIX) and name in Settings.__struct_fields__ and value != "":
            plain[name] = _parsed(name, value)
    plain |= {name: value for name, value in given.items() if value is not None}
    try:
        settings = msgspec.convert(plain, Settings, strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise SettingsError(_named(str(error))) from None
    _check(settings)
    return settings


def _parsed(name: str, value: str) -> Any:
    if name == "brokers":
        return [address.strip() for address in value.split(",") if address.strip()]
    if name == "models" and value == NO_MODELS:
        return {}
    if name == "models":
        return dict(pair.strip().partition("=")[::2] for pair in value.split(",") if pair.strip())
    return value


def _path(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str | Path):
        return Path(value)
    raise TypeError(f"no {kind.__name__}")


def _named(message: str) -> str:
    text, _, where = message.partition(" - at `$.")
    return f"{PREFIX}{where.rstrip('`').split('[')[0].upper()}: {text}"


def _check(settings: Settings) -> None:
    for address in settings.brokers:
        if not address.rpartition(":")[2].isdigit():
            raise SettingsError(f"{PREFIX}BROKERS: {address!r} is not host:port")
    if settings.session_seconds > MOST_SESSION_SECONDS:
        raise SettingsError(f"{PREFIX}SESSION_SECONDS: must be {MOST_SESSION_SECONDS:g} at most")
    for name in (
        "partitions",
        "replication",
        "pool_size",
        "batch_size",
        "article_seconds",
        "session_seconds",
        "flood_records",
        "remembered_claims",
    ):
        if getattr(settings, name) <= 0:
            raise SettingsError(f"{PREFIX}{name.upper()}: must be above 0")


def to_environment(settings: Settings) -> dict[str, str]:
    """The variables that give the same settings to a child process."""
    variables = {}
    for name in Settings.__struct_fields__:
        value = getattr(settings, name)
        if value is None:
            continue
        if isinstance(value, dict):
            value = ",".join(f"{key}={item}" for key, item in value.items()) or NO_MODELS
        elif isinstance(value, tuple):
            value = ",".join(value)
        variables[PREFIX + name.upper()] = str(value)
    return variables

"""An embedded Kafka that asks who is there: SCRAM over TLS, mutual TLS, and no rights but those given."""

from pathlib import Path

import msgspec
from kafka import KafkaAdminClient
from kafka.admin import (
    ACL,
    ACLFilter,
    ACLOperation,
    ACLPermissionType,
    ACLResourcePatternType,
    ResourcePattern,
    ResourcePatternFilter,
    ResourceType,
    ScramMechanism,
    UserScramCredentialUpsertion,
)

from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.broker.node import Node
from figurewatch.streams.ports import HOST, free_ports
from figurewatch.streams.rights import Right
from figurewatch.streams.settings import Settings

CERTIFICATES = Path(__file__).parents[1] / "data" / "tls"
USER, PASSWORD = "worker-user", "a secret, with spaces and = signs"
CERTIFIED = "CN=worker"
"""Whom Kafka takes the holder of worker.pem for."""


class SecuredKafka:
    """The broker, and whoever gives rights there (over a listener of plain text, as a super user)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._scram_port, self._tls_port = free_ports(2)
        folder.mkdir(parents=True)
        self._keys = folder / "broker.pem"
        self._keys.write_text("".join((CERTIFICATES / name).read_text() for name in ("broker-key.pem", "broker.pem")))
        self.broker = EmbeddedBroker(folder / "kafka", properties=self._properties)

    def _properties(self, node: Node) -> dict[str, str]:
        ports = {"PLAINTEXT": node.port, "SASL_SSL": self._scram_port, "SSL": self._tls_port}
        listeners = [f"{name}://{HOST}:{port}" for name, port in ports.items()]
        return {
            "listeners": ",".join([*listeners, f"CONTROLLER://{HOST}:{node.controller_port}"]),
            "advertised.listeners": ",".join(listeners),
            "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL",
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users": "User:ANONYMOUS",
            "sasl.enabled.mechanisms": "SCRAM-SHA-512",
            "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config": (
                "org.apache.kafka.common.security.scram.ScramLoginModule required;"
            ),
            "ssl.keystore.type": "PEM",
            "ssl.keystore.location": str(self._keys),
            "ssl.truststore.type": "PEM",
            "ssl.truststore.location": str(CERTIFICATES / "ca.pem"),
            "listener.name.ssl.ssl.client.auth": "required",
        }

    def admin(self) -> KafkaAdminClient:
        return KafkaAdminClient(bootstrap_servers=self.broker.bootstrap)

    def add_user(self) -> None:
        admin = self.admin()
        user = UserScramCredentialUpsertion(USER, ScramMechanism.SCRAM_SHA_512, PASSWORD, iterations=4096)
        assert admin.alter_user_scram_credentials([user]) == {USER: None}
        admin.close()

    def allow(self, who: str, rights: list[Right]) -> None:
        admin = self.admin()
        made = admin.create_acls([_acl(who, right) for right in rights])
        assert made["failed"] == [], made
        admin.close()

    def withdraw(self, who: str, right: Right) -> None:
        admin = self.admin()
        pattern = ResourcePatternFilter(ResourceType[right.kind.upper()], right.name, ACLResourcePatternType.LITERAL)
        given = ACLFilter(f"User:{who}", "*", ACLOperation[right.operation], ACLPermissionType.ALLOW, pattern)
        assert len(admin.delete_acls([given])) == 1
        admin.close()

    def with_scram(self, settings: Settings, folder: Path) -> Settings:
        """The same installation, as the user with the password."""
        path = folder / "password"
        path.write_text(PASSWORD + "\n")
        return msgspec.structs.replace(
            settings,
            brokers=(f"{HOST}:{self._scram_port}",),
            security_protocol="SASL_SSL",
            sasl_user=USER,
            sasl_password_file=path,
            ssl_ca_file=CERTIFICATES / "ca.pem",
        )

    def with_certificate(self, settings: Settings) -> Settings:
        """The same installation, as the holder of a certificate."""
        return msgspec.structs.replace(
            settings,
            brokers=(f"{HOST}:{self._tls_port}",),
            security_protocol="SSL",
            ssl_ca_file=CERTIFICATES / "ca.pem",
            ssl_cert_file=CERTIFICATES / "worker.pem",
            ssl_key_file=CERTIFICATES / "worker-key.pem",
        )


def _acl(who: str, right: Right) -> ACL:
    pattern = ResourcePattern(ResourceType[right.kind.upper()], right.name)
    return ACL(f"User:{who}", "*", ACLOperation[right.operation], ACLPermissionType.ALLOW, pattern)

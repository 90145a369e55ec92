"""compose.yaml and the Kubernetes manifests: well-formed, of one mind with the code, and hardened."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import compose_spec
import kubernetes_validate
import pytest
import yaml

from figurewatch.streams.settings import PREFIX, Settings, from_environment
from figurewatch.streams.stages import STAGES
from figurewatch.streams.topics import group

from .image import DOCKERFILE, compose

DEPLOY = Path(__file__).parents[2] / "deploy"
KUBERNETES = DEPLOY / "kubernetes"
FOREIGN = {"keda.sh/v1alpha1", "monitoring.coreos.com/v1"}
"""Of operators; their schemas come with no package."""

Document = dict[str, Any]


def manifests() -> list[Document]:
    """Every object, as its file has it."""
    return [document for path in sorted(KUBERNETES.glob("*/*.yaml")) if path.name != "kustomization.yaml"
            for document in yaml.safe_load_all(path.read_text("utf-8"))]  # fmt: skip


def pods() -> list[Document]:
    return [document for document in manifests() if "template" in document.get("spec", {})]


def named(document: Document) -> str:
    return f"{document['kind']} {document['metadata']['name']}"


def test_compose_follows_the_specification() -> None:
    read = compose_spec.PyCompose.from_json(json.dumps(compose()))
    assert set(STAGES) | {"kafka", "topics", "feeds", "prometheus", "alertmanager", "grafana"} == set(
        read.service_names()
    )


def test_compose_runs_our_services_hardened() -> None:
    services = compose()["services"]
    for name in (*STAGES, "topics", "feeds"):
        service = services[name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        from_environment(service["environment"])
    published = [port for service in services.values() for port in service.get("ports", [])]
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_compose_mounts_what_is_there() -> None:
    for service in compose()["services"].values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in compose()["volumes"] or (DEPLOY / source).exists(), volume


def test_no_image_is_left_to_chance() -> None:
    images = [service["image"] for service in compose()["services"].values() if "build" not in service]
    images += re.findall(r"^ARG BASE=(.+)$", DOCKERFILE, re.MULTILINE)
    assert all(re.search(r":v?\d+\.\d+\.\d+", image) for image in images), images
    assert re.search(r"^ARG BASE=\S+@sha256:[0-9a-f]{64}$", DOCKERFILE, re.MULTILINE)


def test_every_variable_is_a_setting() -> None:
    text = (
        "".join(path.read_text("utf-8") for path in [DEPLOY / "compose.yaml", *KUBERNETES.glob("*/*.yaml")])
        + DOCKERFILE
    )
    for variable in set(re.findall(rf"{PREFIX}(\w+)", text)):
        assert variable.lower() in Settings.__struct_fields__, variable


@pytest.mark.parametrize("document", manifests(), ids=named)
def test_a_manifest_follows_its_schema(document: Document) -> None:
    if document["apiVersion"] not in FOREIGN:
        kubernetes_validate.validate(document, "1.33", strict=True)
    assert document["metadata"]["labels"]["app.kubernetes.io/name"] == "figurewatch"


@pytest.mark.parametrize("document", pods(), ids=named)
def test_a_pod_may_do_no_more_than_it_must(document: Document) -> None:
    pod = document["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    (container,) = pod["containers"]
    security = container["securityContext"]
    assert security["readOnlyRootFilesystem"] is True
    assert security["allowPrivilegeEscalation"] is False
    assert security["capabilities"] == {"drop": ["ALL"]}
    assert container["resources"]["requests"].keys() == {"cpu", "memory"}
    assert {mount["mountPath"] for mount in container["volumeMounts"]} == {"/tmp", "/data"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_probed_and_its_members_are_named_as_it_needs(stage: str) -> None:
    (document,) = [each for each in pods() if each["metadata"]["name"] == f"figurewatch-{stage}"]
    assert document["kind"] == ("Deployment" if stage == "extract" else "StatefulSet")
    (container,) = document["spec"]["template"]["spec"]["containers"]
    assert container["args"] == ["worker", "--stage", stage]
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert container["livenessProbe"]["httpGet"]["path"] == "/healthz"
    variables = {each["name"] for each in container["env"]}
    assert ("FIGUREWATCH_MEMBER" in variables) == (stage != "extract"), (
        "static members keep tables, dynamic ones may go"
    )
    if stage != "extract":
        assert [claim["metadata"]["name"] for claim in document["spec"]["volumeClaimTemplates"]] == ["data"]


def test_the_scaler_looks_at_the_group_and_topic_of_extract() -> None:
    (scaler,) = [document for document in manifests() if document["kind"] == "ScaledObject"]
    (trigger,) = scaler["spec"]["triggers"]
    settings = from_environment({})
    assert trigger["metadata"]["consumerGroup"] == group(settings, "extract")
    assert trigger["metadata"]["topic"] == settings.topic("articles")
    assert scaler["spec"]["maxReplicaCount"] <= settings.partitions


def test_the_network_lets_through_what_the_settings_need() -> None:
    (policy,) = [document for document in manifests() if document["kind"] == "NetworkPolicy"]
    base = yaml.safe_load((KUBERNETES / "base" / "kustomization.yaml").read_text("utf-8"))
    (given,) = base["configMapGenerator"]
    settings = from_environment(dict(literal.split("=", 1) for literal in given["literals"]))
    assert _ports(policy["spec"]["ingress"]) == {("TCP", settings.web_port)}
    out = _ports(policy["spec"]["egress"])
    assert {("TCP", int(address.rpartition(":")[2])) for address in settings.brokers} <= out
    assert {("UDP", 53), ("TCP", 53)} <= out
    for document in pods():
        labels = document["spec"]["template"]["metadata"]["labels"]
        assert policy["spec"]["podSelector"]["matchLabels"].items() <= labels.items(), named(document)


def _ports(rules: list[Document]) -> set[tuple[str, int]]:
    return {(port["protocol"], port["port"]) for rule in rules for port in rule["ports"]}


@pytest.mark.parametrize("folder", sorted(path.parent for path in KUBERNETES.glob("*/kustomization.yaml")), ids=lambda f: f.name)  # fmt: skip # noqa: E501
def test_kustomize_finds_all_that_it_names(folder: Path) -> None:
    named = yaml.safe_load((folder / "kustomization.yaml").read_text("utf-8"))["resources"]
    files = {path.name for path in folder.glob("*.yaml")} - {"kustomization.yaml"}
    assert {name for name in named if not name.startswith("..")} == files
    if shutil.which("kubectl"):  # no package brings it to every machine
        built = subprocess.run(["kubectl", "kustomize", folder], capture_output=True, text=True, check=True)
        for document in yaml.safe_load_all(built.stdout):
            if document["apiVersion"] not in FOREIGN:
                kubernetes_validate.validate(document, "1.33", strict=True)

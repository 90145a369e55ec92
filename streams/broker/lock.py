"""Renews jars.lock: what Kafka needs, with checksums (`python -m figurewatch.streams.broker.lock`)."""

import tempfile
from pathlib import Path

from .jars import KAFKA, LOGGING, Jar, download, maven, sha256_of


def main() -> None:
    """Resolve Kafka's dependencies anew and write the list."""
    with tempfile.TemporaryDirectory() as scratch:
        context = maven(Path(scratch))
        roots = [context.create_dependency(":".join(coordinate)) for coordinate in (KAFKA, LOGGING)]
        _, nodes = context.resolver.get_dependency_list(roots)
        wanted = {(dep.groupId, dep.artifactId, dep.version) for dep in (node.dep for node in nodes)}
        jars = []
        for group, artifact, version in sorted(wanted | {KAFKA, LOGGING}):
            path = download(Jar(group, artifact, version, ""), Path(scratch))
            jars.append(f"{group}:{artifact}:{version} {sha256_of(path)}\n")
    text = f"# Apache Kafka {KAFKA[2]} and what it needs; written by python -m {__package__}.lock\n" + "".join(jars)
    Path(__file__).with_name("jars.lock").write_text(text, "utf-8")


if __name__ == "__main__":
    main()

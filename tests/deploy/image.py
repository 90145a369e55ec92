"""The image without a container engine: files copied as the Dockerfile says, its script, its user, its settings."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
READ_ONLY = """set -e
mount --bind "$0" "$0"
mount --bind / / && mount -o remount,bind,ro /
exec setpriv --reuid=10001 --regid=10001 --clear-groups --no-new-privs "$@"
"""


def compose() -> Any:
    return yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))


def build_context(folder: Path) -> None:
    """What the build stage copies, and nothing else."""
    stage = DOCKERFILE.split("FROM ")[1]
    for line in re.findall(r"^COPY (.+)$", stage, re.MULTILINE):
        *sources, target = line.split()
        for source in sources:
            _copy(ROOT / source, folder / (target if len(sources) == 1 and not target.endswith("/") else target + "/" + Path(source).name))  # fmt: skip # noqa: E501


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def environment() -> dict[str, str]:
    """The ENV of the final stage."""
    (line,) = re.findall(r"^ENV (.+)$", DOCKERFILE.split("FROM ")[2], re.MULTILINE)
    return dict(re.findall(r"(\w+)=(\S+)", line))


def python_for_all() -> str:
    """The folder of a Python 3.11+ that other users can run, too; else of our own."""
    for folder in ("/usr/local/bin", "/usr/bin"):
        wanted = "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"
        if _succeeds([f"{folder}/python3", "-c", wanted]):
            return folder
    return str(Path(sys.executable).parent)


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def run_in_image(
    command: list[str], variables: Mapping[str, str], data: Path, **options: Any
) -> subprocess.Popen[bytes]:
    """As the image is run: by a user who owns nothing, the root read-only but for `data`.

    Who is not root cannot arrange that, and runs it plainly.
    """
    if os.geteuid() == 0:
        data.chmod(0o777)
        command = ["unshare", "--mount", "sh", "-c", READ_ONLY, str(data), *command]
    return subprocess.Popen(command, env={**variables, "TMPDIR": str(data)}, cwd="/", **options)

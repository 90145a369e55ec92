"""Set up .venv from the lock files, once, also when two calls come at the same time.

Runs on a bare Python 3.11+ with pip: `python3 deploy/set_up.py`. Nothing is installed that a lock file does not name
with its hash.
"""

import fcntl
import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = (ROOT / "bootstrap.lock", ROOT / "requirements.lock", ROOT / "pyproject.toml")
DONE = VENV / "figurewatch-set-up"
FOLDERS = ("streams", "agents", "schemas")


def main() -> None:
    """Install what is missing or out of date."""
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in LOCKS)).hexdigest()
    VENV.mkdir(exist_ok=True)
    with (VENV / "figurewatch-set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # not .venv/.lock: that one is uv's own
        if DONE.is_file() and DONE.read_text() == wanted:
            return
        install()
        link()
        DONE.write_text(wanted)


def install() -> None:
    """The virtual environment, uv from its own lock, everything else by uv."""
    venv.create(VENV, with_pip=True, symlinks=True)
    run("bin/python", "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCKS[0]))
    uv = ("bin/uv", "pip", "install", "--quiet", "--python", str(VENV / "bin/python"))
    run(*uv, "--require-hashes", "-r", str(LOCKS[1]))
    run(*uv, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def link() -> None:
    """Links that let mypy and import-linter see the three folders as one package."""
    package = VENV / "src" / "figurewatch"
    package.mkdir(parents=True, exist_ok=True)
    for folder in FOLDERS:
        place = package / folder
        if not place.is_symlink():
            place.symlink_to(ROOT / folder)


def run(program: str, *arguments: str) -> None:
    """Run a program of the environment; its failure is ours."""
    code = subprocess.call([str(VENV / program), *arguments])
    if code:
        sys.exit(code)


if __name__ == "__main__":
    main()

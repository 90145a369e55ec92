"""The wheel holds every module and data file; nothing imports the folders by their bare names."""

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST_FUNCTION = 40
FOLDERS = ("streams", "agents", "schemas")
DATA = {".json", ".toml", ".lock", ".jsonl", ".txt"}


def _wanted() -> set[str]:
    files = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
    return {
        f"figurewatch/{path.relative_to(ROOT)}"
        for path in files
        if path.suffix in {".py", *DATA} and "__pycache__" not in path.parts
    }


def test_the_wheel_has_everything(tmp_path: Path) -> None:
    build = f"from setuptools import build_meta; build_meta.build_wheel({str(tmp_path)!r})"
    copy = tmp_path / "source"
    _copy(copy)
    done = subprocess.run([sys.executable, "-c", build], cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wheel = next(tmp_path.glob("*.whl"))
    names = set(zipfile.ZipFile(wheel).namelist())
    assert _wanted() - names == set()


def _copy(target: Path) -> None:
    """Built in a copy, for setuptools leaves folders behind."""
    import shutil  # noqa: PLC0415

    target.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, target / name)
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))


def test_no_module_imports_a_folder_by_its_bare_name() -> None:
    for path in (
        *ROOT.glob("tests/**/*.py"),
        *ROOT.glob("bench/*.py"),
        *(p for f in FOLDERS for p in (ROOT / f).rglob("*.py")),
    ):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not {name.split(".")[0] for name in names} & set(FOLDERS), path


def test_no_function_is_longer_than_forty_lines() -> None:
    for path in (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                assert node.end_lineno - node.lineno < LONGEST_FUNCTION, f"{path}: {node.name}"

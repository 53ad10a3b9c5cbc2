"""Imports point one way, and every module can be imported alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plugins" / "briefing"

#: Rooms from the foundation up; a room may import rooms of lower levels, never of its own or a higher one.
LEVELS = (
    ("model",),
    ("settings", "spans", "normalise", "sharing", "parallel", "event_names"),
    ("reading", "lexicon"),
    ("tagger",),
    ("names",),
    ("sources", "facts"),
    ("archive", "annotate", "corrections", "editorial", "store"),
    ("maps", "fingerprint", "parts"),
    ("pages", "feeds", "exports", "output", "render"),
    ("seeds", "theme", "manifest", "search"),
    ("build",),
    ("preview",),
    ("glue", "cli", "devserver", "train"),
)
LEVEL = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
TABLES = ("sources", "facts", "pages", "exports")
MODULES = sorted(
    ".".join(("briefing", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in PACKAGE.rglob("*.py")
)


def room_of(module: str) -> str | None:
    """The training of the tagger is a room of its own: a developer's tool, which uses what the tagger serves."""
    parts = module.split(".")
    if parts[1:3] == ["tagger", "train"]:
        return "train"
    return parts[1] if len(parts) > 1 else None


def imports_of(module: str) -> set[str]:
    """Modules of this package that `module` imports at its top."""
    path = PACKAGE.parent / Path(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1])
            target = f"{base}.{node.module}" if node.module else base
            found.update(f"{target}.{name.name}" if f"{target}.{name.name}" in MODULES else target for name in node.names)
    return found - {module}


def test_every_room_has_a_level() -> None:
    assert {room_of(module) for module in MODULES} - {None} == set(LEVEL)


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_one_way(module: str) -> None:
    room = room_of(module)
    if room is None:
        return
    for target in imports_of(module):
        other = room_of(target)
        if other not in (None, room):
            assert LEVEL[other] < LEVEL[room], f"{module} imports {target}"


@pytest.mark.parametrize("module", [m for m in MODULES if room_of(m) in TABLES and m.count(".") >= 2])
def test_rows_of_a_table_do_not_know_each_other(module: str) -> None:
    """A row, a module or a package, may share what begins with an underscore; what is shared knows no row."""
    row = module.split(".")[2]
    for target in imports_of(module):
        parts = target.split(".")
        if len(parts) > 2 and parts[1] == room_of(module) and parts[2] != row:
            assert parts[2].startswith("_"), f"{module} imports {target}"


#: Developers' tools, which need libraries that neither a build nor its tests do.
COMPILER = ("compile",)
TRAINING = "train"


def test_every_module_can_be_imported_alone() -> None:
    """Each public module from a clean slate, in one process: an import cycle shows whichever module comes first."""
    script = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]:\n"
        "    for loaded in [m for m in sys.modules if m == 'briefing' or m.startswith('briefing.')]: del sys.modules[loaded]\n"
        "    importlib.import_module(name)\n"
    )
    modules = [m for m in MODULES if not m.rpartition(".")[2].startswith(("_", *COMPILER)) and room_of(m) != TRAINING]
    result = subprocess.run([sys.executable, "-c", script, *modules], capture_output=True, text=True, cwd=PACKAGE.parent, check=False)
    assert result.returncode == 0, result.stderr

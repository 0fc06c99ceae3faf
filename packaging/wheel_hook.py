"""Puts the compiled pack and the resources into the wheel, where `crmo_desktop.paths` looks for them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its parameter to itself
    """Compiles content/ on every build of a wheel; an editable one reads the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files that are not Python; called by hatchling before it collects the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        pack = root / "build" / "wheel" / "content.crmo"
        sys.path.insert(0, self.root)
        try:
            from crmo_desktop.authoring.compile import compile_pack

            compile_pack(root / "content", pack)
        finally:
            sys.path.remove(self.root)
        bundled = "crmo_desktop/_bundled"
        build_data["force_include"][str(pack)] = f"{bundled}/pack/content.crmo"
        build_data["force_include"][str(root / "resources")] = f"{bundled}/resources"

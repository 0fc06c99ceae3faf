"""Writes THIRD-PARTY-NOTICES: whose work is in the bundle, under which licence, and the licence's words.

Nothing is typed by hand: PyInstaller's list of what it collected says where each file came from; a Python
package tells its licence in its metadata, a Debian package in its copyright file, fonts, icons and pictures
in resources/NOTICES.json. The texts that these leave out are kept in packaging/licences/.
"""

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "packaging" / "licences"
RULE = "=" * 78

# What a package's own files leave out, from packaging/licences/.
TEXTS = {
    "pyside6_essentials": ("LGPL-3.0", "GPL-3.0", "Qt-base-and-its-parts", "Qt-svg", "ICU"),
    "shiboken6": ("LGPL-3.0", "GPL-3.0"),
}
# Where the sources are that LGPL and MPL ask to be named.
SOURCES = (
    "https://download.qt.io/official_releases/QtForPython/ and https://download.qt.io/official_releases/qt/"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One piece of somebody else's work.

    Attributes:
        licence: its name, or an SPDX expression.
        texts: what must go with it: copyright notices and the licence's words.
        remark: anything else that must be said; may be empty.
    """

    name: str
    licence: str
    texts: tuple[str, ...]
    version: str = ""
    remark: str = ""

    @property
    def title(self) -> str:
        """Name and version, as far as it has one."""
        return f"{self.name} {self.version}".rstrip()


def collected_files(work: Path) -> list[Path]:
    """Where each file and each compiled module of the bundle came from, by PyInstaller's own lists."""
    collected, *_rest = ast.literal_eval((work / "COLLECT-00.toc").read_text(encoding="utf-8"))
    _archive, modules, *_rest = ast.literal_eval((work / "PYZ-00.toc").read_text(encoding="utf-8"))
    return [Path(source) for _target, source, kind in (*collected, *modules) if kind != "SYMLINK"]


def notices(files: Iterable[Path]) -> list[Notice]:
    """A notice for everything that `files` came from, each once, by name."""
    found = set(python_packages(files)) | set(system_packages(files)) | set(pictured()) | {python()}
    return sorted(found, key=lambda notice: notice.name.lower())


def python() -> Notice:
    """The interpreter and its standard library."""
    version = ".".join(map(str, sys.version_info[:3]))
    return Notice(name="Python", version=version, licence="PSF-2.0", texts=(kept("Python"),))


def python_packages(files: Iterable[Path]) -> Iterator[Notice]:
    """Installed Python packages that a file belongs to, and PyInstaller for its loader."""
    wanted = set(files)
    for package in distributions():
        name = package.metadata["Name"].replace("-", "_").lower()
        owned = {Path(str(package.locate_file(path))) for path in package.files or ()}
        if name == "pyinstaller" or owned & wanted:
            yield notice_of_package(package, name)


def notice_of_package(package: Distribution, name: str) -> Notice:
    """What a package says about itself."""
    about = package.metadata
    classifiers = [
        line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if "License ::" in line
    ]
    expression, licence = (about.get_all(field) or () for field in ("License-Expression", "License"))
    own = [path for path in package.files or () if is_licence(str(path))]
    texts = [path.locate().read_text(encoding="utf-8", errors="replace") for path in own]  # type: ignore[attr-defined]  # it is a Path
    remark = f"Its sources: {SOURCES}" if name in TEXTS else ""
    if name == "pyinstaller":
        remark = "Only its loader is in the bundle, under the exception in its licence."
    return Notice(
        name=about["Name"],
        version=about["Version"],
        licence="".join(expression) or " or ".join(classifiers) or "".join(licence) or "see below",
        texts=(*texts, *(kept(text) for text in TEXTS.get(name, ()))),
        remark=remark,
    )


def is_licence(path: str) -> bool:
    """Whether a file of a package's metadata is a licence or a notice."""
    folder, _, name = path.rpartition("/")
    named = name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS"))
    return ".dist-info" in folder and (named or folder.endswith("licenses"))


def kept(name: str) -> str:
    """A text of packaging/licences/."""
    return (LICENCES / f"{name}.txt").read_text(encoding="utf-8")


def system_packages(files: Iterable[Path]) -> Iterator[Notice]:
    """Debian packages that a library in the bundle was taken from; nothing on other systems."""
    if shutil.which("dpkg-query") is None:
        return
    inside = (ROOT, Path(sys.prefix), Path(sys.base_prefix))
    system = [path for path in files if not any(path.is_relative_to(folder) for folder in inside)]
    for package in sorted({owner for path in system if (owner := owner_of(path))}):
        copyright_file = Path("/usr/share/doc") / package / "copyright"
        version = dpkg("--show", "--showformat", "${Version}", package)
        text = copyright_file.read_text(encoding="utf-8", errors="replace")
        yield Notice(name=package, version=version, licence="see below", texts=(text,), remark="From Debian.")


def owner_of(path: Path) -> str:
    """The Debian package that installed a file, also where /lib is a link to /usr/lib; "" if none did."""
    real = path.resolve()
    candidates = [path, real, Path(str(real).removeprefix("/usr"))]
    answers = (dpkg("--search", str(candidate)) for candidate in candidates)
    return next((answer.partition(":")[0] for answer in answers if answer), "")


def dpkg(*arguments: str) -> str:
    """What dpkg-query answers; "" when it knows nothing."""
    done = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def pictured() -> Iterator[Notice]:
    """Fonts, icons and pictures, as resources/NOTICES.json lists them."""
    resources = ROOT / "resources"
    for entry in json.loads((resources / "NOTICES.json").read_text(encoding="utf-8")):
        files = {path for pattern in entry["files"] for path in resources.glob(pattern)}
        notice = sorted(path for path in files if path.match("NOTICE-*.txt"))
        texts = (path.read_text(encoding="utf-8") for path in (*notice, resources / entry["licence_file"]))
        remark = f"Source: {entry['source']}"
        yield Notice(
            name=entry["what"], licence=entry["licence"], texts=tuple(dict.fromkeys(texts)), remark=remark
        )


def written(found: Iterable[Notice]) -> str:
    """The document: a list first, then the words of each; words that come twice are printed once."""
    found = list(found)
    lines = ["CRMO Desktop is made with the work of others. What is here, and under which licence:", ""]
    lines += [f"  {notice.title}: {notice.licence}" for notice in found]
    printed: dict[str, str] = {}
    for notice in found:
        lines += ["", RULE, notice.title, f"Licence: {notice.licence}"]
        lines += [notice.remark] if notice.remark else []
        lines += [RULE, ""]
        for text in notice.texts:
            first = printed.setdefault(text, notice.name)
            lines.append(text.strip() if first == notice.name else f"(The same words as under {first}.)")
            lines.append("")
    return "\n".join(lines)

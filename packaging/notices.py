"""Writes THIRD-PARTY-NOTICES: whose work is in the bundle, under which licence, and the licence's words.

Nothing is typed by hand: PyInstaller's list of what it collected says where each file came from; a Python
package tells its licence in its metadata, a Debian package in its copyright file, fonts, icons and pictures
in resources/NOTICES.json. The texts that these leave out are kept in packaging/licences/.

The program shows the document under Help > Licences: crmo_desktop/library/licence_texts.py reads it, and a
test sees to it that the two agree.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from urllib.parse import quote

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
FROM = "Taken from"  # begins a remark that names the files which a package of the system gave
COMMON_LICENCES = Path("/usr/share/common-licenses")  # what Debian's copyright files refer to
_REFERENCE = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.+-]*[A-Za-z0-9])")
_MOST_NAMED = 2  # licences of one package that the list names; all are in its words

PREFACE = """\
CRMO Desktop is made with the work of others. This document says whose, under which licence, and has the
licences' words. The program shows it under Help > Licences.

WHERE THE SOURCES ARE

- CRMO Desktop: where this program came from.
- Qt: https://download.qt.io/official_releases/qt/
- PySide6 and Shiboken: https://download.qt.io/official_releases/QtForPython/
- Python: https://www.python.org/ftp/python/
- What is said to be from Debian: Debian's snapshot archive keeps the source of every version; look there
  for the name and version given here.
- Fonts, icons and pictures: as each entry says.

Anybody may have them. Where there is no internet, ask whoever gave out this copy of the program.

HOW TO REPLACE A LIBRARY UNDER THE LGPL

You may replace Qt, PySide6, Shiboken and every other library under the LGPL by a version of your own. Each is
a file of its own in the folder _internal of the program, under the name that its makers gave it. Put yours in
its place, with the same name and an interface that fits, and start the program. You may look into the program
in order to find faults in such a change. "Check this installation" will then say that these files have
changed, which is true, and no fault.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One piece of somebody else's work.

    Attributes:
        licence: its name, or an SPDX expression.
        texts: what must go with it: copyright notices and the licence's words.
        remark: anything else that must be said, on one line; may be empty.
        package: its package URL, for the SBOM and for whoever looks for the sources; "" where it has none.
    """

    name: str
    licence: str
    texts: tuple[str, ...]
    version: str = ""
    remark: str = ""
    package: str = ""

    @property
    def title(self) -> str:
        """Name and version, as far as it has one."""
        return f"{self.name} {self.version}".rstrip()


def collected_files(work: Path) -> list[Path]:
    """Where each file and each compiled module of the bundle came from, by PyInstaller's own lists."""
    collected, *_rest = ast.literal_eval((work / "COLLECT-00.toc").read_text(encoding="utf-8"))
    modules = []
    for archive in sorted(work.glob("PYZ-*.toc")):  # Linux has two: packaging/quick_start.py
        _name, of_archive, *_rest = ast.literal_eval(archive.read_text(encoding="utf-8"))
        modules += of_archive
    return [Path(source) for _target, source, kind in (*collected, *modules) if kind != "SYMLINK"]


def notices(files: Iterable[Path]) -> list[Notice]:
    """A notice for everything that `files` came from, each once, with our own, in the document's order."""
    return arranged({*python_packages(files), *system_packages(files), *pictured(), python()})


def arranged(found: Iterable[Notice]) -> list[Notice]:
    """The document's order: ours, then `found` by name, then the licences that these only refer to."""
    others = sorted(found, key=lambda notice: notice.name.lower())
    return [*ours(), *others, *common_licences(others)]


def ours() -> Iterator[Notice]:
    """The program itself, and what it shows."""
    edition = json.loads((ROOT / "content" / "edition.json").read_text(encoding="utf-8"))
    program = (ROOT / "LICENSE").read_text(encoding="utf-8")
    content = (ROOT / "content" / "LICENSE").read_text(encoding="utf-8")
    yield Notice(name="CRMO Desktop", licence="Apache-2.0", texts=(program,))
    yield Notice(name="The reference: texts and tables", licence=edition["licence"], texts=(content,))


def common_licences(found: Iterable[Notice]) -> Iterator[Notice]:
    """The texts that the notices refer to by a path of Debian: on other systems nobody has them."""
    names = {name for notice in found for text in notice.texts for name in _REFERENCE.findall(text)}
    for name in sorted(names):
        file = COMMON_LICENCES / name
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            remark = f"What “{file}” stands for above."
            yield Notice(name=f"Text of {name}", licence="see below", texts=(text,), remark=remark)


def python() -> Notice:
    """The interpreter and its standard library."""
    version = ".".join(map(str, sys.version_info[:3]))
    # On Windows python.org's own, which speaks of Microsoft's files and the libraries that are inside, too.
    with_it = Path(sys.base_prefix) / "LICENSE.txt"
    own = with_it.read_text(encoding="utf-8", errors="replace") if with_it.is_file() else kept("Python")
    texts = (own, kept("Python-parts"))
    package = f"pkg:generic/python@{version}"
    return Notice(name="Python", version=version, licence="PSF-2.0", texts=texts, package=package)


def python_packages(
    files: Iterable[Path], installed: Iterable[Distribution] | None = None
) -> Iterator[Notice]:
    """Packages that a file belongs to, and PyInstaller for its loader; of those here, if not told."""
    wanted = set(files)
    for package in distributions() if installed is None else installed:
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
    said = "".join(expression) or " or ".join(classifiers) or "".join(licence) or "see below"
    if name == "pyinstaller":
        remark = "Only its loader is in the bundle, under the exception in its licence."
        said += ", with the bootloader exception"
    return Notice(
        name=about["Name"],
        version=about["Version"],
        licence=said,
        texts=(*texts, *(kept(text) for text in TEXTS.get(name, ()))),
        remark=remark,
        package=f"pkg:pypi/{name.replace('_', '-')}@{about['Version']}",
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
    maker, arch = distribution_name(), architecture()
    inside = (ROOT, Path(sys.prefix), Path(sys.base_prefix))
    system = [path for path in files if not any(path.is_relative_to(folder) for folder in inside)]
    libraries: dict[str, set[str]] = {}
    for path in system:
        if owner := owner_of(path):
            libraries.setdefault(owner, set()).add(path.name)
    for package, names in sorted(libraries.items()):
        copyright_file = Path("/usr/share/doc") / package / "copyright"
        version = dpkg("--show", "--showformat", "${Version}", package)
        text = copyright_file.read_text(encoding="utf-8", errors="replace")
        yield Notice(
            name=package,
            version=version,
            licence=licences_in(text),
            texts=(text,),
            remark=f"{FROM} {maker.capitalize()}: {', '.join(sorted(names))}",
            package=f"pkg:deb/{maker}/{package}@{quote(version, safe='')}?arch={arch}",
        )


def licences_in(copyright_file: str) -> str:
    """The licences that a copyright file of Debian names for the files of a package, the main one first.

    Source:
        https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
    """
    stanzas = re.split(r"\n\s*\n", copyright_file)
    of_files = (stanza for stanza in stanzas if re.search(r"^Files:(?!\s*debian/)", stanza, re.MULTILINE))
    named = (re.search(r"^License:[ \t]*(\S.*)$", stanza, re.MULTILINE) for stanza in of_files)
    names = list(
        dict.fromkeys(name for match in named if match for name in re.split(r",? and |, ", match[1].strip()))
    )
    if not names:
        return "see below"
    return ", ".join(names[:_MOST_NAMED]) + (" and others" if len(names) > _MOST_NAMED else "")


def distribution_name() -> str:
    """What the system that the packages are from calls itself: "debian" or "ubuntu"."""
    named = re.search(r"^ID=\"?([\w.-]+)", Path("/etc/os-release").read_text(encoding="utf-8"), re.MULTILINE)
    return named[1] if named else "debian"


def architecture() -> str:
    """The architecture that its packages are for, such as amd64."""
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


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
        name, _, rights = entry["what"].partition(", Copyright ")
        remark = f"Copyright {rights}. " if rights else ""
        yield Notice(
            name=name,
            licence=entry["licence"],
            texts=tuple(dict.fromkeys(texts)),
            remark=f"{remark}Source: {entry['source']}",
        )


def written(found: Iterable[Notice]) -> str:
    """The document: a list first, then the words of each; words that come twice are printed once."""
    found = list(found)
    lines = [PREFACE, "WHAT IS HERE, AND UNDER WHICH LICENCE", ""]
    lines += [f"  {notice.title}: {notice.licence}" for notice in found]
    printed: dict[str, str] = {}
    for notice in found:
        lines += ["", RULE, notice.title, f"Licence: {notice.licence}"]
        lines += [f"Package: {notice.package}"] if notice.package else []
        lines += [notice.remark] if notice.remark else []
        lines += [RULE, ""]
        for text in notice.texts:
            first = printed.setdefault(text, notice.name)
            lines.append(text.strip() if first == notice.name else f"(The same words as under {first}.)")
            lines.append("")
    return "\n".join(lines)

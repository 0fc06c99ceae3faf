"""Makes the .msi for administrators from a program folder, with Debian's wixl.

One package for both scopes, as Windows Installer 5 has it: ALLUSERS=2 and MSIINSTALLPERUSER=1 install for one
user without asking for an administrator; `msiexec /i … ALLUSERS=1` installs for all. What must never change
between versions (the upgrade code, the names that component codes are made from) is here.
"""

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final
from uuid import UUID, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

import bundle
from windows import summary
from windows.resource import NAME, PUBLISHER, four_numbers

# Every code is made from this one and a name: never change it, or nothing can be upgraded any more.
OURS: Final = UUID("6b0c8a52-6d2e-5d0c-9d0e-6f2f7c1f4a10")
UPGRADE_CODE: Final = uuid5(OURS, "upgrade")
PROGRAM: Final = f"{NAME}.exe"  # opens the window; crmo-desktop.exe is the same in a terminal
ICON: Final = bundle.ROOT / "resources" / "icons" / "app" / "emblem.ico"
SEEN_AS: Final = "program"
KEY: Final = f"Software\\{NAME}"  # what the package remembers of itself
BEFORE_COSTING: Final = 610
# Windows makes "" or 1 of ALLUSERS=2; whether before or after this is asked does not matter.
FOR_ONE: Final = '(NOT ALLUSERS OR (ALLUSERS="2" AND MSIINSTALLPERUSER="1"))'
WIX: Final = "http://schemas.microsoft.com/wix/2006/wi"
IS_NEWER: Final = (
    f"A newer version of {NAME} is installed. "
    "Keep it, or uninstall it first. What you wrote and set in it stays."
)


def make(program: Path, target: Path, version: str) -> Path:
    """Write `target`, which installs what is in `program` as `version`.

    Raises:
        SystemExit: wixl failed.
    """
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="crmo-msi-") as name:
        # wixl takes no absolute paths for what goes in
        (Path(name) / SEEN_AS).symlink_to(program.resolve())
        (Path(name) / ICON.name).symlink_to(ICON)
        source = Path(name) / "product.wxs"
        source.write_bytes(ElementTree.tostring(product(program, version), encoding="utf-8"))
        command = ["wixl", "--arch", "x64", "--output", str(target.resolve()), source.name]
        done = subprocess.run(
            command, cwd=name, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    if done.returncode != 0 or not target.is_file():
        print(
            done.stdout.decode(errors="replace"), "wixl could not make the .msi.", sep="\n", file=sys.stderr
        )
        raise SystemExit(1)
    _bind_to_the_scope(target)
    summary.settle(
        target, package_code=code("package", content_digest(program)), moment=bundle.edition_time()
    )
    return target


def _bind_to_the_scope(package: Path) -> None:
    """Put right that wixl writes 4 where the registry's root is that of one user or of all: -1.

    Raises:
        SystemExit: msibuild failed.
    """
    query = "UPDATE `Registry` SET `Root` = -1 WHERE `Root` = 4"
    if subprocess.run(["msibuild", str(package), "-q", query], check=False).returncode != 0:
        print("msibuild could not change the .msi; its words are above.", file=sys.stderr)
        raise SystemExit(1)


def code(kind: str, name: str) -> str:
    """A GUID that is always the same for a name."""
    return f"{{{uuid5(OURS, f'{kind}/{name}')}}}".upper()


def content_digest(program: Path) -> str:
    """What is in the package, in one word: two packages with the same code must be the same."""
    digest = hashlib.sha256()
    for path in sorted(path for path in program.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(program).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def product(program: Path, version: str) -> Element:
    """What wixl reads."""
    first, second, third, _ = four_numbers(version)
    root = Element("Wix", xmlns=WIX)
    top = SubElement(
        root,
        "Product",
        Id=code("product", version),
        Name=NAME,
        Language="1033",
        Version=f"{first}.{second}.{third}",
        Manufacturer=PUBLISHER,
        UpgradeCode=f"{{{UPGRADE_CODE}}}".upper(),
    )
    SubElement(
        top,
        "Package",
        Id=code("package", content_digest(program)),
        InstallerVersion="500",
        Compressed="yes",
        Comments="Information, not medical advice",
    )
    SubElement(top, "Media", Id="1", Cabinet="program.cab", EmbedCab="yes")
    SubElement(top, "MajorUpgrade", DowngradeErrorMessage=IS_NEWER)
    SubElement(top, "Icon", Id="emblem.ico", SourceFile=ICON.name)
    for name, value in _properties():
        SubElement(top, "Property", Id=name, Value=value)
    _choose_folder(top)
    components = _folders(top, program)
    feature = SubElement(top, "Feature", Id="Program", Title=NAME, Level="1")
    for component in components:
        SubElement(feature, "ComponentRef", Id=component)
    return root


def _properties() -> Iterator[tuple[str, str]]:
    yield "ALLUSERS", "2"
    yield "MSIINSTALLPERUSER", "1"
    yield "REINSTALLMODE", "amus"  # files are costed while the older version is there: theirs must not stay
    yield "ARPPRODUCTICON", "emblem.ico"
    yield "ARPCOMMENTS", "Information, not medical advice"
    yield "ARPNOMODIFY", "1"


def _choose_folder(top: Element) -> None:
    r"""Say where the program goes: where it was, else where setup.exe puts it for one user, or Program Files.

    Windows itself sends Program Files of a package for one user to %LOCALAPPDATA%\Programs; wine does not.
    INSTALLDIR on the command line goes before all of them.
    """
    for scope, hive in (("ONE", "HKCU"), ("ALL", "HKLM")):
        kept = SubElement(top, "Property", Id=f"KEPTFOR{scope}")
        where = {"Root": hive, "Key": KEY, "Name": "InstallDir", "Type": "raw", "Win64": "yes"}
        SubElement(kept, "RegistrySearch", where | {"Id": f"SearchFor{scope.title()}"})
    choices = {
        "KeptForOne": ("[KEPTFORONE]", f"KEPTFORONE AND {FOR_ONE}"),
        "KeptForAll": ("[KEPTFORALL]", f"KEPTFORALL AND NOT {FOR_ONE}"),
        "ForOne": (f"[LocalAppDataFolder]Programs\\{NAME}", FOR_ONE),
        "ForAll": (f"[ProgramFiles64Folder]{NAME}", f"NOT {FOR_ONE}"),
    }
    for name, (folder, _condition) in choices.items():
        SubElement(top, "CustomAction", Id=name, Property="INSTALLDIR", Value=folder, Impersonate="yes")
    sequence = SubElement(top, "InstallExecuteSequence")
    for number, (name, (_folder, condition)) in enumerate(choices.items(), BEFORE_COSTING):
        SubElement(
            sequence, "Custom", Action=name, Sequence=str(number)
        ).text = f"NOT INSTALLDIR AND {condition}"


def _folders(top: Element, program: Path) -> list[str]:
    """Folders, files, shortcut and registry; the components' names."""
    root = SubElement(top, "Directory", Id="TARGETDIR", Name="SourceDir")
    files = SubElement(root, "Directory", Id="ProgramFiles64Folder")
    install = SubElement(files, "Directory", Id="INSTALLDIR", Name=NAME)
    components: list[str] = []
    places = {PurePath(): install}
    for path in sorted(path for path in program.rglob("*") if path.is_file()):
        relative = path.relative_to(program)
        _add_file(_place(places, relative.parent), relative, components)
    menu = SubElement(root, "Directory", Id="ProgramMenuFolder")
    _add_shortcut(menu, components)
    _add_addresses(install, components)
    return components


def _place(places: dict[PurePath, Element], folder: PurePath) -> Element:
    """The element of a folder, made with those above it when it is first asked for."""
    if folder not in places:
        above = _place(places, folder.parent)
        places[folder] = SubElement(above, "Directory", Id=_name("d", folder), Name=folder.name)
    return places[folder]


def _name(kind: str, path: PurePath) -> str:
    """An identifier of the tables: letters and digits, the same for the same path."""
    return f"{kind}{hashlib.sha256(path.as_posix().encode()).hexdigest()[:24]}"


def _component(parent: Element, name: str, identity: str, components: list[str]) -> Element:
    components.append(name)
    return SubElement(parent, "Component", Id=name, Guid=code("component", identity), Win64="yes")


def _add_file(parent: Element, relative: PurePath, components: list[str]) -> None:
    component = _component(parent, _name("c", relative), relative.as_posix(), components)
    SubElement(
        component,
        "File",
        Id=_name("f", relative),
        Name=relative.name,
        Source=f"{SEEN_AS}/{relative.as_posix()}",
        KeyPath="yes",
    )


def _add_shortcut(menu: Element, components: list[str]) -> None:
    component = _component(menu, "StartMenu", "start menu", components)
    SubElement(
        component,
        "Shortcut",
        Id="StartMenuShortcut",
        Name=NAME,
        Description="An offline reference on CRMO",
        Target=f"[INSTALLDIR]{PROGRAM}",
        WorkingDirectory="INSTALLDIR",
        Icon="emblem.ico",
    )
    _add_value(component, KEY, "StartMenu", "1", key_path=True)


def _add_addresses(install: Element, components: list[str]) -> None:
    r"""Make crmo: addresses open the program, and keep what Windows does not: where it was installed."""
    component = _component(install, "Addresses", "crmo addresses", components)
    classes = "Software\\Classes\\crmo"
    _add_value(
        component,
        f"{classes}\\shell\\open\\command",
        "",
        f'"[INSTALLDIR]{PROGRAM}" --open "%1"',
        key_path=True,
    )
    _add_value(component, classes, "", f"URL:{NAME}")
    _add_value(component, classes, "URL Protocol", "")
    _add_value(component, f"{classes}\\DefaultIcon", "", f'"[INSTALLDIR]{PROGRAM}",0')
    _add_value(component, KEY, "InstallDir", "[INSTALLDIR]")


def _add_value(component: Element, key: str, name: str, value: str, *, key_path: bool = False) -> None:
    """A value for whoever it is installed for: HKMU is one user's part of the registry or all users'."""
    value_of = {"Id": _name("r", PurePath(key, name)), "Root": "HKMU", "Key": key, "Type": "string"}
    value_of |= {"Value": value} | ({"Name": name} if name else {}) | ({"KeyPath": "yes"} if key_path else {})
    SubElement(component, "RegistryValue", value_of)

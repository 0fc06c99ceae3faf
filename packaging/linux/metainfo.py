"""What software centres show of the program: the file beside this one, with the releases put in."""

from html import escape
from pathlib import Path

from linux.changelog import Release, releases

TEMPLATE = Path(__file__).with_name("org.crmo-desktop.CRMODesktop.metainfo.xml")
PLACE = "  <releases/>\n"


def metainfo(version: str, edition_time: int) -> str:
    """The AppStream file of `version`.

    Args:
        version: the one that is built now.
        edition_time: its day in seconds since 1970.

    Raises:
        ValueError: CHANGELOG.md has no such version.
    """
    template = TEMPLATE.read_text(encoding="utf-8")
    listed = "".join(map(_entry, releases(version, edition_time)))
    return template.replace(PLACE, f"  <releases>\n{listed}  </releases>\n")


def _entry(release: Release) -> str:
    items = "".join(f"          <li>{escape(change, quote=False)}</li>\n" for change in release.changes)
    return (
        f'    <release version="{release.version}" date="{release.moment:%Y-%m-%d}">\n'
        f"      <description>\n        <ul>\n{items}        </ul>\n      </description>\n    </release>\n"
    )

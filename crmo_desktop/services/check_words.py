"""What a check of the installation found, in the reader's words: for the window, a report and a script."""

import textwrap
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from crmo_desktop.domain.installation import FileFault, Words, WrongFile
from crmo_desktop.services.checking import Report, Verdict

_WIDTH: Final = 78
FAULT_NAMES: Final = {
    FileFault.CHANGED: Words("changed"),
    FileFault.MISSING: Words("missing"),
    FileFault.UNREADABLE: Words("cannot be read"),
}


class Advice(NamedTuple):
    """What probably happened to files of one kind, and what to do."""

    title: Words
    words: Words


_ADVICE: Final = {
    FileFault.CHANGED: Advice(
        Words("Changed files"),
        Words(
            "The drive or stick may be failing, or somebody has altered them. Do not trust what this copy "
            "shows. Compare the SHA-256 of the file you were given with SHA256SUMS, and install the program "
            "again from it."
        ),
    ),
    FileFault.MISSING: Advice(
        Words("Missing files"),
        Words(
            "An antivirus program may have put them into quarantine, or copying to the stick was cut short. "
            "Look into the quarantine first, then install the program again, or copy the whole folder again."
        ),
    ),
    FileFault.UNREADABLE: Advice(
        Words("Files that cannot be read"),
        Words(
            "Most often the drive or stick is failing; sometimes an antivirus program holds the file. "
            "Copy your own notes to another place, then install the program again on another drive."
        ),
    ),
}
_CONTENT: Final = Advice(
    Words("Do not use this copy for anything about health"),
    Words(
        "The content file is not the one that was made, so nobody can tell which of its words are wrong. "
        "Close the program. Compare the SHA-256 of the file you were given with SHA256SUMS, and install the "
        "program again from it."
    ),
)
_MIXED: Final = Advice(
    Words("Two versions in one folder"),
    Words(
        "A newer copy was probably put over an older one, and not all of it arrived. Remove the program’s "
        "folder, but not your own notes, and install the program again."
    ),
)
_NO_LIST: Final = Advice(
    Words("Only the content was checked"),
    Words(
        "There is no list of files to compare with, because this copy did not come from one of the "
        "installers."
    ),
)


def headline(report: Report) -> Words:
    """The one sentence that matters."""
    if report.verdict is Verdict.NOT_TO_BE_TRUSTED:
        return Words("The words of this reference cannot be trusted.")
    if not report.wrong and report.contents[0].trouble is not None:
        return Words("The content file that came with the program is not as it was made.")
    if report.made is None:
        if report.list_trouble is not None:
            return Words("The program’s files cannot be checked.")
        return Words("The content file is as it was made.")
    files, wrong = len(report.made.files), len(report.wrong)
    if wrong == 1:
        return Words("1 of {files} files is not as it was made.", {"files": files})
    if wrong:
        return Words("{wrong} of {files} files are not as they were made.", {"wrong": wrong, "files": files})
    if report.is_mixed:
        return Words(
            "The list of files is that of version {made}, but this is version {version}.",
            {"made": report.made.version, "version": report.version},
        )
    return Words("All {files} files are as they were made.", {"files": files})


def advice(report: Report) -> tuple[Advice, ...]:
    """What happened and what to do, the gravest first; nothing when all is well."""
    found: list[Advice] = []
    if report.verdict is Verdict.NOT_TO_BE_TRUSTED:
        found.append(_CONTENT)
    elif not report.wrong and report.contents[0].trouble is not None:
        found.append(_ADVICE[FileFault.CHANGED])
    if report.is_mixed:
        found.append(_MIXED)
    kinds = {wrong.fault for wrong in report.wrong}
    if report.verdict is Verdict.NOT_TO_BE_TRUSTED:
        kinds.discard(FileFault.CHANGED)  # what is to be done is said already
    found += [_ADVICE[kind] for kind in FileFault if kind in kinds]
    if report.list_trouble is not None:
        trouble = report.list_trouble
        found.append(
            Advice(
                Words(trouble.template, trouble.values),
                Words(
                    "Only the content was checked. Install the program again from the file you were given."
                ),
            )
        )
    elif report.made is None:
        found.append(_NO_LIST)
    return tuple(found)


def content_lines(report: Report) -> tuple[Words, ...]:
    """What was found of each content file, a line each."""
    lines = []
    for content in report.contents:
        if content.trouble is not None:
            lines.append(Words(content.trouble.template, content.trouble.values))
        else:
            lines.append(
                Words(
                    "Content “{name}”, edition of {edition}: as it was made.",
                    {"name": content.name, "edition": content.edition},
                )
            )
    return tuple(lines)


def sizes_of(wrong: WrongFile) -> Words:
    """How large the file is, and how large it should be."""
    should = {"size": grouped(wrong.size)}
    if wrong.found is None or wrong.found == wrong.size:
        return Words("{size} bytes", should)
    return Words("{found} of {size} bytes", {"found": grouped(wrong.found), **should})


def grouped(number: int) -> str:
    """A number with a comma after each third digit, as in 1,234,567."""
    return f"{number:,}"


def as_text(report: Report) -> str:
    """The report as plain text: names no place but the program's folder."""
    lines = [str(headline(report)), "", f"CRMO Desktop {report.version}"]
    if report.made is not None:
        lines.append(f"List of files: version {report.made.version}, edition {report.made.edition}")
    if report.folder is not None:
        lines.append(f"Folder: {report.folder}")
    lines += [f"Checked: {report.when.isoformat(' ', 'seconds')}", ""]
    lines += _contents_as_text(report)
    for wrong in report.wrong:
        reason = f" ({wrong.reason})" if wrong.reason else ""
        lines.append(f"{FAULT_NAMES[wrong.fault]!s:14}  {wrong.path}  {sizes_of(wrong)}{reason}")
    for title, words in advice(report):
        lines += ["", f"{title}:".replace(".:", ":"), textwrap.fill(str(words), _WIDTH)]
    return "\n".join(lines) + "\n"


def _contents_as_text(report: Report) -> Iterator[str]:
    for content, line in zip(report.contents, content_lines(report), strict=True):
        yield str(line)
        if content.digest is not None:
            yield f"Checksum of the edition: {content.digest}"


def as_json(report: Report) -> dict[str, Any]:
    """The report for a script."""
    made = report.made
    return {
        "verdict": report.verdict.name.lower().replace("_", "-"),
        "headline": str(headline(report)),
        "version": report.version,
        "list": made
        and {"version": made.version, "edition": made.edition, "files": len(made.files), "bytes": made.size},
        "list_trouble": report.list_trouble and report.list_trouble.message,
        "wrong": [
            {
                "path": wrong.path,
                "fault": wrong.fault.value,
                "size": wrong.size,
                "found": wrong.found,
                "reason": wrong.reason,
            }
            for wrong in report.wrong
        ],
        "content": [
            {
                "name": content.name,
                "bundled": content.is_bundled,
                "edition": content.edition and content.edition.isoformat(),
                "digest": content.digest,
                "trouble": content.trouble and content.trouble.message,
            }
            for content in report.contents
        ],
        "checked_at": report.when.isoformat(timespec="seconds"),
    }

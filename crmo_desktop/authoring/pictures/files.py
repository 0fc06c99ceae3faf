"""Reads `content/pictures/*.json`, one picture a file; art beside them is read where it is used."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from crmo_desktop.authoring.problem import Problem
from crmo_desktop.domain.identifiers import is_id

FOLDER: Final = "pictures"


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One picture as written.

    Attributes:
        id: what its file name says.
        text: the whole file, to find lines in.
        record: its JSON object.
    """

    id: str
    path: Path
    text: str
    record: dict[str, Any]

    def line_of(self, written: str) -> int:
        """Where the file first has the text `written`, for a message; 1 if it has none."""
        start = self.text.find(json.dumps(written, ensure_ascii=False)) if written else -1
        return self.text.count("\n", 0, start) + 1 if start >= 0 else 1


def read_picture_files(root: Path) -> Iterator[PictureFile | Problem]:
    """The pictures of the content folder `root` in the order of their ids; a problem for what is none."""
    for path in sorted((root / FOLDER).glob("*.json")):
        try:
            text = path.read_text(encoding="utf-8")
            record = json.loads(text)
        except json.JSONDecodeError as error:
            yield Problem(path, error.lineno, f"not JSON: {error.msg}")
        except OSError as error:
            yield Problem(path, 1, f"the file cannot be read: {error.strerror}")
        except (ValueError, RecursionError) as error:  # not UTF-8 among them
            yield Problem(path, 1, f"not JSON that can be read: {error}")
        else:
            if not isinstance(record, dict):
                yield Problem(path, 1, "a JSON object is wanted here")
            elif not is_id(path.stem) or record.get("id") != path.stem:
                yield Problem(path, 1, f"the picture's id is not the file's name, “{path.stem}”")
            else:
                yield PictureFile(path.stem, path, text, record)

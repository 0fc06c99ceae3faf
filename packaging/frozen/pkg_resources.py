"""Stands in for setuptools' module of that name in the frozen program.

textstat imports it and asks it for its word lists. The real one brings setuptools with it, and PyInstaller
would load that at every start.
"""

from importlib import resources
from typing import IO


def resource_stream(package: str, name: str) -> IO[bytes]:
    """A data file of `package`, opened for reading."""
    return resources.files(package).joinpath(name).open("rb")

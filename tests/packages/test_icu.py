"""The frozen program orders and folds words as Qt does with all of ICU's data."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

WORDS = (
    "zebra Äpfel apple éclair eclair Zürich ß ss 10 9 CRMO crmo CNO naïve naive ﬁ fi 日本 한국 عظم bone-scan "
    "bone_scan œdema oedema Oedema SAPHO sacro-iliac Šimić Łódź Ångström Ibáñez μg µg α β ½ x² ≥18"
)
ASK = f"""
from PySide6.QtCore import QCollator, QLocale, Qt
words = {WORDS!r}.split()
for name in ("en_US", "en_GB", "en_ZA", "C"):
    collator = QCollator(QLocale(name))
    for numeric in (False, True):
        for case in (Qt.CaseInsensitive, Qt.CaseSensitive):
            collator.setNumericMode(numeric)
            collator.setCaseSensitivity(case)
            print(name, sorted(words, key=collator.sortKey))
            print([collator.compare(word, "m") for word in words])
    print([QLocale(name).toUpper(word) + QLocale(name).toLower(word) for word in words])
"""
COUNT = "from PySide6.QtCore import QStringConverter; print(len(QStringConverter.availableCodecs()))"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt has ICU inside on Linux only")
def test_words_are_ordered_and_folded_as_with_all_the_data(bundle: Path) -> None:
    (trimmed,) = bundle.glob("_internal/PySide6/Qt/lib/libicudata.so.*")

    def answer(question: str, **environment: str) -> str:
        command = [sys.executable, "-c", question]
        return subprocess.check_output(
            command, text=True, encoding="utf-8", env={**os.environ, **environment}
        )

    assert trimmed.stat().st_size < 5_000_000
    assert "Äpfel" in answer(ASK)
    assert answer(ASK, LD_PRELOAD=str(trimmed)) == answer(ASK)
    assert answer(COUNT, LD_PRELOAD=str(trimmed)) != answer(COUNT), "it was the trimmed one that answered"

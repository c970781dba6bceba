"""PySide6 6.12.0 stole references of None and True, and some thousand calls later Python 3.11 died."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Teller(QObject):
    told = Signal()

app = QApplication([])
label, teller = QLabel("x"), Teller()
for _ in range(10):
    label.update()
    teller.told.emit()
before = sys.getrefcount(None), sys.getrefcount(True)
for _ in range(100):
    label.update()
    teller.told.emit()
after = sys.getrefcount(None), sys.getrefcount(True)
print(before[0] - after[0], before[1] - after[1])
"""


def test_a_hundred_calls_cost_no_reference_of_none_or_true():
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60, check=True)

    lost_none, lost_true = (int(word) for word in run.stdout.split())
    assert lost_none < 20
    assert lost_true < 20

"""The pictures of the user guide: what each shows, and where. `make screenshots` takes them all anew.

A picture is of the samples, in light and at one width, so that two runs on the same pages give the same picture.
"""

from dataclasses import dataclass

from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "bilder"
GUIDE = ROOT / "docs" / "anvandarguide.md"


@dataclass(frozen=True)
class Shot:
    """`address` is opened, and its first `height` px are kept, from the element `start` where one is named."""

    name: str
    address: str
    height: int = 900
    start: str = ""


SHOTS = (
    Shot("oversikt", "/", 1050),
    Shot("mal", "/mal", 1000),
    Shot("plan", "/mal?ar=2026&period=VP", 900),
    Shot("enhet", "/enhet/ekonomiskt-bistand", 1000),
    Shot("enhet-rad", "/enhet/ekonomiskt-bistand?rad=i10", 620, "#i10"),
    Shot("indikator", "/indikator/sjukfranvaro", 1000),
    Shot("jamstalldhet", "/jamstalldhet", 1000),
    Shot("jamfor", "/jamfor?enheter=ekonomiskt-bistand,medborgarservice", 1000),
    Shot("aktiviteter", "/aktiviteter", 900),
    Shot("synpunkter", "/synpunkter", 900),
    Shot("forandringar", "/forandringar", 900),
    Shot("sok", "/sok?sok=sjukfr%C3%A5nvaro", 800),
    Shot("apt", "/apt/ekonomiskt-bistand?bild=2", 720),
    Shot("kallor", "/kallor", 800),
    Shot("data", "/data", 700),
)

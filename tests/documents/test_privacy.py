"""Names, numbers and addresses of people are recognised and not kept, wherever they stand."""

import json

from dashboard.importing import contract
from tests.documents.printed import ACTIVITIES, FEEDBACK, INDICATORS, Read, tabbed

GONE = (
    "Kim Påhittad",
    "Påhittad",
    "Alex",
    "Robin",
    "08-123 45 67",
    "08 123 45 678",
    "070-123 45 67",
    "+46 8 123 456 78",
    "@",
    "800101-1234",
)


def test_nothing_of_a_person_reaches_the_report(read: Read) -> None:
    cover = (
        "Handläggare\nKim Påhittad\nTelefon: 08-123 45 67\n\nTill\nLekdalens stadsdelsnämnd\n2026-02-12\n\n"
        "Verksamhetsberättelse 2025\n\nEnheten för lek\n\nkim.pahittad@exempel.se\n08 123 45 678\n\n"
        "Innehållsförteckning\n\n"
    )
    body = (
        "Analys\n\nKontakta Kim Påhittad på 070-123 45 67 eller +46 8 123 456 78, kim@exempel.se.\n\n"
        "Enhetschef Alex Exempel har byggt 1 107 gungor mellan 2025-01-01 och 2025-12-31 för 12 300 000 kronor.\n\n"
        + INDICATORS + "Antal gungor→Kim Påhittad→→→→2→→2025\nAnalys Målet nås, säger Kim Påhittad.→→→→→→→\n\n"
        + ACTIVITIES + "Ring handläggare Robin Exempelsson→2025-01-01→2025-12-31→Kim Påhittads\n\n"
        + FEEDBACK + "Beröm→Beröm→1→→→2→Från 800101-1234.\nKim Påhittad→Ord→→→→→\n"
    )  # fmt: skip
    report = read(tabbed(body, cover))
    everything = json.dumps(contract.as_json(report), ensure_ascii=False) + " ".join(
        [text.body for text in report.texts] + [doubt.text for doubt in report.doubts] + [str(report)]
    )
    assert [word for word in GONE if word in everything] == []
    [analysis] = [text for text in report.texts if text.of == "goal"]
    assert "1 107 gungor mellan 2025-01-01 och 2025-12-31 för 12 300 000 kronor" in analysis.body
    assert report.document.unit_name == "Enheten för lek"

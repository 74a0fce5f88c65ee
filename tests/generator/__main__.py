"""`python -m tests.generator` writes data/samples anew from the facts in tests/documents/samples."""

from tests.generator import SAMPLES, samples

for name, text in samples().items():
    (SAMPLES / name).write_text(text, encoding="utf-8")
    print(f"{name}: {len(text)} tecken")

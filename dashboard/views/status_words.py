"""A status in words, the same on every page, in every file and on every slide."""

from dashboard.model import Status

REPORTED_WORDS = {
    Status.HELT: "Uppfylls helt",
    Status.DELVIS: "Uppfylls delvis",
    Status.EJ: "Uppfylls ej",
    Status.INGEN: "Ej bedömt",
}
COMPUTED_WORDS = {
    Status.HELT: "Når årsmålet",
    Status.DELVIS: "Når nästan årsmålet",
    Status.EJ: "Når inte årsmålet",
    Status.INGEN: "Kan inte beräknas",
}

"""The looks that files share with the page: the light colours of tokens.css, and the font that offices have."""

from dashboard.charts import theme
from dashboard.model import Status

FONT = "Arial"
PAPER, INK, INK_2, INK_3 = "#ffffff", theme.INK, theme.INK_2, theme.INK_3
RULE, RULE_2, BAR, BAR_PREV = theme.RULE, theme.RULE_2, theme.BAR, theme.BAR_PREV
WOMEN, MEN, LINK, TINT = theme.WOMEN, theme.MEN, "#0b4a82", "#f3f1eb"
STATUS = {
    Status.HELT: "#1b7f3b",
    Status.DELVIS: "#f2b705",
    Status.EJ: "#b3261e",
    Status.INGEN: "#6b7280",
}
# Yellow never stands without its dark outline.
DELVIS_LINE = "#4a3800"
# The signs as characters, for where nothing can be drawn: each has a shape of its own in grey print too. Arial has all
# of them, but no ◆.
SHAPES = {Status.HELT: "●", Status.DELVIS: "♦", Status.EJ: "■", Status.INGEN: "○"}

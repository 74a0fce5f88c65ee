"""Laid-out tables whose header stands off from its columns, or whose rows nothing parts: learnt, or told as a doubt."""

from tests.documents.printed import GOALS, Read

HEAD = f"Verksamhetsberättelse 2025\n\nEnheten för lek\n\nInnehållsförteckning\n\n{GOALS.replace('→', ' ..... ')}"
INDICATORS = (
    "Indikator                     Periodens   Utfall män/  Utfall kvinnor/  Utfall VB  Årsmål  KF:s     Period\n"
    "                              utfall      pojkar       flickor          2024               årsmål\n"
)


def test_right_set_figures_are_told_by_their_right_edges(read: Read) -> None:
    rows = (
        "Andel nöjda besökare               12 %            9 %             14 %     11 %    15 %      20 %   VB 2025\n"
        "Antal gungor                        412                                      398   1 400            VB 2025\n"
        "Antal lekar                           7                                       12       9     10 000  VB 2025\n"
    )
    found = read(f"{HEAD}{INDICATORS}{rows}\nAgenda 2030\n\nVi leker.\n").outcomes
    assert [(row.outcome, row.men, row.previous, row.target) for row in found[:1]] == [(12, 9, 11, 15)]
    assert [(row.outcome, row.men, row.women, row.previous, row.target) for row in found[1:]] == [
        (412, None, None, 398, 1400),
        (7, None, None, 12, 9),
    ]


def test_figures_that_stand_at_the_bottom_of_their_rows_part_rows_that_nothing_else_parts(read: Read) -> None:
    free = (
        "Andel nöjda besökare som\n"
        "kommer ofta                   12 %        9 %          14 %             11 %       15 %    20 %     VB 2025\n"
    )
    close = (
        "Antal gungor som har målats   \n"
        "Under året                    4                                         3          5                VB 2025\n"
        "Antal lekar\n"
        "Som alla kan                  7                                         12         9                VB 2025\n"
    )
    tables = f"{INDICATORS}{free}\nEnhetsmål: Lekarna leks\n\n● Uppfylls helt\n\n" * 2
    found = read(f"{HEAD}{tables}{INDICATORS}{close}\nAgenda 2030\n\nVi leker.\n").outcomes
    assert [row.name_raw for row in found[2:]] == ["Antal gungor som har målats Under året", "Antal lekar Som alla kan"]


def test_rows_that_two_ways_part_are_told_and_not_guessed(read: Read) -> None:
    close = (
        "Antal gungor som har målats   4                                         3          5                VB 2025\n"
        "Under året\n"
        "Antal lekar\n"
        "Som alla kan                  7                                         12         9                VB 2025\n"
    )
    report = read(f"{HEAD}{INDICATORS}{close}\nAgenda 2030\n\nVi leker.\n")
    told = " ".join(doubt.text for doubt in report.doubts)
    assert not report.outcomes
    assert "Antal gungor" in told
    assert "Antal lekar" in told


def test_a_figure_with_its_unit_ends_a_cell_though_a_single_blank_follows(read: Read) -> None:
    rows = "Andel nöjda besökare          12,5 mnkr   9,0 mnkr     14,0 mnkr   11,0 mnkr 15,0 mnkr 20,0 mnkr VB 2025\n"
    (row,) = read(f"{HEAD}{INDICATORS}{rows}\nAgenda 2030\n\nVi leker.\n").outcomes
    assert (row.outcome, row.men, row.women, row.previous, row.target) == (12.5, 9, 14, 11, 15)
    assert row.kf_target == 20

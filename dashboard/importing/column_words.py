"""The words that header cells have: what each column of the reports' three tables may be called."""

import re
from enum import StrEnum


class Column(StrEnum):
    """What a column holds; `BLANK` is a column without a header, which holds icons or nothing."""

    BLANK = ""
    INDICATOR = "indikator"
    OUTCOME = "utfall"
    MEN = "män"
    WOMEN = "kvinnor"
    PREVIOUS = "föregående"
    TARGET = "årsmål"
    KF_TARGET = "kf-årsmål"
    FORECAST = "prognos"
    SIZE = "antal svarande"
    MEN_SIZE = "antal män"
    WOMEN_SIZE = "antal kvinnor"
    PERIOD = "period"
    PERIODICITY = "periodicitet"
    ACTIVITY = "aktivitet"
    START = "start"
    END = "slut"
    DEVIATION = "avvikelse"
    GROUP = "uppdelning"
    CATEGORY = "kategori"
    T1 = "t1"
    T2 = "t2"
    VB = "vb"
    TOTAL = "totalt"
    COMMENT = "bedömning"
    STATUS = "status"
    ANALYSIS = "analys"
    EARLIER = "tidigare utfall"
    RESPONSIBLE = "ansvarig"
    UNIT = "enhet"
    OTHER = "annat"


class Shape(StrEnum):
    """Which of the reports' tables it is."""

    INDICATORS = "indikatorer"
    ACTIVITIES = "aktiviteter"
    FEEDBACK = "synpunkter"


# Keys of the header cells (see vocabulary.key); a longer form stands before the one it begins with.
_INDICATORS = (
    (Column.INDICATOR, r"(?:namnd|enhets?)?indikator(?:er)?"),
    (Column.FORECAST, r"(?:hel)?arsprognos(?:20\d\d)?|prognos(?:helar|arsutfall|utfall|ar|vb)?(?:20\d\d)?"),
    (Column.OUTCOME, r"periodensutfall|utfallperioden|utfall(?!man|kvinnor|pojkar|flickor|vb|t\d|20|foregaende)"),
    (Column.MEN, r"(?:periodens)?utfall(?:man(?:pojkar)?|pojkar)"),
    (Column.WOMEN, r"(?:periodens)?utfall(?:kvinnor(?:flickor)?|flickor)"),
    (Column.PREVIOUS, r"utfall(?:(?:vb|t[12])?20\d\d|foregaendear)"),
    (Column.KF_TARGET, r"(?:kf|kommunfullmaktige)s?arsmal(?:ar(?:20\d\d)?|20\d\d)?"),
    (Column.TARGET, r"(?:namndens|enhetens)?arsmal(?:ar(?:20\d\d)?|20\d\d)?"),
    (Column.SIZE, r"antal(?:svarande|personer|totalt)"),
    (Column.MEN_SIZE, r"antal(?:man(?:pojkar)?|pojkar)"),
    (Column.WOMEN_SIZE, r"antal(?:kvinnor(?:flickor)?|flickor)"),
    (Column.PERIODICITY, r"periodicitet"),
    (Column.PERIOD, r"(?:mat)?period"),
)
_ACTIVITIES = (
    (Column.ACTIVITY, r"(?:namnd|enhets?)?aktivitet(?:er)?"),
    (Column.START, r"startdatum|start"),
    (Column.END, r"slutdatum|slut"),
    (Column.DEVIATION, r"avvikelser?"),
)
_FEEDBACK = (
    (Column.GROUP, r"uppdelning"),
    (Column.CATEGORY, r"klagomalsynpunkterkategori(?:er)?|synpunkterklagomalkategori(?:er)?|kategori(?:er)?"),
    (Column.T1, r"utfallt1(?:20\d\d)?"),
    (Column.T2, r"utfallt2(?:20\d\d)?"),
    (Column.VB, r"utfallvb(?:20\d\d)?"),
    (Column.TOTAL, r"totaltack(?:umulerat)?(?:utfall)?(?:20\d\d)?|totalt(?:20\d\d)?"),
    (Column.COMMENT, r"(?:bedomning|sammanfattning|analys|kommentar)(?:och(?:planerade(?:atgarder)?)?)?"),
)
_SHAPES = {Shape.INDICATORS: _INDICATORS, Shape.ACTIVITIES: _ACTIVITIES, Shape.FEEDBACK: _FEEDBACK}
FIRST = {Shape.INDICATORS: Column.INDICATOR, Shape.ACTIVITIES: Column.ACTIVITY, Shape.FEEDBACK: Column.GROUP}
# What header cells may say as well where they are known apart; running text has too many words like these.
_STATUS_AND_TEXT = (
    (Column.STATUS, r"status(?:indikator|aktivitet)?|(?:mal)?uppfyllelse|uppfyll[dt]|bedomning"),
    (Column.ANALYSIS, r"(?:analys|kommentar(?:er)?)(?:(?:och)?(?:analys|kommentar(?:er)?))?(?:tillutfallet)?"),
    (Column.RESPONSIBLE, r"ansvarig(?:a|tchef|chef|enhet|funktion|person)?"),
)
_MORE = {
    Shape.INDICATORS: (
        (Column.OUTCOME, r"(?:periodens)?utfalltotalt?|totalt?(?:utfall)?|(?:arets)?(?:utfall|resultat)"),
        (Column.MEN, r"(?:utfall)?(?:varav)?(?:man(?:pojkar)?|pojkar)(?:utfall)?"),
        (Column.WOMEN, r"(?:utfall)?(?:varav)?(?:kvinnor(?:flickor)?|flickor)(?:utfall)?"),
        (Column.PREVIOUS, r"(?:utfall)?(?:foregaende|forra)arets?(?:utfall)?|foregaendear|resultat20\d\d"),
        (Column.KF_TARGET, r"(?:mal)?(?:kf|kommunfullmaktige)s?(?:ars)?mal(?:ar)?(?:20\d\d)?"),
        (Column.TARGET, r"(?:namndens|enhetens|mal)?(?:ars)?mal(?:et|varde|niva)?(?:ar)?(?:20\d\d)?"),
        (Column.PERIODICITY, r"matfrekvens|frekvens"),
        (Column.UNIT, r"enhet|matt|mattenhet|sort"),
        *_STATUS_AND_TEXT,
    ),
    Shape.ACTIVITIES: (
        (Column.ACTIVITY, r"(?:namndens|enhetens)aktivitet(?:er)?"),
        (Column.START, r"(?:start|planeratstart)(?:datum)?|fran"),
        (Column.END, r"(?:slut|planeratslut|klart)(?:datum|senast)?|till"),
        *_STATUS_AND_TEXT,
    ),
    Shape.FEEDBACK: (),
}
PATTERNS = {shape: [(column, re.compile(pattern)) for column, pattern in columns] for shape, columns in _SHAPES.items()}
WIDER = {
    shape: patterns + [(column, re.compile(pattern)) for column, pattern in _MORE[shape]]
    for shape, patterns in PATTERNS.items()
}
SIDE = (Column.STATUS, Column.ANALYSIS, Column.RESPONSIBLE, Column.EARLIER, Column.UNIT, Column.OTHER)
REPEATED = (Column.EARLIER, Column.OTHER)
# Every word of these headers, joined where they are printed without a blank; a broken word is a part of one.
HEADER_WORDS = (
    "namndindikatorer enhetsindikatorer namndensindikatorer enhetensindikatorer helarsprognos prognoshelar "
    "prognosarsutfall prognosvb periodensutfallman utfallperioden utfallmanpojkar utfallkvinnorflickor utfallvb "
    "utfallforegaendear kfsarsmalar kommunfullmaktigesarsmal namndensarsmal enhetensarsmal periodicitet matperiod "
    "namndaktiviteter enhetsaktiviteter startdatum slutdatum avvikelser uppdelning klagomalsynpunkterkategorier "
    "synpunkterklagomalkategorier utfallt1 utfallt2 totaltackumuleratutfall bedomningochplaneradeatgarder "
    "sammanfattningochplaneradeatgarder analysochplaneradeatgarder kommentarochplaneradeatgarder"
)
MORE_WORDS = (
    "status uppfyllelse maluppfyllelse bedomning utfalltotalt totaltutfall aretsutfall aretsresultat "
    "manpojkar varavmanpojkar "
    "varavkvinnorflickor kvinnorflickorutfall manutfall foregaendearets forraaretsutfall kfsmal kommunfullmaktigesmal "
    "mattenhet sort malvarde malniva malet arsmalet matfrekvens ansvarigchef ansvarigenhet kommentarer "
    "enhetensaktiviteter klartsenast"
)

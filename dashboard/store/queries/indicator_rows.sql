-- The current indicator rows of $documents and $indicators (NULL: all), with the goals above them, their doubts,
-- what last year's own report printed for the figure that this one calls last year's, and the plan's target, the
-- nearest one where the plan has several.
WITH wanted AS (
    SELECT o.*, d.unit_name, d.board, d.date, d.sample
    FROM outcomes o
    JOIN current_documents d ON d.id = o.document
    WHERE ($documents::VARCHAR[] IS NULL OR list_contains($documents::VARCHAR[], o.document))
      AND ($indicators::VARCHAR[] IS NULL OR list_contains($indicators::VARCHAR[], o.indicator))
),
asked AS (
    SELECT *,
           coalesce(nullif(regexp_extract(previous_period, 'VB|VP|T1|T2'), ''), kind) AS then_kind,
           coalesce(TRY_CAST(nullif(regexp_extract(previous_period, '20\d\d'), '') AS INTEGER), year - 1) AS then_year
    FROM wanted
),
others AS MATERIALIZED (
    SELECT o.document, o.unit, o.kind, o.year, o.indicator, o.number, o.outcome, o.raw_outcome, o.target, o.raw_target,
           o.women, o.men, o.place_line
    FROM outcomes o
    JOIN current_documents d ON d.id = o.document
    WHERE o.indicator IN (SELECT indicator FROM wanted)
),
earlier AS (
    SELECT * FROM others
    QUALIFY row_number() OVER (PARTITION BY document, indicator ORDER BY number) = 1
),
corrected AS (
    SELECT document, number,
           string_agg(concat_ws(chr(9), column_name, before, after), chr(10) ORDER BY column_name) AS corrected
    FROM (
        SELECT document, number, column_name,
               arg_min(coalesce(before, ''), made) AS before, arg_max(coalesce(after, ''), made) AS after,
               arg_min(decision, made) AS first
        FROM corrections
        WHERE table_name = 'outcomes' AND (column_name <> '' OR decision = 'inskrivet')
        GROUP BY document, number, column_name
    )
    WHERE before <> after AND (column_name = '' OR first IS DISTINCT FROM 'inskrivet')
    GROUP BY document, number
),
questioned AS (
    SELECT document, outcome, string_agg(reason, chr(10) ORDER BY place_line, reason) AS doubts,
           array_agg(DISTINCT doubt_kind ORDER BY doubt_kind) FILTER (severity <> 'notering') AS flagged
    FROM doubts
    WHERE outcome IS NOT NULL
    GROUP BY document, outcome
),
planned AS (
    SELECT * FROM others WHERE kind = 'VP' AND target IS NOT NULL
)
SELECT a.document, a.unit, a.unit_name, a.board, a.year, a.kind, a.date, a.sample,
       a.number, a.goal, a.indicator, a.name, a.name_raw,
       a.raw_outcome, a.raw_men, a.raw_women, a.raw_previous, a.raw_target, a.raw_kf_target, a.raw_forecast,
       a.outcome, a.men, a.women, a.previous, a.target, a.kf_target, a.forecast, a.measure_unit,
       a.target_text, a.kf_target_text, a.period, a.previous_period, a.periodicity,
       a.split_hidden, e.women AS then_women, e.men AS then_men, e.target AS then_target,
       a.status, a.status_text, a.status_text_quote, a.has_analysis, a.place_line, a.place_page,
       p.direction_code, p.direction_title, p.area_code, p.area_title, p.board_goal, p.unit_goal,
       a.then_kind, a.then_year,
       e.document AS then_document, e.outcome AS then_outcome, e.raw_outcome AS then_raw, e.place_line AS then_line,
       e.number AS then_number,
       q.flagged, pl.document AS plan_document, pl.number AS plan_number, pl.target AS plan_target,
       pl.raw_target AS plan_raw, pl.place_line AS plan_line,
       q.doubts, c.corrected
FROM asked a
LEFT JOIN goal_paths((SELECT list(DISTINCT document) FROM wanted)) p ON p.document = a.document AND p.start = a.goal
LEFT JOIN earlier e
  ON e.unit = a.unit AND e.indicator = a.indicator AND e.kind = a.then_kind AND e.year = a.then_year
 AND e.document <> a.document
LEFT JOIN questioned q ON q.document = a.document AND q.outcome = a.number
LEFT JOIN planned pl ON pl.unit = a.unit AND pl.indicator = a.indicator AND pl.year = a.year AND a.kind <> 'VP'
LEFT JOIN corrected c ON c.document = a.document AND c.number = a.number
QUALIFY row_number() OVER (PARTITION BY a.document, a.number ORDER BY abs(pl.target - a.target), pl.number) = 1
ORDER BY a.unit, a.year, a.kind, a.document, a.number

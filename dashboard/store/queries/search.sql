-- Where words stand in current reports: names of indicators, titles of goals and activities, and running text.
-- $first, $second and $third are patterns that must all match ('' matches everything), $exact the words as typed in
-- small letters. A title is told once, in its latest report, with how many units have it (`unit_count`). Of texts the
-- first 2000 that match are looked at, so that a common word costs no more than a rare one. Those with the letters as
-- typed come first, then later years. `of` names what the row is, `amount` counts its group, $most how many of each.
WITH named AS (
    SELECT 'indicator' AS "of", indicator AS key, arg_max(name, year) AS words, NULL::VARCHAR AS heading,
           arg_max(document, year) AS document, arg_max(unit, year) AS unit, max(year) AS year, arg_max(kind, year) AS kind,
           NULL::BIGINT AS number, NULL::BIGINT[] AS starts, NULL::BIGINT AS place_line, NULL::BIGINT AS place_page,
           count(DISTINCT unit) AS unit_count
    FROM current_outcomes
    WHERE regexp_matches(name, $first) AND regexp_matches(name, $second) AND regexp_matches(name, $third)
    GROUP BY indicator
), title AS (
    SELECT 'goal_title' AS "of", 'g' || number AS key, title AS words, NULL::VARCHAR AS heading, document, unit, year, kind,
           number, NULL::BIGINT[] AS starts, place_line, place_page
    FROM current_goals
    WHERE regexp_matches(title, $first) AND regexp_matches(title, $second) AND regexp_matches(title, $third)
    UNION ALL
    SELECT 'activity_title', 'a' || number, title, NULL::VARCHAR, document, unit, year, kind, number, NULL::BIGINT[],
           place_line, place_page
    FROM current_activities
    WHERE regexp_matches(title, $first) AND regexp_matches(title, $second) AND regexp_matches(title, $third)
), titled AS (
    SELECT *, count(DISTINCT unit) OVER (PARTITION BY "of", words) AS unit_count
    FROM title
    QUALIFY row_number() OVER (
        PARTITION BY "of", words ORDER BY year DESC, order_of(kind) DESC, unit, document, number
    ) = 1
), told AS (
    SELECT "of", NULL::VARCHAR AS key, body AS words, heading, document, unit, year, kind, number, starts,
           place_line, place_page, 1::BIGINT AS unit_count
    FROM current_texts
    WHERE regexp_matches(body, $first) AND regexp_matches(body, $second) AND regexp_matches(body, $third)
    LIMIT 2000
), found AS (
    SELECT * FROM named UNION ALL SELECT * FROM titled UNION ALL SELECT * FROM told
), grouped AS (
    SELECT *, contains(lower(words), $exact) AS exact,
           CASE WHEN "of" IN ('indicator', 'goal_title', 'activity_title') THEN "of"
                WHEN "of" = 'document' THEN 'section' ELSE 'analysis' END AS "group"
    FROM found
)
SELECT *, count(*) OVER (PARTITION BY "group") AS amount
FROM grouped
QUALIFY row_number() OVER (
    PARTITION BY "group" ORDER BY exact DESC, year DESC, order_of(kind) DESC, unit, document, place_line, number
) <= $most
ORDER BY "group", exact DESC, year DESC, order_of(kind) DESC, unit, document, place_line, number

-- The goals of $documents in reading order, each with the goals above it and how many activities hang on it.
WITH RECURSIVE lineage AS (
    SELECT g.document, g.number AS start, g.number, g.parent, g.level, g.code, g.title
    FROM goals g
    WHERE list_contains($documents::VARCHAR[], g.document)
    UNION ALL
    SELECT l.document, l.start, p.number, p.parent, p.level, p.code, p.title
    FROM lineage l
    JOIN goals p ON p.document = l.document AND p.number = l.parent AND p.number < l.number
),
path AS (
    SELECT document, start,
           max(code) FILTER (level = 'inriktningsmål') AS direction_code,
           max(title) FILTER (level = 'inriktningsmål') AS direction_title,
           max(code) FILTER (level = 'verksamhetsområdesmål') AS area_code,
           max(title) FILTER (level = 'verksamhetsområdesmål') AS area_title,
           max(title) FILTER (level = 'nämndmål') AS board_goal,
           max(title) FILTER (level = 'enhetsmål') AS unit_goal
    FROM lineage
    GROUP BY document, start
),
done AS (
    SELECT document, goal, count(*) AS activities
    FROM activities
    WHERE goal IS NOT NULL
    GROUP BY document, goal
)
SELECT g.document, g.unit, g.year, g.kind, g.number, g.level, g.code, g.title, g.status, g.parent,
       g.place_line, g.place_page,
       p.direction_code, p.direction_title, p.area_code, p.area_title, p.board_goal, p.unit_goal,
       coalesce(d.activities, 0)::INTEGER AS activities
FROM goals g
JOIN path p ON p.document = g.document AND p.start = g.number
LEFT JOIN done d ON d.document = g.document AND d.goal = g.number
ORDER BY g.document, g.number

-- The goals of $documents in reading order, each with the goals above it and how many activities hang on it.
WITH done AS (
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
JOIN goal_paths($documents::VARCHAR[]) p ON p.document = g.document AND p.start = g.number
LEFT JOIN done d ON d.document = g.document AND d.goal = g.number
ORDER BY g.document, g.number

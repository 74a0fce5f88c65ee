-- All current reports: what boards, units, years and periods there are to choose among.
SELECT id, file, kind, year, unit, unit_name, board, board_source, date, sample,
       goal_count, outcome_count, activity_count, feedback_count, doubt_count
FROM current_documents
ORDER BY unit, year, kind

"""From a file to a report: readers make a neutral document, extraction proposes, checking decides."""

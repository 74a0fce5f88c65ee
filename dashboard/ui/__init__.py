"""Everything a page is drawn with: markup, signs, small charts, tables, figures, messages, shell and address."""

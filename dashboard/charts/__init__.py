"""Figures told in words and numbers first (spec), built from plain rows (build), drawn last (figure)."""

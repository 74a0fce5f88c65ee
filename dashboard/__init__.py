"""Måltavlan: follow-up reports of Swedish municipal units, read, stored and shown."""

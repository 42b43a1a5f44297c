"""Across documents: records in, entities, happenings, copies, stories and time lines out. Pure functions; reads and writes nothing."""

"""Across documents: records in, entities, happenings, copies, stories and time lines out.

Pure functions; they read nothing and write nothing.
"""

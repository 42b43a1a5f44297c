"""Records are kept and given out: JSON Lines, schema, library. Imports model and errors only."""

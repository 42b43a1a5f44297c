"""Where documents differ: records and what was gathered in, typed differences out. Pure functions."""

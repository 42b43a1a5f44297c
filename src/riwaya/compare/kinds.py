"""Every way outlets differ: one short function each."""

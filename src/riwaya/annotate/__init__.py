"""A document becomes annotations: each module has one find_… function. Imports lexicon, text, model and errors."""

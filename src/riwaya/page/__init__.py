"""A page becomes a document: bytes in, one text cut into labelled blocks out.

Imports lexicon, text, model and errors.
"""

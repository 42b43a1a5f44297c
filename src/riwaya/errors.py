"""What can go wrong, in words for a person: which file, which place, what to do."""

__all__ = ["InputError", "LanguageDataError", "LibraryError", "RecordError", "RiwayaError"]


class RiwayaError(Exception):
    """Anything Riwaya refuses to do. Its text names the file and the place and says what to do."""


class InputError(RiwayaError):
    """An input that cannot be read: missing, empty, binary, not a page."""


class LanguageDataError(RiwayaError):
    """A file of language data that breaks its own rules: names the file, the entry and the key."""


class RecordError(RiwayaError):
    """A record folder that is not one, or that does not match the schema."""


class LibraryError(RiwayaError):
    """A library file that is missing, damaged, of another program or of a later version."""

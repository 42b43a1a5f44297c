"""What the knowledge tables add to entities: ids, English names, countries, coordinates."""

from __future__ import annotations

__all__: list[str] = []

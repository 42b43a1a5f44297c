"""Clusters by average linkage over the pairs that are alike, in time n log n of the pairs.

Goes in: how many things there are, in an order that does not depend on how they came, and pairs with their likeness
(a pair that is not given is not alike at all). Comes out: the groups. The same set always gives the same groups.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

__all__ = ["average_linkage"]


def average_linkage(count: int, pairs: Iterable[tuple[int, int, float]], threshold: float) -> list[list[int]]:
    """Give groups whose members' average likeness is at least `threshold`: the two most alike are joined first.

    >>> average_linkage(4, [(0, 1, 0.9), (1, 2, 0.8), (0, 2, 0.7), (2, 3, 0.5)], 0.6)
    [[0, 1, 2], [3]]
    """
    groups = _Groups(count, sorted(pairs))
    heap = groups.first_candidates(threshold)
    heapq.heapify(heap)
    while heap:
        likeness, left, right = heapq.heappop(heap)
        if groups.average(left, right) == -likeness:
            for candidate in groups.join(left, right, threshold):
                heapq.heappush(heap, candidate)
    return sorted(sorted(members) for members in groups.members if members)


class _Groups:
    """The groups so far, and for each pair of groups the sum of their members' likeness."""

    def __init__(self, count: int, pairs: Iterable[tuple[int, int, float]]) -> None:
        self.members: list[list[int]] = [[number] for number in range(count)]
        self.sums: list[dict[int, float]] = [{} for _ in range(count)]
        for left, right, likeness in pairs:
            self.sums[left][right] = self.sums[right][left] = likeness

    def average(self, left: int, right: int) -> float:
        """Give the average likeness of two groups, 0 where one of them is no more."""
        size = len(self.members[left]) * len(self.members[right])
        return self.sums[left].get(right, 0.0) / size if size else 0.0

    def first_candidates(self, threshold: float) -> list[tuple[float, int, int]]:
        return [(-value, left, right) for left, row in enumerate(self.sums) for right, value in row.items()
                if left < right and value >= threshold]  # fmt: skip

    def join(self, left: int, right: int, threshold: float) -> list[tuple[float, int, int]]:
        """Move `right` into `left`; give the new group's candidates for joining."""
        for other, value in sorted(self.sums[right].items()):
            del self.sums[other][right]
            if other != left:
                self.sums[left][other] = self.sums[other][left] = self.sums[left].get(other, 0.0) + value
        self.sums[right] = {}
        self.members[left] += self.members[right]
        self.members[right] = []
        out = []
        for other in self.sums[left]:
            average = self.average(min(left, other), max(left, other))
            if average >= threshold:
                out.append((-average, min(left, other), max(left, other)))
        return out

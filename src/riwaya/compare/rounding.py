"""When two figures are one: equal, one the other rounded, or one a bound that holds the other."""

from __future__ import annotations

from riwaya.across import Number

__all__ = ["agree"]

#: Figures this near to one another (as a share of the larger) can be one figure, rounded.
_ROUNDED = 0.03
#: "More than 200" and 257 are one figure as long as the bound is at least this share of the other.
_BOUND = 0.75
#: "About" with this many digits is not rough: about 12.5 is not 13.2.
_PRECISE = 3
_LOWER, _UPPER, _ABOUT = ("at least", "more than"), ("at most", "less than"), "about"


def agree(one: Number, other: Number) -> bool:
    """Tell whether two figures can be one."""
    low, high = sorted((one, other), key=lambda n: n.value)
    if low.value == high.value or _is_rounded(low.value, high.value):
        return True
    near = low.value >= _BOUND * high.value
    if low.qualifier == high.qualifier:
        return False
    rough = [n for n in (low, high) if n.qualifier == _ABOUT and digits(n.value) < _PRECISE]
    if rough:
        return low.value >= (1 - 3 * _ROUNDED) * high.value
    return near and (low.qualifier == _LOWER[1] or high.qualifier == _UPPER[1])


def digits(value: float) -> int:
    """Give the significant digits of a figure: 250 has two, 12.5 three.

    >>> digits(250), digits(12.5)
    (2, 3)
    """
    return len(f"{abs(value):.9g}".split("e")[0].replace(".", "").strip("0"))


def _is_rounded(low: float, high: float) -> bool:
    """Tell whether the figure of fewer digits is the other rounded: 13.2 of 13.226, but not 12.3 of 12.5."""
    if high - low > _ROUNDED * abs(high):
        return False
    coarse, fine = sorted((low, high), key=digits)
    if digits(coarse) == digits(fine):
        return False
    exact = f"{abs(fine):.9e}"
    places = max(digits(coarse), 1) - 1
    step = 10.0 ** (int(exact.split("e")[1]) - places)
    return bool(abs(abs(fine) - abs(coarse)) < step)

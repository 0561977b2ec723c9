"""Letters of other alphabets, by the key that they are on: who types Russian need not change the layout for a run."""

from __future__ import annotations

from collections.abc import Mapping

#: The keys of a Latin keyboard, and below them what they give in Russian, Ukrainian, Belarusian and Greek. A dot: none.
_LAYOUTS = (
    "qwertyuiopasdfghjklzxcvbnm",
    "йцукенгшщзфывапролдячсмить",
    "...........і..............",
    "........ў.................",
    ".ςερτυθιοπασδφγηξκλζχψωβνμ",
)


def _by_letter() -> Mapping[str, str]:
    """Capitals go before small letters that share one."""
    keys, *others = _LAYOUTS
    pairs = [(letter, key) for letters in others for letter, key in zip(letters, keys, strict=True) if letter != "."]
    capitals = [(letter.upper(), key.upper()) for letter, key in pairs]
    return dict([*capitals, *pairs])


_LATIN = _by_letter()


def latin(letter: str) -> str:
    """The Latin letter on the same key; any other letter or key name as it is."""
    return _LATIN.get(letter, letter)


def same_key(letter: str) -> tuple[str, ...]:
    """The letters of other layouts on the key of this one."""
    return tuple(other for other, key in _LATIN.items() if key == letter)

"""Letters of other alphabets, by the key that they are on: Russian typists need not change the layout for a run."""

from __future__ import annotations

from collections.abc import Mapping

#: Keys of a Latin keyboard, and below them their letters in Russian, Ukrainian, Belarusian and Greek. A dot: none.
_LAYOUTS = (
    "qwertyuiopasdfghjklzxcvbnm",
    "йцукенгшщзфывапролдячсмить",
    "...........і..............",
    "........ў.................",
    ".ςερτυθιοπασδφγηξκλζχψωβνμ",
)


def _by_letter() -> Mapping[str, str]:
    """Map letters to keys; capitals go before small letters that share a key."""
    keys, *others = _LAYOUTS
    pairs = [(letter, key) for letters in others for letter, key in zip(letters, keys, strict=True) if letter != "."]
    capitals = [(letter.upper(), key.upper()) for letter, key in pairs]
    return dict([*capitals, *pairs])


_LATIN = _by_letter()


def latin(letter: str) -> str:
    """Find the Latin letter on the same key; any other letter or key name stays as it is."""
    return _LATIN.get(letter, letter)


def same_key(letter: str) -> tuple[str, ...]:
    """List the letters of other layouts on the key of this letter."""
    return tuple(other for other, key in _LATIN.items() if key == letter)

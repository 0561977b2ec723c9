"""glutetimer walks a runner through a glute and hip strength session in the terminal."""

__version__ = "0.1.0"

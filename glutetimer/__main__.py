"""`python -m glutetimer`."""

from glutetimer.cli import main

main()

"""Command `log` and its subcommands that read."""

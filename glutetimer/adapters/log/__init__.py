"""Log on disk: its index, its copies, and changes to its records without a loss."""

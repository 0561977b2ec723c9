"""The log on disk: its index, its copies, and how a record in it is changed without a loss."""

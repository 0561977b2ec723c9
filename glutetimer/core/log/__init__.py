"""Questions to the log: rows in, weeks, trends and sides out. Nothing here knows a file or a clock."""

"""A page to print for a physio: data of the core in, HTML out. Pure: no file, no clock, no network."""

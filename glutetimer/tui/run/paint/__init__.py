"""The run screen as pure painting: a view and a size in, a canvas of cells out."""

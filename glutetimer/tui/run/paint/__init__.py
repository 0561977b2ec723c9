"""Paint the run screen: a view and a size in, a canvas of cells out."""

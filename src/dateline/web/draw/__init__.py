"""Charts as shapes that templates print as SVG, so that pages are complete without scripts or inline styles."""

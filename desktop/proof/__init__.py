"""The proof window: any PDF as it will print, its plates, its ink, its boxes, and what preflight finds in it."""

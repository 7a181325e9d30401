"""What the pages of a PDF paint: operators read within bounds, and what each leaves on paper."""

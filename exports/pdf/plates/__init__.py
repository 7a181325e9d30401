"""The plates of any PDF: each page parted into one page in grey for each ink, as a platesetter would make it."""

"""Stories on their way: cards, revisions, claims, moves, sign-offs, comments, search, limits, notices."""

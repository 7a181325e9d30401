"""Stories on their way: cards, revisions, claims, moves, comments, what is asked of them, who is told."""

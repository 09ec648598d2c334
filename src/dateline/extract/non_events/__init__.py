"""What is told in the words of violence and is no event of the conflict: games, crimes, business, history, trends."""

"""What the stages across reports keep in the record: copies, links, and what is reckoned."""

"""Plain frozen types that every other package speaks in; nothing here reads or writes anything."""

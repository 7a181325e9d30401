"""Where a newsroom is kept: file or server, its tables, transactions, log and seals; opened, watched and upgraded."""

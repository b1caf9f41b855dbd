"""What the program knows: frozen records, and nothing that acts."""

"""The program's data: frozen records, without actions."""

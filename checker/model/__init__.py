"""What things are: frozen records without files and without a clock."""

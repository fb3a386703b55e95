"""The members' page: one side of A4, the same for every member, in six formats."""

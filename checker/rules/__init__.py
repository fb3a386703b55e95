"""Rule packs: themes, bases, questions, profiles as YAML, and their loader."""

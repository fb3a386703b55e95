"""A document to candidates for a person to confirm: claims, promises, evidence offered, figures that do not agree."""

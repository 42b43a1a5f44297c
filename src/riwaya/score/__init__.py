"""A record against hand-made gold: figures, what was missed, and floors that hold them. Imports store and below."""

"""What people look at: the report page. Imports store, compare, gather and model; never page or annotate."""

"""Language data, loaded: TOML files in, typed entries and phrase look-up out. Imports text, model and errors."""

"""Arabic that knows no news: folding, words, numbers, calendars, models. Text in, spans and values out. Imports model and errors."""

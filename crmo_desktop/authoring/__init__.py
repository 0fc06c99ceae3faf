"""From `content/` to a content pack: parse, check, compile. Never imported when the window starts."""

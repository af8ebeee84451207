"""Reads calendars and prints what it finds; fails on anything that the library cannot make sense of."""

import sys

from icalendar import Calendar

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        calendar = Calendar.from_ical(file.read())
    assert not calendar.errors, (path, calendar.errors)
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]), path
    print(path, calendar["NAME"])
    for event in calendar.walk("VEVENT"):
        assert not event.errors, (path, event.errors)
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start).__name__ == type(end).__name__ == "date" and start < end, (path, start, end)
        print(start, end, event["UID"], event["SUMMARY"])
        print(event["DESCRIPTION"])

"""A desktop's screen saver on a private bus, for tests: notes who holds it, one line an event, on stdout."""

from __future__ import annotations

from itertools import count

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call, new_method_return
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.ScreenSaver"
BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


def main() -> None:
    """Serve until killed."""
    bus = open_dbus_connection("SESSION")
    rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
    bus.send_and_get_reply(new_method_call(BUS, "AddMatch", "s", (rule.serialise(),)))
    bus.send_and_get_reply(new_method_call(BUS, "RequestName", "su", (NAME, 0)))
    print("ready", flush=True)
    cookies = count(1)
    holders: set[str] = set()
    while True:
        message = bus.receive()
        fields = message.header.fields
        member, sender = fields.get(HeaderFields.member), fields.get(HeaderFields.sender, "")
        if message.header.message_type is MessageType.method_call and member == "Inhibit":
            holders.add(sender)
            print("inhibit", flush=True)
            bus.send(new_method_return(message, "u", (next(cookies),)))
        elif message.header.message_type is MessageType.method_call and member == "UnInhibit":
            holders.discard(sender)
            print("uninhibit", flush=True)
            bus.send(new_method_return(message))
        elif member == "NameOwnerChanged" and message.body[0] in holders and not message.body[2]:
            print("gone", flush=True)


if __name__ == "__main__":
    main()

using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Warmline.Handoff.Conversations;
using Warmline.Handoff.Files;

namespace Warmline.Handoff.Promises;

/// <summary>A promised call for the customer's own calendar (RFC 5545). The same call keeps its UID; a later file has a higher SEQUENCE.</summary>
internal static class CalendarFile
{
    public const string MediaType = "text/calendar";
    private const string Product = "-//Warmline//Callback//EN";

    public static NewFile Of(CallbackRequest callback, DateTime now) => new(
        RandomNumberGenerator.GetHexString(32, lowercase: true), $"{callback.Reference}.ics", MediaType, Encoding.UTF8.GetBytes(Write(callback, now)));

    private static string Write(CallbackRequest callback, DateTime now)
    {
        var isOff = callback.State == CallbackState.Cancelled;
        var calendar = new Calendar { ProductId = Product, Method = isOff ? CalendarMethods.Cancel : CalendarMethods.Publish };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{callback.Reference}@warmline",
            DtStamp = Utc(now),
            Start = Utc(callback.At),
            End = Utc(callback.Deadline),
            Sequence = callback.Sequence,
            Status = isOff ? EventStatus.Cancelled : EventStatus.Confirmed,
            Summary = SystemLines.Text("calendar.summary", callback.Language),
            Description = string.Join('\n', callback.Reference, callback.Phone, callback.Topic),
        });
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A calendar with an event has text.");
    }

    private static CalDateTime Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc), CalDateTime.UtcTzId);
}

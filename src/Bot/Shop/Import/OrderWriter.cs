using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Warmline.Bot.Shop.Import;

/// <summary>Writes orders in the JSON form, one per line.</summary>
internal static class OrderWriter
{
    // The file is never put into a page; readable Persian and Polish are worth more here than HTML-safe escapes.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes beside the target and renames: a reader sees the old file or the new one, never a half.</summary>
    public static void Replace(string path, IEnumerable<Order> orders)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                WriteAll(file, orders);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Instant(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteAll(FileStream file, IEnumerable<Order> orders)
    {
        var separator = "[\n"u8;
        using var json = new Utf8JsonWriter(file, Readable);
        foreach (var order in orders)
        {
            file.Write(separator);
            Write(json, order);
            json.Flush();
            json.Reset();
            separator = ",\n"u8;
        }

        file.Write(separator.StartsWith("["u8) ? "[]\n"u8 : "\n]\n"u8);
    }

    private static void Write(Utf8JsonWriter json, Order order)
    {
        json.WriteStartObject();
        json.WriteString(FieldNames.OrderNumber, order.Number);
        json.WriteString(FieldNames.Email, order.Email);
        json.WriteString(FieldNames.Status, order.Status.ToString());
        json.WriteString(FieldNames.Currency, order.Currency);
        WriteText(json, FieldNames.CustomerName, order.CustomerName);
        WriteText(json, FieldNames.PlacedAt, Instant(order.PlacedAt));
        WriteText(json, FieldNames.Carrier, order.Carrier);
        WriteText(json, FieldNames.TrackingNumber, order.TrackingNumber);
        WriteText(json, FieldNames.TrackingUrl, order.TrackingUrl?.OriginalString);
        WriteText(json, FieldNames.PromisedBy, Day(order.PromisedBy));
        WriteText(json, FieldNames.DeliveredAt, Instant(order.DeliveredAt));
        WriteText(json, FieldNames.PickupUntil, Day(order.PickupUntil));
        if (order.RefundMinor is { } refund)
        {
            json.WriteNumber(FieldNames.Refund, Currencies.ToAmount(refund, order.Currency));
        }

        OrderDetailsWriter.Write(json, order);
        WriteItems(json, order);
        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, Order order)
    {
        json.WriteStartArray(FieldNames.Items);
        foreach (var item in order.Items)
        {
            json.WriteStartObject();
            json.WriteString(FieldNames.ItemName, item.Name);
            json.WriteNumber(FieldNames.Quantity, item.Quantity);
            WriteText(json, FieldNames.Options, item.Options);
            json.WriteNumber(FieldNames.UnitPrice, Currencies.ToAmount(item.UnitPriceMinor, order.Currency));
            OrderDetailsWriter.Write(json, order, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

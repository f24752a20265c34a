using System.Text.Json;

namespace Warmline.Bot.Shop.Import;

/// <summary>Reads the JSON form: a list of orders, one after the other, so that a big file is never a tree in memory.</summary>
internal static class JsonOrders
{
    private static readonly JsonReaderOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    public static IEnumerable<RawOrder> Read(byte[] utf8, ImportProblems problems)
    {
        var orders = new List<RawOrder>();
        try
        {
            var reader = new Utf8JsonReader(utf8, Lenient);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                problems.Add("line 1", "$", "expected a list of orders: [ {…}, {…} ]");
                return orders;
            }

            ReadOrders(ref reader, utf8, orders, problems);
            reader.Read();
        }
        catch (JsonException e)
        {
            problems.Add($"line {e.LineNumber + 1}", "", $"not valid JSON at character {e.BytePositionInLine + 1}");
        }

        return orders;
    }

    private static void ReadOrders(ref Utf8JsonReader reader, byte[] utf8, List<RawOrder> orders, ImportProblems problems)
    {
        var (line, counted) = (1, 0);
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var start = (int)reader.TokenStartIndex;
            line += utf8.AsSpan(counted..start).Count((byte)'\n');
            counted = start;
            var element = JsonElement.ParseValue(ref reader);
            var order = JsonOrderFields.Order(element, $"line {line}", $"$[{index}]", problems);
            if (order is not null)
            {
                orders.Add(order);
            }
        }
    }
}

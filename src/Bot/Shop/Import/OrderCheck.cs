namespace Warmline.Bot.Shop.Import;

/// <summary>Makes orders out of raw ones. Nothing is an order until every field of it was understood.</summary>
internal sealed class OrderCheck(ImportProblems problems, DateTime now)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);
    private readonly Dictionary<string, (string Place, string Email)> _seen = [];

    /// <summary>The order, and its normalised number; null when a problem was recorded.</summary>
    public (string Key, Order Order)? Check(RawOrder raw)
    {
        var before = problems.Count;
        var fields = new FieldReader(raw.Fields, problems);
        var number = fields.Required(FieldNames.OrderNumber, 40);
        var currency = fields.Currency(FieldNames.Currency);
        var order = new Order
        {
            Number = number,
            Email = fields.Email(FieldNames.Email),
            Status = fields.Status(FieldNames.Status),
            Currency = currency,
            Items = Items(raw, currency),
            CustomerName = fields.Text(FieldNames.CustomerName, 120),
            PlacedAt = fields.Instant(FieldNames.PlacedAt),
            Carrier = fields.Text(FieldNames.Carrier, 80),
            TrackingNumber = fields.Text(FieldNames.TrackingNumber, 80),
            TrackingUrl = fields.WebAddress(FieldNames.TrackingUrl),
            PromisedBy = fields.Day(FieldNames.PromisedBy),
            DeliveredAt = fields.Instant(FieldNames.DeliveredAt),
            PickupUntil = fields.Day(FieldNames.PickupUntil),
            RefundMinor = fields.Money(FieldNames.Refund, currency),
        };
        order = OrderDetails.Add(order, raw, fields, problems);
        CheckDates(order, fields);
        var key = CheckNumber(order, raw.Fields.Place, fields);
        return problems.Count == before ? (key, order) : null;
    }

    private List<OrderItem> Items(RawOrder raw, string currency)
    {
        if (raw.Items.Count == 0)
        {
            problems.Add(raw.Fields.Place, raw.Fields.Path + FieldNames.Items, "an order needs at least one item");
        }

        return ItemCheck.Items(raw, currency, problems);
    }

    private void CheckDates(Order order, FieldReader fields)
    {
        NotInFuture(FieldNames.PlacedAt, order.PlacedAt);
        NotInFuture(FieldNames.DeliveredAt, order.DeliveredAt);
        NotBeforePlaced(FieldNames.DeliveredAt, order.DeliveredAt is { } at ? DateOnly.FromDateTime(at) : null);
        NotBeforePlaced(FieldNames.PromisedBy, order.PromisedBy);
        NotBeforePlaced(FieldNames.PickupUntil, order.PickupUntil);
        NotBeforePlaced(FieldNames.ExpectedBy, order.ExpectedBy);

        void NotInFuture(string field, DateTime? at)
        {
            if (at > now + ClockTolerance)
            {
                fields.Wrong<string>(field, "lies in the future");
            }
        }

        // A day of slack: one side may be a local day, the other UTC.
        void NotBeforePlaced(string field, DateOnly? day)
        {
            if (order.PlacedAt is { } placed && day < DateOnly.FromDateTime(placed).AddDays(-1))
            {
                fields.Wrong<string>(field, $"lies before {FieldNames.PlacedAt}");
            }
        }
    }

    private string CheckNumber(Order order, string place, FieldReader fields)
    {
        var key = OrderNumber.Normalise(order.Number);
        if (key.Length == 0)
        {
            if (order.Number.Length > 0)
            {
                fields.Wrong<string>(FieldNames.OrderNumber, $"{ImportProblems.Quote(order.Number)} has neither a letter nor a digit");
            }
        }
        else if (!_seen.TryAdd(key, (place, order.Email)))
        {
            var (first, email) = _seen[key];
            var whose = string.Equals(email, order.Email, StringComparison.OrdinalIgnoreCase) ? "" : " with a different e-mail";
            fields.Wrong<string>(FieldNames.OrderNumber, $"{ImportProblems.Quote(order.Number)} was already in {first}{whose}");
        }

        return key;
    }
}

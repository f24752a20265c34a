using System.Diagnostics.Metrics;
using Warmline.Handoff.Conversations;

namespace Warmline.Handoff.Observing;

/// <summary>What Handoff counts, on the meter <c>Warmline</c>. Nothing is computed while nobody listens.</summary>
internal sealed class HandoffMetrics
{
    public const string MeterName = "Warmline";

    private readonly Counter<long> _lines;
    private readonly Histogram<int> _groups;
    private readonly Meter _meter;

    public HandoffMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _lines = _meter.CreateCounter<long>("warmline.lines.appended", "{line}", "Lines appended to logs, by role of the author.");
        _groups = _meter.CreateHistogram(
            "warmline.commit.writes", "{write}", "Writes that shared one commit.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64] });
    }

    public void Appended(IReadOnlyDictionary<AuthorRole, int> lines)
    {
        foreach (var (role, count) in lines)
        {
            _lines.Add(count, new KeyValuePair<string, object?>("role", RoleName(role)));
        }
    }

    public void Committed(int writes) => _groups.Record(writes);

    /// <summary>Shows a backlog that somebody else keeps fresh: reading a gauge never asks the database.</summary>
    public IReadOnlyList<Instrument> Show(Func<Backlog> latest) =>
    [
        _meter.CreateObservableGauge(
            "warmline.reader.lag", () => latest().ReaderLags.Select(lag => new Measurement<double>(lag.Value.TotalSeconds, new KeyValuePair<string, object?>("reader", lag.Key))),
            "s", "How long the longest due reader of a kind has been due."),
        _meter.CreateObservableGauge("warmline.queue.length", () => latest().Waiting, "{customer}", "Customers who wait for a person."),
        _meter.CreateObservableGauge(
            "warmline.queue.oldest", () => latest().OldestWaiting.TotalSeconds, "s", "How long the one who waits longest has waited."),
        _meter.CreateObservableGauge("warmline.tasks.waiting", () => latest().TasksWaiting, "{task}", "Work outside turns that is not done yet."),
    ];

    private static string RoleName(AuthorRole role) => role switch
    {
        AuthorRole.Customer => "customer",
        AuthorRole.Bot => "bot",
        AuthorRole.Agent => "agent",
        AuthorRole.System => "system",
        _ => throw new InvalidOperationException($"Unknown role {role}."),
    };
}

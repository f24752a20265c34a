namespace Warmline.Handoff.Conversations;

/// <summary>Who wants to append, and under which epoch.</summary>
internal sealed record Author(AuthorRole Role, string? Id, string? Name, long? Epoch)
{
    public static Author Customer(string id, string? name) => new(AuthorRole.Customer, id, name, null);

    public static Author Bot(long epoch) => new(AuthorRole.Bot, null, null, epoch);

    public static Author Agent(string id, string name, long epoch) => new(AuthorRole.Agent, id, name, epoch);

    public static Author System(long epoch) => new(AuthorRole.System, null, null, epoch);
}

/// <summary>A line that wants to be appended.</summary>
internal sealed record NewLine(LineKind Kind, string Text)
{
    public string? Activity { get; init; }
    public long? Target { get; init; }
    public string? DedupeKey { get; init; }
    public string? SystemKey { get; init; }
    public string? SystemArgs { get; init; }
}

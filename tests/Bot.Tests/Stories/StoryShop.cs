namespace Warmline.Bot.Tests.Stories;

/// <summary>One running shop for stories that don't meet each other: every visitor has a conversation of their own.</summary>
public sealed class StoryShop : IAsyncDisposable
{
    internal WarmlineApplication App { get; } = WarmlineApplication.Open(
        ("Warmline:Handoff:ProofAttemptsPerAddress", "100000"), ("Warmline:Callbacks:CallsPerSlot", "1000"),
        ("Warmline:Callbacks:Hours:Saturday", "09:00-17:00"), ("Warmline:Callbacks:Hours:Sunday", "09:00-17:00"));

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

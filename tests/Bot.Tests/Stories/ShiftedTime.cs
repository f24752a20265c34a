namespace Warmline.Bot.Tests.Stories;

/// <summary>Real time from a chosen moment on, so that stories about weekdays don't depend on the day they run; it can be moved forth.</summary>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private long _forth;

    public override DateTimeOffset GetUtcNow() => start + TimeProvider.System.GetElapsedTime(_began) + new TimeSpan(Interlocked.Read(ref _forth));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _forth, time.Ticks);
}

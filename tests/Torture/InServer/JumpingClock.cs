using System.Globalization;

namespace Warmline.Torture.InServer;

/// <summary>
/// The machine's clock plus what a file says (seconds), read anew at most every tenth of a second: somebody sets the clock of a running server.
/// Timers go on as they do on a real machine whose clock is set: they run on the monotonic clock.
/// </summary>
internal sealed class JumpingClock(string file) : TimeProvider
{
    public const string Variable = "WARMLINE_TORTURE_CLOCK";
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private long _readAt = long.MinValue;
    private TimeSpan _offset;

    public static JumpingClock? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? new JumpingClock(file) : null;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            if (_readAt == long.MinValue || System.GetElapsedTime(_readAt) > ReadEvery)
            {
                _offset = Read() ?? _offset;
                _readAt = System.GetTimestamp();
            }

            return System.GetUtcNow() + _offset;
        }
    }

    private TimeSpan? Read()
    {
        try
        {
            return double.TryParse(File.ReadAllText(file), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                ? TimeSpan.FromSeconds(seconds)
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

using BotFramework.Schema;

namespace BotFramework.Hosting;

/// <summary>
/// Port: what happens to an activity a channel has delivered, after the caller was authenticated and the addresses checked. The
/// answer is the HTTP answer to the channel, which gives up after about 15 seconds: store, answer 202 and speak later, or run the
/// turn at once as <see cref="BotIntake"/> does.
/// </summary>
public interface IActivityIntake
{
    Task<IntakeAnswer> TakeAsync(Activity activity, ChannelCaller caller, CancellationToken cancellationToken);
}

/// <summary>Who delivered an activity: its remote address, and whether it showed no token (a developer's machine only).</summary>
public sealed record ChannelCaller(bool IsAnonymous, string? Address);

/// <summary>The HTTP status and, when there is one, the JSON body of the answer to the channel.</summary>
public sealed record IntakeAnswer(int Status, object? Body = null);

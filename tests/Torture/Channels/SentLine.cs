namespace Warmline.Torture.Channels;

/// <summary>A call of the bot that the channel carried out.</summary>
/// <param name="Text">What the customer of the channel now reads.</param>
/// <param name="At">When it was carried out.</param>
/// <param name="KilledAt">When a server had last been killed.</param>
/// <param name="AnswerLost">The bot was not told.</param>
internal sealed record SentLine(string Text, long At, long KilledAt, bool AnswerLost)
{
    // What a process sent just before it died may be read only a moment after.
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(5);

    /// <summary>Whether there was a reason to send the line again by <paramref name="later"/>: nobody was left who knew that it had arrived.</summary>
    public bool MayBeRepeatedBy(SentLine later) => AnswerLost || TimeProvider.System.GetElapsedTime(later.KilledAt, At) < Lag;
}

namespace Warmline.Torture.Channels;

/// <summary>A call of the bot that the channel carried out.</summary>
/// <param name="Text">What the customer of the channel now reads.</param>
/// <param name="Kills">How many kills there had been.</param>
/// <param name="AnswerLost">The bot was not told.</param>
internal sealed record SentLine(string Text, int Kills, bool AnswerLost);

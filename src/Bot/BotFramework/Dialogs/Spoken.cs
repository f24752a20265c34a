namespace BotFramework.Dialogs;

/// <summary>The little that answers to buttons need: case, edges and digits of any script. Real understanding is the host's.</summary>
internal static class Spoken
{
    private const string Edges = " \t\r\n.,!?…؟،。\"'«»()";

    internal static string Bare(string? text) => (text ?? "").Trim(Edges.ToCharArray());

    internal static bool Same(string bareText, string label) =>
        bareText.Length > 0 && string.Equals(bareText, Bare(label), StringComparison.OrdinalIgnoreCase);

    /// <summary>A whole number of at most three digits.</summary>
    internal static int? Number(string bareText) =>
        bareText.Length is > 0 and <= 3 && bareText.All(char.IsDigit)
            ? bareText.Aggregate(0, (number, digit) => (number * 10) + (int)char.GetNumericValue(digit))
            : null;
}

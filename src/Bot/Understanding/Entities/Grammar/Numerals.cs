using System.Globalization;

namespace Warmline.Bot.Understanding;

/// <summary>The slots that digits fill: <c>1..24</c> a number so big, <c>00..59</c> the same in exactly two digits, <c>decimal</c> an amount.</summary>
internal sealed record Numerals(long Least, long Most, int Digits)
{
    /// <summary>Marks the slot for amounts, counted in thousandths: three decimals are the most a currency has.</summary>
    public const int Decimal = -1;

    private const int AnyDigits = 0;
    private const int GroupDigits = 3;
    private const int MostDigits = 12;

    /// <summary>Null when the kind is one of the grammar's own.</summary>
    public static Numerals? Parse(string kind)
    {
        if (kind == "decimal")
        {
            return new Numerals(0, long.MaxValue, Decimal);
        }

        var bounds = kind.Split("..");
        return bounds.Length == 2
            ? new Numerals(
                long.Parse(bounds[0], CultureInfo.InvariantCulture),
                long.Parse(bounds[1], CultureInfo.InvariantCulture),
                bounds[0].Length > 1 ? bounds[0].Length : AnyDigits)
            : null;
    }

    public bool Fits(Token token) =>
        token.IsNumeral && token.Value >= Least && token.Value <= Most && (Digits == AnyDigits || token.Digits == Digits);

    /// <summary>"1 200", "1.200,50", "49,90": groups of three by a space or a sign, then one or two decimals.</summary>
    public static Found? ReadDecimal(List<Token> tokens, int at)
    {
        if (!tokens[at].IsNumeral || tokens[at].Value < 0)
        {
            return null;
        }

        var (value, next) = ReadGroups(tokens, at);
        var thousandths = value * 1000;
        if (IsTightSign(tokens, next) && tokens[next + 1] is { Digits: 1 or 2 } cents)
        {
            thousandths += cents.Value * (cents.Digits == 1 ? 100 : 10);
            next += 2;
        }

        return new Found(null, [], thousandths, at, next);
    }

    private static (long Value, int Next) ReadGroups(List<Token> tokens, int at)
    {
        var (value, next, digits) = (tokens[at].Value, at + 1, tokens[at].Digits);
        if (digits > GroupDigits)
        {
            return (value, next);
        }

        while (digits + GroupDigits <= MostDigits)
        {
            var group = IsTightSign(tokens, next) ? next + 1 : next;
            if (group >= tokens.Count || tokens[group].Digits != GroupDigits || tokens[group].Start - tokens[group - 1].End > 1)
            {
                break;
            }

            (value, next, digits) = ((value * 1000) + tokens[group].Value, group + 1, digits + GroupDigits);
        }

        return (value, next);
    }

    // A point or comma with digits at both sides and no space.
    private static bool IsTightSign(List<Token> tokens, int at) => at + 1 < tokens.Count
        && (tokens[at].Id == Signs.Point || tokens[at].Id == Signs.Comma)
        && tokens[at - 1].End == tokens[at].Start && tokens[at].End == tokens[at + 1].Start;
}

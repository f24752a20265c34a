using System.Data.Common;
using System.Text.RegularExpressions;

namespace Warmline.Handoff.Data.Sql;

/// <summary>
/// A statement of the ways that every line goes. Written by hand, because asking EF for it costs several times what the database does.
/// Values are given in the order in which their parameters (<c>@name</c>) first stand in the text.
/// </summary>
internal sealed partial class Statement(Func<Dialect, string> text)
{
    private readonly Written?[] _written = new Written?[3];

    public Statement(string text) : this(_ => text)
    {
    }

    public string TextFor(Dialect dialect) => For(dialect).Text;

    /// <summary>Puts the values into a command's parameters, which are made the first time.</summary>
    public void Fill(DbParameterCollection parameters, Func<DbParameter> make, Dialect dialect, object?[] values)
    {
        var names = For(dialect).Names;
        for (var i = parameters.Count; i < names.Length; i++)
        {
            var parameter = make();
            parameter.ParameterName = dialect.Provider == DatabaseProvider.PostgreSql ? "" : $"@{names[i]}";
            parameters.Add(parameter);
        }

        for (var i = 0; i < names.Length; i++)
        {
            dialect.Set(parameters[i], values[i]);
        }
    }

    private Written For(Dialect dialect) => _written[(int)dialect.Provider] ??= Write(dialect);

    private Written Write(Dialect dialect)
    {
        var plain = text(dialect);
        string[] names = [.. Parameter().Matches(plain).Select(match => match.Groups[1].Value).Distinct()];
        return new Written(Parameter().Replace(plain, match => dialect.Mark(match.Groups[1].Value, Array.IndexOf(names, match.Groups[1].Value))), names);
    }

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Parameter();

    private sealed record Written(string Text, string[] Names);
}

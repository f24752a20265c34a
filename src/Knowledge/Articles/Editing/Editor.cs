namespace Warmline.Knowledge.Articles.Editing;

/// <summary>Who edits: the account's id, the name others read, the roles of its principal.</summary>
internal sealed record Editor(string Id, string Name, IReadOnlyCollection<string> Roles)
{
    public const int MaxId = 100;
    public const int MaxName = 200;
    /// <summary>Whoever has it may write articles.</summary>
    public const string WriterRole = "editor";
    private const string AdminRole = "admin";

    /// <summary>Whoever ships or runs Warmline: the starter set, the command line.</summary>
    public static readonly Editor Warmline = new("warmline", "Warmline", [AdminRole]);

    public bool IsAdmin => Roles.Contains(AdminRole, StringComparer.OrdinalIgnoreCase);

    public bool MayWrite => IsAdmin || Roles.Contains(WriterRole, StringComparer.OrdinalIgnoreCase);
}

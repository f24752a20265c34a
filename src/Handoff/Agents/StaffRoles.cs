namespace Warmline.Handoff.Agents;

/// <summary>What a person of the shop may do.</summary>
[Flags]
internal enum StaffRoles
{
    None = 0,
    Agent = 1,
    Supervisor = 2,
    Editor = 4,
    Admin = 8,
}

/// <summary>The roles as a principal carries them, and the one rule about who sees conversations.</summary>
internal static class StaffRole
{
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Editor = "editor";
    public const string Admin = "admin";

    /// <summary>Whoever has one of these may see conversations. An editor alone may not.</summary>
    public static readonly IReadOnlyList<string> MayUseDesk = [Agent, Supervisor, Admin];

    public static readonly IReadOnlyList<string> All = [Agent, Supervisor, Editor, Admin];

    public static IEnumerable<string> Names(StaffRoles roles) => All.Where(name => roles.HasFlag(Parse(name)));

    public static StaffRoles Of(IEnumerable<string> names) => names.Aggregate(StaffRoles.None, (roles, name) => roles | Parse(name));

    private static StaffRoles Parse(string name) => name switch
    {
        Agent => StaffRoles.Agent,
        Supervisor => StaffRoles.Supervisor,
        Editor => StaffRoles.Editor,
        Admin => StaffRoles.Admin,
        _ => throw new ArgumentException($"Unknown role '{name}'.", nameof(name)),
    };
}

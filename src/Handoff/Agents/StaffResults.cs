using System.Security.Claims;

namespace Warmline.Handoff.Agents;

/// <summary>What became of a sign-in.</summary>
internal abstract record SignInResult
{
    public sealed record Ok(ClaimsPrincipal Principal) : SignInResult;

    /// <summary>Only a new password may be chosen.</summary>
    public sealed record MustChange(ClaimsPrincipal Principal) : SignInResult;

    public sealed record Wrong : SignInResult;

    /// <summary>Too many wrong tries. The page answers as to a wrong one: a guesser learns nothing, not even that the account exists.</summary>
    public sealed record Locked(DateTime Until) : SignInResult;
}

/// <summary>What became of a change of password.</summary>
internal abstract record ChangeResult
{
    public sealed record Changed(ClaimsPrincipal Principal) : ChangeResult;

    public sealed record WrongPassword : ChangeResult;

    public sealed record SameAsBefore : ChangeResult;

    public sealed record BadPassword(PasswordFault Fault) : ChangeResult;
}

/// <summary>What became of something an admin did to an account.</summary>
internal abstract record AccountResult
{
    public sealed record Done : AccountResult;

    /// <summary>Shown to the admin once, stored nowhere.</summary>
    public sealed record OneTimePassword(string Password) : AccountResult;

    public sealed record Refused(AccountFault Fault) : AccountResult;
}

/// <summary>Why an account was not changed.</summary>
internal enum AccountFault
{
    BadUserName,
    BadDisplayName,
    NameTaken,
    NoRole,
    LastAdmin,
    Unknown,
}

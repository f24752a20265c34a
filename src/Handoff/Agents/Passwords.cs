using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Warmline.Handoff.Agents;

/// <summary>Hashing, checking and making passwords. Slow by design: never called while a write holds the database.</summary>
internal sealed class Passwords
{
    public const int Shortest = 10;
    public const int Longest = 200;

    /// <summary>Rounds of PBKDF2 with SHA-512; a host may configure other ones, older hashes are renewed at sign-in.</summary>
    public const int Rounds = 210_000;

    // Nothing that is read wrong from a screen.
    private const string OneTimeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";
    private readonly PasswordHasher<StaffAccount> _hasher;
    private readonly Lazy<string> _nobodysHash;

    public Passwords(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new PasswordHasher<StaffAccount>(options);
        _nobodysHash = new(() => Hash(RandomNumberGenerator.GetHexString(32)));
    }

    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Checks a password. For nobody's account it fails, and takes as long.</summary>
    public PasswordVerificationResult Check(StaffAccount? account, string password)
    {
        var tried = password.Length > Longest ? password[..Longest] : password;
        var result = _hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? _nobodysHash.Value, tried);
        return account is null || password.Length > Longest ? PasswordVerificationResult.Failed : result;
    }

    /// <summary>About 79 bits, in four groups that can be read out.</summary>
    public static string MakeOneTime() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(OneTimeAlphabet, 4)));

    /// <summary>Whether a person may choose it.</summary>
    public static PasswordFault Judge(string userName, string password) => password switch
    {
        { Length: < Shortest } => PasswordFault.TooShort,
        { Length: > Longest } => PasswordFault.TooLong,
        _ when StaffNames.Normalise(password) == userName => PasswordFault.IsUserName,
        _ => PasswordFault.None,
    };
}

/// <summary>What is wrong with a new password.</summary>
internal enum PasswordFault
{
    None,
    TooShort,
    TooLong,
    IsUserName,
}

namespace BotFramework.DirectLine;

/// <summary>The keys of Direct Line tokens. The host implements it (a singleton), so that all its nodes share them.</summary>
public interface ISigningKeys
{
    /// <summary>The first key signs; tokens of the others are still accepted.</summary>
    ValueTask<IReadOnlyList<SigningKey>> CurrentAsync(CancellationToken cancellationToken);
}

/// <summary>A symmetric key of at least 32 random bytes, and the name tokens mention it by.</summary>
public sealed record SigningKey(string Id, byte[] Key);

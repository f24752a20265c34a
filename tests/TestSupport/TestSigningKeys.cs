using System.Security.Cryptography;
using BotFramework.DirectLine;

namespace Warmline.TestSupport;

/// <summary>Keys that can be rotated.</summary>
public sealed class TestSigningKeys : ISigningKeys
{
    private IReadOnlyList<SigningKey> _keys = [New("first")];

    public ValueTask<IReadOnlyList<SigningKey>> CurrentAsync(CancellationToken cancellationToken) => new(_keys);

    /// <summary>A new key signs; the others are still accepted unless forgotten.</summary>
    public void Rotate(string id, bool forgetOthers = false) => _keys = forgetOthers ? [New(id)] : [New(id), .. _keys];

    private static SigningKey New(string id) => new(id, RandomNumberGenerator.GetBytes(32));
}

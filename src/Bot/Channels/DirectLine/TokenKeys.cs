using BotFramework.DirectLine;
using Warmline.Handoff.Data;

namespace Warmline.Bot.Channels.DirectLine;

/// <summary>Tokens are signed with the keys that all nodes share through the database.</summary>
internal sealed class TokenKeys(SigningKeys keys) : ISigningKeys
{
    public async ValueTask<IReadOnlyList<SigningKey>> CurrentAsync(CancellationToken cancellationToken) =>
        [.. (await keys.CurrentAsync(cancellationToken)).Select(k => new SigningKey(k.Key, k.Value))];
}

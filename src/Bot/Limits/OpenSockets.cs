using System.Net;
using System.Runtime.InteropServices;
using BotFramework.DirectLine;
using Microsoft.Extensions.Options;

namespace Warmline.Bot.Limits;

/// <summary>
/// How many sockets are open, by visitor and by address. The framework's limiter counts as well, but each idle socket would pay for it with
/// more than half a kilobyte.
/// </summary>
internal sealed class OpenSockets(IOptions<LimitsOptions> options, DirectLineSites sites) : IStreamLimit
{
    private readonly Dictionary<string, int> _byVisitor = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _byAddress = [];

    public IDisposable? TryEnter(HttpContext http, string conversationId)
    {
        var isLimited = !sites.HasSecret(http.Request);

        // Of this machine's own address nobody knows who is behind it.
        var from = http.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote) ? Salted.Number(remote, OpenDoorLimits.MostAddresses) : -1;
        lock (_byVisitor)
        {
            return isLimited && IsFull(conversationId, from) ? null : new Place(this, conversationId, from);
        }
    }

    private bool IsFull(string conversationId, int from) =>
        _byVisitor.GetValueOrDefault(conversationId) >= options.Value.SocketsPerVisitor
        || (from >= 0 && _byAddress.GetValueOrDefault(from) >= options.Value.SocketsPerAddress);

    private static void Count<TKey>(Dictionary<TKey, int> open, TKey key, int more) where TKey : notnull
    {
        if ((CollectionsMarshal.GetValueRefOrAddDefault(open, key, out _) += more) == 0)
        {
            open.Remove(key);
        }
    }

    private sealed class Place : IDisposable
    {
        private readonly OpenSockets _all;
        private readonly string _conversationId;
        private readonly int _from;

        public Place(OpenSockets all, string conversationId, int from)
        {
            (_all, _conversationId, _from) = (all, conversationId, from);
            Move(1);
        }

        public void Dispose()
        {
            lock (_all._byVisitor)
            {
                Move(-1);
            }
        }

        private void Move(int more)
        {
            Count(_all._byVisitor, _conversationId, more);
            Count(_all._byAddress, _from, more);
        }
    }
}

namespace Warmline.Torture.Servers;

/// <summary>The servers that are tortured: who is up, who was killed when.</summary>
internal sealed class Cluster : IDisposable
{
    private static readonly TimeSpan StartTakes = TimeSpan.FromSeconds(120);
    private readonly ServerProcess[] _nodes;
    private readonly Random _random;

    public Cluster(TortureOptions options, TestBed bed)
    {
        _nodes = [.. Enumerable.Range(1, options.Nodes).Select(node => new ServerProcess(bed, node, options.ClockJumps > 0))];
        _random = new Random(options.Seed ^ 0x5eed);
    }

    /// <summary>How many kills so far: who has waited over one has a higher number afterwards.</summary>
    public int Kills { get; private set; }

    /// <summary>When a node was last killed.</summary>
    public long KilledAt { get; private set; }

    /// <summary>When a killed node was last ready again (a timestamp of <see cref="TimeProvider.System"/>).</summary>
    public long ReadyAt { get; private set; }

    public int Count => _nodes.Length;

    /// <summary>Where to send the next request: any node, also one that is down; clients don't know.</summary>
    public Uri Anywhere()
    {
        lock (_random)
        {
            return _nodes[_random.Next(_nodes.Length)].Address;
        }
    }

    public void Start(int node) => _nodes[node].Start();

    public async Task WaitUntilReadyAsync(int node)
    {
        await _nodes[node].WaitUntilReadyAsync(StartTakes);
        ReadyAt = TimeProvider.System.GetTimestamp();
    }

    public async Task KillAsync(int node)
    {
        Kills++;
        await _nodes[node].KillAsync();
        KilledAt = TimeProvider.System.GetTimestamp();
    }

    public bool IsReady(int node) => _nodes[node].IsReady;

    public void Dispose() => Array.ForEach(_nodes, node => node.Dispose());
}

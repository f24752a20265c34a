using Warmline.Torture.Customers;

namespace Warmline.Torture.Channels;

/// <summary>A customer of the channel: what they write is delivered again until the bot says 202; what they read is what the connector carried out.</summary>
internal sealed class ChannelCustomer(World world, FailingChannel channel, SentJudge judge, Random random, string conversation) : ITalker
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private readonly List<Post> _posts = [];

    public Random Random => random;

    public IReadOnlyList<Post> Posts => _posts;

    public async Task<Post> SayAsync(string text, bool mayGiveUp = false)
    {
        var id = new byte[12];
        random.NextBytes(id);
        var post = new Post($"in-{Convert.ToHexStringLower(id)}", text);
        _posts.Add(post);
        var before = channel.Sent(conversation).Count;
        while (!await TryPostAsync(post))
        {
            if (mayGiveUp && random.Next(4) == 0)
            {
                return post;
            }

            world.Court.Count("channel posts repeated");
            await World.PauseAsync(random, 200, 900, world.Over);
        }

        // Where the answers to it begin.
        post.Seq = before;
        world.Court.Count("lines acknowledged to the channel");
        if (random.Next(10) == 0)
        {
            await TryPostAsync(post);
        }

        return post;
    }

    public async Task HearAsync(Post after, params string[] words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(world.Over);
        patience.CancelAfter(Patience);
        while (!channel.Sent(conversation).Skip((int)(after.Seq ?? 0))
            .Any(line => words.Length == 0 || words.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase))))
        {
            if (patience.IsCancellationRequested && await judge.IsUnconfirmedAsync(conversation))
            {
                // Killed twice while it was being sent: the desk shows that nobody knows whether it arrived, and the customer writes again.
                world.Court.Count("answers in the channel that were marked unconfirmed and never came");
                throw new UnansweredException();
            }

            if (patience.IsCancellationRequested)
            {
                world.Court.Accuse(
                    "a customer of the channel got no answer", conversation, $"after \"{after.Text}\": {string.Join(" or ", words)}",
                    string.Join(" / ", channel.Sent(conversation).TakeLast(5).Select(line => line.Text)));
                throw new UnansweredException();
            }

            await Task.Delay(Look, TimeProvider.System, CancellationToken.None);
        }
    }

    private async Task<bool> TryPostAsync(Post post)
    {
        if (!channel.IsThere)
        {
            // It delivers nothing while it is away.
            return false;
        }

        var (activity, token) = channel.Message(post.ClientId, post.Text, conversation);
        var answer = await world.Door.SendProtocolAsync("/api/messages", activity, token);
        if (answer is { Status: not 202 } && channel.IsThere && !world.MayRefuse)
        {
            world.Court.Accuse("a message of the channel was refused", conversation, "202 or no answer at all", $"{answer.Status} {answer.Text}");
        }

        return answer is { Status: 202 };
    }
}

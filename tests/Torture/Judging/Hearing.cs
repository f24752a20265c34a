using Warmline.Torture.Customers;

namespace Warmline.Torture.Judging;

/// <summary>Compares what a client saw acknowledged and shown with the log, as the product itself tells it.</summary>
internal static class Hearing
{
    private const int MostTries = 200;

    /// <summary>While the customer goes on talking: what was acknowledged before must be there now.</summary>
    public static async Task ComparedNowAsync(Customer customer, World world)
    {
        var (posts, seen) = (customer.Posts.Where(post => post.Seq is not null).ToList(), customer.Reader.Seen);
        if (await TryReadAsync(customer) is { } log)
        {
            Compare(customer.Conversation, posts, log, world.Court);
            Shown(customer.Conversation, seen, log, world.Court);
            world.Court.Count("comparisons with the log");
        }
    }

    private static async Task<IReadOnlyList<SeenLine>?> TryReadAsync(Customer customer)
    {
        try
        {
            return await customer.ReadAllAsync();
        }
        catch (UnansweredException)
        {
            // It is the customer who ends their talk.
            return null;
        }
    }

    /// <summary>After the last word: also what was not acknowledged is there once or not at all, and the client saw every line.</summary>
    public static async Task ComparedAtTheEndAsync(Customer customer, World world)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await customer.ReadAllAsync() is not { Count: > 0 } log)
            {
                await World.PauseAsync(customer.Random, 200, 400, world.Over);
                continue;
            }

            Compare(customer.Conversation, customer.Posts, log, world.Court);
            var last = await customer.Reader.FindAsync(line => line.Seq >= log[^1].Seq, TimeSpan.FromSeconds(60), world.Over);
            if (last is null)
            {
                world.Court.Accuse("a client did not see a line", customer.Conversation, $"{log[^1].Seq}", $"{customer.Reader.Seen[^1].Seq}");
            }

            Shown(customer.Conversation, [.. customer.Reader.Seen.Where(line => line.Seq <= log[^1].Seq)], log, world.Court, whole: true);
            return;
        }
    }

    private static void Compare(string conversation, IReadOnlyList<Post> posts, IReadOnlyList<SeenLine> log, Court court)
    {
        var byClient = log.Where(line => line.ClientId is not null).ToLookup(line => line.ClientId!, StringComparer.Ordinal);
        var last = 0L;
        foreach (var post in posts)
        {
            var found = byClient[post.ClientId].ToList();
            var expected = post.Seq is { } seq ? $"once, under {seq}" : "once or not at all";
            if (found.Count > 1 || (post.Seq is not null && (found.Count == 0 || found[0].Seq != post.Seq || found[0].Text != post.Text)))
            {
                court.Accuse($"\"{post.Text}\" of a customer", conversation, expected, found.Count == 0 ? "nowhere" : string.Join(", ", found));
            }

            if (found.Count > 0 && found[0].Seq <= last)
            {
                court.Accuse("a customer's lines changed places", conversation, $"after {last}", $"{found[0]}");
            }

            last = found.Count > 0 ? found[0].Seq : last;
        }

        for (var at = 1; at < log.Count; at++)
        {
            if (log[at].Seq <= log[at - 1].Seq || log[at].Stamp <= log[at - 1].Stamp)
            {
                court.Accuse("numbers and stamps rise", conversation, $"after {log[at - 1].Seq} {log[at - 1].Stamp:O}", $"{log[at].Seq} {log[at].Stamp:O}");
            }
        }
    }

    private static void Shown(string conversation, IReadOnlyList<SeenLine> seen, IReadOnlyList<SeenLine> log, Court court, bool whole = false)
    {
        var stored = log.Take(whole ? log.Count : seen.Count).ToList();
        if (!stored.SequenceEqual(seen))
        {
            var at = stored.Zip(seen).TakeWhile(pair => pair.First == pair.Second).Count();
            court.Accuse("what a client was shown is not the log", conversation, $"{stored.ElementAtOrDefault(at)}", $"{seen.ElementAtOrDefault(at)}");
        }
    }
}

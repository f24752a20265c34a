using System.Buffers.Text;
using Warmline.Torture.Judging;

namespace Warmline.Torture.Customers;

/// <summary>A customer in one conversation: says lines until they are acknowledged (or gives up), hears the answers, and remembers both.</summary>
internal sealed class Customer(World world, Random random) : ITalker
{
    private const int MostReads = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private readonly List<Post> _posts = [];
    private readonly string _visitor = Base64Url.EncodeToString(Bytes(random, 32));
    private volatile string _token = "";
    private LineReader? _reader;

    public string Conversation { get; private set; } = "";

    public LineReader Reader => _reader!;

    /// <summary>A copy, for somebody who compares while the customer goes on.</summary>
    public IReadOnlyList<Post> Posts
    {
        get
        {
            lock (_posts)
            {
                return [.. _posts];
            }
        }
    }

    public Random Random => random;

    /// <summary>Opens the chat, however often the server dies meanwhile, and reads until <paramref name="left"/>.</summary>
    public async Task<Task> EnterAsync(CancellationToken left)
    {
        Answer? started = null;
        while (started is null)
        {
            var session = (await UntilAnsweredAsync("/chat/session", new { visitorKey = _visitor, language = "en" }))!;
            _token = session.Json.GetProperty("token").GetString()!;
            started = await UntilAnsweredAsync("/v3/directline/conversations", new { locale = "en" });
        }

        Conversation = started.Json.GetProperty("conversationId").GetString()!;
        _reader = new LineReader(world, Conversation, () => _token, overSocket: random.Next(2) == 0);
        return _reader.RunAsync(left);
    }

    /// <summary>Says a line under one client id until it is acknowledged; who may give up does so, sometimes, after no answer came.</summary>
    public async Task<Post> SayAsync(string text, bool mayGiveUp = false)
    {
        var post = new Post(Convert.ToHexStringLower(Bytes(random, 16)), text);
        lock (_posts)
        {
            _posts.Add(post);
        }

        while (!await TryPostAsync(post))
        {
            if (mayGiveUp && random.Next(4) == 0)
            {
                world.Court.Count("posts given up without an answer");
                return post;
            }

            world.Court.Count("posts repeated");
            await World.PauseAsync(random, 100, 700, world.Over);
        }

        if (random.Next(10) == 0)
        {
            // As clients do that missed the answer: the same again must be the same line.
            world.Court.Count("acknowledged posts sent again");
            await TryPostAsync(post);
        }

        return post;
    }

    /// <summary>Waits for a line after a post in which one of these words stands.</summary>
    public async Task HearAsync(Post after, params string[] words)
    {
        var (kills, asked) = (world.Cluster.Kills, TimeProvider.System.GetTimestamp());
        var heard = await Reader.FindAsync(
            line => line.Seq > after.Seq && line.Author != "customer"
                && (words.Length == 0 || words.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase))),
            Patience,
            world.Over);
        if (heard is null)
        {
            world.Court.Accuse(
                "a customer got no answer", Conversation, $"after \"{after.Text}\" ({after.Seq}): {string.Join(" or ", words)}",
                string.Join(" / ", Reader.Seen.TakeLast(6).Select(line => $"{line.Seq} {line.Author}: {line.Text}")));
            throw new UnansweredException();
        }

        Measure(kills, asked, heard.Author);
    }

    /// <summary>The whole log as the product tells it; null when nobody answers. In trouble the product shows less, for the client to ask again.</summary>
    public async Task<IReadOnlyList<SeenLine>?> ReadAllAsync()
    {
        var known = Posts.Max(post => post.Seq) ?? 0;
        IReadOnlyList<SeenLine>? all = null;
        for (var tries = 0; tries < MostReads && (all is null || all.Count == 0 || all[^1].Seq < known); tries++)
        {
            await (tries == 0 ? Task.CompletedTask : World.PauseAsync(random, 200, 400, world.Over));
            all = await TryReadAllAsync();
        }

        return all;
    }

    private async Task<IReadOnlyList<SeenLine>?> TryReadAllAsync()
    {
        var all = new List<SeenLine>();
        for (var watermark = ""; ;)
        {
            var answer = await world.Door.SendAsync(
                HttpMethod.Get, $"/v3/directline/conversations/{Conversation}/activities?watermark={watermark}", token: _token);
            if (answer?.IsGood != true)
            {
                await (answer?.Status == 403 && world.Options.ClockJumps > 0 ? ComeBackAsync() : Task.CompletedTask);
                return null;
            }

            var page = answer.Json;
            all.AddRange(page.GetProperty("activities").EnumerateArray().Select(activity => SeenLine.Of(activity, Conversation)).OfType<SeenLine>());
            if (page.GetProperty("watermark").GetString()! is var next && next == watermark)
            {
                return all;
            }

            watermark = next;
        }
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private void Measure(int killsWhenAsked, long asked, string author)
    {
        if (author == "agent")
        {
            return;
        }

        if (world.Cluster.Kills == killsWhenAsked)
        {
            world.Court.Time("answer, nobody killed meanwhile", TimeProvider.System.GetElapsedTime(asked));
            return;
        }

        world.Court.Time("answer, killed meanwhile: since it was asked", TimeProvider.System.GetElapsedTime(asked));
        if (world.Cluster.ReadyAt > asked)
        {
            world.Court.Time("answer, killed meanwhile: since the last restart", TimeProvider.System.GetElapsedTime(world.Cluster.ReadyAt));
        }
    }

    // What was good for half an hour is over when the clock jumps an hour: the shop's page gets a new token by the visitor key.
    private async Task ComeBackAsync()
    {
        var session = (await UntilAnsweredAsync("/chat/session", new { visitorKey = _visitor, language = "en" }))!;
        if (session.Json.GetProperty("conversationId").GetString() != Conversation)
        {
            if (Posts.Any(post => post.Seq is not null))
            {
                world.Court.Accuse("a visitor came back to another conversation", Conversation, Conversation, session.Text);
            }

            // Nobody had written a word in it for a day, as the clock has it: it was removed.
            throw new UnansweredException();
        }

        _token = session.Json.GetProperty("token").GetString()!;
    }

    // Null: the token's time is over, because the clock jumped.
    private async Task<Answer?> UntilAnsweredAsync(string path, object body)
    {
        while (true)
        {
            var answer = await world.Door.SendAsync(HttpMethod.Post, path, body, _token.Length == 0 ? null : _token);
            if (answer?.IsGood == true)
            {
                return answer;
            }

            if (answer?.Status == 403 && world.Options.ClockJumps > 0)
            {
                return null;
            }

            Judge(answer, path);
            await World.PauseAsync(random, 200, 800, world.Over);
        }
    }

    private async Task<bool> TryPostAsync(Post post)
    {
        var activity = new { type = "message", text = post.Text, channelData = new { clientActivityID = post.ClientId } };
        var answer = await world.Door.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{Conversation}/activities", activity, _token);
        if (answer?.IsGood != true)
        {
            if (answer?.Status is 403 or 404 && world.Options.ClockJumps > 0)
            {
                await ComeBackAsync();
                return false;
            }

            Judge(answer, "post");
            return false;
        }

        var seq = SeenLine.SeqOf(answer.Json.GetProperty("id").GetString()!, Conversation) ?? -1;
        if (post.Seq is { } before && before != seq)
        {
            world.Court.Accuse("the same post has two ids", Conversation, $"{before}", $"{seq}");
        }

        if (post.Seq is null)
        {
            post.Seq = seq;
            world.Court.Count("lines acknowledged to customers");
            world.Ledger.Write(Conversation, seq, post.ClientId);
        }

        return true;
    }

    // Without a database a server may say so, in calm words; a token that was good stays good, and nothing of the inside is told.
    private void Judge(Answer? answer, string what)
    {
        if (answer is null)
        {
            return;
        }

        if (!(answer.Status == 429 || (answer.Status >= 500 && world.MayRefuse)))
        {
            world.Court.Accuse($"{what} was refused", Conversation, "200 or no answer at all", $"{answer.Status} {answer.Text}");
        }

        if (answer.Text.Contains("   at ", StringComparison.Ordinal) || answer.Text.Contains("Exception", StringComparison.Ordinal))
        {
            world.Court.Accuse($"{what} told about the inside", Conversation, "calm words", answer.Text);
        }
    }
}

/// <summary>A talk that can't go on; it was told to the court.</summary>
internal sealed class UnansweredException : Exception
{
}

using System.Net.Http.Headers;
using System.Text;
using BotFramework.DirectLine;

namespace BotFramework.Tests.DirectLine;

public sealed class UploadTests
{
    // As Web Chat sends it: names that it makes up for the attachments, a small picture of each, files in any order.
    private const string TwoPhotos = """
        {"type":"message","text":"są pęknięte","from":{"id":"x","role":"user"},"channelData":{"clientActivityID":"c1"},
         "attachments":[{"contentType":"image/png","name":"zdjęcie.png","thumbnailUrl":"data:image/png;base64,AAAA"},
                        {"contentType":"text/plain","name":"سفارش.txt","contentUrl":"blob:https://shop/1"}]}
        """;

    [Fact]
    public async Task An_activity_and_its_files_become_one_line_with_links_that_open_without_a_header()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        using var socket = await chat.ConnectAsync();
        var posted = await chat.UploadAsync(Form(TwoPhotos, ("سفارش.txt", "text/plain", "two"), ("zdjęcie.png", "image/png", "one")), "?userId=x");

        var line = Assert.Single((await socket.ReceiveAsync()).Activities);
        Assert.Equal((200, line.Id, "dl_ana"), (posted.Status, posted.String("id"), line.From!.Id));
        Assert.Equal("""{"clientActivityID":"c1"}""", line.ChannelData!.Value.GetRawText());
        Assert.Equal([("zdjęcie.png", "image/png"), ("سفارش.txt", "text/plain")], line.Attachments!.Select(a => (a.Name, a.ContentType)));
        Assert.Equal([line.Attachments![0].ContentUrl, null], line.Attachments!.Select(a => a.ThumbnailUrl));

        Assert.Equal("one", await ReadAsync(host, line.Attachments![0].ContentUrl!));
        Assert.Equal("two", await ReadAsync(host, line.Attachments[1].ContentUrl!));
        var polled = Assert.Single((await chat.PollAsync()).Activities.Activities);
        Assert.Equal(line.Attachments.Select(a => a.ContentUrl), polled.Attachments!.Select(a => a.ContentUrl));
    }

    [Fact]
    public async Task What_is_stored_refers_to_the_file_and_holds_no_key_to_it()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        await chat.UploadAsync(Form(TwoPhotos, ("zdjęcie.png", "image/png", "one")));

        var stored = Assert.Single(await host.Store.LinesAsync(chat.Id));
        Assert.Equal(FileReference.Of(Assert.Single(host.Store.Files).Id), Assert.Single(stored.Attachments!).ContentUrl);
        Assert.Null(stored.Attachments![0].ThumbnailUrl);
    }

    [Fact]
    public async Task A_file_alone_is_a_message_of_whom_the_query_names()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync(userId: null);
        var file = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        file.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"x.pdf\"; filename*=UTF-8''rachunek%20%C5%82.pdf");

        var posted = await chat.UploadAsync(file, "?userId=r_ola");

        var line = Assert.Single((await chat.PollAsync()).Activities.Activities);
        Assert.Equal((200, "r_ola", "message"), (posted.Status, line.From!.Id, line.Type));
        Assert.Equal(("rachunek ł.pdf", "application/pdf"), (line.Attachments![0].Name, line.Attachments[0].ContentType));
    }

    [Fact]
    public async Task Twins_keep_their_order_and_files_nobody_announced_come_last()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        const string Announced = """
            {"type":"message","from":{"id":"x"},"attachments":[{"contentType":"image/png","name":"blob"},{"contentType":"image/jpeg","name":"blob"},
             {"contentType":"application/vnd.microsoft.card.hero","content":{"title":"kept"}},{"contentType":"image/png","name":"never sent"}]}
            """;

        await chat.UploadAsync(Form(Announced, ("extra.txt", "text/plain", "c"), ("blob (1)", "image/jpeg", "b"), ("blob", "image/png", "a")));

        var attachments = Assert.Single((await chat.PollAsync()).Activities.Activities).Attachments!;
        Assert.Equal(["blob", "blob (1)", null, "extra.txt"], attachments.Select(a => a.Name));
    }

    [Fact]
    public async Task The_same_upload_twice_is_one_line()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var ids = new[]
        {
            (await chat.UploadAsync(Form(TwoPhotos, ("a.png", "image/png", "a")))).String("id"),
            (await chat.UploadAsync(Form(TwoPhotos, ("a.png", "image/png", "a")))).String("id"),
        };

        Assert.Single(ids.Distinct());
        Assert.Single(await host.Store.LinesAsync(chat.Id));
    }

    [Theory]
    [InlineData("""{"type":"event","name":"x","from":{"id":"x"}}""")]
    [InlineData("""{"type":"message","from":{"id":"bot","role":"bot"}}""")]
    [InlineData("""{"type":"message","attachments":"all"}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_no_customer_may_post_is_no_better_with_a_file(string activity)
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var reply = await chat.UploadAsync(Form(activity, ("a.txt", "text/plain", "a")));

        Assert.Equal((400, "BadArgument"), (reply.Status, reply.Code));
        Assert.Empty(await host.Store.LinesAsync(chat.Id));
        Assert.Empty(host.Store.Files);
    }

    [Fact]
    public async Task Files_without_anybody_or_nothing_at_all_are_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var unbound = await host.OpenAsync(userId: null);
        var bound = await host.OpenAsync();

        Assert.Equal(400, (await unbound.UploadAsync(Form(null, ("a.txt", "text/plain", "a")))).Status);
        Assert.Equal(400, (await unbound.UploadAsync(Form(null, ("a.txt", "text/plain", "a")), "?userId=dl_somebody")).Status);
        Assert.Equal(400, (await bound.UploadAsync(Form("""{"type":"message"}"""))).Status);
        Assert.Equal(400, (await bound.UploadAsync(new MultipartFormDataContent("b")
        {
            { new StringContent("""{"type":"message"}"""), "activity" }, { new StringContent("""{"type":"message"}"""), "activity" },
        })).Status);
        Assert.Equal(404, (await (bound with { Id = "gone" }).Host.SendAsync(
            HttpMethod.Post, "/conversations/gone/upload", DirectLineHost.Secret, Form(null, ("a", "text/plain", "a")))).Status);
        Assert.Equal(403, (await (bound with { Id = unbound.Id }).UploadAsync(Form(null, ("a", "text/plain", "a")))).Status);
    }

    [Theory]
    [InlineData(1, 2049)]
    [InlineData(4, 10)]
    [InlineData(3, 2000)]
    public async Task Too_large_a_file_too_many_or_too_much_together_is_413_and_leaves_nothing(int files, int bytes)
    {
        await using var host = await DirectLineHost.StartAsync(configure: options =>
            (options.MaxFiles, options.MaxFileBytes, options.MaxUploadBytes) = (3, 2048, 5000));
        var chat = await host.OpenAsync();
        var many = Enumerable.Range(0, files).Select(n => ($"{n}.txt", "text/plain", new string('x', bytes))).ToArray();

        var reply = await chat.UploadAsync(Form(null, many));

        Assert.Equal((413, "MessageSizeTooBig"), (reply.Status, reply.Code));
        Assert.Empty(await host.Store.LinesAsync(chat.Id));
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_cut_off_where_the_limit_is()
    {
        await using var host = await DirectLineHost.StartAsync(configure: options =>
            (options.MaxFileBytes, options.MaxUploadBytes) = (1024 * 1024, 2 * 1024 * 1024));
        var chat = await host.OpenAsync();
        using var endless = new EndlessStream();

        // The server hangs up while the client still talks: whether the client sees the answer is a matter of luck.
        var outcome = await Record.ExceptionAsync(async () => Assert.Equal(413, (await chat.UploadAsync(new StreamContent(endless))).Status));

        Assert.True(outcome is null or HttpRequestException, outcome?.ToString());
        Assert.InRange(endless.Given, 1024 * 1024, 12 * 1024 * 1024);
        Assert.Empty(await host.Store.LinesAsync(chat.Id));
    }

    [Fact]
    public async Task When_too_much_is_under_way_the_client_is_asked_to_come_back()
    {
        await using var host = await DirectLineHost.StartAsync(configure: options => options.MaxUploadBytesAtOnce = 1024);
        var chat = await host.OpenAsync();
        var reply = await chat.UploadAsync(Form(null, ("a.txt", "text/plain", new string('x', 2000))));
        var after = await chat.UploadAsync(Form(null, ("a.txt", "text/plain", "small")));

        Assert.Equal((429, "5"), (reply.Status, reply.Headers.GetValues("Retry-After").Single()));
        Assert.Equal(200, after.Status);
    }

    [Fact]
    public async Task A_link_is_good_for_its_file_until_it_expires_and_is_fresh_when_the_line_is_read_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        await chat.UploadAsync(Form(null, ("a.txt", "text/plain", "first"), ("b.txt", "text/plain", "second")));
        var links = await LinksAsync(chat);

        using var answer = await host.OpenAsync(links[0]);
        Assert.Equal("attachment; filename=a.txt; filename*=UTF-8''a.txt", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(("nosniff", "default-src 'none'; sandbox"), (answer.Headers.GetValues("X-Content-Type-Options").Single(), answer.Headers.GetValues("Content-Security-Policy").Single()));
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Equal(404, await StatusAsync(host, new Uri(links[0].GetLeftPart(UriPartial.Path))));
        Assert.Equal(404, await StatusAsync(host, new Uri(links[0].GetLeftPart(UriPartial.Path) + links[1].Query)));
        Assert.Equal(404, await StatusAsync(host, new Uri(links[0].OriginalString.Replace("?t=1", "?t=9", StringComparison.Ordinal))));

        host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(404, await StatusAsync(host, links[0]));
        var token = (await host.Tokens.IssueAsync(chat.Id, "dl_ana", "Ana", DirectLineHost.Cancellation)).Token;
        Assert.Equal(200, await StatusAsync(host, (await LinksAsync(chat with { Token = token }))[0]));
    }

    [Fact]
    public async Task A_reference_that_a_client_made_up_opens_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (ana, thief) = (await host.OpenAsync(), await host.OpenAsync("dl_thief"));
        await ana.UploadAsync(Form(null, ("a.txt", "text/plain", "secret")));
        var stolen = FileReference.Of(Assert.Single(host.Store.Files).Id);

        await thief.PostAsync($$"""{"type":"message","text":"mine","attachments":[null,{"contentType":"text/plain","contentUrl":"{{stolen}}","thumbnailUrl":"{{stolen}}"}]}""");

        var attachment = Assert.Single(Assert.Single((await thief.PollAsync()).Activities.Activities).Attachments!);
        Assert.Equal((null, null), (attachment.ContentUrl, attachment.ThumbnailUrl));
    }

    [Fact]
    public async Task More_attachments_than_a_message_may_have_are_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        var many = string.Join(',', Enumerable.Repeat("{}", 21));

        Assert.Equal(413, (await chat.PostAsync($$"""{"type":"message","attachments":[{{many}}]}""")).Status);
    }

    [Fact]
    public async Task What_the_log_refuses_is_told_with_the_time_to_try_again()
    {
        await using var host = await DirectLineHost.StartAsync();
        var chat = await host.OpenAsync();
        host.Store.Refuses = new Refusal(429, "TooManyRequests", "Slowly.", TimeSpan.FromMilliseconds(1500));

        var replies = new[] { await chat.SayAsync("hi"), await chat.UploadAsync(Form(null, ("a.txt", "text/plain", "a"))) };

        Assert.All(replies, reply => Assert.Equal((429, "2"), (reply.Status, reply.Headers.GetValues("Retry-After").Single())));
    }

    internal static MultipartFormDataContent Form(string? activity, params (string Name, string Type, string Text)[] files)
    {
        var form = new MultipartFormDataContent("----WebKitFormBoundary7MA4YWxk");
        if (activity is not null)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(activity));
            part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"activity\"; filename=\"blob\"");
            part.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.microsoft.activity");
            form.Add(part);
        }

        foreach (var (name, type, text) in files)
        {
            // Chromium writes names as they are; .NET would encode them, so the bytes go in one by one.
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{AsLatin1(name)}\"");
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            form.Add(part);
        }

        return form;
    }

    // HttpClient writes multipart headers in Latin-1: each byte of UTF-8 becomes the letter that is that byte.
    private static string AsLatin1(string name) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name));

    private static async Task<Uri[]> LinksAsync(Chat chat) =>
        [.. Assert.Single((await chat.PollAsync()).Activities.Activities).Attachments!.Select(a => new Uri(a.ContentUrl!))];

    private static async Task<string> ReadAsync(DirectLineHost host, string link)
    {
        using var answer = await host.OpenAsync(new Uri(link));
        return await answer.Content.ReadAsStringAsync(DirectLineHost.Cancellation);
    }

    private static async Task<int> StatusAsync(DirectLineHost host, Uri link)
    {
        using var answer = await host.OpenAsync(link);
        return (int)answer.StatusCode;
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
